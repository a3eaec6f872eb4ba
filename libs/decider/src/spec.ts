import type { Decide, DecisionContext, Evolution } from './decider';
import type { EventDefinition, JsonObject, NewEvent, Occurred, RecordedEvent } from './event';
import { fold } from './fold';
import { Refusal } from './refusal';

export const onDay = (day: string): Occurred => ({ from: day, to: day, nature: 'point', precision: 'day' });

const at = onDay('2021-06-15');

/** A recorded event for specs: fixed ids and dates, `overrides` for what the spec is about. */
export const recorded = <Type extends string, Data>(
  definition: EventDefinition<Type, Data>,
  data: Data,
  overrides: Partial<RecordedEvent<Type, Data>> = {},
): RecordedEvent<Type, Data> => ({
  id: '00000000-0000-8000-8000-000000000000',
  streamId: 'thing-AAAAAAAAAAAAAAAAAAAAAA',
  revision: 0,
  type: definition.type,
  schemaVersion: definition.version,
  subject: typeof definition.subject === 'function' ? definition.subject(data) : definition.subject,
  occurred: at,
  recordedAt: '2021-06-16T08:00:00.000Z',
  actor: 'acct-spec',
  organisation: 'org-spec',
  planRefs: [],
  source: 'form',
  correlationId: 'c-spec',
  subjects: [],
  keyTag: 'k',
  bodyTag: 'b',
  data,
  sealed: [],
  ...overrides,
});

const contextOf = (overrides: Partial<DecisionContext>): DecisionContext => ({
  streamId: 'thing-AAAAAAAAAAAAAAAAAAAAAA',
  today: '2021-12-31',
  occurred: at,
  newId: (n) => `id-${n}`.padEnd(22, 'A'),
  ...overrides,
});

export type Given = readonly [
  definition: EventDefinition<any, any>,
  data: JsonObject | object,
  overrides?: Partial<RecordedEvent<any, any>>,
];

/**
 * Given/when/then for one decision: `given(evolution, [[SessionPlanned, {...}]]).when(holdSession, command)` answers the exact, ordered events as
 * `[type, data]`, or the refusal's code. Nothing is matched loosely.
 */
export function given<State>(evolution: Evolution<State>, history: readonly Given[]) {
  const state = fold(
    evolution,
    history.map(([definition, data, overrides], revision) =>
      recorded(definition, data, { revision, id: `00000000-0000-8000-8000-${String(revision).padStart(12, '0')}`, ...overrides }),
    ),
  );
  return {
    state,
    /** The events exactly as decided. */
    when: <Command>(decide: Decide<Command, State>, command: Command, context: Partial<DecisionContext> = {}): readonly NewEvent[] =>
      decide(command, state, contextOf(context)),
    /** The events as `[type, data]` pairs. */
    then: <Command>(
      decide: Decide<Command, State>,
      command: Command,
      context: Partial<DecisionContext> = {},
    ): readonly [string, object][] => decide(command, state, contextOf(context)).map((event) => [event.definition.type, event.data]),
    /** The refusal's code; fails when the command is not refused. */
    refuses: <Command>(decide: Decide<Command, State>, command: Command, context: Partial<DecisionContext> = {}): string => {
      try {
        decide(command, state, contextOf(context));
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
      throw new Error('the command was not refused');
    },
  };
}
