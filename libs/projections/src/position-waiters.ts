import type { Position } from '@app/event-store';
import type { Entry } from './projection-entry';

interface Waiter {
  readonly position: Position;
  readonly entries: readonly Entry[];
  readonly answer: (reached: boolean) => void;
}

const reached = ({ live, foreign }: Entry, position: Position): boolean => !foreign && (live?.through ?? '') >= position;
const hopeless = ({ live, foreign }: Entry): boolean => foreign !== undefined || live?.poison !== undefined;

/** Callers that wait until projections have reached a position. */
export class PositionWaiters {
  readonly #waiting = new Set<Waiter>();

  constructor(private readonly entryOf: (name: string) => Entry) {}

  async wait(position: Position, timeoutMs: number, names: readonly string[]): Promise<boolean> {
    const entries = names.map((name) => this.entryOf(name));
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.answer(false), timeoutMs);
      const waiter: Waiter = {
        position,
        entries,
        answer: (answer) => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          resolve(answer);
        },
      };
      this.#waiting.add(waiter);
      this.#settle(waiter);
    });
  }

  check(): void {
    for (const waiter of this.#waiting) this.#settle(waiter);
  }

  close(): void {
    for (const { answer } of this.#waiting) answer(false);
  }

  #settle({ position, entries, answer }: Waiter): void {
    const behind = entries.filter((entry) => !reached(entry, position));
    if (behind.length === 0) answer(true);
    else if (behind.some(hopeless)) answer(false);
  }
}
