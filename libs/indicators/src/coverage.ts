import type { Database } from 'better-sqlite3';
import { addDays } from './calendar';
import type { Condition, Selection } from './definition';
import type { DayRange } from './fact-range';
import type { Dims } from './fact-rows';
import type { CanonicalQuery } from './figure-query';
import type { Coverage } from './figure.answer';
import type { Known } from './known';
import { statement } from './statements';

export type { Coverage } from './figure.answer';

interface CoverageRow {
  readonly event_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly dims: string | null;
}

/** Every combination of values that the conditions leave open, so that a register of one kind covers a question about that kind only. */
function combinations(conditions: readonly Condition[], wanted: ReadonlySet<string>): readonly Dims[] {
  let made: Dims[] = [{}];
  for (const { dim, op, value } of conditions) {
    if (!wanted.has(dim) || (op !== 'eq' && op !== 'in')) continue;
    made = made.flatMap((dims) => (value ?? []).map((one) => ({ ...dims, [dim]: one })));
    if (made.length > 256) return [{}];
  }
  return made;
}

function covers(rows: readonly CoverageRow[], window: DayRange): boolean {
  let next = window.from;
  for (const row of [...rows].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))) {
    if (row.valid_from <= next && row.valid_to >= next) next = addDays(row.valid_to, 1);
    if (next > window.to) return true;
  }
  return false;
}

/**
 * Whether the record is declared complete for every fact type, day and scope that a figure reads. An event that could not be decoded leaves it incomplete.
 */
export function coverageOf(
  db: Database,
  known: Known,
  query: CanonicalQuery,
  selections: readonly Selection[],
  window: DayRange,
): { readonly coverage: Coverage; readonly events: readonly string[] } {
  const partial = { coverage: 'partial', events: [] } as const;
  if (selections.length === 0) return partial;
  if (statement(db, 'SELECT 1 FROM undecodable WHERE ordinal <= ? LIMIT 1').get(known.ordinal)) return partial;
  const declared = statement<CoverageRow>(
    db,
    `SELECT event_id, valid_from, valid_to, dims FROM coverage WHERE fact_type = ? AND synthetic = ? AND known_from <= ? AND known_to > ?
     AND (territory IS NULL OR territory = ?) AND (scope_organisation IS NULL OR scope_organisation = ?)`,
  );
  const synthetic = query.origin === 'synthetic' ? 1 : 0;
  const events = new Set<string>();
  for (const selection of selections) {
    const conditions = [...(selection.where?.all ?? []), ...(query.where ?? [])];
    for (const factType of selection.factType) {
      const rows = declared.all(factType, synthetic, known.ordinal, known.ordinal, query.territory ?? null, query.organisation ?? null);
      const parsed = rows.map((row) => ({ row, dims: (row.dims === null ? {} : JSON.parse(row.dims)) as Dims }));
      const wanted = new Set(parsed.flatMap(({ dims }) => Object.keys(dims)));
      for (const combination of combinations(conditions, wanted)) {
        const fitting = parsed
          .filter(({ dims }) => Object.entries(dims).every(([dim, value]) => combination[dim] === value))
          .map(({ row }) => row);
        if (!covers(fitting, window)) return partial;
        for (const row of fitting) events.add(row.event_id);
      }
    }
  }
  return { coverage: 'complete', events: [...events] };
}
