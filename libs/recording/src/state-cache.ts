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

/** What an entry is taken to weigh: each command leaves its two tags, and about as much again in the state. */
const ENTRY_BYTES = 1_024;
const TAG_BYTES = 600;

const weigh = (entry: StreamEntry): number => ENTRY_BYTES + entry.tags.size * TAG_BYTES;

/** Least recently used streams, bounded by bytes. Filled from stored bytes only, trusted only while this process is the single writer. */
export class StateCache {
  readonly #held = new Map<string, { readonly entry: StreamEntry; readonly bytes: number }>();
  #bytes = 0;

  constructor(private readonly limitBytes = 64 * 1024 * 1024) {}

  get(streamId: string): StreamEntry | undefined {
    const held = this.#held.get(streamId);
    if (held) {
      this.#held.delete(streamId);
      this.#held.set(streamId, held);
    }
    return held?.entry;
  }

  set(streamId: string, entry: StreamEntry): void {
    this.drop(streamId);
    // Weighed once: its tags grow with the next command, and what is given back must be what was taken.
    const bytes = weigh(entry);
    this.#held.set(streamId, { entry, bytes });
    this.#bytes += bytes;
    for (const [oldest] of this.#held) {
      if (this.#bytes <= this.limitBytes) break;
      this.drop(oldest);
    }
  }

  drop(streamId: string): void {
    const held = this.#held.get(streamId);
    if (!held) return;
    this.#held.delete(streamId);
    this.#bytes -= held.bytes;
  }

  get bytes(): number {
    return this.#bytes;
  }
}
