import type { RecordedEvent } from '@app/decider';
import type { Position } from '@app/event-store';
import type { Database } from 'better-sqlite3';

/** An event as a projection gets it: decoded, with its place; or, when it cannot be decoded, as such. */
export type ProjectedEvent =
  | { readonly kind: 'event'; readonly position: Position; readonly ordinal: number; readonly event: RecordedEvent }
  | {
      readonly kind: 'undecodable';
      readonly position: Position;
      readonly ordinal: number;
      readonly eventId: string;
      readonly streamId: string;
      readonly type: string;
    };

/**
 * A read model. The engine gives it a database file of its own per version (a rebuild fills a new file beside the live one), calls `apply` inside the
 * transaction that also writes the checkpoint, and never skips an event on its own. Pure but for its own tables: no clock, no randomness, no other I/O.
 */
export interface Projection {
  /** Kebab case; also the file name. */
  readonly name: string;
  /** A change of the tables or of their meaning is a new version: the engine rebuilds beside the live one and swaps. */
  readonly version: number;
  /** `stream`: only the order inside a stream matters, so a rebuild may be split by stream. `log`: the whole order matters. */
  readonly order: 'stream' | 'log';
  /** Creates the tables in an empty database. Indexes that only queries need may wait for `index`. */
  readonly create: (db: Database) => void;
  /** Creates the indexes; in a rebuild, after the rows. */
  readonly index?: (db: Database) => void;
  /** Prepares its statements once per database connection and answers the function that applies one batch. A throw names the event: see `PoisonEvent`. */
  readonly open: (db: Database) => (events: readonly ProjectedEvent[]) => void;
}

/** Thrown by a projection that cannot apply an event: it stops there, and only it. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';

  constructor(
    readonly position: Position,
    readonly eventId: string,
    override readonly cause: unknown,
  ) {
    super(`event ${eventId} at ${position} cannot be applied`);
  }
}
