import Database, { type Statement } from 'better-sqlite3';

// A planted fault: the second COMMIT of the record fails, as it does when the disk cannot flush.
let commits = 0;
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function planted(this: Database.Database, sql: string) {
  const statement: Statement = prepare.call(this, sql);
  if (sql !== 'COMMIT') return statement;
  const run = statement.run.bind(statement);
  statement.run = (...parameters: unknown[]) => {
    commits += 1;
    if (commits === 2) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
    return run(...parameters);
  };
  return statement;
} as typeof prepare;

require('@app/event-store/sqlite/commit-worker');
