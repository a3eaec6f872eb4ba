import type { ProjectedEvent, Projection } from './projection';

/** One row of `event_index`; undecodable events have no day. */
export interface EventIndexRow {
  readonly ordinal: number;
  readonly position: string;
  readonly event_id: string;
  readonly stream_id: string;
  readonly type: string;
  /** Brussels day of the event's own `recordedAt`. */
  readonly recorded_on: string | null;
  readonly decodable: 0 | 1;
  /** Id of the event that it corrects, withdraws or marks a duplicate. */
  readonly corrects: string | null;
}

/**
 * Where every event stands: id to position, place, stream and type, and which event it corrects. The events themselves stay in the event store, which has no index on the id.
 * `dayOf` gives the Brussels day of an instant.
 */
export function createEventIndex(dayOf: (instant: number) => string): Projection {
  return {
    name: 'event-index',
    version: 2,
    order: 'log',
    create: (db) =>
      db.exec(`CREATE TABLE event_index (
        ordinal INTEGER PRIMARY KEY, position TEXT NOT NULL, event_id TEXT NOT NULL, stream_id TEXT NOT NULL, type TEXT NOT NULL,
        recorded_on TEXT, decodable INTEGER NOT NULL, corrects TEXT) STRICT`),
    index: (db) =>
      db.exec(`CREATE UNIQUE INDEX event_index_id ON event_index (event_id);
        CREATE UNIQUE INDEX event_index_position ON event_index (position);
        CREATE INDEX event_index_corrects ON event_index (corrects) WHERE corrects IS NOT NULL;
        CREATE INDEX event_index_reactions ON event_index (ordinal) WHERE type = 'ReactionSettled'`),
    open: (db) => {
      const insert = db.prepare<[number, string, string, string, string, string | null, number, string | null]>(
        'INSERT INTO event_index VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      );
      return (events: readonly ProjectedEvent[]) => {
        for (const projected of events) {
          const { ordinal, position } = projected;
          if (projected.kind === 'event') {
            const { id, streamId, type, recordedAt, corrects } = projected.event;
            insert.run(ordinal, position, id, streamId, type, dayOf(Date.parse(recordedAt)), 1, corrects ?? null);
          } else {
            insert.run(ordinal, position, projected.eventId, projected.streamId, projected.type, null, 0, null);
          }
        }
      };
    },
  };
}
