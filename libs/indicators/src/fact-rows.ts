import type { Exactness, Nature } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { addDays, earlier } from './calendar';
import type { Anchor, Condition, Selection } from './definition';
import type { DayRange } from './fact-range';
import { ROWS_PER_EVENT } from './facts.schema';
import type { CanonicalQuery } from './figure-query';
import type { Known } from './known';
import { type LinkedPersons, linkedPersons } from './persons';
import { statement } from './statements';
import { inDays, NO_SCOPE, scopesIn, type ScopesIn } from './territories';

export interface FactRow {
  readonly id: number;
  readonly v: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly subject_key: string | null;
  readonly occurrence_key: string | null;
  readonly group_key: string | null;
  readonly series_key: string | null;
  readonly on_from: string;
  readonly on_to: string;
  readonly dates: string | null;
  readonly valid_to: string | null;
  readonly valid_to_expected: number | null;
  readonly r_from: string;
  readonly r_to: string;
  readonly recorded_on: string;
  readonly scope: number | null;
  readonly root: number;
  readonly base: number | null;
  readonly changed_by: number | null;
  readonly exactness: Exactness;
  readonly nature: Nature;
  readonly organisation: string;
  readonly dims: string | null;
  readonly subject_kind: string | null;
}

/** The rows inside the window, those that overlap it ("partly known"), and how many a condition could not judge. */
export interface Selected {
  readonly inside: readonly FactRow[];
  readonly partly: readonly FactRow[];
  readonly notAssessable: number;
}

/** What of facts a scope looks at. */
export type By = 'scope' | 'shape' | 'nothing';

/** Whether a fact counts, may count, or does not. */
export type Whereabouts = 'inside' | 'partly' | undefined;

/** No uncertain point and no set is longer (design: figures 2): how far before the window a row that reaches into it can start. */
export const LONGEST = 366;

const COLUMNS = `f.id, f.v, f.lo, f.hi, f.subject_key, f.occurrence_key, f.group_key, f.series_key, f.on_from, f.on_to, f.dates, f.valid_to,
  f.valid_to_expected, f.r_from, f.r_to, f.recorded_on, f.scope, f.root, f.base, f.changed_by, s.exactness, s.nature, s.organisation, s.dims, s.subject_kind`;

/** How rows `f` are found by their links: a fact without any has no scope, its roll-ups have `NO_SCOPE`. */
const LINKED = { facts: `coalesce(f.scope, ${NO_SCOPE}) IN`, fact_rollups: 'f.scope IN' } as const;

export type Dims = Readonly<Record<string, string | number | boolean>>;

export type Verdict = 'yes' | 'no' | 'not-assessable';

/** A question over HTTP and a recorded definition are text: `2` asks for the number 2, too, and `true` for a yes. */
const isWanted = (has: string | number | boolean, wanted: string | number | boolean): boolean => wanted === has || String(has) === wanted;

/** A dimension that a fact lacks can be neither true nor false. */
export function judge(conditions: readonly Condition[], dims: Dims): Verdict {
  let verdict: Verdict = 'yes';
  for (const { dim, op, value } of conditions) {
    const has = dims[dim];
    if (op === 'exists') {
      if (has === undefined) return 'no';
    } else if (has === undefined) {
      verdict = 'not-assessable';
    } else if (op === 'gte' ? Number(has) < Number(value?.[0]) : !value?.some((wanted) => isWanted(has, wanted))) {
      return 'no';
    }
  }
  return verdict;
}

/** The facts of one query's scope at its K. Plain SQL: the two range scans are chosen by hand so that each stays inside its index. */
export class FactSource {
  private readonly dims = new Map<string, Dims>();
  /** Of the territory that is asked for; undefined when none is, or all of the Region. */
  private readonly scopesIn: ScopesIn | undefined;

  constructor(
    readonly db: Database,
    readonly known: Known,
    readonly query: CanonicalQuery,
    /** What lies in several territories counts for none of them alone: the measure adds up, so it may count once only. */
    once = false,
  ) {
    this.scopesIn = scopesIn(db, known, query, once);
  }

  /** W; undefined when the period has not begun by A. */
  window(): DayRange | undefined {
    const { from, to, asOf } = this.query;
    return asOf < from ? undefined : { from, to: earlier(to, asOf) };
  }

  /** Which slots are of one person, links known at K included; undefined where nobody can say. */
  persons(): LinkedPersons | undefined {
    const { personOf, ordinal } = this.known;
    return personOf && linkedPersons(this.db, ordinal, this.query.origin === 'synthetic', personOf);
  }

  /** C and Q of a selection in a window. */
  select(of: Selection, window: DayRange, anchor?: Anchor): Selected {
    if (anchor) return this.selectAnchored(of, window, anchor);
    const kinds = this.kindsOf(of);
    if (kinds === '') return { inside: [], partly: [], notAssessable: 0 };
    const { sql, params } = this.scope();
    const rows = statement<FactRow>(
      this.db,
      `SELECT ${COLUMNS} FROM facts f JOIN fact_shapes s ON s.id = f.shape WHERE f.kind IN (${kinds}) AND f.r_to BETWEEN ? AND ? ${sql}
         UNION ALL
         SELECT ${COLUMNS} FROM facts f JOIN fact_shapes s ON s.id = f.shape
         WHERE f.kind IN (${kinds}) AND f.r_from < f.r_to AND f.r_from BETWEEN ? AND ? AND f.r_to > ? ${sql} ORDER BY 1`,
    ).all(window.from, window.to, ...params, addDays(window.from, -LONGEST), window.to, window.to, ...params);
    return this.split(of, rows, (row) => {
      if (row.r_from >= window.from && row.r_to <= window.to) return 'inside';
      if (row.dates === null) return 'partly';
      return (JSON.parse(row.dates) as string[]).some((day) => day >= window.from && day <= window.to) ? 'partly' : undefined;
    });
  }

  /** Every row that is known, whatever its date: stocks and followed series look back without a limit. */
  all(of: Selection): Selected {
    return this.split(of, this.allRows(of), () => 'inside');
  }

  private selectAnchored(of: Selection, window: DayRange, anchor: Anchor): Selected {
    return this.split(of, this.allRows(of), (row) => {
      const range = anchor === 'start' ? startOf(row) : endOf(row);
      if (!range || range.to < window.from || range.from > window.to) return undefined;
      return range.from >= window.from && range.to <= window.to ? 'inside' : 'partly';
    });
  }

  private allRows(of: Selection): readonly FactRow[] {
    const kinds = this.kindsOf(of);
    if (kinds === '') return [];
    const { sql, params } = this.scope();
    return statement<FactRow>(
      this.db,
      `SELECT ${COLUMNS} FROM facts f JOIN fact_shapes s ON s.id = f.shape WHERE f.kind IN (${kinds}) ${sql} ORDER BY f.id`,
    ).all(...params);
  }

  private split(of: Selection, rows: readonly FactRow[], place: (row: FactRow) => Whereabouts): Selected {
    const conditions = this.conditionsOf(of);
    const inside: FactRow[] = [];
    const partly: FactRow[] = [];
    let notAssessable = 0;
    for (const row of rows) {
      const where = this.placed(row, place(row));
      if (!where) continue;
      const verdict = conditions.length === 0 ? 'yes' : judge(conditions, this.dimsOf(row));
      if (verdict === 'not-assessable') notAssessable++;
      else if (verdict === 'yes') (where === 'inside' ? inside : partly).push(row);
    }
    return { inside, partly, notAssessable };
  }

  /** A place may have come to the territory, or left it, while a fact was uncertain: then it is partly known there too. */
  private placed(row: FactRow, where: Whereabouts): Whereabouts {
    if (!where) return where;
    const there = this.there(row.scope, { from: row.r_from, to: row.r_to });
    return there === 'inside' ? where : there;
  }

  /** How much of a range of days of a scope lies in the territory that is asked for. */
  there(scope: number | null, range: DayRange): Whereabouts {
    return this.scopesIn ? inDays(this.scopesIn.get(scope ?? NO_SCOPE) ?? [], range) : 'inside';
  }

  /** Tests a fact of a selection must pass: those of the definition and those of the question. */
  conditionsOf(of: Selection): readonly Condition[] {
    return [...(of.where?.all ?? []), ...(this.query.where ?? [])];
  }

  dimsOf(row: Pick<FactRow, 'dims'>): Dims {
    const text = row.dims ?? '{}';
    let dims = this.dims.get(text);
    if (!dims) this.dims.set(text, (dims = JSON.parse(text) as Dims));
    return dims;
  }

  /** The numbers of the kinds of a selection, in a list for SQL; empty when the record has none of them. */
  kindsOf(of: Selection): string {
    const synthetic = this.query.origin === 'synthetic' ? 1 : 0;
    return statement<number>(
      this.db,
      `SELECT id FROM fact_kinds WHERE synthetic = ? AND count_kind = ? AND fact_type IN (${of.factType.map(() => '?').join(', ')})`,
      true,
    )
      .all(synthetic, of.countKind, ...of.factType)
      .join(', ');
  }

  /** What is known at K, and the scope. A row carries the links of the event that stated it, so they are those known at K too. */
  private scope(): { readonly sql: string; readonly params: readonly unknown[] } {
    const { ordinal } = this.known;
    const { sql, params } = this.narrowed('facts');
    return { sql: `AND f.known_to > ? AND f.id < ?${sql}`, params: [ordinal, (ordinal + 1) * ROWS_PER_EVENT, ...params] };
  }

  /** The scope alone, for rows `f` of a table with their shapes `s`; `by` says what of them it looks at. */
  narrowed(table: keyof typeof LINKED): { readonly sql: string; readonly params: readonly unknown[]; readonly by: By } {
    const { origin, organisation, plan, action } = this.query;
    let sql = '';
    let by: By = origin === 'record' && organisation === undefined ? 'nothing' : 'shape';
    const params: unknown[] = [];
    if (origin !== 'record') {
      sql += ' AND s.origin = ?';
      params.push(origin);
    }
    if (organisation !== undefined) {
      sql += ' AND s.organisation = ?';
      params.push(organisation);
    }
    if (plan !== undefined) {
      by = 'scope';
      sql += ` AND f.scope IN (SELECT scope FROM scope_plan WHERE plan = ?${action === undefined ? '' : ' AND action = ?'})`;
      params.push(plan, ...(action === undefined ? [] : [action]));
    }
    if (this.scopesIn) {
      by = 'scope';
      sql += ` AND ${LINKED[table]} (SELECT value FROM json_each(?))`;
      params.push(JSON.stringify([...this.scopesIn.keys()]));
    }
    return { sql, params, by };
  }
}

/** A span begins on its first day; anything else where it may lie. */
const startOf = (row: FactRow): DayRange =>
  row.nature === 'span' ? { from: row.on_from, to: row.on_from } : { from: row.r_from, to: row.r_to };

/** "Left" is counted on the first day no longer valid; an end that is only expected is none yet. */
function endOf(row: FactRow): DayRange | undefined {
  if (row.valid_to !== null) return row.valid_to_expected ? undefined : { from: row.valid_to, to: row.valid_to };
  return row.nature === 'span' ? { from: row.on_to, to: row.on_to } : undefined;
}
