import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FigureEvents as Provenance, PublicEvent } from '../../../api/src/answers';
import { ColumnHeads } from '../column-heads';
import { get } from '../api';
import { Awaited } from '../awaited';
import { dayOf } from '../days';
import { dayIn, daysIn, type Reader } from '../language';
import { TextLink } from '../text-link';

/** As many as fit a screen; the others stand behind a button. */
const SHOWN = 25;

const sourceIn = ({ sourceRef }: PublicEvent, { t }: Reader): string =>
  sourceRef ? t('page.source', { ref: sourceRef.ref, line: sourceRef.locator }) : '';

function EventRow({ event, reader }: { event: PublicEvent; reader: Reader }) {
  const { t, language, events } = reader;
  const { id, type, occurred, team, corrects, recordedLate, recordedAt } = event;
  return (
    <Table.Tr data-event={id}>
      <Table.Td>{daysIn(occurred, language)}</Table.Td>
      <Table.Td>
        <TextLink href={`/api/events/${id}`}>{events.get(type) ?? type}</TextLink>
        {corrects && ` (${t('page.events.corrects')})`}
      </Table.Td>
      <Table.Td>{team ?? t('page.events.noTeam')}</Table.Td>
      <Table.Td>{sourceIn(event, reader)}</Table.Td>
      <Table.Td>
        {dayIn(dayOf(recordedAt), language)}
        {recordedLate !== undefined && ` (${t('page.events.late', { days: recordedLate })})`}
      </Table.Td>
    </Table.Tr>
  );
}

/** A table of events, in the order of the record. */
export function EventTable({ events, caption, reader }: { events: readonly PublicEvent[]; caption: string; reader: Reader }) {
  return (
    <Table className="stacked" captionSide="top" verticalSpacing={4}>
      <Table.Caption>{caption}</Table.Caption>
      <ColumnHeads
        labels={['page.events.day', 'page.events.what', 'page.events.team', 'page.events.source', 'page.events.recorded']}
        reader={reader}
      />
      <Table.Tbody>
        {events.map((event) => (
          <EventRow key={event.id} event={event} reader={reader} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Events({ of: { events, claims, next }, figureId, reader }: { of: Provenance; figureId: string; reader: Reader }) {
  const { t } = reader;
  const [all, showAll] = useState(false);
  const shown = all ? events : events.slice(0, SHOWN);
  return (
    <>
      {events.length === 0 && <Text size="sm">{t('page.events.none')}</Text>}
      {events.length > 0 && (
        <EventTable events={shown} caption={t('page.events.caption', { shown: shown.length, total: events.length })} reader={reader} />
      )}
      {shown.length < events.length && (
        <Button variant="default" size="xs" mt="xs" className="screen-only" onClick={() => showAll(true)}>
          {t('page.events.all', { total: events.length })}
        </Button>
      )}
      {next !== null && (
        <Text size="sm" mt="xs">
          <TextLink href={`/api/figures/${figureId}/events?after=${next}`}>{t('page.events.more')}</TextLink>
        </Text>
      )}
      {claims.length > 0 && (
        <ul className="list" data-claims>
          {claims.map(({ eventId, raw, source }) => (
            <li key={eventId}>
              <Text size="sm">
                <TextLink href={`/api/events/${eventId}`}>{t('page.figure.printed', { raw })}</TextLink>
                {source && `, ${t('page.source', { ...source })}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a figure rests on: the events behind it, and the lines of the documents that claim it. */
export function FigureEvents({ figureId, reader }: { figureId: string; reader: Reader }) {
  const provenance = useQuery({
    queryKey: ['provenance', figureId],
    queryFn: () => get<Provenance>(`/api/figures/${figureId}/events`),
    staleTime: Infinity,
  });
  return (
    <Awaited of={provenance} label={reader.t('page.events.heading')} reader={reader}>
      {(found) => <Events of={found} figureId={figureId} reader={reader} />}
    </Awaited>
  );
}
