import type { PlanSummary } from '@app/indicators/answers';
import { Alert, Group, NativeSelect, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ToldContradiction } from '../../../api/src/answers';
import { fetchPlans } from '../api';
import { KnownFields } from '../asking/known-fields';
import { PeriodChooser } from '../asking/period-chooser';
import { useLookedFrom } from '../asking/use-asked';
import { usePeriod } from '../asking/use-period';
import { Awaited } from '../awaited';
import { type PageProps, type Reader, textIn } from '../language';
import { PageTitle } from '../page-title';
import { useUrlState } from '../url-state';
import { documentsOf, fetchContradictions, type Filters, rulesOf, selectContradictions, STATES } from './contradiction';
import { ContradictionItem } from './contradiction-item';

function FilterFields({ all, reader }: { all: readonly ToldContradiction[]; reader: Reader }) {
  const { t, language } = reader;
  const every = { value: '', label: t('page.all') };
  const fields: readonly { name: keyof Filters; data: readonly { value: string; label: string }[] }[] = [
    {
      name: 'rule',
      data: rulesOf(all).map(({ code, labels, found }) => ({ value: code, label: `${textIn(labels, language)} (${found})` })),
    },
    { name: 'state', data: STATES.map((value) => ({ value, label: t(`page.contradictions.state.${value}`) })) },
    { name: 'document', data: documentsOf(all).map((value) => ({ value, label: value })) },
  ];
  return (
    <>
      {fields.map(({ name, data }) => (
        <FilterField key={name} name={name} label={t(`page.contradictions.filter.${name}`)} data={[every, ...data]} />
      ))}
    </>
  );
}

function FilterField({ name, label, data }: { name: keyof Filters; label: string; data: { value: string; label: string }[] }) {
  const [chosen, choose] = useUrlState(name);
  return <NativeSelect label={label} value={chosen} onChange={(event) => choose(event.currentTarget.value)} data={data} maw={320} />;
}

function Found({
  all,
  onRecorded,
  reader,
}: {
  all: readonly ToldContradiction[];
  onRecorded: (position: string | undefined) => void;
  reader: Reader;
}) {
  const { t } = reader;
  const [rule] = useUrlState('rule');
  const [state] = useUrlState('state');
  const [document] = useUrlState('document');
  const shown = selectContradictions(all, { rule, state, document });
  return (
    <>
      <Text aria-live="polite" mb="xs" data-testid="shown">
        {t('page.contradictions.shown', { shown: shown.length, total: all.length })}
      </Text>
      {shown.length === 0 && <Alert color="gray">{t('page.contradictions.nothing')}</Alert>}
      {shown.map((contradiction) => (
        <ContradictionItem key={contradiction.key} contradiction={contradiction} onRecorded={onRecorded} reader={reader} />
      ))}
    </>
  );
}

function Asking({ plans, reader }: { plans: readonly PlanSummary[]; reader: Reader }) {
  const { t } = reader;
  const { period, choice, choose } = usePeriod(plans, { orAll: true });
  const looked = useLookedFrom();
  const [position, reached] = useState<string>();
  const asked = { period: choice.kind === 'all' ? '' : period, ...looked, ...(position === undefined ? {} : { position }) };
  const contradictions = useQuery({
    queryKey: ['contradictions', asked],
    queryFn: () => fetchContradictions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Group align="end" mb="md" role="search" className="screen-only">
        <PeriodChooser choice={choice} plans={plans} orAll onPeriod={choose} reader={reader} />
        <FilterFields all={contradictions.data ?? []} reader={reader} />
        <KnownFields reader={reader} />
      </Group>
      <div aria-live="polite">{position !== undefined && <Text fw={600}>{t('page.contradictions.recordedNow')}</Text>}</div>
      <Awaited of={contradictions} label={t('page.contradictions.heading')} reader={reader}>
        {(all) => <Found all={all} onRecorded={reached} reader={reader} />}
      </Awaited>
    </>
  );
}

/** What the record and the documents say against each other, and what people made of it. */
export function ContradictionsPage({ reader }: PageProps) {
  const { t } = reader;
  const plans = useQuery({ queryKey: ['plans'], queryFn: fetchPlans });
  return (
    <>
      <PageTitle heading={t('page.contradictions.heading')} intro={t('page.contradictions.intro')} />
      <Awaited of={plans} label={t('page.contradictions.heading')} reader={reader}>
        {(found) => <Asking plans={found} reader={reader} />}
      </Awaited>
    </>
  );
}
