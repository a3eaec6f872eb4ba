/**
 * A field that deciders may carry but not read: free text and personal data travel through a decision unopened. Only the write path wraps and
 * opens them.
 */
export class Sealed<T = unknown> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** For the write path alone; an architecture rule keeps deciders away from it. */
  static open<T>(sealed: Sealed<T>): T {
    return sealed.#value;
  }

  toJSON(): string {
    return '[sealed]';
  }
}

/** The type of a sealed field in event data and in a command as its decider sees it. */
export type SealedText = Sealed<string>;
