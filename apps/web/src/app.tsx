import { Alert, Anchor, AppShell, Container, Group, Loader, SegmentedControl, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchLabels } from './api';
import { type Language, LANGUAGES, translator } from './language';
import { addressOf, pageIn, PAGES } from './pages';
import { HEADER_HEIGHT, PlanPage } from './plan-page';
import { SelfEvaluationPage } from './self-evaluation-page';
import { useUrlState } from './url-state';

const preferred = (): Language => LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'nl';

export function App() {
  const [chosen, choose] = useUrlState('lang', preferred());
  const [named] = useUrlState('page');
  const page = pageIn(named);
  const language = LANGUAGES.find((known) => known === chosen) ?? preferred();
  const labels = useQuery({ queryKey: ['labels', language], queryFn: () => fetchLabels(language), staleTime: Infinity });

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const t = translator(labels.data ?? {});
  return (
    <AppShell header={{ height: HEADER_HEIGHT }} padding="md">
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Title order={1} size="h3">
            Kroniek
          </Title>
          {labels.isSuccess && (
            <Group component="nav" gap="md" wrap="nowrap" aria-label={t('page.pages')}>
              {PAGES.map(({ code, label }) => (
                <Anchor key={code} href={addressOf(code, language)} c="dark.9" size="sm" aria-current={code === page ? 'page' : undefined}>
                  {t(label)}
                </Anchor>
              ))}
            </Group>
          )}
          <SegmentedControl
            aria-label={t('page.language')}
            value={language}
            onChange={choose}
            data={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        <Container size="xl">
          {labels.isPending && <Loader aria-label="…" />}
          {labels.isError && <Alert color="red">{labels.error.message}</Alert>}
          {labels.isSuccess && page === 'plan' && <PlanPage plan="2021" language={language} t={t} />}
          {labels.isSuccess && page === 'self-evaluation' && <SelfEvaluationPage language={language} t={t} />}
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
