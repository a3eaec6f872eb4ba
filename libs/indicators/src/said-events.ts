import type { Occurred, RecordedEvent, SourceRef } from '@app/decider';
import type { Database } from 'better-sqlite3';
import type { Known } from './known';
import { statement } from './statements';

/** An event of a folded term as it stands at K; of its envelope only what is kept beside the facts. */
export type SaidEvent = Pick<
  RecordedEvent,
  'id' | 'streamId' | 'type' | 'occurred' | 'recordedAt' | 'organisation' | 'data' | 'sourceRef'
> & {
  /** Place in log order of the first event of its chain; never shown. */
  readonly place: number;
};

interface SaidRow {
  readonly place: number;
  readonly event_id: string;
  readonly stream_id: string;
  readonly type: string;
  readonly occurred: string;
  readonly recorded_at: string;
  readonly organisation: string;
  readonly source_ref: string | null;
  readonly data: string;
}

export interface Said {
  /** Name of a term that is `folded`. */
  readonly term: string;
  /** One stream of it; absent: all of them. */
  readonly stream?: string;
  /** One type of event; absent: all of them. */
  readonly type?: string;
  /** Synthetic events too; a view of the record leaves them out. */
  readonly synthetic?: boolean;
}

/**
 * What was said of a folded term as known at K: a correction stands in the place of what it corrects, what was withdrawn is gone. In log order, so a view
 * is the fold of the term's own `evolve` over them. The members of the envelope that are not kept are absent: an `evolve` of a folded term reads none.
 */
export function saidEvents(
  db: Database,
  known: Known,
  { term, stream, type, synthetic = false }: Said,
): readonly (RecordedEvent & SaidEvent)[] {
  const rows = statement<SaidRow>(
    db,
    `SELECT place, event_id, stream_id, type, occurred, recorded_at, organisation, source_ref, data FROM said_events
     WHERE term = ? ${stream === undefined ? '' : 'AND stream_id = ?'} ${type === undefined ? '' : 'AND type = ?'} AND synthetic <= ? AND ordinal <= ? AND known_to > ? ORDER BY place, ordinal`,
  ).all(term, ...[stream, type].filter((part) => part !== undefined), synthetic ? 1 : 0, known.ordinal, known.ordinal);
  return rows.map((row): SaidEvent => ({
    place: row.place,
    id: row.event_id,
    streamId: row.stream_id,
    type: row.type,
    occurred: JSON.parse(row.occurred) as Occurred,
    recordedAt: row.recorded_at,
    organisation: row.organisation,
    data: JSON.parse(row.data) as SaidEvent['data'],
    ...(row.source_ref === null ? {} : { sourceRef: JSON.parse(row.source_ref) as SourceRef }),
  })) as unknown as readonly (RecordedEvent & SaidEvent)[];
}
