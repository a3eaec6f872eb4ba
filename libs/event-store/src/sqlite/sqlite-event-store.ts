import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { checkAppend } from '../append-check';
import {
  APPEND_BYTES,
  type AppendOptions,
  type AppendResult,
  type Batch,
  type EncodedEvent,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
} from '../port';
import { messageBytes, packBatch, type OutgoingAppend } from './batch-message';
import { APPENDED, CONFLICT, STOOD, type BatchOutcome, type CommitterOptions } from './commit-batch';
import type { CommitWorkerData, CommitWorkerMessage, CommitWorkerRequest } from './commit-worker';
import { StoreLocked } from './database';
import { SqliteEventReader } from './sqlite-event-reader';

export interface SqliteEventStoreOptions extends CommitterOptions {
  /** Default: the file with `.lock` behind. */
  readonly lockFile?: string;
  /** Appends in one transaction at most. Default 256. */
  readonly batchSize?: number;
  /** Batches at the worker at a time. Default 2: one is packed while one is flushed. */
  readonly maxInFlight?: number;
  /** Appends that may wait; one more answers `unavailable`. Default 4096. */
  readonly maxQueued?: number;
  /** Bytes that may wait. Default 16 MiB. */
  readonly maxQueuedBytes?: number;
  /** Called once when the outcome of a commit is unknown or the worker died: the host must exit, nothing will be written any more. */
  readonly onFenced?: (reason: string) => void;
  /** Another worker module, for tests that plant a fault. */
  readonly worker?: string;
}

interface Waiting extends OutgoingAppend {
  readonly bytes: number;
  readonly signal: AbortSignal | undefined;
  readonly settle: (result: AppendResult) => void;
}

const BATCH_BYTES = 4 * 1024 * 1024;
/** So many appends go to an idle worker at once: it writes them while the rest of the turn is still being decided. */
const EARLY = 8;
const BUSY: AppendResult = { outcome: 'unavailable', retryAfterMs: 1000 };

/** The record in one SQLite file: a worker thread is its only writer, appends that wait at the same moment share one flush. */
export class SqliteEventStore implements EventStore {
  readonly limits = { appendBytes: APPEND_BYTES };
  readonly #batchSize: number;
  readonly #maxInFlight: number;
  readonly #maxQueued: number;
  readonly #maxQueuedBytes: number;
  readonly #withSlots: boolean;
  readonly #onFenced: ((reason: string) => void) | undefined;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #scheduled = false;
  readonly #inFlight: Waiting[][] = [];
  #sent = 0;
  #fenced = false;
  #closing: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  /** @throws StoreLocked when another process writes; Error when the file cannot be opened, or its commits would not be durable. */
  static async open(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
    const { file, epoch, slots, busyTimeoutMs, lockFile = `${file}.lock`, worker: module = require.resolve('./commit-worker') } = options;
    const done = new Int32Array(new SharedArrayBuffer(4));
    const workerData: CommitWorkerData = { file, lockFile, epoch, slots, busyTimeoutMs, done };
    const worker = new Worker(module, { workerData });
    const opening = new AbortController();
    try {
      const [message] = (await Promise.race([
        once(worker, 'message', { signal: opening.signal }),
        once(worker, 'exit', { signal: opening.signal }).then(() => [{ refused: 'failed', message: 'its worker ended' }]),
      ])) as [CommitWorkerMessage];
      if ('refused' in message) {
        throw message.refused === 'locked' ? new StoreLocked(lockFile) : new Error(`the event store does not open: ${message.message}`);
      }
      return new SqliteEventStore(options, worker, new SqliteEventReader({ file, pollMs: 0 }), done);
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      opening.abort();
    }
  }

  private constructor(
    options: SqliteEventStoreOptions,
    readonly worker: Worker,
    readonly reader: SqliteEventReader,
    private readonly done: Int32Array,
  ) {
    this.#batchSize = options.batchSize ?? 256;
    this.#maxInFlight = options.maxInFlight ?? 2;
    this.#maxQueued = options.maxQueued ?? 4096;
    this.#maxQueuedBytes = options.maxQueuedBytes ?? 16 * 1024 * 1024;
    this.#withSlots = options.slots !== undefined;
    this.#onFenced = options.onFenced;
    worker.on('message', (message: CommitWorkerMessage) => this.#received(message));
    worker.on('error', (error) => this.#fence(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.#exited());
  }

  append(
    streamId: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
    { signal, slots = [] }: AppendOptions = {},
  ): Promise<AppendResult> {
    try {
      checkAppend(streamId, expected, events);
      if (slots.length > 0 && !this.#withSlots) throw new Error('an append with slots needs the vault: open the store with `slots`');
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    // A caller that resends after an unknown outcome must not hear "certainly not written" from a store that cannot look.
    if (this.#fenced) return Promise.resolve({ outcome: 'unknown' });
    if (this.#closed || signal?.aborted || this.#queue.length >= this.#maxQueued) return Promise.resolve(BUSY);
    const append = { streamId, expected, events, slots };
    const bytes = messageBytes(append);
    if (this.#queuedBytes + bytes > this.#maxQueuedBytes) return Promise.resolve(BUSY);
    return new Promise((settle) => {
      this.#queue.push({ ...append, bytes, signal, settle });
      this.#queuedBytes += bytes;
      this.#schedule();
    });
  }

  readStream(streamId: string, from?: bigint): AsyncIterable<StoredEvent> {
    return this.reader.readStream(streamId, from);
  }

  readAll(after: Position | undefined, limit?: number): AsyncIterable<StoredEvent> {
    return this.reader.readAll(after, limit);
  }

  follow(after: Position | undefined, signal: AbortSignal): AsyncIterable<Batch> {
    return this.reader.follow(after, signal);
  }

  at(position: Position): Promise<StoredEvent | undefined> {
    return this.reader.at(position);
  }

  head(): Promise<Position | undefined> {
    return this.reader.head();
  }

  epoch(): Promise<number> {
    return this.reader.epoch();
  }

  /** Writes what waits, then frees the lock; after the deadline what still waits is `unknown` and the worker is ended. */
  close(deadlineMs = 5000): Promise<void> {
    this.#closed ??= this.#close(deadlineMs);
    return this.#closed;
  }

  async #close(deadlineMs: number): Promise<void> {
    if (!this.#fenced) {
      const drained = new Promise<void>((resolve) => {
        this.#closing = resolve;
        this.#endWhenIdle();
      });
      const timer = setTimeout(() => this.#fence('closed before everything was written'), deadlineMs);
      await drained;
      clearTimeout(timer);
    }
    await this.worker.terminate();
    await this.reader.close();
  }

  #schedule(): void {
    const unfinished = this.#unfinished;
    if (unfinished === 0 && this.#queue.length >= EARLY) return this.#dispatch();
    if (this.#scheduled || unfinished >= this.#maxInFlight) return;
    this.#scheduled = true;
    // At the end of the turn, so that the appends of one turn of the event loop share a flush.
    setImmediate(() => {
      this.#scheduled = false;
      this.#dispatch();
    });
  }

  /** Batches that the worker has not done yet. An answer may lie waiting for the end of this turn: of those in flight that is not known. */
  get #unfinished(): number {
    return (this.#sent - Atomics.load(this.done, 0)) | 0;
  }

  #dispatch(): void {
    while (this.#queue.length > 0 && this.#unfinished < this.#maxInFlight && !this.#fenced) {
      const batch: Waiting[] = [];
      let bytes = 0;
      let taken = 0;
      for (const append of this.#queue) {
        if (batch.length === this.#batchSize || (batch.length > 0 && bytes + append.bytes > BATCH_BYTES)) break;
        taken += 1;
        this.#queuedBytes -= append.bytes;
        if (append.signal?.aborted) {
          append.settle(BUSY);
          continue;
        }
        batch.push(append);
        bytes += append.bytes;
      }
      this.#queue = taken === this.#queue.length ? [] : this.#queue.slice(taken);
      if (batch.length === 0) continue;
      this.#inFlight.push(batch);
      this.#sent = (this.#sent + 1) | 0;
      const message = packBatch(batch, bytes);
      this.#send(message, [message.buffer as ArrayBuffer]);
    }
    this.#endWhenIdle();
  }

  #received(message: CommitWorkerMessage): void {
    if (!Array.isArray(message)) {
      if ('fenced' in message) this.#fence(message.fenced);
      return;
    }
    const batch = this.#inFlight.shift();
    if (!batch) return;
    this.#settle(batch, message);
    this.reader.notify();
    if (this.#queue.length > 0) this.#schedule();
    this.#endWhenIdle();
  }

  #settle(batch: readonly Waiting[], outcome: BatchOutcome): void {
    for (const [index, { settle }] of batch.entries()) {
      const value = outcome[2 * index + 1] ?? 0;
      switch (outcome[2 * index]) {
        case APPENDED:
          settle({ outcome: 'appended', position: this.reader.positionOf(value), stood: false });
          break;
        case STOOD:
          settle({ outcome: 'appended', position: this.reader.positionOf(value), stood: true });
          break;
        case CONFLICT:
          settle({ outcome: 'conflict', actual: value < 0 ? 'no-stream' : BigInt(value) });
          break;
        default:
          settle(BUSY);
      }
    }
  }

  #endWhenIdle(): void {
    if (this.#closing && !this.#fenced && this.#queue.length === 0 && this.#inFlight.length === 0) this.#send('close');
  }

  #exited(): void {
    if (this.#closing && this.#inFlight.length === 0 && this.#queue.length === 0) this.#closing();
    else this.#fence('the commit worker ended');
  }

  /** Perhaps written is all that can be said, to those at the worker and to those that may be resending. */
  #fence(reason: string): void {
    if (this.#fenced) return;
    this.#fenced = true;
    const waiting = [...this.#inFlight.flat(), ...this.#queue];
    this.#inFlight.length = 0;
    this.#queue = [];
    this.#queuedBytes = 0;
    for (const { settle } of waiting) settle({ outcome: 'unknown' });
    if (!this.#closing) this.#onFenced?.(reason);
    this.#closing?.();
  }

  #send(request: CommitWorkerRequest, transfer: ArrayBuffer[] = []): void {
    this.worker.postMessage(request, transfer);
  }
}
