import type { Database } from 'better-sqlite3';
import { ROWS_PER_EVENT } from '../facts.schema';
import type { Known } from '../known';
import { statement } from '../statements';
import type { Contradiction } from './contradiction';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** A printed figure speaks of the day of its data, or on which it was stated; failing that, and of a target, of its period. */
const PRINTED = `
  SELECT event_id AS eventId, coalesce(data_on, stated_on, period_from) AS "from", coalesce(data_on, stated_on, period_to) AS "to" FROM claims
  WHERE known_from <= ? AND known_to > ?
  UNION ALL SELECT event_id, period_from, period_to FROM targets WHERE known_from <= ? AND known_to > ?`;

const HAPPENED = `
  SELECT min(f.on_from) AS "from", max(f.on_to) AS "to" FROM fact_events e
  JOIN facts f ON f.id >= e.ordinal * ${ROWS_PER_EVENT} AND f.id < (e.ordinal + 1) * ${ROWS_PER_EVENT} WHERE e.event_id = ?`;

/** The contradictions with the days of each side, so that a reader sees which is the older. */
export function dated(db: Database, { ordinal }: Known, found: readonly Contradiction[]): readonly Contradiction[] {
  const printed = statement<Days & { readonly eventId: string }>(db, PRINTED).all(ordinal, ordinal, ordinal, ordinal);
  const days = new Map(printed.map(({ eventId, from, to }) => [eventId, { from, to }]));
  const daysOf = (eventId: string): Days | undefined => {
    const known = days.get(eventId) ?? statement<Days | { from: null }>(db, HAPPENED).get(eventId);
    return known?.from ? known : undefined;
  };
  return found.map((one) => ({
    ...one,
    evidence: one.evidence.map((side) => {
      const on = daysOf(side.eventId);
      return { ...side, ...(on ? { on } : {}) };
    }),
  }));
}
