import type { NewEvent, Occurred, RecordedEvent } from './event';

/** What a decision may know besides the command and the state; everything in it is fixed by the write path, so a decision stays pure. */
export interface DecisionContext {
  /** The stream that is written: the answer of a creating command, and the id of the thing. */
  readonly streamId: string;
  /** Brussels day of the recording, `YYYY-MM-DD`. */
  readonly today: string;
  /** The command's `occurred` after normalisation. */
  readonly occurred: Occurred;
  /** The nth new id of this command (22 characters, base64url), the same on every retry. */
  readonly newId: (n: number) => string;
}

/** The state of one stream as a fold over its effective events (a corrected event counts in its corrected form, a withdrawn one not at all). */
export interface Evolution<State> {
  readonly initialState: State;
  /** Pure; ignores event types that it does not know. Must not mutate. */
  readonly evolve: (state: State, event: RecordedEvent<any, any>) => State;
}

/**
 * Pure. Returns the events that the command makes: none when the fact is recorded already.
 * @throws Refusal when the command contradicts the state.
 */
export type Decide<Command, State> = (command: Command, state: State, context: DecisionContext) => readonly NewEvent[];
