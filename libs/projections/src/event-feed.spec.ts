import type { StoredEvent } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { EventFeed, type FeedSettings } from './event-feed';
import { ProjectionFile } from './projection-file';
import { decode, idOf, journal, scratch, writer } from './spec';

describe('a follower that feeds several files', () => {
  let folder: ReturnType<typeof scratch>;
  const store = new MemoryEventStore();
  const files: ProjectionFile[] = [];
  const decoded: string[] = [];
  const settings: FeedSettings = {
    store,
    decode: (stored) => {
      decoded.push(stored.id);
      return decode(stored);
    },
    batchSize: 1,
    retryMs: 1,
    log: () => undefined,
    skipped: () => new Set(),
  };

  beforeAll(async () => {
    folder = scratch();
    await writer(store)(1, 2, 3, 4);
  });
  afterAll(() => {
    for (const file of files) file.close();
    folder.remove();
  });

  const file = (name: string): ProjectionFile => {
    const made = ProjectionFile.create(journal({ name }), folder.path(name), name);
    files.push(made);
    return made;
  };
  const firstEvents = async (count: number): Promise<StoredEvent[]> => {
    const stored: StoredEvent[] = [];
    for await (const event of store.readAll(undefined, count)) stored.push(event);
    return stored;
  };
  /** Feeds until the head. */
  const run = async (members: readonly ProjectionFile[], foreign: ProjectionFile[] = []): Promise<EventFeed> => {
    let reached: () => void = () => undefined;
    const head = new Promise<void>((resolve) => (reached = resolve));
    const feed = new EventFeed(members, settings, {
      advanced: (self) => self.caughtUp && reached(),
      stopped: () => undefined,
      foreign: (member) => foreign.push(member),
    });
    feed.start();
    await head;
    feed.end();
    await feed.done();
    return feed;
  };

  it('decodes once for all, and gives a file that is ahead only what it lacks', async () => {
    const [ahead, behind] = [file('ahead'), file('behind')];
    const stored = await firstEvents(2);
    ahead.apply(
      stored.map((event, index) => ({ kind: 'event', position: event.position, ordinal: index + 1, event: decode(event) })),
      new Set(),
    );
    decoded.length = 0;
    const feed = await run([ahead, behind]);
    expect(decoded).toEqual([1, 2, 3, 4].map(idOf));
    expect([ahead, behind].map(({ checkpoint }) => checkpoint)).toEqual(
      Array(2).fill({ position: feed.position, eventId: idOf(4), ordinal: 4 }),
    );
  });

  it('refuses a file that is behind it, as that would miss events', async () => {
    const feed = await run([file('first')]);
    expect(feed.ordinal).toBe(4);
    expect(() => feed.add(file('late'))).toThrow('late would miss events');
  });

  it('finds a file of another history when it comes past its checkpoint', async () => {
    const [own, other] = [file('own'), file('other')];
    const [stored] = await firstEvents(1);
    if (!stored) throw new Error('no event');
    const event = decode({ ...stored, id: idOf(99) });
    other.apply([{ kind: 'event', position: stored.position, ordinal: 1, event }], new Set());
    const foreign: ProjectionFile[] = [];
    const feed = await run([own, other], foreign);
    expect(foreign).toEqual([other]);
    expect([...feed.files]).toEqual([own]);
    expect(other.checkpoint.ordinal).toBe(1);
  });
});
