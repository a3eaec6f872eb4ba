import { Alert, AppShell, Container, Group, Loader, SegmentedControl, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchLabels } from './api';
import { type Language, LANGUAGES, translator } from './language';
import { HEADER_HEIGHT, PlanPage } from './plan-page';
import { useUrlState } from './url-state';

const preferred = (): Language => LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'nl';

export function App() {
  const [chosen, choose] = useUrlState('lang', preferred());
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
          {labels.isSuccess && <PlanPage plan="2021" language={language} t={t} />}
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
