import type { EventStore } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { checkpointOf } from './projection-file';
import { ProjectionEngine, type EngineOptions } from './projection-engine';
import { NotPoison, NotReady, UnknownProjection, type ProjectionStatus } from './projections';
import { decode, idOf, journal, POISON, rows, scratch, stream, tally, writer } from './spec';

describe('the projection engine', () => {
  let folder: ReturnType<typeof scratch>;
  let store: EventStore;
  let write: ReturnType<typeof writer>;
  const open: ProjectionEngine[] = [];

  beforeEach(() => {
    folder = scratch();
    store = new MemoryEventStore();
    write = writer(store);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((engine) => engine.close()));
    folder.remove();
  });

  const start = async (options: Partial<EngineOptions> = {}): Promise<ProjectionEngine> => {
    const engine = await ProjectionEngine.start({
      store,
      projections: [tally(), journal()],
      folder: folder.path('read'),
      decode,
      clock: { now: () => Date.UTC(2021, 2, 5, 9) },
      ...options,
    });
    open.push(engine);
    return engine;
  };
  const written = async (...values: (number | 'broken')[]): Promise<string> => {
    const positions = await write(...values);
    return positions.at(-1) ?? '';
  };
  const statusOf = async (engine: ProjectionEngine, name: string): Promise<ProjectionStatus> => {
    const status = (await engine.status()).find((candidate) => candidate.name === name);
    if (!status) throw new Error(`no status of ${name}`);
    return status;
  };
  const journalOf = (engine: ProjectionEngine): unknown[] => rows(engine.reader('journal').db(), 'SELECT ordinal, kind, id FROM journal');

  it('applies every event once, in order, with places that have no gaps although positions have', async () => {
    const positions = await write(5, 6, 7);
    const engine = await start();
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(true);
    expect(rows(engine.reader('journal').db(), 'SELECT * FROM journal')).toEqual([
      [1, positions[0], 'event', idOf(1)],
      [2, positions[1], 'event', idOf(2)],
      [3, positions[2], 'event', idOf(3)],
    ]);
    expect(positions).not.toEqual([1, 2, 3].map((n) => positions[0]?.replace(/1$/, String(n))));
    expect(await statusOf(engine, 'tally')).toEqual({
      name: 'tally',
      version: 1,
      state: 'live',
      ready: true,
      position: positions[2],
      eventId: idOf(3),
      ordinal: 3,
      head: positions[2],
      lag: { events: 0, exact: true },
      skipped: [],
    });
  });

  it('answers a query that waits for its own write, and says false when the time is up', async () => {
    const engine = await start();
    const waiting = engine.waitFor('0001-0000000000000001', 5000);
    const position = await written(1);
    expect(await waiting).toBe(true);
    expect(await engine.waitFor(position, 5000, ['journal'])).toBe(true);
    expect(journalOf(engine)).toEqual([[1, 'event', idOf(1)]]);
    expect(await engine.waitFor('0001-0000000000009999', 20)).toBe(false);
    await expect(engine.waitFor(position, 20, ['nothing'])).rejects.toThrow(UnknownProjection);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const first = await start();
    expect(await first.waitFor(await written(1, 2), 5000)).toBe(true);
    await first.close();
    const position = await written(3, 4);
    let applied = 0;
    const counting = journal({
      open: (db) => {
        const apply = journal().open(db);
        return (events) => {
          applied += events.length;
          apply(events);
        };
      },
    });
    const second = await start({ projections: [tally(), counting] });
    expect(await second.waitFor(position, 5000)).toBe(true);
    expect(applied).toBe(2);
    expect(journalOf(second)).toEqual([1, 2, 3, 4].map((n) => [n, 'event', idOf(n)]));
    expect(rows(second.reader('tally').db(), 'SELECT total FROM tally ORDER BY stream_id')).toEqual([[3], [5], [2]]);
  });

  it.each([
    ['another store', async () => writer(new MemoryEventStore())],
    ['a newer epoch', async () => writer(new MemoryEventStore({ epoch: 2 }))],
  ])('stops at a history that is not its own: %s; a rebuild helps', async (kind) => {
    const first = await start();
    expect(await first.waitFor(await written(1, 2, 3), 5000)).toBe(true);
    const { position } = await statusOf(first, 'tally');
    await first.close();
    store = new MemoryEventStore(kind === 'a newer epoch' ? { epoch: 2 } : {});
    write = writer(store);
    const other = await written(9);
    const second = await start();
    const status = await statusOf(second, 'tally');
    expect(status.state).toBe('foreign-history');
    expect(status.failure).toBe(
      `tally-v1-1.db was filled from another history: event ${idOf(3)} does not stand at ${position}; rebuild it`,
    );
    expect(status.lag.exact).toBe(false);
    expect(await second.waitFor(other, 5000)).toBe(false);
    await second.rebuild();
    expect(await second.waitFor(other, 5000)).toBe(true);
    expect((await second.status()).map(({ state, ordinal }) => [state, ordinal])).toEqual([
      ['live', 1],
      ['live', 1],
    ]);
    expect(journalOf(second)).toEqual([[1, 'event', idOf(1)]]);
  });

  it('stops one projection at a poison event, shows its lag, and lets the other go on', async () => {
    const engine = await start();
    const [, , bad, last] = await write(1, 2, POISON, 4);
    const next = await written(5);
    expect(await engine.waitFor(next, 5000, ['journal'])).toBe(true);
    expect(await engine.waitFor(last ?? '', 60_000, ['tally'])).toBe(false);
    expect(await statusOf(engine, 'tally')).toMatchObject({
      state: 'stopped',
      ordinal: 2,
      eventId: idOf(2),
      lag: { events: 3, exact: true },
      poison: { position: bad, eventId: idOf(3), ordinal: 3, message: 'cannot count this' },
    });
    expect(await statusOf(engine, 'journal')).toMatchObject({ state: 'live', ordinal: 5, lag: { events: 0, exact: true } });
  });

  it('counts the lag also when every projection has stopped', async () => {
    const engine = await start({ projections: [tally()] });
    await written(1, POISON);
    expect(await engine.waitFor('0001-0000000000000001', 5000)).toBe(true);
    const done = await start({ projections: [journal()], folder: folder.path('other') });
    expect(await done.waitFor(await written(3, 4, 5), 5000)).toBe(true);
    expect(await statusOf(engine, 'tally')).toMatchObject({ state: 'stopped', ordinal: 1, lag: { events: 4, exact: true } });
  });

  it('meets the poison again after a restart, and goes on once the code is mended', async () => {
    const first = await start();
    const position = await written(1, POISON, 3);
    expect(await first.waitFor(position, 5000, ['journal'])).toBe(true);
    await first.close();
    const again = await start();
    expect(await again.waitFor(position, 5000, ['tally'])).toBe(false);
    expect(await statusOf(again, 'tally')).toMatchObject({
      state: 'stopped',
      poison: { eventId: idOf(2) },
      lag: { events: 2, exact: true },
    });
    await again.close();
    const mended = await start({ projections: [tally({ open: (db) => journalled(db) }), journal()] });
    expect(await mended.waitFor(position, 5000)).toBe(true);
    expect(await statusOf(mended, 'tally')).toMatchObject({ state: 'live', ordinal: 3 });
  });
  const journalled: ReturnType<typeof tally>['open'] = (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO tally VALUES (?, 0, ?)');
    return (events) => {
      for (const { ordinal } of events) insert.run(stream(ordinal), ordinal);
    };
  };

  it('goes on without an event only by a recorded decision, which outlives a rebuild but not a version', async () => {
    const engine = await start();
    const [, bad, , last] = await write(1, POISON, 3, 4);
    expect(await engine.waitFor(last ?? '', 5000, ['tally'])).toBe(false);
    await expect(engine.skip('tally', idOf(3), 'acct-spec')).rejects.toThrow(NotPoison);
    await engine.skip('tally', idOf(2), 'acct-spec');
    expect(await engine.waitFor(last ?? '', 5000)).toBe(true);
    const decision = { version: 1, eventId: idOf(2), position: bad, decidedBy: 'acct-spec', decidedAt: '2021-03-05T09:00:00.000Z' };
    expect(await statusOf(engine, 'tally')).toMatchObject({
      state: 'live',
      ordinal: 4,
      lag: { events: 0, exact: true },
      skipped: [decision],
    });
    const totals = [
      [stream(0), 3, 3],
      [stream(1), 5, 4],
    ];
    expect(rows(engine.reader('tally').db(), 'SELECT * FROM tally ORDER BY stream_id')).toEqual(totals);
    await engine.rebuild('tally');
    expect(rows(engine.reader('tally').db(), 'SELECT * FROM tally ORDER BY stream_id')).toEqual(totals);
    await engine.close();
    const next = await start({ projections: [tally({ version: 2 })] });
    expect(await next.waitFor(last ?? '', 300)).toBe(false);
    expect(await statusOf(next, 'tally')).toMatchObject({
      version: 2,
      state: 'stopped',
      ready: false,
      skipped: [],
      poison: { eventId: idOf(2) },
    });
  });

  it('hands an event that cannot be decoded over as such', async () => {
    const engine = await start();
    expect(await engine.waitFor(await written(1, 'broken', 3), 5000)).toBe(true);
    expect(journalOf(engine)).toEqual([
      [1, 'event', idOf(1)],
      [2, 'undecodable', idOf(2)],
      [3, 'event', idOf(3)],
    ]);
    expect(rows(engine.reader('tally').db(), 'SELECT * FROM tally ORDER BY stream_id')).toEqual([
      [stream(0), 3, 3],
      [stream(1), 1, 1],
      [stream(2), 0, 2],
    ]);
  });

  it('tries a store and a disk again that failed for a moment', async () => {
    let dropped = 0;
    const flaky: EngineOptions['store'] = {
      at: (position) => store.at(position),
      head: () => store.head(),
      async *follow(after, signal) {
        for await (const batch of store.follow(after, signal)) {
          if (batch.events.length > 0 && dropped < 2) {
            dropped += 1;
            throw new Error('gone for a moment');
          }
          yield batch;
        }
      },
    };
    const log: string[] = [];
    const engine = await start({ store: flaky, retryMs: 1, log: (level, message) => level === 'warn' && log.push(message) });
    expect(await engine.waitFor(await written(1), 5000)).toBe(true);
    expect(journalOf(engine)).toEqual([[1, 'event', idOf(1)]]);
    expect(log).toEqual(Array(2).fill("the event store's follower ended: gone for a moment"));
  });

  it('has no reader before a file is finished, and refuses names that it does not know', async () => {
    const never: EngineOptions['store'] = { at: async () => undefined, head: async () => undefined, follow: () => silence };
    const engine = await start({ store: never });
    expect(() => engine.reader('tally').db()).toThrow(NotReady);
    expect(() => engine.reader('nothing')).toThrow(UnknownProjection);
    expect(await statusOf(engine, 'tally')).toMatchObject({ state: 'rebuilding', ready: false, ordinal: 0 });
  });
  const silence: ReturnType<EventStore['follow']> = (async function* () {})();

  it('shows the checkpoint of exactly the rows that a reader sees', async () => {
    const engine = await start();
    const position = await written(1, 2);
    expect(await engine.waitFor(position, 5000)).toBe(true);
    const db = engine.reader('journal').db();
    expect(checkpointOf(db)).toEqual({ position, eventId: idOf(2), ordinal: 2 });
    expect(() => db.exec('DELETE FROM journal')).toThrow('readonly');
  });
});
