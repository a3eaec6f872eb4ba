import type { Database } from 'better-sqlite3';
import type { IndicatorDefinition } from './definition';
import { definitionsFor } from './definitions-at';
import { ROWS_PER_EVENT } from './facts.schema';
import { type FactRow, FactSource } from './fact-rows';
import { type CanonicalQuery, queryOfFigure } from './figure-query';
import { definitionOf, evaluate } from './figures';
import { type Known, knownOf } from './known';
import type { LinkRow, PersonOf } from './persons';
import type { Provenance } from './provenance.answer';
import { statement } from './statements';

const PAGE = 1_000;

const eventOf = (id: number): number => Math.floor(id / ROWS_PER_EVENT);

/** The first events of the chains that made a row: of the one that stated it, and of the one that changed it. */
function chainsOf(rows: readonly Pick<FactRow, 'id' | 'root' | 'changed_by'>[]): readonly number[] {
  const ordinals = rows.flatMap((row) => [row.root, eventOf(row.id), ...(row.changed_by === null ? [] : [row.changed_by])]);
  return [...new Set(ordinals)];
}

/** Whether a definition, or a part of it, counts different subjects. */
const countsSubjects = ({ measure }: IndicatorDefinition, all: ReadonlyMap<string, IndicatorDefinition>): boolean =>
  measure.op === 'compose'
    ? measure.parts.some(({ indicator }) => countsSubjects(definitionOf(all, indicator), all))
    : measure.op === 'distinct' && (measure.of.key ?? 'subject') === 'subject';

/** A count of different persons rests on the links that it followed as well. */
function linksOf(db: Database, known: Known, query: CanonicalQuery, rows: readonly FactRow[]): readonly LinkRow[] {
  const kids = rows.flatMap(({ subject_kind: kind, subject_key: key }) => (kind === 'care' && key !== null ? [key] : []));
  return new FactSource(db, known, query).persons()?.linksAmong(kids) ?? [];
}

/** The first events of the chains that a figure rests on: those of its facts, and of the links that it followed. */
export function rootsOf(
  db: Database,
  known: Known,
  query: CanonicalQuery,
  definition: IndicatorDefinition,
  all: ReadonlyMap<string, IndicatorDefinition>,
  rows: readonly FactRow[],
): ReadonlySet<number> {
  const links = countsSubjects(definition, all) ? linksOf(db, known, query, rows) : [];
  const ordinals = chainsOf([...rows, ...links]);
  return new Set(ordinals.map((ordinal) => rootOf(db, ordinal)));
}

export const rootOf = (db: Database, ordinal: number): number =>
  statement<number>(db, 'SELECT root FROM fact_events WHERE ordinal = ?', true).get(ordinal) ?? ordinal;

interface ChainEvent {
  readonly ordinal: number;
  readonly event_id: string;
}

/** The events of the chain that begins with `root`, those after one ordinal up to another. */
export const chainOf = (db: Database, root: number, after: number, until: number): readonly ChainEvent[] =>
  statement<ChainEvent>(
    db,
    `SELECT e.ordinal, e.event_id FROM fact_events e
     WHERE e.stream = (SELECT stream FROM fact_events WHERE ordinal = ?) AND e.root = ? AND e.ordinal > ? AND e.ordinal <= ?`,
  ).all(root, root, after, until);

/**
 * What a figure rests on. The answer stays the same for one `figureId`, whatever is recorded later.
 * @throws BadQuery for an id that no figure has.
 */
export function provenance(
  db: Database,
  figureId: string,
  options: {
    readonly after?: string;
    readonly limit?: number;
    readonly definitions?: ReadonlyMap<string, IndicatorDefinition>;
    readonly personOf?: PersonOf;
  } = {},
): Provenance {
  const query = queryOfFigure(figureId);
  const known = knownOf(db, query, options);
  const all = definitionsFor(db, known, options.definitions);
  const definition = all.pinned(query);
  const { figure, rows, coverageEvents } = evaluate(db, known, query, definition, all.latest);

  const roots = rootsOf(db, known, query, definition, all.latest, rows());
  const found = new Map<number, string>();
  for (const root of roots) for (const { ordinal, event_id } of chainOf(db, root, 0, known.ordinal)) found.set(ordinal, event_id);
  const ordinalOf = db.prepare<[string], number>('SELECT ordinal FROM fact_events WHERE event_id = ?').pluck();
  const used = figure.coverage === 'complete' ? coverageEvents : [];
  for (const id of used) found.set(ordinalOf.get(id) ?? known.ordinal, id);

  const events = [...found].sort(([a], [b]) => a - b).map(([, id]) => id);
  const start = options.after === undefined ? 0 : events.indexOf(options.after) + 1;
  const page = events.slice(start, start + (options.limit ?? PAGE));
  const claims = figure.claims.map(({ eventId, source, raw }) => ({ eventId, ...(source ? { source } : {}), raw }));
  return { figureId, events: page, claims, next: start + page.length < events.length ? (page.at(-1) ?? null) : null };
}
