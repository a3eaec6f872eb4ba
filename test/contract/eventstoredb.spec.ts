import { Dropped, type Batch } from '@app/event-store';
import { EventStoreDbStore } from '@app/event-store/eventstoredb/eventstoredb-store';
import { EventStoreDbServer } from '../support/eventstoredb-server';
import { collect, encoded } from './event-store.contract';

describe('the EventStoreDB adapter, against the stand-in', () => {
  let server: EventStoreDbServer;
  let store: EventStoreDbStore;

  beforeEach(async () => {
    server = await EventStoreDbServer.start();
    store = await EventStoreDbStore.open({ url: server.url, deadlineMs: 2000 });
  });

  afterEach(async () => {
    await store.close();
    server.stop();
  });

  it('does not open where no server answers', async () => {
    await expect(EventStoreDbStore.open({ url: 'esdb://127.0.0.1:1?tls=false' })).rejects.toThrow('UNAVAILABLE');
  });

  it('answers unknown when the connection stays open and silent behind the write; sent again the event stands once', async () => {
    const hasty = await EventStoreDbStore.open({ url: server.url, deadlineMs: 100 });
    const event = encoded('a');
    server.failNextAnswer('stay-silent');
    expect(await hasty.append('session-a', 'no-stream', [event])).toEqual({ outcome: 'unknown' });
    await hasty.close();
    expect(await store.append('session-a', 'no-stream', [event])).toMatchObject({ outcome: 'appended' });
    expect(await collect(store.readStream('session-a'))).toHaveLength(1);
  });

  it('finds out that the bytes of another writer stand, though it never saw that append', async () => {
    const other = await EventStoreDbStore.open({ url: server.url });
    const event = encoded('theirs');
    await other.append('session-a', 'no-stream', [event]);
    expect(await store.append('session-a', 'no-stream', [{ ...event, bytes: Buffer.from('ours') }])).toMatchObject({
      outcome: 'appended',
      stood: true,
    });
    await other.close();
  });

  it('is unavailable, for certain, while no server is there', async () => {
    await store.append('session-a', 'no-stream', [encoded('a')]);
    server.stop();
    // The first may have been sent on the connection that is breaking; from then on nothing is.
    await store.append('session-a', 0n, [encoded('b')]);
    expect(await store.append('session-a', 0n, [encoded('b')])).toEqual({ outcome: 'unavailable', retryAfterMs: 1000 });
  });

  it('finds the head behind many events of the server', async () => {
    const result = await store.append('session-a', 'no-stream', [encoded('a')]);
    server.writeSystemEvents(100);
    expect({ position: await store.head() }).toMatchObject({ position: result.outcome === 'appended' && result.position });
    expect(await collect(store.readAll(undefined))).toHaveLength(1);
  });

  it('moves `through` on over events of the server', async () => {
    await store.append('session-a', 'no-stream', [encoded('a')]);
    const stop = new AbortController();
    const seen: Batch[] = [];
    for await (const batch of store.follow(undefined, stop.signal)) {
      seen.push(batch);
      if (seen.length === 1) server.writeSystemEvents(64);
      if (batch.events.length === 0 && batch.through > (seen[0]?.through ?? '')) break;
    }
    stop.abort();
    const through = seen.at(-1)?.through;
    await store.append('session-b', 'no-stream', [encoded('b')]);
    expect((await collect(store.readAll(through))).map(({ streamId }) => streamId)).toEqual(['session-b']);
  });

  it('is dropped aloud, and resumes where it was', async () => {
    await store.append('session-a', 'no-stream', [encoded('a')]);
    let through: string | undefined;
    const following = async () => {
      for await (const batch of store.follow(undefined, new AbortController().signal)) {
        through = batch.through;
        if (batch.caughtUp) server.dropSubscriptions();
      }
    };
    await expect(following()).rejects.toThrow(Dropped);
    await store.append('session-b', 'no-stream', [encoded('b')]);
    for await (const batch of store.follow(through, new AbortController().signal)) {
      expect(batch.events.map(({ streamId }) => streamId)).toEqual(['session-b']);
      break;
    }
  });
});
