import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement<unknown[], unknown>>>();

/**
 * The statement of a text, prepared once per connection: a plan asks the same dozen questions for hundreds of targets. `pluck` answers the first column
 * alone. A connection that a rebuild replaced takes its statements along.
 */
export function statement<Row>(db: Database, sql: string, pluck = false): Statement<unknown[], Row> {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map()));
  const key = pluck ? `pluck ${sql}` : sql;
  let made = known.get(key);
  if (!made) {
    if (known.size >= 500) known.clear();
    made = db.prepare<unknown[], unknown>(sql);
    if (pluck) made.pluck();
    known.set(key, made);
  }
  return made as Statement<unknown[], Row>;
}
