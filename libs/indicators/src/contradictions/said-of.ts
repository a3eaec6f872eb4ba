import { type ContradictionState, contradictionEvolution } from '@app/partnership/contradiction/contradiction.decider';
import { contradictionTerm } from '@app/partnership/contradiction/contradiction.term';
import type { Database } from 'better-sqlite3';
import type { Known } from '../known';
import { saidEvents } from '../said-events';
import type { Contradiction } from './contradiction';
import { grouped } from './matters';

export const CONTRADICTION_STATES = ['open', 'explained', 'resolved'] as const;

/** How a contradiction stands with those who looked at it. */
export interface SaidOf {
  readonly state: (typeof CONTRADICTION_STATES)[number];
  readonly explanation?: { readonly nl: string; readonly fr: string; readonly en?: string };
  readonly resolution?: { readonly correction?: string; readonly reading?: string };
  /** What it shows now is not what was seen when it was explained or resolved. */
  readonly stale?: true;
}

export type StandingContradiction = Contradiction & SaidOf;

function saidOf({ seen }: Contradiction, { explained, resolved }: ContradictionState): SaidOf {
  const last = resolved ?? explained;
  if (!last) return { state: 'open' };
  return {
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
  const states = new Map(
    grouped(said, ({ streamId }) => streamId).map((events) => [
      events[0].streamId,
      events.reduce<ContradictionState>(contradictionEvolution.evolve, contradictionEvolution.initialState),
    ]),
  );
  return found.map((one) => ({
    ...one,
    ...saidOf(one, states.get(`${contradictionTerm.name}-${one.key}`) ?? contradictionEvolution.initialState),
  }));
}
