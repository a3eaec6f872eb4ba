import { addDays, lastOfMonth } from './calendar';
import type { Anchor, Selection } from './definition';
import type { DayRange } from './fact-range';
import { ALL_SCOPES, ALL_SHAPES, MONTH, REACHING, YEAR } from './fact-rollups';
import { type By, type FactRow, type FactSource, judge, LONGEST, type Selected, type Whereabouts } from './fact-rows';
import { OPEN } from './facts.schema';
import type { CanonicalQuery } from './figure-query';
import { isHead } from './known';
import type { Weighed } from './measured';
import { statement } from './statements';
import { type Tally, TALLIED, tallyOf, together } from './tally';

/** C and Q added up; the facts are looked up when they are asked for. */
export interface Tallied {
  readonly inside: Tally;
  readonly partly: Tally;
  readonly notAssessable: number;
  /** All of them by scope, where the question is about a plan. */
  readonly weighed: readonly Weighed[];
  readonly rows: () => readonly FactRow[];
}

interface Cell extends Tally {
  readonly scope: number;
  /** First and last period that its facts may lie in, or `REACHING` and one that they touch. */
  readonly since: string;
  readonly until: string;
  /** Of sets that cross a month, the months of their dates; else empty. */
  readonly dates: string;
  readonly dims: string | null;
}

/** A window of whole years or whole months; `since` and `until` are as many characters of their days as the grain keeps. */
interface Periods {
  readonly grain: number;
  readonly since: string;
  readonly until: string;
  /** The last period that a fact which reaches into the window can end in. */
  readonly beyond: string;
}

/** No fact that stands reaches into the days of `range`. */
function untouched({ db }: FactSource, kinds: string, { from, to }: DayRange): boolean {
  const touching = statement(
    db,
    `SELECT 1 FROM facts f WHERE f.kind IN (${kinds}) AND f.r_to BETWEEN ? AND ? AND f.known_to = ${OPEN}
     UNION ALL
     SELECT 1 FROM facts f WHERE f.kind IN (${kinds}) AND f.r_from < f.r_to AND f.r_from BETWEEN ? AND ? AND f.r_to > ? AND f.known_to = ${OPEN} LIMIT 1`,
  );
  return touching.get(from, to, addDays(from, -LONGEST), to, to) === undefined;
}

/**
 * A window that ends on `asOf` answers the same as its whole period, or its whole last month, when nothing lies in the rest of it: so it is today for
 * whatever was held.
 */
function periodsOf(source: FactSource, kinds: string, { from, to }: DayRange): Periods | undefined {
  if (!from.endsWith('-01')) return undefined;
  const end = [source.query.to, lastOfMonth(to)].find(
    (day) => day === lastOfMonth(day) && (day === to || untouched(source, kinds, { from: addDays(to, 1), to: day })),
  );
  if (end === undefined) return undefined;
  const grain = from.endsWith('-01-01') && end.endsWith('-12-31') ? YEAR : MONTH;
  return { grain, since: from.slice(0, grain), until: end.slice(0, grain), beyond: addDays(end, LONGEST).slice(0, grain) };
}

const COLUMNS = ['scope', 'since', 'until', 'dates', ...TALLIED].map((column) => `f.${column}`).join(', ');

/** The level that is no finer than the question, in SQL for cells `f`. */
function levelOf(
  { organisation, origin }: CanonicalQuery,
  by: By,
  judged: boolean,
): { readonly sql: string; readonly params: readonly string[] } {
  const scopes = by === 'scope' ? '' : ` AND f.scope = ${ALL_SCOPES}`;
  if (organisation !== undefined)
    return { sql: `${scopes} AND f.shape IN (SELECT id FROM fact_shapes WHERE organisation = ?)`, params: [organisation] };
  if (!judged && origin === 'record') return { sql: `${scopes} AND f.shape = ${ALL_SHAPES}`, params: [] };
  return { sql: `${scopes} AND f.shape ${by === 'scope' ? '>' : '<'} ${ALL_SHAPES}`, params: [] };
}

/** How the cells of a window are found: those of its one period, or those within it and those that reach into it from either side. */
interface Way {
  readonly sql: (cells: string) => string;
  readonly params: (periods: Periods, cells: readonly unknown[]) => readonly unknown[];
}

const OF_ONE: Way = {
  sql: (cells) => `${cells} AND f.until = ? AND f.since IN (?, '${REACHING}')`,
  params: ({ since }, cells) => [...cells, since, since],
};

const OF_SEVERAL: Way = {
  sql: (cells) => `${cells} AND f.until BETWEEN ? AND ? AND f.since > '${REACHING}'
    UNION ALL ${cells} AND f.since < f.until AND f.since > '${REACHING}' AND f.until > ? AND f.until <= ? AND f.since <= ?`,
  params: ({ since, until, beyond }, cells) => [...cells, since, until, ...cells, until, beyond, until],
};

function cellsOf(source: FactSource, kinds: string, judged: boolean, periods: Periods, way: Way): readonly Cell[] {
  const { sql, params, by } = source.narrowed('fact_rollups');
  const level = levelOf(source.query, by, judged);
  const shapes = judged || sql.includes('s.');
  const cells = `SELECT ${COLUMNS}, ${shapes ? 's.dims AS dims' : 'NULL AS dims'}
    FROM fact_rollups f ${shapes ? 'CROSS JOIN fact_shapes s ON s.id = abs(f.shape)' : ''}
    WHERE f.kind IN (${kinds}) AND f.grain = ? AND f.facts > 0 ${level.sql} ${sql}`;
  return statement<Cell>(source.db, way.sql(cells)).all(...way.params(periods, [periods.grain, ...level.params, ...params]));
}

function placeOf({ since, until, dates }: Cell, window: Periods): Whereabouts {
  if (since === REACHING) return 'partly';
  if (since >= window.since && until <= window.until) return 'inside';
  const months = dates === '' ? undefined : dates.split(',').map((month) => month.slice(0, window.grain));
  return !months || months.some((month) => month >= window.since && month <= window.until) ? 'partly' : undefined;
}

/** The days that the facts of a cell can lie on; no month has more. */
function daysOf({ since, until }: Cell): DayRange {
  const from = `${since === REACHING ? until : since}-01-01`.slice(0, 10);
  const to = `${until}${until.length === YEAR ? '-12' : ''}-31`;
  return since === REACHING ? { from: addDays(from, -LONGEST), to: addDays(lastOfMonth(to), LONGEST) } : { from, to };
}

/** The cells that a window has by one way, added up; undefined where a place came to the territory or left it while their facts may have been there. */
function added(source: FactSource, of: Selection, kinds: string, periods: Periods, way: Way): Omit<Tallied, 'rows'> | undefined {
  const conditions = source.conditionsOf(of);
  const found = { inside: [] as Cell[], partly: [] as Cell[] };
  let notAssessable = 0;
  for (const cell of cellsOf(source, kinds, conditions.length > 0, periods, way)) {
    const place = placeOf(cell, periods);
    const there = place && source.there(cell.scope, daysOf(cell));
    if (there === 'partly') return undefined;
    if (!place || !there) continue;
    const verdict = conditions.length === 0 ? 'yes' : judge(conditions, source.dimsOf(cell));
    if (verdict === 'not-assessable') notAssessable += cell.facts;
    else if (verdict === 'yes') found[place].push(cell);
  }
  const weighed = [...found.inside, ...found.partly];
  return { inside: together(found.inside), partly: together(found.partly), notAssessable, weighed };
}

/**
 * What the roll-ups say of C and Q, the same as the facts would. Undefined where only the facts can tell: K is earlier than what is recorded, the window cuts
 * a month in which something lies, or a place came to the territory or left it within a month.
 */
function rolledUp(source: FactSource, of: Selection, window: DayRange): Omit<Tallied, 'rows'> | undefined {
  const kinds = source.kindsOf(of);
  if (kinds === '' || !isHead(source.db, source.known)) return undefined;
  const periods = periodsOf(source, kinds, window);
  if (!periods) return undefined;
  const one = periods.since === periods.until ? added(source, of, kinds, periods, OF_ONE) : undefined;
  return one ?? added(source, of, kinds, periods, OF_SEVERAL);
}

const rowsOf = ({ inside, partly }: Selected): readonly FactRow[] => [...inside, ...partly];

/** C and Q of a selection in a window, added up: from the roll-ups, or from the facts. An anchored sum looks at other days than the roll-ups. */
export function tallied(source: FactSource, of: Selection, window: DayRange, anchor?: Anchor): Tallied {
  const rolled = anchor ? undefined : rolledUp(source, of, window);
  if (rolled) return { ...rolled, rows: () => rowsOf(source.select(of, window)) };
  const selected = source.select(of, window, anchor);
  const rows = rowsOf(selected);
  return {
    inside: tallyOf(selected.inside),
    partly: tallyOf(selected.partly),
    notAssessable: selected.notAssessable,
    weighed: rows,
    rows: () => rows,
  };
}
