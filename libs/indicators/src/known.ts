import type { Database } from 'better-sqlite3';
import { BadQuery, type CanonicalQuery, checkDay } from './figure-query';
import type { PersonOf } from './persons';
import { statement } from './statements';

/** K: what had been recorded. `ordinal` counts in log order inside this read database and is never shown; `through` is. */
export interface Known {
  readonly ordinal: number;
  readonly through?: string;
  /** K's day: of the query, or the last day of recording. */
  readonly day: string;
  /** Absent: nobody can say which slots are of one person, and each counts as one. */
  readonly personOf?: PersonOf;
}

interface DayRow {
  readonly day: string;
  readonly ordinal: number;
}

const NOTHING = 0;

function throughAt(db: Database, ordinal: number): string | undefined {
  return db
    .prepare<[number], string>('SELECT event_id FROM fact_events WHERE ordinal <= ? ORDER BY ordinal DESC LIMIT 1')
    .pluck()
    .get(ordinal);
}

/** First day of recording; undefined for an empty log. */
export const recordStarts = (db: Database): string | undefined =>
  db.prepare<[], string>('SELECT min(day) FROM days').pluck().get() ?? undefined;

/** Position of the last event that the projection has taken in. */
export const positionOf = (db: Database): string | undefined =>
  db.prepare<[], string>('SELECT position FROM days ORDER BY day DESC LIMIT 1').pluck().get();

/** Whether K is all that bears on figures: what stands now is what stood then. */
export const isHead = (db: Database, { ordinal }: Known): boolean =>
  (statement<number | null>(db, 'SELECT max(ordinal) FROM fact_events', true).get() ?? 0) <= ordinal;

/** Who asks: the Brussels day of the asking, and the vault's answer to whose slot is whose. */
export interface Asking {
  /** K's day of a question for now. Absent: the last day of recording. */
  readonly today?: string;
  /** For counts of different care persons. */
  readonly personOf?: PersonOf;
}

/**
 * The prefix of the log that a query may know: through an event, by a day, or all of it.
 * @throws BadQuery `query.unknown-event` when `through` names no event that bears on figures, `query.bad-day` for a `knownOn` that is no day.
 */
export function knownAt(
  db: Database,
  asked: { readonly through?: string; readonly knownOn?: string },
  { today, personOf }: Asking = {},
): Known {
  const persons = personOf ? { personOf } : {};
  if (asked.knownOn !== undefined) checkDay(asked.knownOn, 'knownOn');
  if (asked.through !== undefined) {
    const row = db.prepare<[string], { ordinal: number }>('SELECT ordinal FROM fact_events WHERE event_id = ?').get(asked.through);
    if (!row) throw new BadQuery('query.unknown-event', 'through');
    const day =
      asked.knownOn ??
      db.prepare<[number], string>('SELECT day FROM days WHERE ordinal >= ? ORDER BY ordinal LIMIT 1').pluck().get(row.ordinal);
    return { ordinal: row.ordinal, through: asked.through, day: day ?? '', ...persons };
  }
  const last =
    asked.knownOn === undefined
      ? db.prepare<[], DayRow>('SELECT day, ordinal FROM days ORDER BY day DESC LIMIT 1').get()
      : db.prepare<[string], DayRow>('SELECT day, ordinal FROM days WHERE day <= ? ORDER BY day DESC LIMIT 1').get(asked.knownOn);
  const day = asked.knownOn ?? today ?? last?.day ?? '1970-01-01';
  if (!last) return { ordinal: NOTHING, day, ...persons };
  const through = throughAt(db, last.ordinal);
  return { ordinal: last.ordinal, ...(through === undefined ? {} : { through }), day, ...persons };
}

/** K of a question that holds it, as a figure's id does; what was pinned over an empty record knows nothing, whatever is recorded later. */
export function knownOf(db: Database, pinned: Pick<CanonicalQuery, 'through' | 'knownOn'>, { personOf }: Asking = {}): Known {
  const persons = personOf ? { personOf } : {};
  return pinned.through === undefined ? { ordinal: NOTHING, day: pinned.knownOn, ...persons } : knownAt(db, pinned, persons);
}
