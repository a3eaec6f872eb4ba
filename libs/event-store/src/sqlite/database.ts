import Database, { type Database as Connection } from 'better-sqlite3';

/** The engine or its settings do not give what a durable record needs. */
export class UnsafeSqlite extends Error {
  override readonly name = 'UnsafeSqlite';
}

/** Another process, or another store of this one, is the writer. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';

  constructor(readonly lockFile: string) {
    super(`another process is writing this record (lock file ${lockFile}): stop it, or talk to it over HTTP`);
  }
}

/** SQLite's own code of an error, empty for any other. By its shape: the class is the module's that loaded the binary first. */
export const sqliteCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stream (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS type (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS event (
  position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, type INTEGER NOT NULL, id BLOB NOT NULL, bytes BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS event_by_stream ON event (stream, revision);
CREATE TRIGGER IF NOT EXISTS event_never_updated BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER IF NOT EXISTS event_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
`;

/** Refuses versions below 3.51.3 and the withdrawn 3.52.0: their WAL can lose committed rows. @throws UnsafeSqlite */
export function checkVersion(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const number = major * 1_000_000 + minor * 1_000 + patch;
  if (number < 3_051_003 || number === 3_052_000)
    throw new UnsafeSqlite(`SQLite ${version} can lose committed rows: 3.51.3 or later is needed`);
}

function requirePragma(db: Connection, name: string, expected: string | number): void {
  const actual = db.pragma(name, { simple: true });
  if (actual !== expected) throw new UnsafeSqlite(`PRAGMA ${name} reads ${String(actual)} instead of ${expected}`);
}

/** A writing connection whose commits are flushed: WAL and `synchronous=FULL`, set and read back. @throws UnsafeSqlite */
export function openDurable(file: string, busyTimeoutMs = 5000): Connection {
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    checkVersion(db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    requirePragma(db, 'journal_mode', 'wal');
    requirePragma(db, 'synchronous', 2);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The writing connection of an event database; makes its tables in a new file, whose history has the given epoch. */
export function openEvents(file: string, epoch = 1, busyTimeoutMs?: number): Connection {
  const db = openDurable(file, busyTimeoutMs);
  try {
    const version = db.pragma('user_version', { simple: true });
    if (version !== 0 && version !== SCHEMA_VERSION)
      throw new UnsafeSqlite(`${file} has tables of version ${String(version)}, not ${SCHEMA_VERSION}`);
    if (version === 0) {
      db.transaction(() => {
        db.exec(SCHEMA);
        db.prepare("INSERT INTO meta (name, value) VALUES ('epoch', ?)").run(epoch);
        db.pragma(`user_version = ${SCHEMA_VERSION}`);
      })();
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The right to write, held as an exclusive transaction on a file of its own: a second opener is refused, the death of the process frees it.
 * @throws StoreLocked
 */
export function holdLock(lockFile: string): Connection {
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) throw new StoreLocked(lockFile);
    throw error;
  }
}

export const uuidHex = (id: string): string => id.replaceAll('-', '');

export const uuidBytes = (id: string): Buffer => Buffer.from(uuidHex(id), 'hex');

/** Of 32 hexadecimal digits. */
export function uuidText(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
