import type { Clock } from '@app/decider';
import { NotRecorded } from './outcome';

const TOLERANCE_MS = 5 * 60_000;
const RETRY_MS = 60_000;

/**
 * Keeps a wrong clock out of the record: it refuses while the wall clock is more than five minutes off the monotonic one, or stood behind the last
 * recorded event at start, until an operator accepts the clock.
 */
export class ClockGuard {
  #wall: number;
  #monotonic: number;
  #trusted: boolean;

  constructor(
    private readonly clock: Clock,
    lastRecordedAt: number | undefined,
  ) {
    this.#wall = clock.now();
    this.#monotonic = clock.monotonic();
    this.#trusted = lastRecordedAt === undefined || this.#wall >= lastRecordedAt;
  }

  /** The wall clock in milliseconds. @throws NotRecorded `clock.not-trusted` */
  now(): number {
    const now = this.clock.now();
    if (!this.trusts(now)) throw new NotRecorded('clock.not-trusted', RETRY_MS);
    return now;
  }

  get trusted(): boolean {
    return this.trusts(this.clock.now());
  }

  /** The operator has looked: the clock counts from here. */
  accept(): void {
    this.#wall = this.clock.now();
    this.#monotonic = this.clock.monotonic();
    this.#trusted = true;
  }

  private trusts(now: number): boolean {
    const expected = this.#wall + (this.clock.monotonic() - this.#monotonic);
    return this.#trusted && Math.abs(now - expected) <= TOLERANCE_MS;
  }
}
