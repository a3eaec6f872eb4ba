import type { Edition } from '@app/indicators/answers';
import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ColumnHeads } from '../column-heads';
import { Awaited } from '../awaited';
import { dayOf } from '../days';
import { dayIn, type Reader } from '../language';
import { TextLink } from '../text-link';
import { useUrlState } from '../url-state';
import { fetchChanges, filesOf, sentencesOf } from './reports';

function Changed({ edition: { id }, reader }: { edition: Edition; reader: Reader }) {
  const { language, t } = reader;
  const changes = useQuery({ queryKey: ['changes', id, language], queryFn: () => fetchChanges(id, language) });
  return (
    <Awaited of={changes} label={t('page.reports.since')} reader={reader}>
      {(found) => (
        <div className="panel" id={`since-${id}`} data-changes>
          <Text size="sm" fw={600}>
            {found.sentence[language]}
          </Text>
          <ul>
            {sentencesOf(found, language).map((sentence) => (
              <li key={sentence}>
                <Text size="sm">{sentence}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Awaited>
  );
}

function EditionRow({ edition, reader }: { edition: Edition; reader: Reader }) {
  const { t, language } = reader;
  const [since, ask] = useUrlState('since');
  const { id, view, subject, period, current, asOf, recordedAt } = edition;
  const open = since === id;
  const of = subject === 'record' ? t('page.reports.wholeRecord') : subject;
  const name = `${t(`reporting-period.value.view.${view}`)}, ${of}, ${period}, ${t('page.reports.edition', { edition: edition.edition })}`;
  return (
    <>
      <Table.Tr data-edition={id}>
        <Table.Th scope="row">{name}</Table.Th>
        <Table.Td>
          <Text size="sm">{t('page.reports.frozen', { day: dayIn(dayOf(recordedAt), language), asOf: dayIn(asOf, language) })}</Text>
          <Badge variant="outline" color="gray.9" tt="none" h="auto">
            {t(current ? 'page.reports.stands' : 'page.reports.reopened')}
          </Badge>
        </Table.Td>
        <Table.Td className="screen-only">
          <Group gap="sm">
            {filesOf(edition).map(({ format, language: sentIn = '', address }) => (
              <TextLink key={address} href={address} aria-label={`${t(`page.format.${format}`)} ${sentIn.toUpperCase()}, ${name}`}>
                {t(`page.format.${format}`)} {sentIn.toUpperCase()}
              </TextLink>
            ))}
          </Group>
          <Button
            variant="default"
            size="xs"
            mt="xs"
            aria-expanded={open}
            aria-controls={open ? `since-${id}` : undefined}
            onClick={() => ask(open ? '' : id)}
          >
            {t('page.reports.since')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={3}>
            <Changed edition={edition} reader={reader} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What was frozen and sent, and what the record says otherwise since. */
export function EditionList({ editions, reader }: { editions: readonly Edition[]; reader: Reader }) {
  const { t } = reader;
  if (editions.length === 0) return <Text>{t('page.reports.noEditions')}</Text>;
  return (
    <Table className="plan" verticalSpacing="xs">
      <ColumnHeads labels={['page.reports.what', 'page.reports.when', 'page.reports.files']} reader={reader} />
      <Table.Tbody>
        {editions.map((edition) => (
          <EditionRow key={edition.id} edition={edition} reader={reader} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
