import { openDurable, UnsafeSqlite } from '@app/event-store/sqlite/database';
import { BytesBroken, type EditionBytes, sha256Of } from '@app/indicators';
import type { Database, Statement } from 'better-sqlite3';

const SCHEMA_VERSION = 1;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS edition_bytes (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS bytes_never_updated BEFORE UPDATE ON edition_bytes BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
CREATE TRIGGER IF NOT EXISTS bytes_never_deleted BEFORE DELETE ON edition_bytes BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
`;

/** The bytes of editions in one SQLite file, flushed at each commit. */
export class SqliteEditionBytes implements EditionBytes {
  private readonly insert: Statement<[string, Uint8Array]>;
  private readonly find: Statement<[string], Buffer>;

  private constructor(private readonly db: Database) {
    this.insert = db.prepare('INSERT INTO edition_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING');
    this.find = db.prepare<[string], Buffer>('SELECT bytes FROM edition_bytes WHERE sha256 = ?').pluck();
  }

  /** @throws UnsafeSqlite for an engine that does not flush, or a file of another version. */
  static open(file: string): SqliteEditionBytes {
    const db = openDurable(file);
    try {
      const version = db.pragma('user_version', { simple: true });
      if (version !== 0 && version !== SCHEMA_VERSION)
        throw new UnsafeSqlite(`${file} has tables of version ${String(version)}, not ${SCHEMA_VERSION}`);
      db.exec(SCHEMA);
      db.pragma(`user_version = ${SCHEMA_VERSION}`);
      return new SqliteEditionBytes(db);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  put(bytes: Uint8Array): string {
    const sha256 = sha256Of(bytes);
    this.insert.run(sha256, bytes);
    return sha256;
  }

  get(sha256: string): Buffer | undefined {
    const bytes = this.find.get(sha256);
    if (bytes && sha256Of(bytes) !== sha256) throw new BytesBroken(sha256);
    return bytes;
  }

  close(): void {
    this.db.close();
  }
}
