import { dataOf, type Decide, defineEvent, type Evolution, happened, type RecordedEvent } from '@app/decider';
import { CommandBody, defineCommand, natural, type Term } from '@app/partnership';

/** What a reaction did about one effect. `kept`: the fact stood already, recorded by somebody else. `skipped`: a person, the event's actor, let the cause go. */
export type Did = 'recorded' | 'kept' | 'corrected' | 'withdrawn' | 'declined' | 'skipped';

export interface Result {
  readonly effect: string;
  readonly did: Did;
  readonly command?: string;
  readonly stream?: string;
  /** The event that it made. */
  readonly event?: string;
  /** Digest of the body, to tell whether a corrected cause still says the same. */
  readonly said?: string;
  /** Why the command was refused. */
  readonly code?: string;
}

export interface ReactionSettledData {
  readonly reaction: string;
  readonly cause: string;
  readonly results: readonly Result[];
}

/** Storage contract, like the events of a term. In a `sys` stream: it tells nothing of the field. */
export const reactionSettled = defineEvent<ReactionSettledData>()({
  type: 'ReactionSettled',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { reaction: 'internal', cause: 'internal', results: 'internal' },
});

/** An effect that stands. */
export interface StandingEffect {
  readonly command: string;
  readonly said: string;
  readonly stream?: string;
  readonly event?: string;
}

/** One stream per reaction and first event of a chain of corrections. */
export interface ReactionRecord {
  /** Causes that were dealt with. */
  readonly settled: readonly string[];
  readonly standing: Readonly<Record<string, StandingEffect>>;
}

function after(
  standing: ReactionRecord['standing'],
  { effect, did, command = '', stream, event, said = '' }: Result,
): ReactionRecord['standing'] {
  const { [effect]: earlier, ...others } = standing;
  if (did === 'withdrawn') return others;
  if (did === 'declined' || did === 'skipped') return standing;
  const made = stream === undefined ? {} : event === undefined ? { stream } : { stream, event };
  return { ...others, [effect]: { ...earlier, command, said, ...made } };
}

export const reactionEvolution: Evolution<ReactionRecord> = {
  initialState: { settled: [], standing: {} },
  evolve: (state, { type, data }: RecordedEvent<string, any>) =>
    type === reactionSettled.type
      ? {
          settled: [...state.settled, (data as ReactionSettledData).cause],
          standing: (data as ReactionSettledData).results.reduce(after, state.standing),
        }
      : state,
};

const settleReaction: Decide<ReactionSettledData & { readonly root: string }, ReactionRecord> = (command, { settled }) =>
  settled.includes(command.cause) ? [] : [happened(reactionSettled, dataOf(reactionSettled, command))];

/** Never admitted from outside, so it declares no rules. */
class SettleReactionBody extends CommandBody {
  reaction: string;
  root: string;
  cause: string;
  results: readonly Result[];
}

export const reactionStream = (reaction: string, root: string): string => `sys-reaction-${reaction}.${root}`;

/** The runner's own term: no route leads to it. */
export const reactionTerm: Term<ReactionRecord> = {
  name: 'sys-reaction',
  events: [reactionSettled],
  evolution: reactionEvolution,
  commands: [
    defineCommand<ReactionRecord>()({
      name: 'settle-reaction',
      systems: [],
      body: SettleReactionBody,
      emits: [reactionSettled],
      target: ({ reaction, root }) => natural(`${reaction}.${root}`),
      decide: settleReaction,
      refusals: [],
    }),
  ],
  facts: {},
};
