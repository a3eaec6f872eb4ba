import { type ContradictionState, contradictionEvolution } from '@app/partnership/contradiction/contradiction.decider';
import { contradictionTerm } from '@app/partnership/contradiction/contradiction.term';
import type { Database } from 'better-sqlite3';
import type { Contradiction, SaidOf, Saying, StandingContradiction } from './contradiction.answer';
import type { Known } from '../known';
import { type SaidEvent, saidEvents } from '../said-events';
import { grouped } from './matters';

export type { StandingContradiction } from './contradiction.answer';

export const CONTRADICTION_STATES: readonly StandingContradiction['state'][] = ['open', 'explained', 'resolved'];

/** The last event of each kind that was not taken back by a reopening. */
function sayings(events: readonly SaidEvent[], { explained, resolved }: ContradictionState): readonly Saying[] {
  const holding = [...(explained ? ['ContradictionExplained'] : []), ...(resolved ? ['ContradictionResolved'] : [])];
  return holding
    .flatMap((type) => events.findLast((event) => event.type === type) ?? [])
    .map(({ id, occurred }) => ({ eventId: id, on: occurred.from }));
}

const NOTHING: readonly SaidEvent[] = [];

function saidOf({ seen }: Contradiction, events: readonly SaidEvent[]): SaidOf {
  const state = events.reduce<ContradictionState>(
    (before, event) => contradictionEvolution.evolve(before, event as never),
    contradictionEvolution.initialState,
  );
  const { explained, resolved } = state;
  const last = resolved ?? explained;
  if (!last) return { state: 'open' };
  return {
    said: sayings(events, state),
    state: resolved ? 'resolved' : 'explained',
    ...(explained ? { explanation: explained.text } : {}),
    ...(resolved?.correction === undefined ? {} : { resolution: { correction: resolved.correction } }),
    ...(resolved?.reading === undefined ? {} : { resolution: { reading: resolved.reading } }),
    ...(last.seen === seen ? {} : { stale: true }),
  };
}

/** The contradictions with what was said of each as known at K: explained and resolved ones stay in the list. */
export function withWhatWasSaid(
  db: Database,
  known: Known,
  found: readonly Contradiction[],
  synthetic: boolean,
): readonly StandingContradiction[] {
  const said = saidEvents(db, known, { term: contradictionTerm.name, synthetic });
  const streams = new Map(grouped(said, ({ streamId }) => streamId).map((events) => [events[0].streamId, events]));
  return found.map((one) => ({ ...one, ...saidOf(one, streams.get(`${contradictionTerm.name}-${one.key}`) ?? NOTHING) }));
}
