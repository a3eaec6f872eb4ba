import type { Database, Statement } from 'better-sqlite3';

const ALWAYS = ['id', 'kind', 'shape', 'v', 'lo', 'hi', 'r_from', 'r_to', 'recorded_on', 'root'];
/** Most rows have one or two of these. */
const SOMETIMES = [
  'scope',
  'subject_key',
  'occurrence_key',
  'group_key',
  'series_key',
  'event_from',
  'event_to',
  'dates',
  'valid_to',
  'valid_to_expected',
];

type Value = string | number | null | undefined;
type Always = readonly [
  id: number,
  kind: number,
  shape: number,
  v: number | null,
  lo: number | null,
  hi: number | null,
  rFrom: string,
  rTo: string,
  recordedOn: string,
  root: number,
];
type Sometimes = readonly [
  scope: Value,
  subjectKey: Value,
  occurrenceKey: Value,
  groupKey: Value,
  seriesKey: Value,
  eventFrom: Value,
  eventTo: Value,
  dates: Value,
  validTo: Value,
  validToExpected: Value,
];

/**
 * Writes rows of `facts`. Every value that is bound costs, a null too, and a rebuild binds millions: so there is a statement for each set of columns that a
 * row has, made when the first such row comes.
 */
export function factWriter(db: Database): (always: Always, sometimes: Sometimes) => void {
  const statements = new Map<number, Statement<Value[]>>();
  const prepare = (columns: readonly string[]): Statement<Value[]> =>
    db.prepare<Value[]>(`INSERT INTO facts (${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length - 1)})`);
  return (always, sometimes) => {
    const values: Value[] = [...always];
    let set = 0;
    for (const [n, value] of sometimes.entries()) {
      if (value === undefined || value === null) continue;
      set |= 1 << n;
      values.push(value);
    }
    let statement = statements.get(set);
    if (!statement) statements.set(set, (statement = prepare([...ALWAYS, ...SOMETIMES.filter((_, n) => (set & (1 << n)) !== 0)])));
    statement.run(...values);
  };
}
