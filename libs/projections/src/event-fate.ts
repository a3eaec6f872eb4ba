import { DUPLICATE, WITHDRAWN } from '@app/decider';
import type { Database } from 'better-sqlite3';
import type { EventIndexRow } from './event-index.projection';

/** What became of an event: a mark that it is a duplicate takes it out of the record as a withdrawal does. */
export type EventFate = 'stands' | 'corrected' | 'withdrawn';

type Entry = Pick<EventIndexRow, 'event_id' | 'type'>;

const ENDS: readonly string[] = [WITHDRAWN, DUPLICATE];

/**
 * What had become of an event by a place in log order, whatever it states and whether any figure rests on it; undefined for what was not in the record by
 * then. `index` is the database of the event index.
 */
export function fateOf(index: Database, eventId: string, ordinal: number): EventFate | undefined {
  const recorded = index.prepare<[string, number], Entry>('SELECT event_id, type FROM event_index WHERE event_id = ? AND ordinal <= ?');
  if (!recorded.get(eventId, ordinal)) return undefined;
  const correcting = index.prepare<[string, number], Entry>('SELECT event_id, type FROM event_index WHERE corrects = ? AND ordinal <= ?');
  let fate: EventFate = 'stands';
  for (let later = correcting.get(eventId, ordinal); later; later = correcting.get(later.event_id, ordinal)) {
    fate = ENDS.includes(later.type) ? 'withdrawn' : 'corrected';
  }
  return fate;
}
