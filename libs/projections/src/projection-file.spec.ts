import { copyFileSync, existsSync } from 'node:fs';
import fc from 'fast-check';
import Database from 'better-sqlite3';
import type { ProjectedEvent } from './projection';
import { checkpointOf, ProjectionFile } from './projection-file';
import { decode, dump, encoded, idOf, journal, POISON, rows, scratch, stream, tally } from './spec';

const none: ReadonlySet<string> = new Set();
const position = (n: number): string => `0001-${String(n * 10).padStart(16, '0')}`;
const projected = (n: number, value: number = n): ProjectedEvent => ({
  kind: 'event',
  ordinal: n,
  position: position(n),
  event: decode({ ...encoded(n, value), streamId: stream(n % 3), revision: 0n, position: position(n) }),
});

describe('a projection file', () => {
  let folder: ReturnType<typeof scratch>;
  beforeEach(() => {
    folder = scratch();
  });
  afterEach(() => folder.remove());

  /** What a kill at this moment would leave on the disk. */
  const snapshot = (from: string, to: string): Database.Database => {
    for (const suffix of ['', '-wal']) {
      if (existsSync(folder.path(from + suffix))) copyFileSync(folder.path(from + suffix), folder.path(to + suffix));
    }
    return new Database(folder.path(to));
  };

  it('keeps rows and checkpoint together: a kill between them leaves neither, after the commit both', () => {
    const killed: Database.Database[] = [];
    const projection = journal({
      create: (db) => {
        db.function('kill', { directOnly: false }, () => {
          killed.push(snapshot('j.db', `killed-${killed.length}.db`));
          return 0;
        });
        journal().create(db);
        db.exec('CREATE TRIGGER moving BEFORE UPDATE ON checkpoint WHEN NEW.ordinal = 4 BEGIN SELECT kill(); END');
        db.exec('CREATE TRIGGER moved AFTER UPDATE ON checkpoint WHEN NEW.ordinal = 4 BEGIN SELECT kill(); END');
      },
    });
    const file = ProjectionFile.create(projection, folder.path('j.db'), 'j.db');
    file.finish();
    file.apply([projected(1), projected(2)], none);
    file.apply([projected(3), projected(4)], none);
    const after = snapshot('j.db', 'after.db');
    expect(killed).toHaveLength(2);
    for (const db of killed) {
      expect(rows(db, 'SELECT ordinal FROM journal')).toEqual([[1], [2]]);
      expect(checkpointOf(db)).toEqual({ position: position(2), eventId: idOf(2), ordinal: 2 });
    }
    expect(rows(after, 'SELECT ordinal FROM journal')).toEqual([[1], [2], [3], [4]]);
    expect(checkpointOf(after)).toEqual({ position: position(4), eventId: idOf(4), ordinal: 4 });
    for (const db of [...killed, after]) db.close();
    file.close();
  });

  it('narrows a poison event down, keeps what came before it and forgets what it had begun', () => {
    const file = ProjectionFile.create(tally(), folder.path('t.db'), 't.db');
    file.apply([projected(1), projected(2), projected(3)], none);
    file.apply([projected(4), projected(5), projected(6, POISON), projected(7)], none);
    expect(file.poison).toEqual({ position: position(6), eventId: idOf(6), ordinal: 6, message: 'cannot count this' });
    expect(file.checkpoint).toEqual({ position: position(5), eventId: idOf(5), ordinal: 5 });
    file.resume();
    file.apply([projected(6, POISON), projected(7)], new Set([idOf(6)]));
    expect(file.stopped).toBe(false);
    file.close();
    const db = new Database(folder.path('t.db'));
    expect(rows(db, 'SELECT * FROM tally ORDER BY stream_id')).toEqual([
      [stream(0), 3, 3],
      [stream(1), 12, 7],
      [stream(2), 7, 5],
    ]);
    expect(checkpointOf(db)).toEqual({ position: position(7), eventId: idOf(7), ordinal: 7 });
    db.close();
  });

  it('blames the disk, not the event, when the disk refuses', () => {
    const refusing = tally({
      open: () => () => {
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      },
    });
    const file = ProjectionFile.create(refusing, folder.path('t.db'), 't.db');
    file.apply([projected(1)], none);
    expect(file.poison).toBeUndefined();
    expect(file.failure).toBe('database or disk is full');
    expect(file.checkpoint).toEqual({ ordinal: 0 });
    file.close();
  });

  it('holds the same rows however the log is cut into batches', () => {
    let run = 0;
    const fill = (values: readonly number[], cuts: readonly number[]): string => {
      run += 1;
      const events = values.map((value, index) => projected(index + 1, value));
      const name = `p${run}.db`;
      const file = ProjectionFile.create(tally(), folder.path(name), name);
      const ends = [...new Set([...cuts.map((cut) => cut % (events.length + 1)), events.length])].sort((a, b) => a - b);
      ends.reduce((from, to) => (file.apply(events.slice(from, to), none), to), 0);
      file.close();
      const db = new Database(folder.path(name));
      const text = `${dump(db)}\n${JSON.stringify(file.poison)}`;
      db.close();
      return text;
    };
    const value = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 0, max: 99 }) }, { weight: 1, arbitrary: fc.constant(POISON) });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.array(fc.nat(30), { maxLength: 6 }), (values, cuts) => {
        const poisoned = values.indexOf(POISON);
        // After a poison event the engine feeds nothing more.
        const fed = poisoned < 0 ? values : values.slice(0, poisoned + 1);
        expect(fill(fed, cuts)).toBe(fill(fed, []));
      }),
      { numRuns: 60, seed: 20210304 },
    );
  });
});
