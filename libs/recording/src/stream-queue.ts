/**
 * Runs the work on one stream one after another, and on different streams side by side. Without it parallel commands on one stream spend their
 * retries on each other.
 */
export class StreamQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<T>(streamId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(streamId);
    const turn = before ? before.then(work, work) : work();
    this.#tails.set(streamId, turn);
    try {
      return await turn;
    } finally {
      if (this.#tails.get(streamId) === turn) this.#tails.delete(streamId);
    }
  }
}
