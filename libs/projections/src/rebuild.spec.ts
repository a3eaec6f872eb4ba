import { readdirSync } from 'node:fs';
import type { EventStore } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { createEventIndex } from './event-index.projection';
import { PoisonEvent, type Projection } from './projection';
import { ProjectionEngine, type EngineOptions } from './projection-engine';
import { decode, dump, idOf, journal, POISON, rows, scratch, stream, tally, writer } from './spec';

describe('a rebuild', () => {
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

  const start = async (projections: readonly Projection[], options: Partial<EngineOptions> = {}): Promise<ProjectionEngine> => {
    const engine = await ProjectionEngine.start({ store, projections, folder: folder.path('read'), decode, ...options });
    open.push(engine);
    return engine;
  };
  const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => ((from + index) * 7) % 100);
  const builds = (): string[] =>
    readdirSync(folder.path('read'))
      .filter((file) => file.endsWith('.db'))
      .sort();

  it('beside the live one equals it byte for byte while events arrive, and takes its place', async () => {
    const days = createEventIndex((instant) => new Date(instant).toISOString().slice(0, 10));
    const engine = await start([tally(), journal(), days], { batchSize: 100 });
    const names = ['tally', 'journal', 'event-index'];
    await write(...numbers(2000));
    const positions = await write(...numbers(10, 2000));
    expect(await engine.waitFor(positions.at(-1) ?? '', 5000)).toBe(true);

    let done = false;
    const rebuilt = engine.rebuild().then(() => (done = true));
    const answers: number[] = [];
    let last = '';
    while (!done) {
      [last = ''] = await write(answers.length % 50);
      expect(await engine.waitFor(last, 5000)).toBe(true);
      answers.push(Number(rows(engine.reader('journal').db(), 'SELECT max(ordinal) FROM journal').flat()[0]));
    }
    await rebuilt;
    // Answered all the time, and never went back.
    expect(answers).toEqual(answers.map((_, index) => 2011 + index));
    expect(answers.length).toBeGreaterThan(3);
    expect(await engine.waitFor(last, 5000)).toBe(true);
    expect(builds()).toEqual(['decisions.db', 'event-index-v2-2.db', 'journal-v1-2.db', 'tally-v1-2.db']);
    const after = names.map((name) => dump(engine.reader(name).db()));

    expect(after[0]).toContain('CREATE INDEX tally_total');

    // Live: the same events one after another, never rebuilt.
    const live = await start([tally(), journal(), days], { batchSize: 1, folder: folder.path('live') });
    expect(await live.waitFor(last, 20_000)).toBe(true);
    expect(names.map((name) => dump(live.reader(name).db()))).toEqual(after);
    expect(after.join('\n').split('\n').length).toBeGreaterThan(2 * 2010);
  });

  it('never takes readers back: it waits until it stands where the live one does, and then neither misses an event', async () => {
    let release: () => void = () => undefined;
    let arrive: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    let followers = 0;
    /** The second follower believes for a while that the log ends after its first event. */
    const lagging: EngineOptions['store'] = {
      at: (position) => store.at(position),
      head: () => store.head(),
      async *follow(after, signal) {
        followers += 1;
        if (followers !== 2) return yield* store.follow(after, signal);
        const [first] = positions;
        for await (const event of store.readAll(undefined, 1)) yield { events: [event], through: event.position, caughtUp: true };
        arrive();
        await released;
        yield* store.follow(first, signal);
      },
    };
    const positions: string[] = [];
    const engine = await start([journal()], { store: lagging });
    positions.push(...(await write(1, 2, 3)));
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(true);
    const rebuilt = engine.rebuild();
    await arrived;
    positions.push(...(await write(4)));
    expect(await engine.waitFor(positions[3] ?? '', 5000)).toBe(true);
    expect(await engine.status()).toMatchObject([{ state: 'rebuilding', ready: true, ordinal: 4, rebuild: { ordinal: 1 } }]);
    expect(builds()).toEqual(['decisions.db', 'journal-v1-1.db', 'journal-v1-2.db']);
    release();
    await rebuilt;
    positions.push(...(await write(5, 6)));
    expect(await engine.waitFor(positions[5] ?? '', 5000)).toBe(true);
    expect(rows(engine.reader('journal').db(), 'SELECT ordinal, position FROM journal')).toEqual(
      positions.map((position, n) => [n + 1, position]),
    );
    expect(await engine.status()).toMatchObject([{ state: 'live', ordinal: 6, lag: { events: 0, exact: true } }]);
  });

  it('lets a query that is running end on the old file, and removes it then', async () => {
    const engine = await start([journal()]);
    const positions = await write(1, 2, 3);
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(true);
    const reader = engine.reader('journal');
    const running = reader.db().prepare<[], [number]>('SELECT ordinal FROM journal').raw().iterate();
    expect(running.next().value).toEqual([1]);
    await engine.rebuild('journal');
    expect(builds()).toEqual(['decisions.db', 'journal-v1-1.db', 'journal-v1-2.db']);
    expect([...running]).toEqual([[2], [3]]);
    await engine.rebuild('journal');
    expect(builds()).toEqual(['decisions.db', 'journal-v1-3.db']);
    expect(rows(reader.db(), 'SELECT count(*) FROM journal')).toEqual([[3]]);
  });

  it('of a new version starts by itself, and the old file goes when the new one answers', async () => {
    const first = await start([journal()]);
    const positions = await write(1, 2, 3);
    expect(await first.waitFor(positions[2] ?? '', 5000)).toBe(true);
    await first.close();
    const second = await start([
      journal({ version: 2, create: (db) => (journal().create(db), db.exec('CREATE TABLE more (n INTEGER) STRICT')) }),
    ]);
    expect(await second.waitFor(positions[2] ?? '', 5000)).toBe(true);
    expect(rows(second.reader('journal').db(), 'SELECT count(*) FROM journal, (SELECT count(*) FROM more)')).toEqual([[3]]);
    expect((await second.status()).map(({ version, state }) => [version, state])).toEqual([[2, 'live']]);
    expect(builds()).toEqual(['decisions.db', 'journal-v2-1.db']);
  });

  it('that was cut short leaves the live file alone and is thrown away at the next start', async () => {
    const first = await start([tally()]);
    const positions = await write(1, 2, 3);
    expect(await first.waitFor(positions[2] ?? '', 5000)).toBe(true);
    const cut = first.rebuild();
    const closed = expect(cut).rejects.toThrow('the projections were closed');
    await first.close();
    await closed;
    expect(builds()).toEqual(['decisions.db', 'tally-v1-1.db', 'tally-v1-2.db']);
    const second = await start([tally()]);
    expect(builds()).toEqual(['decisions.db', 'tally-v1-1.db']);
    expect(await second.waitFor(positions[2] ?? '', 5000)).toBe(true);
    expect(rows(second.reader('tally').db(), 'SELECT total FROM tally ORDER BY stream_id')).toEqual([[3], [1], [2]]);
  });

  it('that meets a poison event says so and leaves the live one answering', async () => {
    let strict = false;
    const moody = tally({
      open: (db) => {
        const apply = tally().open(db);
        return (events) => {
          if (strict && events.some((event) => event.ordinal === 2)) throw new Error('no longer understood');
          apply(events);
        };
      },
    });
    const engine = await start([moody]);
    const positions = await write(1, 2, 3);
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(true);
    strict = true;
    await expect(engine.rebuild('tally')).rejects.toThrow(PoisonEvent);
    expect(await engine.waitFor((await write(4))[0] ?? '', 5000)).toBe(true);
    expect(await engine.status()).toMatchObject([
      {
        state: 'rebuilding',
        ready: true,
        ordinal: 4,
        rebuild: { ordinal: 1, poison: { eventId: idOf(2), message: 'no longer understood' } },
      },
    ]);
    expect(rows(engine.reader('tally').db(), 'SELECT total FROM tally ORDER BY stream_id')).toEqual([[3], [5], [2]]);
    strict = false;
    await engine.rebuild('tally');
    expect(await engine.status()).toMatchObject([{ state: 'live', ordinal: 4 }]);
  });

  it('with a poison event in the log goes on by the same decision beside the live one', async () => {
    const engine = await start([tally()]);
    const positions = await write(1, POISON, 3);
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(false);
    await expect(engine.rebuild()).rejects.toThrow(`event ${idOf(2)} at ${positions[1]} cannot be applied`);
    await engine.skip('tally', idOf(2), 'acct-spec');
    expect(await engine.waitFor(positions[2] ?? '', 5000)).toBe(true);
    expect(rows(engine.reader('tally').db(), 'SELECT stream_id, total FROM tally ORDER BY stream_id')).toEqual([
      [stream(0), 3],
      [stream(1), 1],
    ]);
  });
});
