import { NativeSelect } from '@mantine/core';
import type { PlanSummary } from '@app/indicators/answers';
import { LOCALES, type Reader, textIn } from '../language';
import { today } from '../days';
import { asKind, type PeriodChoice, PERIOD_KINDS, type PeriodKind, periodOf, PARTS } from './period';
import { YearInput } from './year-input';

interface Props {
  readonly choice: PeriodChoice;
  readonly plans: readonly PlanSummary[];
  /** Whether no period at all may be chosen, too. */
  readonly orAll?: boolean;
  readonly onPeriod: (period: string) => void;
  readonly reader: Reader;
}

type Parted = Extract<PeriodChoice, { part: string }>;

function partIn(kind: Parted['kind'], part: string, { language, t }: Reader): string {
  if (kind === 'quarter') return part;
  if (kind === 'season') return t(`page.season.${part}`);
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(new Date(`2000-${part}-01T00:00:00Z`));
}

function PartSelect({ choice, onPeriod, reader }: { choice: Parted; onPeriod: Props['onPeriod']; reader: Reader }) {
  const { kind, part } = choice;
  return (
    <NativeSelect
      label={reader.t(`page.periodKind.${kind}`)}
      value={part}
      onChange={(event) => onPeriod(periodOf({ ...choice, part: event.currentTarget.value }))}
      data={PARTS[kind].map((value) => ({ value, label: partIn(kind, value, reader) }))}
    />
  );
}

/** Chooses the period that is looked at: which kind, and which of that kind. */
export function PeriodChooser({ choice, plans, orAll = false, onPeriod, reader }: Props) {
  const { t, language } = reader;
  const kinds: readonly PeriodKind[] = [
    ...(orAll ? ['all' as const] : []),
    ...PERIOD_KINDS.filter((kind) => kind !== 'plan' || plans.length > 0),
  ];
  return (
    <>
      <NativeSelect
        label={t('page.period')}
        value={choice.kind}
        onChange={(event) => onPeriod(periodOf(asKind(choice, event.currentTarget.value as PeriodKind, plans, today())))}
        data={kinds.map((value) => ({ value, label: t(`page.periodKind.${value}`) }))}
      />
      {choice.kind === 'plan' && (
        <NativeSelect
          label={t('page.periodKind.plan')}
          value={choice.plan}
          onChange={(event) => onPeriod(periodOf({ kind: 'plan', plan: event.currentTarget.value }))}
          data={plans.map(({ plan, title }) => ({ value: plan, label: textIn(title, language) }))}
        />
      )}
      {'year' in choice && (
        <YearInput label={t('page.periodKind.year')} year={choice.year} onYear={(year) => onPeriod(periodOf({ ...choice, year }))} />
      )}
      {'part' in choice && <PartSelect choice={choice} onPeriod={onPeriod} reader={reader} />}
    </>
  );
}
