import type { Database } from 'better-sqlite3';
import { definitionsFor } from '../definitions-at';
import { queryOfFigure } from '../figure-query';
import type { FigureOptions } from '../figure';
import { evaluate } from '../figures';
import { knownOf } from '../known';
import { chainOf, rootOf, rootsOf } from '../provenance';
import { statement } from '../statements';

/** The first events of what a figure rests on at its own K: its facts and links, the claims beside it, and the coverage that makes it complete. */
function restsOn(db: Database, figureId: string, options: FigureOptions): readonly number[] {
  const query = queryOfFigure(figureId);
  if (query.through === undefined) return [];
  const known = knownOf(db, query, options);
  const all = definitionsFor(db, known, options.definitions);
  // A version of the product may be gone since: then what its latest version rests on is the nearest that can be told.
  const own = all.versions.get(query.indicator) ?? [];
  const definition = own.find(({ version }) => version === query.version) ?? own.at(-1);
  if (!definition) return [];
  const { figure, rows, coverageEvents } = evaluate(db, known, query, definition, all.latest);
  const ordinalOf = statement<number>(db, 'SELECT ordinal FROM fact_events WHERE event_id = ?', true);
  const said = [...figure.claims.map(({ eventId }) => eventId), ...(figure.coverage === 'complete' ? coverageEvents : [])];
  const beside = said.flatMap((id) => ordinalOf.get(id) ?? []).map((ordinal) => rootOf(db, ordinal));
  return [...rootsOf(db, known, query, definition, all.latest, rows()), ...beside];
}

/** The place of the first event of the chain that an event is of; undefined for one that nothing here rests on. */
export const chainOfEvent = (db: Database, eventId: string): number | undefined =>
  statement<number>(db, 'SELECT root FROM fact_events WHERE event_id = ?', true).get(eventId);

/**
 * The events after one K, up to another, that bear on a figure: they recorded, corrected or withdrew what it rests on at either. `before` and `after`
 * are the ids of the same figure at both. In log order.
 */
export function eventsBetween(db: Database, before: string, after: string, options: FigureOptions): readonly string[] {
  const ordinalOf = (figureId: string): number => {
    const query = queryOfFigure(figureId);
    return knownOf(db, query).ordinal;
  };
  const roots = new Set([...restsOn(db, before, options), ...restsOn(db, after, options)]);
  const events = [...roots].flatMap((root) => chainOf(db, root, ordinalOf(before), ordinalOf(after)));
  return events.sort((one, other) => one.ordinal - other.ordinal).map(({ event_id }) => event_id);
}
