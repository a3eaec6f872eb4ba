import type { EventStore } from '@app/event-store';
import { BatchCommitter } from '@app/event-store/sqlite/commit-batch';
import { uuidBytes } from '@app/event-store/sqlite/database';
import { type Projections, startProjectionThreads, type ThreadOptions, UnknownProjection } from '@app/projections';
import { idOf, POISON, rows, scratch, writer } from '../../libs/projections/src/spec';

describe.each([
  ['in a thread of its own', []],
  ['in two threads', ['journal']],
])('the engine %s', (_, apart) => {
  let folder: ReturnType<typeof scratch>;
  let committer: BatchCommitter;
  let projections: Projections;
  let write: ReturnType<typeof writer>;

  const append: EventStore['append'] = async (streamId, expected, events) => {
    const [, position] = committer.commitBatch([
      {
        stream: streamId,
        expected: expected === 'no-stream' ? -1 : Number(expected),
        events: events.map((event) => ({ ...event, id: uuidBytes(event.id) })),
        slots: [],
      },
    ]);
    return { outcome: 'appended', position: `0001-${String(position).padStart(16, '0')}`, stood: false };
  };
  const start = (options: Partial<ThreadOptions> = {}): Promise<Projections> =>
    startProjectionThreads(
      {
        module: require.resolve('./projection-thread.setup'),
        eventsFile: folder.path('events.db'),
        folder: folder.path('read'),
        ...options,
      },
      apart,
    );

  beforeEach(async () => {
    folder = scratch();
    committer = new BatchCommitter({ file: folder.path('events.db') });
    write = writer({ append });
    projections = await start();
  });
  afterEach(async () => {
    await projections.close();
    committer.close();
    folder.remove();
  });

  it('sees what another thread commits, and is read from this one', async () => {
    const [, position = ''] = await write(1, 2);
    expect(await projections.waitFor(position, 10_000)).toBe(true);
    expect(rows(projections.reader('journal').db(), 'SELECT ordinal, id FROM journal')).toEqual([
      [1, idOf(1)],
      [2, idOf(2)],
    ]);
    expect(await projections.waitFor('0001-0000000000000099', 20)).toBe(false);
    expect((await projections.status()).map(({ name, state, ordinal, lag }) => [name, state, ordinal, lag])).toEqual([
      ['tally', 'live', 2, { events: 0, exact: true }],
      ['journal', 'live', 2, { events: 0, exact: true }],
    ]);
    expect(() => projections.reader('nothing')).toThrow(UnknownProjection);
    await expect(projections.waitFor(position, 20, ['tally', 'nothing'])).rejects.toThrow(UnknownProjection);
  });

  it('rebuilds, skips and refuses by message; readers follow the swap', async () => {
    const [, bad = '', last = ''] = await write(1, POISON, 3);
    expect(await projections.waitFor(last, 10_000, ['journal'])).toBe(true);
    await expect(projections.skip('tally', idOf(1), 'acct-spec')).rejects.toMatchObject({
      name: 'NotPoison',
      message: `projection tally does not stand still at event ${idOf(1)}`,
    });
    await projections.skip('tally', idOf(2), 'acct-spec');
    expect(await projections.waitFor(bad, 10_000)).toBe(true);
    const before = projections.reader('tally').db().name;
    await projections.rebuild();
    const db = projections.reader('tally').db();
    expect([before, db.name]).toEqual([folder.path('read/tally-v1-1.db'), folder.path('read/tally-v1-2.db')]);
    expect(rows(db, 'SELECT sum(total) FROM tally')).toEqual([[4]]);
  });

  it('says why it cannot start', async () => {
    await expect(start({ module: require.resolve('../../libs/projections/src/projections') })).rejects.toThrow(
      'exports no createProjections',
    );
    await expect(start({ eventsFile: folder.path('absent.db') })).rejects.toThrow('unable to open database file');
  });

  it('refuses calls after it was closed', async () => {
    await projections.close();
    await expect(projections.status()).rejects.toThrow('the projection thread ended');
  });

  it('tells its host when the thread dies, and what was waited for fails', async () => {
    const death = new Promise<Error>((resolve) => {
      void start({ folder: folder.path('other'), settings: { dies: true }, onDeath: resolve }).then(async (doomed) => {
        const waiting = expect(doomed.waitFor('0001-0000000000000001', 10_000)).rejects.toThrow('ended with code 3');
        await write(1);
        await waiting;
        await doomed.close();
      });
    });
    expect((await death).message).toBe('the projection thread ended with code 3');
  });
});
