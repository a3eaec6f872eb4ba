import Database, { type Database as Connection, type Statement } from 'better-sqlite3';
import { Dropped, type Batch, type Position, type StoredEvent } from '../port';
import { positionDigits, positionText } from '../position';
import { Wake } from '../wake';
import { uuidText } from './database';
import { SqliteStoredEvent } from './sqlite-stored-event';

const WIDTH = 16;
/** So few that what was read of them is forgotten while it is young: with a thousand, a tenth of a rebuild was collecting garbage. */
const PAGE = 256;

type Row = [position: number, stream: string, revision: number, type: string, id: string, text: string];

export interface SqliteEventReaderOptions {
  readonly file: string;
  /** How often a follower that has read everything looks for commits of another thread or process; 0 = only when notified. Default 20. */
  readonly pollMs?: number;
}

// As text, because a Buffer for each id and each event is nearly half the time of reading a record and parsing it.
const COLUMNS = 'e.position, s.name, e.revision, t.name, lower(hex(e.id)), CAST(e.bytes AS TEXT)';
const TABLES = 'event e JOIN stream s ON s.key = e.stream JOIN type t ON t.key = e.type';

/** Reads a record on a connection of its own, in any thread or process, beside the writer. Every read sees everything acknowledged before it. */
export class SqliteEventReader {
  readonly #db: Connection;
  readonly #pollMs: number;
  readonly #wake = new Wake();
  readonly #epoch: number;
  readonly #stream: Statement<[string, number, number], Row>;
  readonly #page: Statement<[number, number], Row>;
  readonly #at: Statement<[number], Row>;
  readonly #head: Statement<[], number | null>;
  readonly #dataVersion: Statement<[], number>;
  readonly #exact: (position: Position) => Buffer;
  #version = 0;
  #closed = false;

  constructor({ file, pollMs = 20 }: SqliteEventReaderOptions) {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    this.#db = db;
    this.#pollMs = pollMs;
    const epoch = db.prepare<[], number>("SELECT value FROM meta WHERE name = 'epoch'").pluck().get();
    if (epoch === undefined) throw new Error(`${file} is no event database`);
    this.#epoch = epoch;
    // CROSS JOIN order: the event index first, so that a page is a range of it and never a sort.
    this.#stream = db
      .prepare<[string, number, number], Row>(
        `SELECT ${COLUMNS} FROM stream s CROSS JOIN event e ON e.stream = s.key CROSS JOIN type t ON t.key = e.type
         WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`,
      )
      .raw();
    this.#page = db
      .prepare<[number, number], Row>(
        `SELECT ${COLUMNS} FROM ${TABLES.replaceAll('JOIN', 'CROSS JOIN')} WHERE e.position > ? ORDER BY e.position LIMIT ?`,
      )
      .raw();
    this.#at = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE e.position = ?`).raw();
    this.#head = db.prepare<[], number | null>('SELECT max(position) FROM event').pluck();
    this.#dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
    this.#version = this.#dataVersion.get() ?? 0;
    const bytes = db.prepare<[number], Buffer>('SELECT bytes FROM event WHERE position = ?').pluck();
    this.#exact = (position) => {
      const stored = bytes.get(this.#number(position));
      if (!stored) throw new Error(`no event stands at ${position}`);
      return stored;
    };
  }

  async *readStream(streamId: string, from = 0n): AsyncIterable<StoredEvent> {
    for (let next = Number(from); ;) {
      const rows = this.#stream.all(streamId, next, PAGE);
      for (const row of rows) yield this.#stored(row);
      if (rows.length < PAGE) return;
      next += rows.length;
    }
  }

  async *readAll(after: Position | undefined, limit = Number.POSITIVE_INFINITY): AsyncIterable<StoredEvent> {
    let left = Math.min(limit, this.#headNumber() - this.#number(after));
    for (let last = this.#number(after); left > 0;) {
      const rows = this.#page.all(last, Math.min(left, PAGE));
      for (const row of rows) yield this.#stored(row);
      left = rows.length === 0 ? 0 : left - rows.length;
      last += rows.length;
    }
  }

  async *follow(after: Position | undefined, signal: AbortSignal): AsyncIterable<Batch> {
    let through = after ?? this.#text(0);
    let last = this.#number(after);
    let told = false;
    while (!signal.aborted) {
      if (this.#closed) throw new Dropped('the store was closed');
      const seen = this.#wake.version;
      const rows = this.#page.all(last, PAGE);
      last = rows.at(-1)?.[0] ?? last;
      through = this.#text(last);
      const caughtUp = rows.length < PAGE;
      if (rows.length > 0 || !told) yield { events: rows.map((row) => this.#stored(row)), through, caughtUp };
      told = caughtUp;
      if (caughtUp) await this.#changed(seen, signal);
    }
  }

  async at(position: Position): Promise<StoredEvent | undefined> {
    const row = this.#at.get(this.#number(position));
    return row && this.#stored(row);
  }

  async head(): Promise<Position | undefined> {
    const head = this.#headNumber();
    return head === 0 ? undefined : this.#text(head);
  }

  async epoch(): Promise<number> {
    return this.#epoch;
  }

  /** Something was committed: followers look again at once. */
  notify(): void {
    this.#wake.notify();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#wake.notify();
    this.#db.close();
  }

  /** The text of a position that the writer answered as a number. */
  positionOf(position: number): Position {
    return this.#text(position);
  }

  async #changed(seen: number, signal: AbortSignal): Promise<void> {
    if (this.#pollMs === 0) return this.#wake.after(seen, signal);
    while (this.#wake.version === seen && !signal.aborted && !this.#closed) {
      const version = this.#dataVersion.get() ?? 0;
      if (version !== this.#version) {
        this.#version = version;
        this.#wake.notify();
        return;
      }
      await this.#wake.after(seen, signal, this.#pollMs);
    }
  }

  #headNumber(): number {
    return this.#head.get() ?? 0;
  }

  #number(position: Position | undefined): number {
    return position === undefined ? 0 : Number(positionDigits(position, this.#epoch, WIDTH));
  }

  #text(position: number): Position {
    return positionText(this.#epoch, String(position).padStart(WIDTH, '0'));
  }

  #stored([position, streamId, revision, type, id, text]: Row): StoredEvent {
    return new SqliteStoredEvent(uuidText(id), type, text, streamId, BigInt(revision), this.#text(position), this.#exact);
  }
}
