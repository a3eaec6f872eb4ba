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
import { Wake } from '../wake';

const WIDTH = 16;
const PAGE = 256;

export interface MemoryEventStoreOptions {
  /** 1 unless a test plays a restored history. */
  readonly epoch?: number;
  readonly slotWriter?: SlotWriter;
}

/** The event store of tests and dry runs. Its positions have gaps on purpose: nobody may count with them. */
export class MemoryEventStore implements EventStore {
  readonly limits = { appendBytes: APPEND_BYTES };
  readonly #epoch: number;
  readonly #slotWriter: SlotWriter | undefined;
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #wake = new Wake();
  #last = 0;
  #closed = false;

  constructor(options: MemoryEventStoreOptions = {}) {
    this.#epoch = options.epoch ?? 1;
    this.#slotWriter = options.slotWriter;
  }

  async append(
    streamId: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
    { signal, slots = [] }: AppendOptions = {},
  ): Promise<AppendResult> {
    checkAppend(streamId, expected, events);
    if (this.#closed || signal?.aborted) return { outcome: 'unavailable', retryAfterMs: 1000 };
    if (slots.length > 0) {
      if (!this.#slotWriter) throw new Error('an append with slots needs a slot writer');
      try {
        await this.#slotWriter(slots);
      } catch {
        return { outcome: 'unavailable', retryAfterMs: 1000 };
      }
    }
    const stream = this.#streams.get(streamId) ?? [];
    const next = expected === 'no-stream' ? 0 : Number(expected) + 1;
    if (next !== stream.length) {
      const standing = stream.slice(next, next + events.length);
      const last = standing.at(-1);
      if (last && standing.length === events.length && standing.every((event, index) => event.id === events[index]?.id)) {
        return { outcome: 'appended', position: last.position, stood: true };
      }
      return { outcome: 'conflict', actual: stream.length === 0 ? 'no-stream' : BigInt(stream.length - 1) };
    }
    let position = '';
    for (const { id, type, bytes } of events) {
      this.#last += 1 + ((this.#last * 7) % 3);
      position = positionText(this.#epoch, String(this.#last).padStart(WIDTH, '0'));
      const stored = { id, type, bytes: Buffer.from(bytes), streamId, revision: BigInt(stream.length), position };
      stream.push(stored);
      this.#log.push(stored);
    }
    this.#streams.set(streamId, stream);
    this.#wake.notify();
    return { outcome: 'appended', position, stood: false };
  }

  async *readStream(streamId: string, from = 0n): AsyncIterable<StoredEvent> {
    yield* [...(this.#streams.get(streamId) ?? [])].slice(Number(from));
  }

  async *readAll(after: Position | undefined, limit = Number.POSITIVE_INFINITY): AsyncIterable<StoredEvent> {
    const start = this.#indexAfter(after);
    yield* this.#log.slice(start, Math.min(this.#log.length, start + limit));
  }

  async *follow(after: Position | undefined, signal: AbortSignal): AsyncIterable<Batch> {
    let index = this.#indexAfter(after);
    let through = after ?? positionText(this.#epoch, '0'.repeat(WIDTH));
    let told = false;
    while (!signal.aborted) {
      if (this.#closed) throw new Dropped('the store was closed');
      const seen = this.#wake.version;
      const events = this.#log.slice(index, index + PAGE);
      index += events.length;
      through = events.at(-1)?.position ?? through;
      const caughtUp = index === this.#log.length;
      if (events.length > 0 || !told) yield { events, through, caughtUp };
      told = caughtUp;
      if (caughtUp) await this.#wake.after(seen, signal);
    }
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    positionDigits(position, this.#epoch, WIDTH);
    return this.#log.find((event) => event.position === position);
  }

  async head(): Promise<Position | undefined> {
    return this.#log.at(-1)?.position;
  }

  async epoch(): Promise<number> {
    return this.#epoch;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake.notify();
  }

  #indexAfter(after: Position | undefined): number {
    if (after === undefined) return 0;
    positionDigits(after, this.#epoch, WIDTH);
    let low = 0;
    let high = this.#log.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#log[middle]?.position ?? '') <= after) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
