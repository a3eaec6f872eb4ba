import type { Decide, EventDefinition, Evolution, RecordedEvent } from '@app/decider';
import type { CommandBody } from './command-body';
import type { FactMapping } from './facts';

/**
 * Which stream a command writes.
 * `created`: a new stream, its id derived from the idempotency key, so that a repeat finds it.
 * `existing`: the stream the body names; an empty one answers 404.
 * `natural`: derived from something public that is unique (`plan-2021`); may be empty.
 * `person`: derived from the person and `label` (one stream per person and programme and period); may be empty.
 */
export type Target =
  | { readonly kind: 'created' }
  | { readonly kind: 'existing'; readonly streamId: string }
  | { readonly kind: 'natural'; readonly key: string }
  | { readonly kind: 'person'; readonly person: string; readonly label: string };

export const created = (): Target => ({ kind: 'created' });
export const existing = (streamId: string): Target => ({ kind: 'existing', streamId });
export const natural = (key: string): Target => ({ kind: 'natural', key });
export const perPerson = (person: string, label: string): Target => ({ kind: 'person', person, label });

export interface CommandDefinition<Body extends CommandBody = any, State = any> {
  /** Imperative, kebab case, unique over all terms; the route is `POST /api/commands/<name>`. */
  readonly name: string;
  /** The systems of the field that it serves, for example `SYS-40`. */
  readonly systems: readonly string[];
  /** The class-validator class of its body: the one declaration of its rules. */
  readonly body: new () => Body;
  /** The events it may make; they give each field of the body, by name, its class. */
  readonly emits: readonly EventDefinition<any, any>[];
  readonly target: (body: Body) => Target;
  /** Fields that name a care person; a decider sees the person's slot (`kid`) in this stream instead. */
  readonly persons?: readonly (keyof Body & string)[];
  readonly decide: Decide<Body, State>;
  /** Codes of every refusal that `decide` may raise: documentation, labels and a test rest on it. */
  readonly refusals: readonly string[];
}

/** Declares a command; curried so that the state type is given once and the body type inferred. */
export const defineCommand =
  <State>() =>
  <Body extends CommandBody>(definition: CommandDefinition<Body, State>): CommandDefinition<Body, State> =>
    definition;

export interface Upcaster {
  readonly type: string;
  readonly from: number;
  /** Works on the in-memory event, never on commitments. Answers version `from + 1`. */
  readonly upcast: (event: RecordedEvent) => RecordedEvent;
}

/** One notion of the field: its events, its state and decisions, its commands, and the facts that its events state. */
export interface Term<State = any> {
  /** Kebab case; also the category of its streams (`<name>-<id>`) and the first part of its label keys and refusal codes. */
  readonly name: string;
  readonly events: readonly EventDefinition<any, any>[];
  readonly evolution: Evolution<State>;
  readonly commands: readonly CommandDefinition<any, State>[];
  readonly facts: FactMapping;
  readonly upcasters?: readonly Upcaster[];
  /** Its commands change other terms' records: the state folds every event as appended, and its events say in `data.event` what they change. */
  readonly raw?: boolean;
  /** What was said of it stands beside the facts in full, for views that fold it with `evolution` as known at any K: few events, each asked for often. */
  readonly folded?: boolean;
}
