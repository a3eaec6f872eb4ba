/** Followers that have nothing to read wait here. A wake between their last read and their waiting is not lost: they wait for a version. */
export class Wake {
  #version = 0;
  readonly #waiting = new Set<() => void>();

  get version(): number {
    return this.#version;
  }

  notify(): void {
    this.#version += 1;
    for (const resume of [...this.#waiting]) resume();
  }

  /** Resolves once something was notified after `seen`, or when the signal aborts, or after `atMostMs`. */
  async after(seen: number, signal: AbortSignal, atMostMs?: number): Promise<void> {
    if (this.#version !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = atMostMs === undefined ? undefined : setTimeout(() => resume(), atMostMs);
      const resume = () => {
        clearTimeout(timer);
        this.#waiting.delete(resume);
        signal.removeEventListener('abort', resume);
        resolve();
      };
      this.#waiting.add(resume);
      signal.addEventListener('abort', resume);
    });
  }
}
