import type { Dashboard, DashboardGroup, PlanSummary } from '@app/indicators/answers';
import { Alert, Group, Text, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchIndicators, fetchPlans, type Indicators } from '../api';
import { fetchScopes } from '../asking/asked';
import { KnownFields } from '../asking/known-fields';
import { PeriodChooser } from '../asking/period-chooser';
import { ScopeFields } from '../asking/scope-fields';
import { useLookedFrom, useScope } from '../asking/use-asked';
import { usePeriod } from '../asking/use-period';
import { Awaited } from '../awaited';
import { dayIn, daysIn, type PageProps, type Reader } from '../language';
import { PageTitle } from '../page-title';
import { useUrlState } from '../url-state';
import { type Asked, exportsOf, fetchDashboard, selectFigures } from './dashboard';
import { ExportLinks } from './export-links';
import { FigureTable } from './figure-table';

/** Groups of indicators that are of no term of the field. */
const NO_TERM: Readonly<Record<string, string>> = {
  indicator: 'page.dashboard.own',
  printed: 'page.dashboard.printed',
  reported: 'page.dashboard.reported',
};

const codeOf = (group: DashboardGroup): string => ('plan' in group ? group.plan : group.term);

function groupIn(group: DashboardGroup, { t }: Reader): string {
  return 'plan' in group ? t('page.dashboard.ofPlan', { plan: group.plan }) : t(NO_TERM[group.term] ?? `${group.term}.title`);
}

interface FiguresProps {
  readonly dashboard: Dashboard;
  readonly asked: Asked;
  readonly indicators: Indicators;
  readonly reader: Reader;
}

function Figures({ dashboard, asked, indicators, reader }: FiguresProps) {
  const { t, language } = reader;
  const [search] = useUrlState('q');
  const groups = selectFigures(dashboard.groups, search, language);
  const count = (of: readonly DashboardGroup[]): number => of.reduce((sum, { figures }) => sum + figures.length, 0);
  const { period, asOf, knownOn } = dashboard;
  return (
    <>
      <Text aria-live="polite" data-testid="shown">
        {t('page.dashboard.shown', { shown: count(groups), total: count(dashboard.groups) })}
      </Text>
      <Text size="sm" data-testid="looked-from">
        {t('page.dashboard.lookedFrom', {
          period: daysIn(period, language),
          asOf: dayIn(asOf, language),
          knownOn: dayIn(knownOn, language),
        })}
      </Text>
      <ExportLinks of={exportsOf(asked, 'all', language)} what={t('page.dashboard.allFigures')} reader={reader} />
      {groups.length === 0 && <Alert color="gray">{t('page.dashboard.nothing')}</Alert>}
      {groups.map((group) => (
        <section key={codeOf(group)} data-group={codeOf(group)}>
          <Title order={3} size="h4" mt="lg" mb="xs">
            {groupIn(group, reader)}
          </Title>
          <FigureTable group={group} asked={asked} indicators={indicators} reader={reader} />
        </section>
      ))}
    </>
  );
}

function Asking({ plans, reader }: { plans: readonly PlanSummary[]; reader: Reader }) {
  const { t } = reader;
  const { period, choice, choose } = usePeriod(plans);
  const [search, find] = useUrlState('q');
  const asked = { period, ...useScope(), ...useLookedFrom() };
  const scopes = useQuery({ queryKey: ['scopes'], queryFn: fetchScopes });
  const indicators = useQuery({ queryKey: ['indicators'], queryFn: fetchIndicators, staleTime: Infinity });
  const dashboard = useQuery({ queryKey: ['dashboard', asked], queryFn: () => fetchDashboard(asked), placeholderData: keepPreviousData });
  return (
    <>
      <Group align="end" mb="md" role="search" className="screen-only">
        <PeriodChooser choice={choice} plans={plans} onPeriod={choose} reader={reader} />
        <Awaited of={scopes} label={t('page.all')} reader={reader}>
          {(found) => <ScopeFields plans={plans} scopes={found} reader={reader} />}
        </Awaited>
        <KnownFields reader={reader} />
        <TextInput
          label={t('page.dashboard.search')}
          value={search}
          onChange={(event) => find(event.currentTarget.value)}
          type="search"
          w={230}
        />
      </Group>
      <Awaited of={indicators} label={t('page.dashboard.heading')} reader={reader}>
        {(known) => (
          <Awaited of={dashboard} label={t('page.dashboard.heading')} reader={reader}>
            {(found) => <Figures dashboard={found} asked={asked} indicators={known} reader={reader} />}
          </Awaited>
        )}
      </Awaited>
    </>
  );
}

/** All that the record says of a period, each figure with how sure it is and where it comes from. */
export function DashboardPage({ reader }: PageProps) {
  const { t } = reader;
  const plans = useQuery({ queryKey: ['plans'], queryFn: fetchPlans });
  return (
    <>
      <PageTitle heading={t('page.dashboard.heading')} intro={t('page.dashboard.intro')} />
      <Awaited of={plans} label={t('page.dashboard.heading')} reader={reader}>
        {(found) => <Asking plans={found} reader={reader} />}
      </Awaited>
    </>
  );
}
