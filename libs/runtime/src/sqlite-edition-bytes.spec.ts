import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnsafeSqlite } from '@app/event-store/sqlite/database';
import { BytesBroken } from '@app/indicators';
import Sqlite from 'better-sqlite3';
import { SqliteEditionBytes } from './sqlite-edition-bytes';

const SENT = Buffer.from('{"sessions":30}');
const DIGEST = 'f1175e2b22ef713144727631e837c4e6e7dfded7636dc88ceaf865f090014be2';

describe('the bytes of editions', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kroniek-editions-'));
    file = join(folder, 'editions.db');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function sent(): string {
    const bytes = SqliteEditionBytes.open(file);
    const sha256 = bytes.put(SENT);
    bytes.close();
    return sha256;
  }

  it('are found by their digest, by a later process too, and put twice are there once', () => {
    expect([sent(), sent()]).toEqual([DIGEST, DIGEST]);
    const bytes = SqliteEditionBytes.open(file);
    expect(bytes.get(DIGEST)).toEqual(SENT);
    expect(bytes.get('0'.repeat(64))).toBeUndefined();
    bytes.close();
    const db = new Sqlite(file);
    expect(db.prepare('SELECT count(*) FROM edition_bytes').pluck().get()).toBe(1);
    db.close();
  });

  it('are never changed or deleted by a statement', () => {
    sent();
    const db = new Sqlite(file);
    expect(() => db.exec("UPDATE edition_bytes SET bytes = x'00'")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM edition_bytes')).toThrow('never deleted');
    db.close();
  });

  it('are caught when somebody got around that', () => {
    const sha256 = sent();
    const db = new Sqlite(file);
    db.exec("DROP TRIGGER bytes_never_updated; UPDATE edition_bytes SET bytes = CAST('{\"sessions\":31}' AS BLOB)");
    db.close();
    const bytes = SqliteEditionBytes.open(file);
    expect(() => bytes.get(sha256)).toThrow(BytesBroken);
    bytes.close();
  });

  it('are not opened in tables of another version', () => {
    const db = new Sqlite(file);
    db.pragma('user_version = 2');
    db.close();
    expect(() => SqliteEditionBytes.open(file)).toThrow(UnsafeSqlite);
  });
});
