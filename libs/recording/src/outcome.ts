import type { Position } from '@app/event-store';

/** The answer of a command: the stream, its revision, the position to read up to, and the events that it made (none: it was recorded already). */
export interface CommandAnswer {
  readonly streamId: string;
  readonly revision: number;
  readonly position: Position | undefined;
  readonly eventIds: readonly string[];
  /** The command had been recorded before: this is the answer of the first time. */
  readonly replayed: boolean;
}

export interface FieldProblem {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The command cannot be read: 400. */
export class InvalidCommand extends Error {
  override readonly name = 'InvalidCommand';

  constructor(
    readonly problems: readonly FieldProblem[],
    readonly code = 'command.invalid',
  ) {
    super(code);
  }
}

/** The stream that the body names holds nothing: 404. */
export class StreamNotFound extends Error {
  override readonly name = 'StreamNotFound';

  constructor(readonly field: string) {
    super('record.not-found');
  }
}

/** The same key came with another body: 422. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}

/** The stream has moved on from the revision in `If-Match`: 412. */
export class RevisionMismatch extends Error {
  override readonly name = 'RevisionMismatch';

  constructor(readonly actual: number) {
    super('command.revision-mismatch');
  }
}

/** Certainly not recorded, try again: 503. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';

  constructor(
    readonly code: 'store.unavailable' | 'store.contended' | 'clock.not-trusted',
    readonly retryAfterMs: number,
  ) {
    super(code);
  }
}

/** Perhaps recorded: sending the same key again finds out. 503, never "rejected". */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}
