import type { Position } from '@app/event-store';
import Database from 'better-sqlite3';
import { PoisonEvent, type ProjectedEvent, type Projection } from './projection';
import { flushFile } from './projection-folder';
import type { Checkpoint, Poison } from './projections';

interface CheckpointRow {
  readonly position: Position | null;
  readonly event_id: string | null;
  readonly ordinal: number;
  readonly state: 'building' | 'live';
}

const idOf = (projected: ProjectedEvent): string => (projected.kind === 'event' ? projected.event.id : projected.eventId);
const messageOf = (error: unknown): string => {
  if (error instanceof PoisonEvent) return messageOf(error.cause);
  return error instanceof Error ? error.message : String(error);
};

/** The disk or the file is to blame, not the event. */
const isStorageFailure = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  /^SQLITE_(BUSY|CANTOPEN|CORRUPT|FULL|IOERR|LOCKED|NOMEM|NOTADB|PROTOCOL|READONLY)/.test(error.code);

/** How far the rows of this connection's snapshot are; read it in the transaction that reads the rows. */
export function checkpointOf(db: Database.Database): Checkpoint {
  const row = db.prepare<[], CheckpointRow>('SELECT position, event_id, ordinal, state FROM checkpoint').get();
  if (!row) throw new Error(`${db.name} has no checkpoint`);
  return {
    ordinal: row.ordinal,
    ...(row.position !== null && { position: row.position }),
    ...(row.event_id !== null && { eventId: row.event_id }),
  };
}

/** One build of one projection version: its rows and its checkpoint, always moved in the same transaction. */
export class ProjectionFile {
  /** Up to here nothing is missing; at or past the checkpoint, as the log may end in positions that hold no event for us. */
  through: Position | undefined;
  poison: Poison | undefined;
  failure: string | undefined;
  readonly #db: Database.Database;
  readonly #move: Database.Statement<[Position, string, number]>;
  #apply: ReturnType<Projection['open']>;
  #checkpoint: Checkpoint;

  private constructor(
    readonly projection: Projection,
    readonly path: string,
    readonly build: string,
    db: Database.Database,
  ) {
    this.#db = db;
    this.#move = db.prepare('UPDATE checkpoint SET position = ?, event_id = ?, ordinal = ?');
    this.#apply = projection.open(db);
    this.#checkpoint = checkpointOf(db);
    this.through = this.#checkpoint.position;
  }

  /** An empty build. Until `finish` nothing is flushed: a build that was cut short is thrown away. */
  static create(projection: Projection, path: string, build: string): ProjectionFile {
    const db = new Database(path);
    // Rows come in the order of the log and indexes at the end: fewer, larger pages make a build about a quarter faster.
    db.pragma('page_size = 8192');
    // The journal stays, in memory, because a poison event must be rolled back.
    db.pragma('journal_mode = MEMORY');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -32768');
    db.pragma('temp_store = MEMORY');
    db.exec(`CREATE TABLE checkpoint (position TEXT, event_id TEXT, ordinal INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
      INSERT INTO checkpoint VALUES (NULL, NULL, 0, 'building')`);
    projection.create(db);
    return new ProjectionFile(projection, path, build, db);
  }

  /** A finished build. */
  static open(projection: Projection, path: string, build: string): ProjectionFile {
    const db = new Database(path, { fileMustExist: true });
    keepLive(db);
    return new ProjectionFile(projection, path, build, db);
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  get stopped(): boolean {
    return this.poison !== undefined || this.failure !== undefined;
  }

  /**
   * Applies the events that follow the checkpoint, leaving out `skipped`. A poison event is narrowed down and everything before it is kept; then, and
   * after a failure of the disk, the file is `stopped`.
   */
  apply(events: readonly ProjectedEvent[], skipped: ReadonlySet<string>): void {
    const last = events.at(-1);
    if (!last) return;
    try {
      this.#transaction(() => {
        const wanted = skipped.size === 0 ? events : events.filter((event) => !skipped.has(idOf(event)));
        if (wanted.length > 0) this.#apply(wanted);
        return this.#moveTo(last);
      });
    } catch (error) {
      this.#reopen();
      if (isStorageFailure(error)) this.failure = messageOf(error);
      else this.#applySingly(events, skipped);
    }
  }

  #applySingly(events: readonly ProjectedEvent[], skipped: ReadonlySet<string>): void {
    let poison: Poison | undefined;
    try {
      this.#transaction(() => {
        let checkpoint = this.#checkpoint;
        for (const event of events) {
          this.#db.exec('SAVEPOINT one');
          try {
            if (!skipped.has(idOf(event))) this.#apply([event]);
          } catch (error) {
            if (isStorageFailure(error)) throw error;
            this.#db.exec('ROLLBACK TO one');
            poison = { position: event.position, eventId: idOf(event), ordinal: event.ordinal, message: messageOf(error) };
          }
          this.#db.exec('RELEASE one');
          if (poison) break;
          checkpoint = this.#moveTo(event);
        }
        return checkpoint;
      });
    } catch (error) {
      this.failure = messageOf(error);
      poison = undefined;
    }
    this.poison = poison;
    if (this.stopped) this.#reopen();
  }

  /** Clears what stopped it. */
  resume(): void {
    this.poison = undefined;
    this.failure = undefined;
  }

  /** Makes the indexes, then the file durable and fit for readers beside a writer. */
  finish(): void {
    this.#transaction(() => {
      this.projection.index?.(this.#db);
      this.#db.exec(`UPDATE checkpoint SET state = 'live'`);
      return this.#checkpoint;
    });
    keepLive(this.#db);
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
    flushFile(this.path);
    this.#reopen();
  }

  close(): void {
    this.#db.close();
  }

  #moveTo(event: ProjectedEvent): Checkpoint {
    this.#move.run(event.position, idOf(event), event.ordinal);
    return { position: event.position, eventId: idOf(event), ordinal: event.ordinal };
  }

  /** Statements and whatever the projection remembers between batches; a rollback may have made that memory wrong. */
  #reopen(): void {
    this.#apply = this.projection.open(this.#db);
  }

  #transaction(work: () => Checkpoint): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const reached = work();
      this.#db.exec('COMMIT');
      this.#checkpoint = reached;
      if (reached.position !== undefined && reached.position > (this.through ?? '')) this.through = reached.position;
    } catch (error) {
      // SQLite has rolled back already after some errors.
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** Rows and checkpoint survive together or not at all; losing the last commits to a power cut costs only their replay. */
function keepLive(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -8192');
  db.pragma('temp_store = MEMORY');
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
}
