import { Anchor, Group, SegmentedControl, Title } from '@mantine/core';
import { LANGUAGES, type Reader } from './language';
import { addressOf, type PageCode, PAGES } from './pages';

interface Props {
  readonly page: PageCode;
  readonly onLanguage: (language: string) => void;
  readonly reader: Reader;
}

/** Above every page: where one is, where else one can go, and in which language it is read. */
export function SiteHeader({ page, onLanguage, reader: { t, language } }: Props) {
  return (
    <header className="site-header">
      <a href="#content" className="skip screen-only">
        {t('page.skip')}
      </a>
      <Group justify="space-between" gap="xs">
        <Title order={1} size="h3">
          Kroniek
        </Title>
        <SegmentedControl
          className="screen-only"
          aria-label={t('page.language')}
          value={language}
          onChange={onLanguage}
          data={LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      </Group>
      <Group component="nav" className="screen-only" gap="md" mt="xs" aria-label={t('page.pages')}>
        {PAGES.map(({ code, label }) => (
          <Anchor key={code} href={addressOf(code, language)} c="dark.9" size="sm" aria-current={code === page ? 'page' : undefined}>
            {t(label)}
          </Anchor>
        ))}
      </Group>
    </header>
  );
}
