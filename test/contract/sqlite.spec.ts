import type { AppendResult, Batch } from '@app/event-store';
import { BatchCommitter, APPENDED, CONFLICT, STOOD, UNAVAILABLE, type BatchAppend } from '@app/event-store/sqlite/commit-batch';
import { checkVersion, openDurable, openEvents, StoreLocked, UnsafeSqlite, uuidBytes } from '@app/event-store/sqlite/database';
import { SqliteEventReader } from '@app/event-store/sqlite/sqlite-event-reader';
import { SqliteEventStore, type SqliteEventStoreOptions } from '@app/event-store/sqlite/sqlite-event-store';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedEvents } from '../support/seed-events';
import { collect, encoded, uuid } from './event-store.contract';

const fault = (name: string) => require.resolve(`../support/faults/${name}`);

describe('the SQLite engine', () => {
  let folder: string;
  let file: string;
  const opened: SqliteEventStore[] = [];
  const open = async (options: Partial<SqliteEventStoreOptions> = {}): Promise<SqliteEventStore> => {
    const store = await SqliteEventStore.open({ file, ...options });
    opened.push(store);
    return store;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kroniek-sqlite-'));
    file = join(folder, 'events.db');
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    rmSync(folder, { recursive: true });
  });

  const outcomes = (results: readonly AppendResult[]) => results.map(({ outcome }) => outcome);
  const texts = async (store: SqliteEventReader | SqliteEventStore, stream: string) =>
    (await collect(store.readStream(stream))).map(({ bytes }) => bytes.toString());

  describe('durability', () => {
    it('reads synchronous = 2 and WAL on the writing connection', () => {
      for (const db of [openEvents(file), openDurable(join(folder, 'vault.db'))]) {
        expect([db.pragma('synchronous', { simple: true }), db.pragma('journal_mode', { simple: true })]).toEqual([2, 'wal']);
        db.close();
      }
    });

    it.each(['3.51.2', '3.7.0', '3.52.0', '0'])('refuses SQLite %s', (version) => {
      expect(() => checkVersion(version)).toThrow(UnsafeSqlite);
    });

    it.each(['3.51.3', '3.52.1', '3.53.4', '4.0.0'])('takes SQLite %s', (version) => {
      expect(() => checkVersion(version)).not.toThrow();
    });

    it('shows an acknowledged event to a second connection at once', async () => {
      const store = await open();
      const second = new Database(file, { readonly: true });
      const count = second.prepare<[], number>('SELECT count(*) FROM event').pluck();
      for (let n = 0; n < 20; n += 1) {
        expect(await store.append(`session-${n}`, 'no-stream', [encoded('a')])).toMatchObject({ outcome: 'appended' });
        expect(count.get()).toBe(n + 1);
      }
      second.close();
    });

    it('numbers positions without a gap, conflicts between them included', async () => {
      const store = await open();
      await Promise.all(Array.from({ length: 40 }, (_, n) => store.append(`session-${n % 30}`, 'no-stream', [encoded('a')])));
      expect((await collect(store.readAll(undefined))).map(({ position }) => position)).toEqual(
        Array.from({ length: 30 }, (_, n) => `0001-${String(n + 1).padStart(16, '0')}`),
      );
    });

    it('never changes or deletes an event', async () => {
      const store = await open();
      await store.append('session-a', 'no-stream', [encoded('a')]);
      await store.close();
      const db = openEvents(file);
      expect(() => db.exec("UPDATE event SET bytes = x'00'")).toThrow('events are never changed');
      expect(() => db.exec('DELETE FROM event')).toThrow('events are never deleted');
      db.close();
    });
  });

  describe('the lock', () => {
    it('refuses a second opener and is free after close', async () => {
      const store = await open();
      await expect(SqliteEventStore.open({ file })).rejects.toThrow(StoreLocked);
      await store.close();
      await expect(open()).resolves.toBeInstanceOf(SqliteEventStore);
    });

    it('refuses while another process writes, and is free once that is killed; what was acknowledged is there', async () => {
      const child = spawn(process.execPath, ['--require', require.resolve('../support/register-ts.cjs'), fault('hold-store'), file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      expect(said.toString()).toBe('appended\n');
      await expect(SqliteEventStore.open({ file })).rejects.toThrow(StoreLocked);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await texts(await open(), 'session-held')).toEqual(['acknowledged']);
    }, 20_000);
  });

  describe('the queue', () => {
    it('refuses beyond its number of appends, with a time to come back, and writes the others', async () => {
      const store = await open({ maxQueued: 5 });
      const results = await Promise.all(Array.from({ length: 25 }, (_, n) => store.append(`session-${n}`, 'no-stream', [encoded('a')])));
      expect(outcomes(results)).toEqual([...Array<string>(5).fill('appended'), ...Array<string>(20).fill('unavailable')]);
      expect(results[24]).toEqual({ outcome: 'unavailable', retryAfterMs: 1000 });
      expect(await collect(store.readAll(undefined))).toHaveLength(5);
      expect(await store.append('session-24', 'no-stream', [encoded('a')])).toMatchObject({ outcome: 'appended' });
    });

    it('refuses beyond its bytes', async () => {
      const store = await open({ maxQueuedBytes: 1_000_000 });
      const big = () => ({ ...encoded(''), bytes: Buffer.alloc(400_000) });
      const results = await Promise.all(Array.from({ length: 4 }, (_, n) => store.append(`session-${n}`, 'no-stream', [big()])));
      expect(outcomes(results)).toEqual(['appended', 'appended', 'unavailable', 'unavailable']);
    });

    it('drops an append that was aborted while it waited, and only that one', async () => {
      const store = await open();
      const stop = new AbortController();
      const aborted = store.append('session-a', 'no-stream', [encoded('a')], { signal: stop.signal });
      const other = store.append('session-b', 'no-stream', [encoded('b')]);
      stop.abort();
      expect(outcomes(await Promise.all([aborted, other]))).toEqual(['unavailable', 'appended']);
      expect(await texts(store, 'session-a')).toEqual([]);
    });

    it('works one append at a time when it is told to', async () => {
      const store = await open({ batchSize: 1, maxInFlight: 1 });
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.append('session-a', n === 0 ? 'no-stream' : BigInt(n - 1), [encoded('a')])),
      );
      expect(outcomes(results)).toEqual(Array(20).fill('appended'));
    });
  });

  describe('when the outcome is unknown', () => {
    it('says so to everyone who waits, fences itself and tells its host once', async () => {
      const fenced: string[] = [];
      const store = await open({ worker: fault('worker-commit-fails'), batchSize: 2, onFenced: (reason) => fenced.push(reason) });
      const results = await Promise.all(Array.from({ length: 10 }, (_, n) => store.append(`session-${n}`, 'no-stream', [encoded('a')])));
      expect(outcomes(results)).toEqual(['appended', 'appended', ...Array<string>(8).fill('unknown')]);
      expect(await store.append('session-later', 'no-stream', [encoded('a')])).toEqual({ outcome: 'unknown' });
      expect(fenced).toEqual(['the outcome of a commit is unknown: disk I/O error']);
      await store.close();
      expect(await collect((await open()).readAll(undefined))).toHaveLength(2);
    });

    it('has made the slots durable before: an event never stands without its slot', async () => {
      const vault = new Database(join(folder, 'vault.db'));
      vault.exec('CREATE TABLE slot (kid TEXT PRIMARY KEY, stream TEXT, person TEXT, wrapped BLOB)');
      const insert = 'INSERT INTO slot VALUES (@kid, @stream, @person, @wrapped) ON CONFLICT (kid) DO NOTHING';
      const store = await open({ worker: fault('worker-commit-fails'), slots: { file: vault.name, insert } });
      const slots = (kid: string) => ({ slots: [{ kid, streamId: 'session-a', person: 'person-0001', wrapped: Buffer.from([1, 2]) }] });
      expect(await store.append('session-a', 'no-stream', [encoded('a')], slots('k1'))).toMatchObject({ outcome: 'appended' });
      expect(await store.append('session-a', 0n, [encoded('b')], slots('k2'))).toEqual({ outcome: 'unknown' });
      expect(vault.prepare('SELECT kid, stream, person, hex(wrapped) AS wrapped FROM slot ORDER BY kid').all()).toEqual([
        { kid: 'k1', stream: 'session-a', person: 'person-0001', wrapped: '0102' },
        { kid: 'k2', stream: 'session-a', person: 'person-0001', wrapped: '0102' },
      ]);
      vault.close();
    });

    it('says so when the worker dies behind the commit; sent again the event stands once', async () => {
      const fenced: string[] = [];
      const dying = await open({ worker: fault('worker-dies-after-commit'), onFenced: (reason) => fenced.push(reason) });
      const event = encoded('a');
      expect(await dying.append('session-a', 'no-stream', [event])).toEqual({ outcome: 'unknown' });
      expect(fenced).toEqual(['the commit worker ended']);
      await dying.close();
      const store = await open();
      expect(await store.append('session-a', 'no-stream', [event])).toMatchObject({ outcome: 'appended', stood: true });
      expect(await texts(store, 'session-a')).toEqual(['a']);
    });

    it('says so at the deadline of a close that gets no answer', async () => {
      openEvents(file).close();
      const silent = await open({ worker: fault('worker-stays-silent') });
      const waiting = silent.append('session-a', 'no-stream', [encoded('a')]);
      await silent.close(20);
      expect(await waiting).toEqual({ outcome: 'unknown' });
    });
  });

  describe('close', () => {
    it('writes what waits first, and takes nothing any more', async () => {
      const store = await open();
      const waiting = Array.from({ length: 50 }, (_, n) => store.append(`session-${n}`, 'no-stream', [encoded('a')]));
      await Promise.all([store.close(), store.close()]);
      expect(outcomes(await Promise.all(waiting))).toEqual(Array(50).fill('appended'));
      expect(await store.append('session-late', 'no-stream', [encoded('a')])).toEqual({ outcome: 'unavailable', retryAfterMs: 1000 });
    });
  });

  describe('one batch', () => {
    const append = (stream: string, expected: number, ...ids: number[]): BatchAppend => ({
      stream,
      expected,
      events: ids.map((id) => ({ id: uuidBytes(uuid(id)), type: 'SessionHeld', bytes: Buffer.from(String(id)) })),
      slots: [],
    });

    it('checks each append against the rows of the batch before it', () => {
      const committer = new BatchCommitter({ file });
      const batch = [
        append('a', -1, 1, 2),
        append('a', 1, 3),
        append('a', 1, 4),
        append('b', 0, 5),
        append('a', -1, 1, 2),
        append('b', -1, 6),
      ];
      expect(committer.commitBatch(batch)).toEqual([APPENDED, 2, APPENDED, 3, CONFLICT, 2, CONFLICT, -1, STOOD, 2, APPENDED, 4]);
      expect(committer.last).toBe(4);
      committer.close();
    });

    it('writes nothing of a batch that fails before its commit, and goes on without a gap', () => {
      const committer = new BatchCommitter({ file });
      const db = new Database(file);
      db.exec("CREATE TRIGGER planted BEFORE INSERT ON event WHEN new.bytes = x'39' BEGIN SELECT RAISE(ABORT, 'planted'); END");
      db.close();
      expect(committer.commitBatch([append('a', -1, 1)])).toEqual([APPENDED, 1]);
      expect(() => committer.commitBatch([append('b', -1, 2), append('c', -1, 9)])).toThrow('planted');
      expect(committer.commitBatch([append('b', -1, 2)])).toEqual([APPENDED, 2]);
      committer.close();
    });

    it('answers that it cannot write, and has written nothing, while the database is held by another', () => {
      const committer = new BatchCommitter({ file, busyTimeoutMs: 0 });
      const other = new Database(file);
      other.exec('BEGIN IMMEDIATE');
      expect(committer.commitBatch([append('a', -1, 1), append('b', -1, 2)])).toEqual([UNAVAILABLE, 0, UNAVAILABLE, 0]);
      other.exec('ROLLBACK');
      other.close();
      expect(committer.commitBatch([append('a', -1, 1)])).toEqual([APPENDED, 1]);
      committer.close();
    });
  });

  describe('a reader beside the writer', () => {
    it('sees what was acknowledged, and follows without being notified', async () => {
      const store = await open();
      const reader = new SqliteEventReader({ file, pollMs: 2 });
      const stop = new AbortController();
      const seen: Batch[] = [];
      for await (const batch of reader.follow(undefined, stop.signal)) {
        seen.push(batch);
        if (seen.length === 1) void store.append('session-a', 'no-stream', [encoded('1')]);
        if (seen.length === 2) void store.append('session-a', 0n, [encoded('2')]);
        if (seen.length === 3) stop.abort();
      }
      expect(seen.map(({ events, caughtUp }) => [events.map(({ bytes }) => bytes.toString()), caughtUp])).toEqual([
        [[], true],
        [['1'], true],
        [['2'], true],
      ]);
      expect(await reader.head()).toBe('0001-0000000000000002');
      await reader.close();
    });

    it('reads a seeded record in pages', async () => {
      const seeded = Array.from({ length: 2500 }, (_, n) => ({ streamId: `session-${n % 7}`, event: encoded(String(n)) }));
      expect(seedEvents(file, seeded, 3)).toBe(2500);
      const reader = new SqliteEventReader({ file });
      const first = await collect(reader.readAll(undefined, 1000));
      const second = await collect(reader.readAll(first.at(-1)?.position, 1000));
      expect([first.length, second.length]).toEqual([1000, 1000]);
      expect(first[8]).toMatchObject({ ...seeded[8]?.event, streamId: 'session-1', revision: 1n, position: '0003-0000000000000009' });
      expect(await reader.epoch()).toBe(3);
      await reader.close();
      const store = await open();
      expect(await store.append('session-0', 357n, [encoded('next')])).toEqual({
        outcome: 'appended',
        position: '0003-0000000000002501',
        stood: false,
      });
    });
  });
});
