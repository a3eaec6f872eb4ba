import type { RecordedEvent } from '@app/decider';
import type { EventStore, Position, StoredEvent } from '@app/event-store';
import type { Database } from 'better-sqlite3';

/** What the engine needs of an event store: to follow it, and to prove that a checkpoint belongs to it. */
export type LogReader = Pick<EventStore, 'follow' | 'at' | 'head'>;

/** Turns stored bytes into the in-memory event. A throw makes the event undecodable: it is handed to every projection as such. */
export type Decode = (stored: StoredEvent) => RecordedEvent;

/** How far the rows of one file are: written in the transaction that writes the rows. */
export interface Checkpoint {
  /** The last event applied; absent before the first one. */
  readonly position?: Position;
  readonly eventId?: string;
  /** How many events of the log have been applied or skipped: the last one's place in log order, counted without gaps from 1. */
  readonly ordinal: number;
}

export interface Poison {
  readonly position: Position;
  readonly eventId: string;
  readonly ordinal: number;
  readonly message: string;
}

/** A person's recorded decision that one version of a projection goes on without one event. */
export interface SkipDecision {
  readonly version: number;
  readonly eventId: string;
  readonly position: Position;
  readonly decidedBy: string;
  /** UTC instant, ISO 8601. */
  readonly decidedAt: string;
}

/**
 * `rebuilding`: a new file is being filled; `ready` says whether an older one answers meanwhile. `stopped`: at a poison event, or the disk refuses.
 * `foreign-history`: the checkpoint does not belong to this event store, and only a rebuild helps.
 */
export type ProjectionState = 'catching-up' | 'live' | 'rebuilding' | 'stopped' | 'foreign-history';

export interface ProjectionStatus extends Checkpoint {
  readonly name: string;
  readonly version: number;
  readonly state: ProjectionState;
  /** A finished file of this version exists, so that readers get an answer. */
  readonly ready: boolean;
  /** Position of the last event of the store. */
  readonly head?: Position;
  /** Events not applied yet, as far as they have been counted; `exact` when the count reaches the head. */
  readonly lag: { readonly events: number; readonly exact: boolean };
  readonly poison?: Poison;
  /** Why it stands still although no event is to blame: the disk, or a history that is not ours. */
  readonly failure?: string;
  readonly skipped: readonly SkipDecision[];
  readonly rebuild?: Checkpoint & { readonly poison?: Poison; readonly failure?: string };
}

/** A read-only connection to whichever file of a projection is live. */
export interface ProjectionReader {
  readonly name: string;
  /**
   * The connection, to be asked for at every use: after a swap it is another one. Statements may be kept per connection (`WeakMap`).
   * @throws NotReady while no file of this version is finished
   */
  db(): Database;
}

/** The read side as the api sees it, whether the engine runs in this thread or in one of its own. */
export interface Projections {
  status(): Promise<readonly ProjectionStatus[]>;
  /** Read-your-writes: true once the named projections (all by default) stand at `position`; false after the time-out, or at once when one has stopped before it. */
  waitFor(position: Position, timeoutMs: number, names?: readonly string[]): Promise<boolean>;
  /** Fills new files beside the live ones and swaps; resolves after the swap. Without a name: all, reading and decoding once. @throws PoisonEvent */
  rebuild(name?: string): Promise<void>;
  /** Records the decision and goes on without the event. @throws NotPoison unless the projection stands still at exactly this event */
  skip(name: string, eventId: string, decidedBy: string): Promise<void>;
  reader(name: string): ProjectionReader;
  close(): Promise<void>;
}

export type ProjectionLog = (level: 'info' | 'warn' | 'error', message: string) => void;

/** The checkpoint's event does not stand at its position in this store: restored, moved, or another store altogether. */
export class ForeignHistory extends Error {
  override readonly name = 'ForeignHistory';

  constructor(projection: string, checkpoint: Checkpoint) {
    super(
      `${projection} was filled from another history: event ${checkpoint.eventId} does not stand at ${checkpoint.position}; rebuild it`,
    );
  }
}

export class NotReady extends Error {
  override readonly name = 'NotReady';

  constructor(projection: string) {
    super(`projection ${projection} has no finished file yet`);
  }
}

export class NotPoison extends Error {
  override readonly name = 'NotPoison';

  constructor(projection: string, eventId: string) {
    super(`projection ${projection} does not stand still at event ${eventId}`);
  }
}

export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';

  constructor(projection: string) {
    super(`there is no projection ${projection}`);
  }
}
