import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  START,
  StreamNotFoundError,
  type AllStreamRecordedEvent,
  type Position as LogPosition,
  type RecordedEvent,
} from '@eventstore/db-client';
import { checkAppend } from '../append-check';
import {
  APPEND_BYTES,
  Dropped,
  type AppendOptions,
  type AppendResult,
  type Batch,
  type EncodedEvent,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type SlotWriter,
  type StoredEvent,
} from '../port';
import { positionDigits, positionText } from '../position';
import { arrivals } from './all-subscription';
import { outcomeOfFailure } from './append-outcome';

export interface EventStoreDbStoreOptions {
  /** `esdb://` or `esdb+discover://`. */
  readonly url: string;
  /** Default 1; raised by whoever restores or moves the record. */
  readonly epoch?: number;
  /** An append without an answer after this is `unknown`. Default 10,000. */
  readonly deadlineMs?: number;
  readonly slotWriter?: SlotWriter;
}

const HALF = 20;
const ORIGIN: LogPosition = { commit: 0n, prepare: 0n };

/** An older server says "end of the log" instead of the place of an event. */
const LARGEST = 2n ** 63n - 1n;
const PAGE = 500;
/** Looking for the head, past the system events behind it. */
const BACKWARDS_PAGE = 32;

const isSame = (one: LogPosition, other: LogPosition) => one.commit === other.commit && one.prepare === other.prepare;

const isSystem = ({ type, streamId }: { type: string; streamId: string }) => type.startsWith('$') || streamId.startsWith('$');

/**
 * The record on EventStoreDB or KurrentDB (server 23.10 or later). Events are stored as binary data, so that their bytes come back as they went.
 * The server does not tell whether an append stood already, so every append is read back: other bytes than ours are found then.
 */
export class EventStoreDbStore implements EventStore {
  readonly limits = { appendBytes: APPEND_BYTES };
  readonly #client: EventStoreDBClient;
  readonly #epoch: number;
  readonly #deadlineMs: number;
  readonly #slotWriter: SlotWriter | undefined;
  readonly #closing = new AbortController();
  /** The highest place of the log that was seen: what stands at or before it when an append starts was not written by it. */
  #seen = 0n;

  /** @throws Error when the server does not answer. */
  static async open(options: EventStoreDbStoreOptions): Promise<EventStoreDbStore> {
    const store = new EventStoreDbStore(options);
    try {
      await store.head();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private constructor({ url, epoch = 1, deadlineMs = 10_000, slotWriter }: EventStoreDbStoreOptions) {
    this.#client = EventStoreDBClient.connectionString(url);
    this.#epoch = epoch;
    this.#deadlineMs = deadlineMs;
    this.#slotWriter = slotWriter;
  }

  async append(
    streamId: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
    { signal, slots = [] }: AppendOptions = {},
  ): Promise<AppendResult> {
    checkAppend(streamId, expected, events);
    if (slots.length > 0) {
      if (!this.#slotWriter) throw new Error('an append with slots needs a slot writer');
      try {
        await this.#slotWriter(slots);
      } catch {
        return { outcome: 'unavailable', retryAfterMs: 1000 };
      }
    }
    if (this.#closing.signal.aborted || signal?.aborted) return { outcome: 'unavailable', retryAfterMs: 1000 };
    const seen = this.#seen;
    try {
      const sent = this.#client.appendToStream(
        streamId,
        events.map(({ id, type, bytes }) => binaryEvent({ id, type, data: bytes })),
        { expectedRevision: expected === 'no-stream' ? NO_STREAM : expected, deadline: this.#deadlineMs },
      );
      if ((await this.#inTime(sent)) === undefined) return { outcome: 'unknown' };
    } catch (error) {
      return outcomeOfFailure(error);
    }
    try {
      return (await this.#inTime(this.#readBack(streamId, expected, events, seen))) ?? { outcome: 'unknown' };
    } catch {
      return { outcome: 'unknown' };
    }
  }

  async *readStream(streamId: string, from = 0n): AsyncIterable<StoredEvent> {
    for (let next = from; ; next += BigInt(PAGE)) {
      const page = await this.#streamPage(streamId, next, PAGE);
      yield* page;
      if (page.length < PAGE) return;
    }
  }

  async *readAll(after: Position | undefined, limit = Number.POSITIVE_INFINITY): AsyncIterable<StoredEvent> {
    let last = this.#place(after);
    const [end] = await this.#allPage(BACKWARDS, undefined, 1);
    for (let left = limit; end && left > 0;) {
      const page = await this.#allPage(FORWARDS, last, PAGE);
      const fresh = page.filter(({ position }) => !last || !isSame(position, last));
      if (fresh.length === 0) return;
      for (const event of fresh) {
        if (event.position.commit > end.position.commit) return;
        last = event.position;
        if (isSystem(event)) continue;
        yield this.#stored(event);
        left -= 1;
        if (left === 0) return;
      }
    }
  }

  async *follow(after: Position | undefined, signal: AbortSignal): AsyncIterable<Batch> {
    const from = this.#place(after);
    let through = after ?? this.#text(ORIGIN);
    let told = false;
    const stop = AbortSignal.any([signal, this.#closing.signal]);
    for await (const { events, checkpoint, live } of arrivals(this.#client, from, stop)) {
      const stored = events.flatMap(({ event }) => (event && !isSystem(event) ? [this.#stored(event)] : []));
      through = stored.at(-1)?.position ?? through;
      if (checkpoint && this.#text(checkpoint) > through) through = this.#text(checkpoint);
      if (stored.length > 0 || checkpoint || live !== told) yield { events: stored, through, caughtUp: live };
      told = live;
    }
    if (!signal.aborted) throw new Dropped('the store was closed');
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    const place = this.#place(position);
    if (!place) return undefined;
    const [event] = await this.#allPage(FORWARDS, place, 1);
    return event && isSame(event.position, place) && !isSystem(event) ? this.#stored(event) : undefined;
  }

  async head(): Promise<Position | undefined> {
    for (let before: LogPosition | undefined; ;) {
      const page = await this.#allPage(BACKWARDS, before, BACKWARDS_PAGE);
      const last = page.find((event) => !isSystem(event));
      if (last) return this.#stored(last).position;
      const oldest = page.at(-1)?.position;
      if (!oldest || (before && isSame(oldest, before))) return undefined;
      before = oldest;
    }
  }

  async epoch(): Promise<number> {
    return this.#epoch;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.dispose();
  }

  async #readBack(streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[], seen: bigint): Promise<AppendResult> {
    const standing = await this.#streamPage(streamId, expected === 'no-stream' ? 0n : expected + 1n, events.length);
    const last = standing.at(-1);
    if (!last || standing.length < events.length) return { outcome: 'unknown' };
    const ours = standing.every(({ id, bytes }, index) => id === events[index]?.id && events[index].bytes.equals(bytes));
    return { outcome: 'appended', position: last.position, stood: !ours || (this.#place(last.position)?.commit ?? 0n) <= seen };
  }

  /** Undefined when it takes longer than the deadline: the client waits for ever on a stream that stays open and silent. */
  async #inTime<T>(work: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.#deadlineMs);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  // Pages are read to their end: a call of the client that is left half read never ends.
  async #streamPage(streamId: string, fromRevision: bigint, maxCount: number): Promise<StoredEvent[]> {
    const page: StoredEvent[] = [];
    try {
      const read = this.#client.readStream(streamId, { fromRevision, maxCount, direction: FORWARDS, requiresLeader: true });
      for await (const { event } of read) if (event) page.push(this.#stored(event));
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return page;
  }

  /** From a place on, inclusive forwards; undefined = from the end that the direction begins at. */
  async #allPage(
    direction: typeof FORWARDS | typeof BACKWARDS,
    from: LogPosition | undefined,
    maxCount: number,
  ): Promise<AllStreamRecordedEvent[]> {
    const page: AllStreamRecordedEvent[] = [];
    const read = this.#client.readAll({
      fromPosition: from ?? (direction === FORWARDS ? START : END),
      direction,
      maxCount,
      requiresLeader: true,
    });
    for await (const { event } of read) if (event) page.push(event);
    return page;
  }

  #stored(event: RecordedEvent): StoredEvent {
    const { id, type, data, streamId, revision, position } = event;
    if (!(data instanceof Uint8Array)) throw new Error(`event ${id} of ${streamId} was not written by this record`);
    if (!position || position.commit > LARGEST)
      throw new Error('the server does not tell positions in stream reads: 23.10 or later is needed');
    if (position.commit > this.#seen) this.#seen = position.commit;
    return {
      id,
      type,
      bytes: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
      streamId,
      revision,
      position: this.#text(position),
    };
  }

  /** Undefined = from the start. */
  #place(position: Position | undefined): LogPosition | undefined {
    if (position === undefined) return undefined;
    const digits = positionDigits(position, this.#epoch, 2 * HALF);
    const place = { commit: BigInt(digits.slice(0, HALF)), prepare: BigInt(digits.slice(HALF)) };
    return place.commit === 0n && place.prepare === 0n ? undefined : place;
  }

  #text({ commit, prepare }: LogPosition): Position {
    return positionText(this.#epoch, String(commit).padStart(HALF, '0') + String(prepare).padStart(HALF, '0'));
  }
}
