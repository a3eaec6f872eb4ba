import { Badge, Text } from '@mantine/core';
import { type Counted, writtenNumber } from '../../../libs/labels/src/numbers';
import type { Realised, Target } from './api';
import { type Language, LOCALES, titleIn, type Translate } from './language';

interface Props {
  readonly target: Target;
  readonly language: Language;
  readonly t: Translate;
}

interface Interval {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

const COLOURS: Readonly<Record<string, string>> = {
  met: 'teal',
  exceeded: 'teal',
  'within-so-far': 'teal',
  'not-met': 'red',
  violated: 'red',
  overshot: 'orange',
  'not-yet': 'blue',
};

/** What the whole numbers of a figure stand for. */
export const unitOf = ({ countKind, mean }: Pick<Realised, 'countKind' | 'mean'>): Counted => ({ kind: countKind, mean });

/** A number, or what is known of it. */
export function shownNumber({ value, lo, hi }: Interval, counted: Counted, language: Language): string {
  const write = (number: number): string => writtenNumber(language, number, counted);
  if (value !== null) return write(value);
  if (lo !== null && hi !== null) return `${write(lo)} – ${write(hi)}`;
  if (lo !== null) return `≥ ${write(lo)}`;
  return hi === null ? '?' : `≤ ${write(hi)}`;
}

const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Where a realised number comes from: a report says so, or the records were counted. */
function originOf(realised: Realised, language: Language, t: Translate): string {
  if (realised.shown === 'disputed') return t('page.disputed');
  if (realised.shown === 'computed') return t(realised.coverage === 'complete' ? 'page.computed' : 'page.partial');
  const [claim] = realised.claims;
  return [
    t('page.claim'),
    ...(realised.exactness === 'by-reading' ? [t('page.byReading')] : []),
    ...(claim?.dataOn ? [t('page.dataOn', { day: dayIn(claim.dataOn, language) })] : []),
    ...(claim?.source ? [t('page.source', claim.source)] : []),
  ].join(', ');
}

function RealisedCell({ realised, language, t }: { realised: Realised | null; language: Language; t: Translate }) {
  if (!realised || realised.shown === 'none') {
    return (
      <Text size="sm" c="gray.7">
        {t('page.notRecorded')}
      </Text>
    );
  }
  const about = realised.exactness === 'approximate' ? `${t('page.about')} ` : '';
  const number =
    realised.shown === 'disputed'
      ? realised.claims.map((claim) => shownNumber(claim, { kind: claim.kind, mean: realised.mean }, language)).join(' / ')
      : shownNumber(realised, unitOf(realised), language);
  return (
    <Text size="sm">
      <strong>
        {about}
        {number}
      </strong>{' '}
      <Text span size="xs" c="gray.7">
        {originOf(realised, language, t)}
      </Text>
    </Text>
  );
}

/** One target: what was wanted, what was realised, and how the two compare; never by colour alone. */
export function TargetLine({ target, language, t }: Props) {
  const { achievement } = target;
  const colour = COLOURS[achievement.state] ?? 'gray';
  const percent =
    achievement.percent === undefined
      ? ''
      : ` ${new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(achievement.percent)}\u00a0%`;
  return (
    <li className="targets" data-target={target.target}>
      <div>
        <Text size="sm">{titleIn(target.label, language)}</Text>
        <Text size="xs" c="gray.7" lang="nl">
          {target.comparatorPrinted}
        </Text>
      </div>
      <RealisedCell realised={target.realised} language={language} t={t} />
      <div>
        <Badge variant="light" c="dark.9" color={colour} tt="none" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>
          {t(`achievement.state.${achievement.state}`)}
          {percent}
          {achievement.provisional && percent !== '' ? `, ${t('page.provisional')}` : ''}
        </Badge>
      </div>
    </li>
  );
}
