import type { Position } from '@app/event-store';

/** A stream as the write path knows it: folded, with what idempotency needs. */
export interface StreamEntry {
  readonly state: unknown;
  /** -1: nothing stands. */
  readonly revision: number;
  readonly position: Position | undefined;
  /** keyTag of every command that made an event here -> revision of its first one. */
  readonly tags: Map<string, number>;
}

/** What an entry is taken to weigh, measured on sessions with one to four commands: each command leaves its tag, and about as much again in the state. */
const ENTRY_BYTES = 1_300;
const TAG_BYTES = 300;

const weigh = (entry: StreamEntry): number => ENTRY_BYTES + entry.tags.size * TAG_BYTES;

interface Held {
  readonly entry: StreamEntry;
  readonly bytes: number;
}

/**
 * Recently used streams, bounded by bytes. Filled from stored bytes only, trusted only while this process is the single writer. Two generations: what is
 * used moves to the young one; when that holds half of the limit it becomes the old one, and what was not used since the last time goes. One list in
 * the order of use would cost each command several times as much.
 */
export class StateCache {
  #young = new Map<string, Held>();
  #old = new Map<string, Held>();
  #youngBytes = 0;
  #oldBytes = 0;

  constructor(private readonly limitBytes = 96 * 1024 * 1024) {}

  get(streamId: string): StreamEntry | undefined {
    const young = this.#young.get(streamId);
    if (young) return young.entry;
    const old = this.#takeOld(streamId);
    if (old) this.#hold(streamId, old);
    return old?.entry;
  }

  set(streamId: string, entry: StreamEntry): void {
    this.drop(streamId);
    // Weighed once: its tags grow with the next command, and what is given back must be what was taken.
    this.#hold(streamId, { entry, bytes: weigh(entry) });
  }

  drop(streamId: string): void {
    const young = this.#young.get(streamId);
    if (young) {
      this.#young.delete(streamId);
      this.#youngBytes -= young.bytes;
    } else this.#takeOld(streamId);
  }

  get bytes(): number {
    return this.#youngBytes + this.#oldBytes;
  }

  #takeOld(streamId: string): Held | undefined {
    const old = this.#old.get(streamId);
    if (old) {
      this.#old.delete(streamId);
      this.#oldBytes -= old.bytes;
    }
    return old;
  }

  #hold(streamId: string, held: Held): void {
    if (held.bytes > this.limitBytes / 2) return;
    if (this.#youngBytes + held.bytes > this.limitBytes / 2) {
      this.#old = this.#young;
      this.#oldBytes = this.#youngBytes;
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    this.#young.set(streamId, held);
    this.#youngBytes += held.bytes;
  }
}
