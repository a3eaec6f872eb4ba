import type { Database } from 'better-sqlite3';
import { ROWS_PER_EVENT } from './facts.schema';
import type { DayRange } from './fact-range';
import type { Condition } from './definition';
import type { Dims } from './fact-rows';
import { statement } from './statements';

/** A row that an event stated, changed or closed. */
export interface TracedRow {
  readonly factType: string;
  readonly countKind: string;
  readonly dims: Dims;
  readonly organisation: string;
  readonly origin: string;
  readonly scope: number | null;
  /** The days on which it counts, first and last of each stretch. */
  readonly days: readonly DayRange[];
}

export interface TracedClaim {
  readonly indicator: string;
  readonly period: DayRange;
  readonly plan?: string;
  readonly action?: number;
  readonly target?: string;
  readonly organisation?: string;
  readonly territory?: string;
  readonly where: readonly Condition[];
}

export interface TracedCoverage {
  readonly factType: string;
  readonly period: DayRange;
  readonly organisation?: string;
  readonly territory?: string;
}

export interface TracedTarget {
  readonly plan: string;
  readonly action: number;
  readonly target: string;
}

/** What the correction chain of an event left in the facts database, whatever became of it later. */
export interface Traces {
  /** Place of the event itself in log order; never shown. */
  readonly ordinal: number;
  readonly synthetic: boolean;
  readonly rows: readonly TracedRow[];
  readonly claims: readonly TracedClaim[];
  readonly coverage: readonly TracedCoverage[];
  readonly targets: readonly TracedTarget[];
}

interface Row {
  readonly fact_type: string;
  readonly count_kind: string;
  readonly synthetic: number;
  readonly dims: string | null;
  readonly organisation: string;
  readonly origin: string;
  readonly scope: number | null;
  readonly nature: string;
  readonly on_from: string;
  readonly r_from: string;
  readonly r_to: string;
  readonly dates: string | null;
  readonly valid_to: string | null;
}

/** The stream of the event is small; the facts are not, and have no index on what closed a row. */
const ROWS = `
  SELECT k.fact_type, k.count_kind, k.synthetic, s.dims, s.organisation, s.origin, f.scope, s.nature, f.on_from, f.r_from, f.r_to, f.dates, f.valid_to
  FROM fact_events e JOIN facts f ON f.id BETWEEN e.ordinal * ${ROWS_PER_EVENT} AND e.ordinal * ${ROWS_PER_EVENT} + ${ROWS_PER_EVENT - 1}
    JOIN fact_kinds k ON k.id = f.kind JOIN fact_shapes s ON s.id = f.shape
  WHERE e.stream = ? AND (e.root = ? OR f.closed_by IN (SELECT ordinal FROM fact_events WHERE stream = ? AND root = ?)) ORDER BY f.id`;

const ofChain = (table: string): string =>
  `SELECT t.* FROM ${table} t JOIN fact_events e ON e.ordinal = t.ordinal WHERE e.stream = ? AND e.root = ? ORDER BY t.id`;

const onDay = (day: string): DayRange => ({ from: day, to: day });

function daysOf({ nature, on_from, r_from, r_to, dates, valid_to }: Row): readonly DayRange[] {
  const held = dates === null ? [{ from: r_from, to: r_to }] : (JSON.parse(dates) as string[]).map(onDay);
  return [...held, ...(nature === 'span' ? [onDay(on_from)] : []), ...(valid_to === null ? [] : [onDay(valid_to)])];
}

const rowOf = (row: Row): TracedRow => ({
  factType: row.fact_type,
  countKind: row.count_kind,
  dims: (row.dims === null ? {} : JSON.parse(row.dims)) as Dims,
  organisation: row.organisation,
  origin: row.origin,
  scope: row.scope,
  days: daysOf(row),
});

/** The columns that are not null, under the names of the model. */
function present(row: Readonly<Record<string, unknown>>, names: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(names).flatMap(([name, column]) => (row[column] === null ? [] : [[name, row[column]]])));
}

const conditionsOf = (dims: string | null): readonly Condition[] =>
  Object.entries((dims === null ? {} : JSON.parse(dims)) as Dims).map(([dim, value]) => ({ dim, op: 'eq', value: [value] }));

interface BesideRow extends Readonly<Record<string, unknown>> {
  readonly period_from: string;
  readonly period_to: string;
  readonly dims: string | null;
}

/** Undefined for an event that bears on no figure, or is none. */
export function tracesOf(db: Database, eventId: string): Traces | undefined {
  const event = statement<{ ordinal: number; stream: number; root: number }>(
    db,
    'SELECT ordinal, stream, root FROM fact_events WHERE event_id = ?',
  ).get(eventId);
  if (!event) return undefined;
  const { ordinal, stream, root } = event;
  const rows = statement<Row>(db, ROWS).all(stream, root, stream, root);
  const beside = (table: string): readonly BesideRow[] => statement<BesideRow>(db, ofChain(table)).all(stream, root);
  const [claims, coverage, targets] = ['claims', 'coverage', 'targets'].map(beside) as [BesideRow[], BesideRow[], BesideRow[]];
  const claimed = { plan: 'plan', action: 'action', target: 'target', organisation: 'organisation', territory: 'territory' };
  return {
    ordinal,
    synthetic: [...rows, ...claims, ...coverage].some(({ synthetic }) => synthetic === 1),
    rows: rows.map(rowOf),
    claims: claims.map((row) => ({
      indicator: String(row['indicator']),
      period: { from: row.period_from, to: row.period_to },
      ...present(row, claimed),
      where: conditionsOf(row.dims),
    })),
    coverage: coverage.map((row) => ({
      factType: String(row['fact_type']),
      period: { from: String(row['valid_from']), to: String(row['valid_to']) },
      ...present(row, { organisation: 'scope_organisation', territory: 'territory' }),
    })),
    targets: targets.map((row) => ({ plan: String(row['plan']), action: Number(row['action']), target: String(row['target']) })),
  };
}
