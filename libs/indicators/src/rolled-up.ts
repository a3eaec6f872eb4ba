import { addDays, lastOfMonth } from './calendar';
import type { Anchor, Condition, Selection } from './definition';
import type { DayRange } from './fact-range';
import { ALL_SCOPES, ALL_SHAPES, MONTH, YEAR } from './fact-rollups';
import { type FactSource, judge, LONGEST, type Selected, type Whereabouts } from './fact-rows';
import { OPEN } from './facts.schema';
import { isHead } from './known';
import { statement } from './statements';
import { ADDITIVE, type Tally, tallyOf, together } from './tally';

/** A number of facts of one scope, as far as sharing them among actions goes. */
export interface Weighed {
  readonly scope: number | null;
  readonly v: number | null;
}

/** The rows of `Selected` added up; they are looked up when they are asked for. */
export interface Tallied {
  readonly inside: Tally;
  readonly partly: Tally;
  readonly notAssessable: number;
  /** All of them by scope, where the question is about a plan. */
  readonly weighed: readonly Weighed[];
  readonly rows: () => Selected;
}

interface Cell extends Tally {
  readonly scope: number;
  /** First and last period that its facts may lie in. */
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

const COLUMNS = ['scope', 'since', 'until', 'dates', ...ADDITIVE, 'last_late'].map((column) => `f.${column}`).join(', ');

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

/** The cells of the periods, from the level that is no finer than the question. */
function cellsOf(source: FactSource, kinds: string, conditions: readonly Condition[], periods: Periods): readonly Cell[] {
  const { sql, params, by } = source.narrowed();
  const whole = by === 'nothing' && conditions.length === 0;
  const level = by === 'scope' ? '' : `AND f.scope = ${ALL_SCOPES} AND f.shape ${whole ? '=' : '>'} ${ALL_SHAPES}`;
  const cells = `SELECT ${COLUMNS}, ${whole ? 'NULL AS dims' : 's.dims'} FROM fact_rollups f ${whole ? '' : 'CROSS JOIN fact_shapes s ON s.id = f.shape'}
    WHERE f.kind IN (${kinds}) AND f.grain = ? ${level} AND f.facts > 0 ${sql}`;
  const { grain, since, until, beyond } = periods;
  return statement<Cell>(
    source.db,
    `${cells} AND f.until BETWEEN ? AND ? UNION ALL ${cells} AND f.since < f.until AND f.until > ? AND f.until <= ? AND f.since <= ?`,
  ).all(grain, ...params, since, until, grain, ...params, until, beyond, until);
}

function placeOf({ since, until, dates }: Cell, window: Periods): Whereabouts {
  if (since >= window.since && until <= window.until) return 'inside';
  const months = dates === '' ? undefined : dates.split(',').map((month) => month.slice(0, window.grain));
  return !months || months.some((month) => month >= window.since && month <= window.until) ? 'partly' : undefined;
}

/** The days of a cell; no month has more. */
const daysOf = ({ since, until }: Cell): DayRange => ({
  from: `${since}-01-01`.slice(0, 10),
  to: `${until}${until.length === YEAR ? '-12' : ''}-31`,
});

/**
 * What the roll-ups say of C and Q, the same as the facts would. Undefined where only the facts can tell: K is earlier than what is recorded, the window cuts
 * a month in which something lies, or a place came to the territory or left it within a month.
 */
function rolledUp(source: FactSource, of: Selection, window: DayRange): Omit<Tallied, 'rows'> | undefined {
  const kinds = source.kindsOf(of);
  if (kinds === '' || !isHead(source.db, source.known)) return undefined;
  const periods = periodsOf(source, kinds, window);
  if (!periods) return undefined;
  const conditions = source.conditionsOf(of);
  const found = { inside: [] as Cell[], partly: [] as Cell[] };
  let notAssessable = 0;
  for (const cell of cellsOf(source, kinds, conditions, periods)) {
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

/** C and Q of a selection in a window, added up: from the roll-ups, or from the facts. An anchored sum looks at other days than the roll-ups. */
export function tallied(source: FactSource, of: Selection, window: DayRange, anchor?: Anchor): Tallied {
  const rolled = anchor ? undefined : rolledUp(source, of, window);
  if (rolled) return { ...rolled, rows: () => source.select(of, window) };
  const selected = source.select(of, window, anchor);
  const { inside, partly, notAssessable } = selected;
  return { inside: tallyOf(inside), partly: tallyOf(partly), notAssessable, weighed: [...inside, ...partly], rows: () => selected };
}
