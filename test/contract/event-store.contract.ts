import {
  OldEpoch,
  type Batch,
  type EncodedEvent,
  type EventStore,
  type ExpectedRevision,
  type AppendResult,
  type StoredEvent,
} from '@app/event-store';

/** A fresh, empty record on one engine. */
export interface RecordUnderTest {
  readonly store: EventStore;
  /** Kids of the slots that are durable, sorted. Slots whose kid starts with `refused` cannot be written. */
  slots(): Promise<readonly string[]>;
  /** Appends, but the answer is lost behind the write; answers what the caller was told and the store to go on with. */
  appendWithLostAnswer(
    streamId: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
  ): Promise<{ told: AppendResult; store: EventStore }>;
  end(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  start(): Promise<RecordUnderTest>;
}

let made = 0;

export const uuid = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

export const encoded = (text: string, type = 'SessionHeld', id = uuid((made += 1))): EncodedEvent => ({
  id,
  type,
  bytes: Buffer.from(text),
});

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

const texts = (events: readonly StoredEvent[]) => events.map((event) => `${event.streamId}@${event.revision} ${event.bytes.toString()}`);

/** Reads batches until `enough` says so. */
async function followUntil(batches: AsyncIterable<Batch>, enough: (seen: readonly Batch[]) => boolean): Promise<Batch[]> {
  const seen: Batch[] = [];
  for await (const batch of batches) {
    seen.push(batch);
    if (enough(seen)) break;
  }
  return seen;
}

const eventsOf = (batches: readonly Batch[]) => batches.flatMap((batch) => batch.events);

function positionOf(result: AppendResult): string {
  if (result.outcome !== 'appended') throw new Error(`not appended: ${result.outcome}`);
  return result.position;
}

/** What every engine must do; a further engine is one more line in the list of the spec. */
export function eventStoreContract({ name, start }: Engine): void {
  describe(`event store on ${name}`, () => {
    let record: RecordUnderTest;
    let store: EventStore;
    // A real server is not emptied between the tests: every test has streams of its own and starts at the head that it found.
    let run = Date.UTC(2021, 5, 15);
    let stream: string;
    let before: string | undefined;

    beforeEach(async () => {
      record = await start();
      store = record.store;
      stream = `session-${(run += 1)}-${process.pid}`;
      before = await store.head();
    });

    afterEach(() => record.end());

    describe('append and read', () => {
      it('writes a new stream and reads it back in revision order', async () => {
        const events = [encoded('a'), encoded('b', 'SessionCancelled')];
        const result = await store.append(stream, 'no-stream', events);
        expect(result).toEqual({ outcome: 'appended', position: expect.stringMatching(/^\d{4}-\d+$/), stood: false });
        const read = await collect(store.readStream(stream));
        expect(read.map(({ id, type, revision, streamId }) => ({ id, type, revision, streamId }))).toEqual([
          { id: events[0]?.id, type: 'SessionHeld', revision: 0n, streamId: stream },
          { id: events[1]?.id, type: 'SessionCancelled', revision: 1n, streamId: stream },
        ]);
        expect(read[1]?.position).toBe(positionOf(result));
        expect((read[0]?.position ?? '') < (read[1]?.position ?? '')).toBe(true);
      });

      it('reads from a revision on, inclusive, and an absent stream as empty', async () => {
        await store.append(stream, 'no-stream', [encoded('a'), encoded('b'), encoded('c')]);
        expect(texts(await collect(store.readStream(stream, 1n)))).toEqual([`${stream}@1 b`, `${stream}@2 c`]);
        expect(await collect(store.readStream(stream, 3n))).toEqual([]);
        expect(await collect(store.readStream(`${stream}-absent`))).toEqual([]);
      });

      it('gives the bytes back as they came, whatever they are', async () => {
        const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
        const json = Buffer.from('{"b":1,"a":"\\u00e9 é 😀","n":1.50}');
        const marked = Buffer.from('\uFEFF{"a":"\uFFFD"}');
        const loneSurrogate = Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]);
        const written = [all, json, marked, loneSurrogate, Buffer.alloc(0)];
        await store.append(
          stream,
          'no-stream',
          written.map((bytes) => ({ id: encoded('').id, type: 'SessionHeld', bytes })),
        );
        const read = await collect(store.readStream(stream));
        expect(read.map(({ bytes }) => bytes.toString('hex'))).toEqual(written.map((bytes) => bytes.toString('hex')));
        expect(read.every(({ text, bytes }) => text === undefined || text === bytes.toString('utf8'))).toBe(true);
        expect(read.every(({ bytes }) => Buffer.isBuffer(bytes))).toBe(true);
      });

      it('reads a stream that is longer than a page', async () => {
        const many = Array.from({ length: 2100 }, (_, n) => encoded(String(n)));
        await store.append(stream, 'no-stream', many);
        expect((await collect(store.readStream(stream))).map(({ bytes }) => bytes.toString())).toEqual(many.map((_, n) => String(n)));
        expect((await collect(store.readAll(before))).map(({ bytes }) => bytes.toString())).toEqual(many.map((_, n) => String(n)));
      });
    });

    describe('expected revision', () => {
      it('answers a conflict with the revision that stands, and writes nothing', async () => {
        await store.append(stream, 'no-stream', [encoded('a'), encoded('b')]);
        expect(await store.append(stream, 'no-stream', [encoded('x')])).toEqual({ outcome: 'conflict', actual: 1n });
        expect(await store.append(stream, 0n, [encoded('x')])).toEqual({ outcome: 'conflict', actual: 1n });
        expect(await store.append(stream, 2n, [encoded('x')])).toEqual({ outcome: 'conflict', actual: 1n });
        expect(await store.append(`${stream}-absent`, 0n, [encoded('x')])).toEqual({ outcome: 'conflict', actual: 'no-stream' });
        expect(texts(await collect(store.readStream(stream)))).toEqual([`${stream}@0 a`, `${stream}@1 b`]);
        expect(await collect(store.readStream(`${stream}-absent`))).toEqual([]);
      });

      it('lets exactly one of 64 appends at the same revision through, and no neighbour suffers', async () => {
        const results = await Promise.all(
          Array.from({ length: 64 }, (_, n) => store.append(n % 8 === 0 ? `${stream}-${n}` : stream, 'no-stream', [encoded(String(n))])),
        );
        const outcomes = results.map(({ outcome }) => outcome);
        expect(outcomes.filter((outcome, n) => n % 8 === 0 && outcome === 'appended')).toHaveLength(8);
        expect(outcomes.filter((outcome, n) => n % 8 !== 0 && outcome === 'appended')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(55);
        expect(await collect(store.readStream(stream))).toHaveLength(1);
      });

      it('gives 64 writers of one stream each a revision of its own', async () => {
        const write = async (n: number): Promise<void> => {
          for (let expected: ExpectedRevision = 'no-stream', event = encoded(String(n)); ;) {
            const result = await store.append(stream, expected, [event]);
            if (result.outcome === 'appended') return;
            if (result.outcome !== 'conflict') throw new Error(result.outcome);
            expected = result.actual;
          }
        };
        await Promise.all(Array.from({ length: 64 }, (_, n) => write(n)));
        const read = await collect(store.readStream(stream));
        expect(read.map(({ revision }) => revision)).toEqual(Array.from({ length: 64 }, (_, n) => BigInt(n)));
        expect(read.map(({ bytes }) => Number(bytes.toString())).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: 64 }, (_, n) => n),
        );
      });
    });

    describe('retry', () => {
      it('answers that the events stood already when the same append comes again', async () => {
        const events = [encoded('a'), encoded('b')];
        const position = positionOf(await store.append(stream, 'no-stream', events));
        expect(await store.append(stream, 'no-stream', events)).toEqual({ outcome: 'appended', position, stood: true });
        await store.append(stream, 1n, [encoded('c')]);
        expect(await store.append(stream, 'no-stream', events)).toEqual({ outcome: 'appended', position, stood: true });
        expect(await collect(store.readStream(stream))).toHaveLength(3);
      });

      it('says that they stood when the same ids come with other bytes, and keeps the first bytes', async () => {
        const event = encoded('first');
        const position = positionOf(await store.append(stream, 'no-stream', [event]));
        expect(await store.append(stream, 'no-stream', [{ ...event, bytes: Buffer.from('other') }])).toEqual({
          outcome: 'appended',
          position,
          stood: true,
        });
        expect(texts(await collect(store.readStream(stream)))).toEqual([`${stream}@0 first`]);
      });

      it('is a conflict when only some of the ids stand, or they stand elsewhere', async () => {
        const [a, b] = [encoded('a'), encoded('b')];
        await store.append(stream, 'no-stream', [a, b]);
        expect(await store.append(stream, 'no-stream', [a, encoded('x')])).toEqual({ outcome: 'conflict', actual: 1n });
        expect(await store.append(stream, 'no-stream', [b])).toEqual({ outcome: 'conflict', actual: 1n });
        expect(await store.append(stream, 'no-stream', [a, b, encoded('c')])).toEqual({ outcome: 'conflict', actual: 1n });
      });

      it('leaves one event when an append is sent again after an unknown outcome', async () => {
        const event = encoded('once');
        const { told, store: after } = await record.appendWithLostAnswer(stream, 'no-stream', [event]);
        expect(told).toEqual({ outcome: 'unknown' });
        // Whether it stood is told for sure only when other bytes than ours may stand; these are our own.
        expect(await after.append(stream, 'no-stream', [event])).toMatchObject({ outcome: 'appended' });
        expect(texts(await collect(after.readStream(stream)))).toEqual([`${stream}@0 once`]);
      });

      it('writes nothing for an append that was aborted before', async () => {
        const result = await store.append(stream, 'no-stream', [encoded('a')], { signal: AbortSignal.abort() });
        expect(result.outcome).toBe('unavailable');
        expect(await collect(store.readStream(stream))).toEqual([]);
      });
    });

    describe('limits', () => {
      it('takes 768 KiB in one append and refuses one byte more', async () => {
        const half = Buffer.alloc(384 * 1024, 120);
        const event = (bytes: Buffer): EncodedEvent => ({ ...encoded(''), bytes });
        expect(store.limits).toEqual({ appendBytes: 786_432 });
        await expect(store.append(stream, 'no-stream', [event(half), event(Buffer.alloc(half.length + 1))])).rejects.toThrow(RangeError);
        expect(await collect(store.readStream(stream))).toEqual([]);
        expect(await store.append(stream, 'no-stream', [event(half), event(half)])).toMatchObject({ outcome: 'appended' });
        expect((await collect(store.readStream(stream))).map(({ bytes }) => bytes.length)).toEqual([half.length, half.length]);
      });

      it('refuses what not every engine can store', async () => {
        await expect(store.append(stream, 'no-stream', [])).rejects.toThrow(RangeError);
        await expect(store.append(stream, 'no-stream', [{ ...encoded('a'), id: 'no-uuid' }])).rejects.toThrow(RangeError);
        await expect(store.append(stream, 'no-stream', [encoded('a', '$system')])).rejects.toThrow(RangeError);
        await expect(store.append('$system', 'no-stream', [encoded('a')])).rejects.toThrow(RangeError);
        await expect(store.append(stream, -1n, [encoded('a')])).rejects.toThrow(RangeError);
      });
    });

    describe('slots', () => {
      const slot = (kid: string, person?: string) => ({
        kid,
        streamId: stream,
        wrapped: Buffer.from([1, 2, 3]),
        ...(person !== undefined && { person }),
      });

      it('makes new slots durable with the append, once each', async () => {
        const kids = [`${stream}-k1`, `${stream}-k2`];
        const slots = [slot(`${stream}-k1`, 'person-0001'), slot(`${stream}-k2`)];
        await store.append(stream, 'no-stream', [encoded('a')], { slots });
        await store.append(stream, 0n, [encoded('b')], { slots });
        expect(await record.slots()).toEqual(kids);
        expect(await collect(store.readStream(stream))).toHaveLength(2);
      });

      it('leaves the slot and no event behind a conflict: an orphan slot is harmless', async () => {
        expect((await store.append(stream, 3n, [encoded('a')], { slots: [slot(`${stream}-k`)] })).outcome).toBe('conflict');
        expect(await record.slots()).toEqual([`${stream}-k`]);
      });

      it('writes nothing and says so when a slot cannot be made durable; its neighbours go on', async () => {
        const [refused, neighbour, plain] = await Promise.all([
          store.append(stream, 'no-stream', [encoded('a')], { slots: [slot('refused-1')] }),
          store.append(`${stream}-b`, 'no-stream', [encoded('b')], { slots: [slot(`${stream}-k`)] }),
          store.append(`${stream}-c`, 'no-stream', [encoded('c')]),
        ]);
        expect(refused).toEqual({ outcome: 'unavailable', retryAfterMs: 1000 });
        expect([neighbour.outcome, plain.outcome]).toEqual(['appended', 'appended']);
        expect(await record.slots()).toEqual([`${stream}-k`]);
        expect(await collect(store.readStream(stream))).toEqual([]);
      });
    });

    describe('the whole log', () => {
      it('reads every event after a position, in order, to the head or to a limit', async () => {
        await store.append(`${stream}-a`, 'no-stream', [encoded('1'), encoded('2')]);
        const middle = positionOf(await store.append(`${stream}-b`, 'no-stream', [encoded('3')]));
        const head = positionOf(await store.append(`${stream}-a`, 1n, [encoded('4')]));
        const all = await collect(store.readAll(before));
        expect(texts(all)).toEqual([`${stream}-a@0 1`, `${stream}-a@1 2`, `${stream}-b@0 3`, `${stream}-a@2 4`]);
        expect(all.map(({ position }) => position).toSorted()).toEqual(all.map(({ position }) => position));
        expect(texts(await collect(store.readAll(before, 2)))).toEqual([`${stream}-a@0 1`, `${stream}-a@1 2`]);
        expect(texts(await collect(store.readAll(middle)))).toEqual([`${stream}-a@2 4`]);
        expect(await collect(store.readAll(head))).toEqual([]);
        expect(await store.head()).toBe(head);
      });

      it('ends at the head that it found', async () => {
        await store.append(stream, 'no-stream', [encoded('1'), encoded('2')]);
        const seen: string[] = [];
        for await (const event of store.readAll(before)) {
          seen.push(event.bytes.toString());
          if (seen.length === 1) await store.append(stream, 1n, [encoded('3')]);
        }
        expect(seen).toEqual(['1', '2']);
      });

      it('tells which event stands at a position', async () => {
        const event = encoded('1');
        const position = positionOf(await store.append(stream, 'no-stream', [event]));
        expect(await store.at(position)).toMatchObject({ ...event, streamId: stream, revision: 0n, position });
      });

      it('refuses positions of another epoch and of another engine', async () => {
        const position = positionOf(await store.append(stream, 'no-stream', [encoded('1')]));
        const old = `0099${position.slice(4)}`;
        expect(await store.epoch()).toBe(Number(position.slice(0, 4)));
        await expect(store.at(old)).rejects.toThrow(OldEpoch);
        await expect(collect(store.readAll(old))).rejects.toThrow(OldEpoch);
        await expect(collect(store.follow(old, new AbortController().signal))).rejects.toThrow(OldEpoch);
        await expect(store.at(`${position}0`)).rejects.toThrow(RangeError);
      });
    });

    describe('follow', () => {
      it('says that it has caught up, also when there was nothing to read', async () => {
        const stop = new AbortController();
        const seen = await followUntil(store.follow(before, stop.signal), (batches) => batches.at(-1)?.caughtUp === true);
        stop.abort();
        expect(seen.at(-1)).toEqual({ events: [], through: expect.stringMatching(/^\d{4}-\d+$/), caughtUp: true });
      });

      it('catches up, then goes on live, and loses and doubles nothing', async () => {
        const stop = new AbortController();
        await store.append(stream, 'no-stream', [encoded('0'), encoded('1')]);
        let revision = 1n;
        const seen = await followUntil(store.follow(before, stop.signal), (batches) => {
          const events = eventsOf(batches).length;
          if (batches.at(-1)?.caughtUp && events < 12 && BigInt(events) > revision) {
            void store.append(stream, revision, [encoded(String(events)), encoded(String(events + 1))]);
            revision += 2n;
          }
          return events >= 12;
        });
        stop.abort();
        const events = eventsOf(seen);
        expect(events.map(({ bytes }) => bytes.toString())).toEqual(Array.from({ length: 12 }, (_, n) => String(n)));
        expect(seen.at(-1)?.through).toBe(events.at(-1)?.position);
      });

      it('resumes after the last `through`', async () => {
        await store.append(stream, 'no-stream', [encoded('0'), encoded('1')]);
        const caughtUp = (batches: readonly Batch[]) => batches.at(-1)?.caughtUp === true && eventsOf(batches).length > 0;
        const first = await followUntil(store.follow(before, new AbortController().signal), caughtUp);
        await store.append(stream, 1n, [encoded('2')]);
        const next = await followUntil(store.follow(first.at(-1)?.through, new AbortController().signal), caughtUp);
        expect(eventsOf(next).map(({ bytes }) => bytes.toString())).toEqual(['2']);
      });

      it('ends when it is aborted while it waits', async () => {
        const stop = new AbortController();
        const seen: Batch[] = [];
        for await (const batch of store.follow(before, stop.signal)) {
          seen.push(batch);
          if (batch.caughtUp) setImmediate(() => stop.abort());
        }
        expect(eventsOf(seen)).toEqual([]);
      });
    });
  });
}
