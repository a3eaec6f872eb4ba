/** An event ready to be stored: `bytes` is the JCS text of its envelope, stored and copied verbatim, never re-serialised. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** The bytes read as UTF-8, from whoever has them as text: only to parse, as it shows what is no UTF-8 as U+FFFD. */
  readonly text?: string;
}

export interface StoredEvent extends EncodedEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly position: Position;
}

/**
 * A point in the log, opaque, ordered as text: epoch (4 digits), hyphen, digits of a fixed width per engine. A restore or a migration starts a new
 * epoch. Never stored inside an event.
 */
export type Position = string;

export type ExpectedRevision = 'no-stream' | bigint;

export type AppendResult =
  /** Durable. `stood`: the same ids were there already; other bytes than ours may stand, so read the stream before answering. */
  | { readonly outcome: 'appended'; readonly position: Position; readonly stood: boolean }
  /** Another writer was first; `actual` is the stream's revision now. Nothing was written. */
  | { readonly outcome: 'conflict'; readonly actual: 'no-stream' | bigint }
  /** Certainly not written: try later. */
  | { readonly outcome: 'unavailable'; readonly retryAfterMs: number }
  /** Perhaps written: only resending the identical bytes finds out. */
  | { readonly outcome: 'unknown' };

export interface Batch {
  readonly events: readonly StoredEvent[];
  /** The position up to which this batch is complete, also when it is empty. */
  readonly through: Position;
  readonly caughtUp: boolean;
}

/** The follower was dropped (engine gone, too slow): resume from the last `through`. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/** A position of another epoch: the history was restored or moved since. */
export class OldEpoch extends Error {
  override readonly name = 'OldEpoch';
}

export interface StoreLimits {
  /** Bytes of one append, sealed parts and commitments included. */
  readonly appendBytes: number;
}

/** At most 768 KiB per append on every engine, so that a record can move between them. */
export const APPEND_BYTES = 768 * 1024;

/** A sealing slot on its way to the vault: its key is wrapped by the master key already. `person` is absent for a stream's text slot. */
export interface SlotRow {
  readonly kid: string;
  readonly streamId: string;
  readonly person?: string;
  readonly wrapped: Buffer;
}

/** Makes slots durable in the vault; idempotent by `kid`. */
export type SlotWriter = (slots: readonly SlotRow[]) => Promise<void>;

export interface AppendOptions {
  readonly signal?: AbortSignal;
  /** New slots that must be durable in the vault before the events are. An orphan slot is harmless; an event without its slot is not. */
  readonly slots?: readonly SlotRow[];
}

/**
 * The event store. One interface, one adapter folder per engine, one contract suite over all of them (`test/contract`).
 * There is no "any" and no default revision. No event is ever deleted, masked or truncated.
 */
export interface EventStore {
  append(streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[], options?: AppendOptions): Promise<AppendResult>;
  /** Strong read in revision order; an absent stream is empty. `from` is inclusive. */
  readStream(streamId: string, from?: bigint): AsyncIterable<StoredEvent>;
  /** Every event but the engine's own, after the position (exclusive; undefined = from the start), up to the head at the time of asking. */
  readAll(after: Position | undefined, limit?: number): AsyncIterable<StoredEvent>;
  /** Pull: the next batch is read when it is asked for. Ends when the signal aborts. @throws Dropped */
  follow(after: Position | undefined, signal: AbortSignal): AsyncIterable<Batch>;
  /** The event that stands at a position, to prove that a checkpoint belongs to this history. @throws OldEpoch */
  at(position: Position): Promise<StoredEvent | undefined>;
  /** Position of the last event; undefined for an empty log. */
  head(): Promise<Position | undefined>;
  epoch(): Promise<number>;
  readonly limits: StoreLimits;
  close(): Promise<void>;
}
