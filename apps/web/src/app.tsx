import { Alert, Container, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useEffect } from 'react';
import { get } from './api';
import { ContradictionsPage } from './contradictions/contradictions-page';
import { DashboardPage } from './dashboard/dashboard-page';
import { eventNames, type Language, LANGUAGES, type LabelTree, type PageProps, translator } from './language';
import { type PageCode, pageIn } from './pages';
import { PlanPage } from './plan/plan-page';
import { ReportsPage } from './reports/reports-page';
import { SelfEvaluationPage } from './self-evaluation/self-evaluation-page';
import { SiteHeader } from './site-header';
import { TerritoriesPage } from './territories/territories-page';
import { TokenKeeper } from './token';
import { useUrlState } from './url-state';

const PAGE_OF: Readonly<Record<PageCode, ComponentType<PageProps>>> = {
  plan: PlanPage,
  dashboard: DashboardPage,
  territories: TerritoriesPage,
  contradictions: ContradictionsPage,
  'self-evaluation': SelfEvaluationPage,
  reports: ReportsPage,
};

const preferred = (): Language => LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'nl';

const fetchLabels = (language: Language): Promise<LabelTree> => get(`/api/labels/${language}`);

export function App() {
  const [chosen, choose] = useUrlState('lang', preferred());
  const [named] = useUrlState('page');
  const page = pageIn(named);
  const language = LANGUAGES.find((known) => known === chosen) ?? preferred();
  const labels = useQuery({ queryKey: ['labels', language], queryFn: () => fetchLabels(language), staleTime: Infinity });

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (labels.isPending) return <Loader aria-label="…" m="md" />;
  if (labels.isError) return <Alert color="red">{labels.error.message}</Alert>;
  const reader = { language, t: translator(labels.data), events: eventNames(labels.data) };
  const Page = PAGE_OF[page];
  return (
    <TokenKeeper>
      <SiteHeader page={page} onLanguage={choose} reader={reader} />
      <Container component="main" id="content" tabIndex={-1} size="xl" py="md">
        <Page reader={reader} />
      </Container>
    </TokenKeeper>
  );
}
