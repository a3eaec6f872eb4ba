import { Group, Text } from '@mantine/core';
import type { Reader } from '../language';
import { TextLink } from '../text-link';
import type { Export } from './dashboard';

/** Links that take figures out as files. */
export function ExportLinks({ of, what, reader: { t } }: { of: readonly Export[]; what: string; reader: Reader }) {
  return (
    <Group gap="sm" className="screen-only" my="xs">
      <Text size="sm">{t('page.dashboard.takeOut')}</Text>
      {of.map(({ format, address }) => (
        <TextLink key={format} href={address} aria-label={`${t(`page.format.${format}`)}, ${what}`}>
          {t(`page.format.${format}`)}
        </TextLink>
      ))}
    </Group>
  );
}
