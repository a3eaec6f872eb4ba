import { checkAppend } from '@app/event-store/append-check';
import {
  APPEND_BYTES,
  type AppendOptions,
  type AppendResult,
  type Batch,
  type EncodedEvent,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type SlotRow,
  type StoredEvent,
} from '@app/event-store';
import { openEvents, uuidBytes } from '@app/event-store/sqlite/database';
import type { Vault } from '@app/vault';
import type { Database, Statement } from 'better-sqlite3';

const PER_TRANSACTION = 20_000;

interface Stream {
  readonly key: number;
  revision: number;
}

/**
 * Fills a new SQLite record through the real write path, for benches: one connection in this thread, big transactions. Commands on it must come one
 * after another. It keeps no promise of durability and reads back nothing but single streams.
 */
export class BulkStore implements EventStore {
  readonly limits = { appendBytes: APPEND_BYTES };
  readonly #db: Database;
  readonly #insert: Statement;
  readonly #insertStream: Statement<[string]>;
  readonly #insertType: Statement<[string]>;
  readonly #read: Statement<[number, number], { type: string; id: Buffer; bytes: Buffer; revision: number; position: number }>;
  readonly #streams = new Map<string, Stream>();
  readonly #types = new Map<string, number>();
  #slots: SlotRow[] = [];
  #sentSlots = new Set<string>();
  count = 0;

  constructor(
    file: string,
    private readonly vault: Vault,
  ) {
    this.#db = openEvents(file);
    this.#db.pragma('cache_size = -200000');
    this.#insert = this.#db.prepare('INSERT INTO event (position, stream, revision, type, id, bytes) VALUES (?, ?, ?, ?, ?, ?)');
    this.#insertStream = this.#db.prepare('INSERT INTO stream (name) VALUES (?)');
    this.#insertType = this.#db.prepare('INSERT INTO type (name) VALUES (?)');
    this.#read = this.#db.prepare(
      'SELECT type.name AS type, id, bytes, revision, position FROM event JOIN type ON type.key = event.type WHERE stream = ? AND revision >= ? ORDER BY revision',
    );
    this.#db.exec('BEGIN');
  }

  async append(
    streamId: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
    { slots = [] }: AppendOptions = {},
  ): Promise<AppendResult> {
    checkAppend(streamId, expected, events);
    let stream = this.#streams.get(streamId);
    if (!stream) this.#streams.set(streamId, (stream = { key: Number(this.#insertStream.run(streamId).lastInsertRowid), revision: -1 }));
    if (stream.revision !== (expected === 'no-stream' ? -1 : Number(expected)))
      return { outcome: 'conflict', actual: BigInt(stream.revision) };
    for (const { id, type, bytes } of events) {
      let typeKey = this.#types.get(type);
      if (typeKey === undefined) this.#types.set(type, (typeKey = Number(this.#insertType.run(type).lastInsertRowid)));
      this.#insert.run((this.count += 1), stream.key, (stream.revision += 1), typeKey, uuidBytes(id), bytes);
    }
    for (const slot of slots) if (!this.#sentSlots.has(slot.kid)) this.#slots.push(slot);
    for (const { kid } of slots) this.#sentSlots.add(kid);
    if (this.count % PER_TRANSACTION < events.length) await this.#flush();
    return { outcome: 'appended', position: this.#position(this.count), stood: false };
  }

  async *readStream(streamId: string, from = 0n): AsyncIterable<StoredEvent> {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    for (const { id, position, revision, ...rest } of this.#read.all(stream.key, Number(from))) {
      const hex = id.toString('hex');
      const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
      yield { ...rest, id: text, streamId, revision: BigInt(revision), position: this.#position(position) };
    }
  }

  readAll(): AsyncIterable<StoredEvent> {
    throw new Error('not while it is filled');
  }

  follow(): AsyncIterable<Batch> {
    throw new Error('not while it is filled');
  }

  async at(): Promise<undefined> {
    return undefined;
  }

  async head(): Promise<Position | undefined> {
    return this.count === 0 ? undefined : this.#position(this.count);
  }

  async epoch(): Promise<number> {
    return 1;
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#db.exec('COMMIT');
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    this.#db.close();
  }

  async #flush(): Promise<void> {
    const slots = this.#slots;
    this.#slots = [];
    if (slots.length > 0) await this.vault.writeSlots(slots);
    this.#db.exec('COMMIT; BEGIN');
  }

  #position(position: number): Position {
    return `0001-${String(position).padStart(16, '0')}`;
  }
}
