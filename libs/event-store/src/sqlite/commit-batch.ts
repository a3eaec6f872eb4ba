import type { Database as Connection, Statement } from 'better-sqlite3';
import { openDurable, openEvents, sqliteCode } from './database';

/** A slot as the worker gets it. */
export interface BatchSlot {
  readonly kid: string;
  readonly stream: string;
  readonly person: string | null;
  readonly wrapped: Buffer;
}

export interface BatchEvent {
  /** 16 bytes. */
  readonly id: Buffer;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface BatchAppend {
  readonly stream: string;
  /** -1 = no stream. */
  readonly expected: number;
  readonly events: readonly BatchEvent[];
  readonly slots: readonly BatchSlot[];
}

export const APPENDED = 0;
export const STOOD = 1;
export const CONFLICT = 2;
export const UNAVAILABLE = 3;

/**
 * Of each append of the batch, in order, two numbers: APPENDED or STOOD and the position of its last event; CONFLICT and the stream's revision
 * (-1 = no stream); UNAVAILABLE and 0.
 */
export type BatchOutcome = number[];

/** COMMIT failed: the batch is perhaps written. The connection may not be used again. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';

  constructor(override readonly cause: unknown) {
    super(`the outcome of a commit is unknown: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

export interface CommitterOptions {
  readonly file: string;
  /** Of a new file. */
  readonly epoch?: number;
  /** The vault's slot table: `insert` takes `@kid, @stream, @person` (null for a text slot) and `@wrapped`, and ignores a `kid` that is there. */
  readonly slots?: { readonly file: string; readonly insert: string };
  /** How long it waits for a database that another connection is writing. Default 5000. */
  readonly busyTimeoutMs?: number;
}

/** The codes with which SQLite says, before COMMIT, that it cannot write now; the transaction is rolled back, so nothing was written. */
const CANNOT_WRITE = /^SQLITE_(FULL|BUSY|NOMEM|IOERR|READONLY|CANTOPEN)/;
const CACHED_STREAMS = 50_000;

/** The only writing connections, one transaction per batch. Used by the worker, and by benches inside one thread. */
export class BatchCommitter {
  readonly #db: Connection;
  readonly #vault: Connection | undefined;
  readonly #insertSlot: Statement | undefined;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #findStream: Statement<[string], number>;
  readonly #insertStream: Statement<[string]>;
  readonly #findType: Statement<[string], number>;
  readonly #insertType: Statement<[string]>;
  readonly #revision: Statement<[number], number | null>;
  readonly #insertEvent: Statement<[number, number, number, number, Buffer, Buffer]>;
  readonly #ids: Statement<[number, number, number], Buffer>;
  readonly #positionOf: Statement<[number, number], number>;
  readonly #streams = new Map<string, number>();
  readonly #types = new Map<string, number>();
  #last: number;

  constructor({ file, epoch, slots, busyTimeoutMs }: CommitterOptions) {
    const db = openEvents(file, epoch, busyTimeoutMs);
    this.#db = db;
    this.#vault = slots && openDurable(slots.file, busyTimeoutMs);
    this.#insertSlot = slots && this.#vault?.prepare(slots.insert);
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#findStream = db.prepare<[string], number>('SELECT key FROM stream WHERE name = ?').pluck();
    this.#insertStream = db.prepare<[string]>('INSERT INTO stream (name) VALUES (?)');
    this.#findType = db.prepare<[string], number>('SELECT key FROM type WHERE name = ?').pluck();
    this.#insertType = db.prepare<[string]>('INSERT INTO type (name) VALUES (?)');
    this.#revision = db.prepare<[number], number | null>('SELECT max(revision) FROM event WHERE stream = ?').pluck();
    this.#insertEvent = db.prepare('INSERT INTO event (position, stream, revision, type, id, bytes) VALUES (?, ?, ?, ?, ?, ?)');
    this.#ids = db
      .prepare<[number, number, number], Buffer>('SELECT id FROM event WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision')
      .pluck();
    this.#positionOf = db.prepare<[number, number], number>('SELECT position FROM event WHERE stream = ? AND revision = ?').pluck();
    this.#last = db.prepare<[], number | null>('SELECT max(position) FROM event').pluck().get() ?? 0;
  }

  /** Position of the last event, 0 for none. */
  get last(): number {
    return this.#last;
  }

  /**
   * Slots first, then every append that can be, in one transaction. A conflict fails its own append only.
   * @throws CommitUnknown when COMMIT failed; any other error is a defect, and nothing was written.
   */
  commitBatch(appends: readonly BatchAppend[]): BatchOutcome {
    const ready = this.#commitSlots(appends);
    const before = this.#last;
    const outcome: BatchOutcome = [];
    try {
      this.#begin.run();
      for (const [index, append] of appends.entries()) {
        if (ready === undefined || ready[index]) this.#append(append, outcome);
        else outcome.push(UNAVAILABLE, 0);
      }
    } catch (error) {
      this.#forget(before);
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      if (!CANNOT_WRITE.test(sqliteCode(error))) throw error;
      return appends.flatMap(() => [UNAVAILABLE, 0]);
    }
    try {
      this.#commit.run();
    } catch (error) {
      throw new CommitUnknown(error);
    }
    return outcome;
  }

  close(): void {
    this.#db.close();
    this.#vault?.close();
  }

  #append({ stream, expected, events }: BatchAppend, outcome: BatchOutcome): void {
    let key = this.#streams.get(stream) ?? this.#findStream.get(stream);
    const current = key === undefined ? -1 : (this.#revision.get(key) ?? -1);
    if (current !== expected) {
      const stood = key !== undefined && current >= expected + events.length && this.#standing(key, expected, events);
      if (stood) outcome.push(STOOD, stood);
      else outcome.push(CONFLICT, current);
      return;
    }
    key ??= Number(this.#insertStream.run(stream).lastInsertRowid);
    this.#remember(stream, key);
    let revision = expected;
    for (const { id, type, bytes } of events) {
      this.#insertEvent.run((this.#last += 1), key, (revision += 1), this.#typeKey(type), id, bytes);
    }
    outcome.push(APPENDED, this.#last);
  }

  /** Position of the last of the events when exactly their ids stand after `expected`. */
  #standing(key: number, expected: number, events: readonly BatchEvent[]): number | undefined {
    const last = expected + events.length;
    const ids = this.#ids.all(key, expected + 1, last);
    return ids.every((id, index) => events[index]?.id.equals(id)) ? this.#positionOf.get(key, last) : undefined;
  }

  #typeKey(type: string): number {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    const key = this.#findType.get(type) ?? Number(this.#insertType.run(type).lastInsertRowid);
    this.#types.set(type, key);
    return key;
  }

  #remember(stream: string, key: number): void {
    if (this.#streams.size >= CACHED_STREAMS) this.#streams.clear();
    this.#streams.set(stream, key);
  }

  /** After a rollback the keys that the batch made are gone. */
  #forget(before: number): void {
    this.#last = before;
    this.#streams.clear();
    this.#types.clear();
  }

  /** Undefined: no slots, or all of them durable. Else which appends may go on. */
  #commitSlots(appends: readonly BatchAppend[]): boolean[] | undefined {
    if (!appends.some(({ slots }) => slots.length > 0)) return undefined;
    if (this.#insertSlots(appends.flatMap(({ slots }) => slots))) return undefined;
    // One bad slot must not fail its neighbours: the second try is one by one.
    return appends.map(({ slots }) => slots.length === 0 || this.#insertSlots(slots));
  }

  #insertSlots(slots: readonly BatchSlot[]): boolean {
    const vault = this.#vault;
    const insert = this.#insertSlot;
    if (!vault || !insert) return false;
    try {
      vault.exec('BEGIN IMMEDIATE');
      for (const slot of slots) insert.run(slot);
      vault.exec('COMMIT');
      return true;
    } catch {
      if (vault.inTransaction) vault.exec('ROLLBACK');
      return false;
    }
  }
}
