import type { PlanSummary, Scopes } from '@app/indicators/answers';
import { Alert, Group, NativeSelect, Select, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchIndicators, fetchPlans, type Indicators } from '../api';
import { fetchScopes } from '../asking/asked';
import { KnownFields } from '../asking/known-fields';
import { PeriodChooser } from '../asking/period-chooser';
import { placeGroups } from '../asking/scope-fields';
import { useLookedFrom } from '../asking/use-asked';
import { usePeriod } from '../asking/use-period';
import { Awaited } from '../awaited';
import { fetchDashboard } from '../dashboard/dashboard';
import { type PageProps, type Reader, textIn } from '../language';
import { PageTitle } from '../page-title';
import { useUrlState } from '../url-state';
import { TableRows } from './table-rows';
import { fetchTable, levelsBelow } from './territory-table';

interface AskingProps {
  readonly plans: readonly PlanSummary[];
  readonly scopes: Scopes;
  readonly indicators: Indicators;
  readonly reader: Reader;
}

/** Which territory is divided, into what, and by the boundaries of when. */
function DivisionFields({ scopes, reader }: { scopes: Scopes; reader: Reader }) {
  const { t } = reader;
  const [parent, divide] = useUrlState('parent');
  const [level, into] = useUrlState('level');
  const [hierarchy, by] = useUrlState('hierarchy', 'then');
  const parents = scopes.territories.filter(({ level: of }) => of === 'zone' || of === 'commune');
  const above = parents.find(({ code }) => code === parent)?.level ?? 'region';
  return (
    <>
      <NativeSelect
        label={t('page.territories.parent')}
        value={parent}
        onChange={(event) => {
          divide(event.currentTarget.value);
          into('');
        }}
        data={[{ value: '', label: t('page.territories.wholeRegion') }, ...placeGroups(parents, reader)]}
        maw={280}
      />
      <NativeSelect
        label={t('page.territories.level')}
        value={level}
        onChange={(event) => into(event.currentTarget.value)}
        data={[
          { value: '', label: t('page.territories.levelBelow') },
          ...levelsBelow(above).map((value) => ({ value, label: t(`territory.value.level.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('reporting-period.field.hierarchy')}
        value={hierarchy}
        onChange={(event) => by(event.currentTarget.value)}
        data={['then', 'now'].map((value) => ({ value, label: t(`reporting-period.value.hierarchy.${value}`) }))}
      />
    </>
  );
}

function Asking({ plans, scopes, indicators, reader }: AskingProps) {
  const { t, language } = reader;
  const { period, choice, choose } = usePeriod(plans);
  const looked = useLookedFrom();
  const [plan] = useUrlState('plan');
  const [named, name] = useUrlState('indicator');
  const [parent] = useUrlState('parent');
  const [level] = useUrlState('level');
  const [hierarchy] = useUrlState('hierarchy', 'then');
  const seen = { period, plan, territory: '', organisation: '', ...looked };
  const dashboard = useQuery({ queryKey: ['dashboard', seen], queryFn: () => fetchDashboard(seen), placeholderData: keepPreviousData });
  const offered = (dashboard.data?.groups ?? []).flatMap(({ figures }) => figures);
  const counted = offered.find(({ figure }) => (figure.computed?.facts ?? 0) > 0);
  const indicator = named || ((counted ?? offered[0])?.indicator ?? '');
  const asked = { indicator, period, plan, parent, level, hierarchy, ...looked };
  const table = useQuery({
    queryKey: ['territories', asked],
    queryFn: () => fetchTable(asked),
    enabled: indicator !== '',
    placeholderData: keepPreviousData,
  });
  const known = indicators.get(indicator);
  const options = new Map([
    ...(known ? [[indicator, known.labels] as const] : []),
    ...offered.map(({ indicator: code, labels }) => [code, labels] as const),
  ]);
  return (
    <>
      <Group align="end" mb="md" role="search" className="screen-only">
        <Select
          label={t('page.territories.indicator')}
          data={[...options].map(([value, labels]) => ({ value, label: textIn(labels, language) }))}
          value={indicator}
          onChange={(value) => name(value ?? '')}
          searchable
          allowDeselect={false}
          w={360}
          maw="100%"
        />
        <PeriodChooser choice={choice} plans={plans} onPeriod={choose} reader={reader} />
        <DivisionFields scopes={scopes} reader={reader} />
        <KnownFields reader={reader} />
      </Group>
      {dashboard.isSuccess && indicator === '' && <Alert color="gray">{t('page.dashboard.nothing')}</Alert>}
      {known && (
        <Text fw={600} mb="xs" data-testid="indicator">
          {textIn(known.labels, language)}
        </Text>
      )}
      {indicator !== '' && (
        <Awaited of={table} label={t('page.territories.heading')} reader={reader}>
          {(found) => <TableRows table={found} indicators={indicators} reader={reader} />}
        </Awaited>
      )}
    </>
  );
}

/** One indicator of one period over the parts of a territory, with what falls in none of them. */
export function TerritoriesPage({ reader }: PageProps) {
  const { t } = reader;
  const heading = t('page.territories.heading');
  const plans = useQuery({ queryKey: ['plans'], queryFn: fetchPlans });
  const scopes = useQuery({ queryKey: ['scopes'], queryFn: fetchScopes });
  const indicators = useQuery({ queryKey: ['indicators'], queryFn: fetchIndicators, staleTime: Infinity });
  return (
    <>
      <PageTitle heading={heading} intro={t('page.territories.intro')} />
      <Awaited of={plans} label={heading} reader={reader}>
        {(ofPlans) => (
          <Awaited of={scopes} label={heading} reader={reader}>
            {(ofScopes) => (
              <Awaited of={indicators} label={heading} reader={reader}>
                {(known) => <Asking plans={ofPlans} scopes={ofScopes} indicators={known} reader={reader} />}
              </Awaited>
            )}
          </Awaited>
        )}
      </Awaited>
    </>
  );
}
