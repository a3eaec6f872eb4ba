import type { Aim, ScorerRole } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Agreement } from '../self-evaluation/agreement';
import type { ClaimedScore } from '../self-evaluation/claimed-scores';
import type { Evidence } from '../self-evaluation/evidence';
import type { ScoreView } from '../self-evaluation/self-evaluation-view';
import { type Pair, paired } from './paired';
import type { EvaluationSent } from './self-evaluation.edition';

/** A score as it was given, or as a document prints it; in its words where it prints no number. */
export interface ScoreShown {
  readonly event: string;
  readonly score: number | string;
  /** Of a score that was given: whether what it rests on has changed. */
  readonly stale?: boolean;
}

export interface ScoreChange extends Pair<ScoreShown> {
  readonly year: number;
  readonly aim: Aim;
  /** As whom it was given; absent for a score that a document prints. */
  readonly role?: ScorerRole;
  /** The events and figures of its evidence that stand otherwise by now, where the score is the same. */
  readonly evidence: readonly string[];
}

/** What the scorers of an aim agree on; of the evaluation before, too, where it stands beside this one. */
export interface AgreementChange extends Pair<Agreement> {
  readonly year: number;
  readonly aim: Aim;
}

/** The chain that an event is of, whichever of its corrections stands. */
export type ChainOf = (eventId: string) => number | undefined;

type Evaluations = readonly EvaluationSent[];

interface Given<Score> {
  readonly year: number;
  readonly aim: Aim;
  readonly score: Score;
}

const givenIn = <Score>(evaluations: Evaluations, scoresOf: (aim: EvaluationSent['aims'][number]) => readonly Score[]) =>
  evaluations.flatMap(({ year, aims }) =>
    aims.flatMap((view) => scoresOf(view).map((score): Given<Score> => ({ year, aim: view.aim, score }))),
  );

/** Scores of the same scorer, who is not named: the later one holds those that it replaced, each known by its chain. */
function ofTheSameScorer(
  before: readonly Given<ScoreView>[],
  after: readonly Given<ScoreView>[],
  chainOf: ChainOf,
): readonly Pair<Given<ScoreView>>[] {
  const chains = ({ score: { event, replaced } }: Given<ScoreView>) => [event, ...replaced.map((earlier) => earlier.event)].map(chainOf);
  const left = [...before];
  const pairs = after.map((now): Pair<Given<ScoreView>> => {
    const of = new Set(chains(now));
    const at = left.findIndex((then) => chains(then).some((chain) => of.has(chain)));
    const [then] = at < 0 ? [] : left.splice(at, 1);
    return { ...(then ? { before: then } : {}), after: now };
  });
  return [...pairs, ...left.map((then) => ({ before: then }))];
}

const statesOf = ({ events, figures }: Evidence): readonly (readonly [string, string])[] => [
  ...events.map(({ event, state }) => [event, state] as const),
  ...figures.map(({ figureId, state }) => [figureId, state] as const),
];

/** Of one score: the evidence that stood otherwise. */
function otherwise(before: Evidence, after: Evidence): readonly string[] {
  const then = new Map(statesOf(before));
  return statesOf(after).flatMap(([id, state]) => (then.get(id) === state ? [] : [id]));
}

const shownOf = ({ event, score, stale }: ScoreView): ScoreShown => ({ event, score, stale });
const printedOf = ({ eventId, value, raw }: ClaimedScore): ScoreShown => ({ event: eventId, score: value ?? raw });

function givenChanges(before: Evaluations, after: Evaluations, chainOf: ChainOf): readonly ScoreChange[] {
  const [then, now] = [before, after].map((evaluations) => givenIn(evaluations, ({ scores }) => scores));
  return ofTheSameScorer(then!, now!, chainOf).flatMap((pair): readonly ScoreChange[] => {
    const [one, other] = [pair.before?.score, pair.after?.score];
    const evidence = one && other && one.event === other.event ? otherwise(one.evidence, other.evidence) : [];
    if (one?.event === other?.event && evidence.length === 0) return [];
    const { year, aim, score } = (pair.after ?? pair.before)!;
    return [
      { year, aim, role: score.role, ...(one ? { before: shownOf(one) } : {}), ...(other ? { after: shownOf(other) } : {}), evidence },
    ];
  });
}

function printedChanges(before: Evaluations, after: Evaluations, chainOf: ChainOf): readonly ScoreChange[] {
  const [then, now] = [before, after].map((evaluations) => givenIn(evaluations, ({ claimed }) => claimed));
  return paired(then!, now!, ({ aim, score }) => `${aim}/${chainOf(score.eventId)}`).flatMap((pair): readonly ScoreChange[] => {
    const [one, other] = [pair.before, pair.after].map((given) => given && printedOf(given.score));
    if (one?.score === other?.score) return [];
    const { year, aim } = (pair.after ?? pair.before)!;
    return [{ year, aim, ...(one ? { before: one } : {}), ...(other ? { after: other } : {}), evidence: [] }];
  });
}

/** The scores that were given, replaced, corrected or taken back since, those whose evidence moved, and those that documents print otherwise. */
export const scoreChanges = (before: Evaluations, after: Evaluations, chainOf: ChainOf): readonly ScoreChange[] => [
  ...givenChanges(before, after, chainOf),
  ...printedChanges(before, after, chainOf),
];

interface Outcome {
  readonly year: number;
  readonly aim: Aim;
  readonly agreement: Agreement;
}

const outcomesIn = (evaluations: Evaluations): readonly Outcome[] =>
  evaluations.flatMap(({ year, aims }) =>
    aims.flatMap(({ aim, agreement, previous }) => [
      { year, aim, agreement },
      ...(previous ? [{ year: previous.year, aim, agreement: previous.agreement }] : []),
    ]),
  );

export const agreementChanges = (before: Evaluations, after: Evaluations): readonly AgreementChange[] =>
  paired(outcomesIn(before), outcomesIn(after), ({ year, aim }) => `${year}/${aim}`).flatMap((pair): readonly AgreementChange[] => {
    const [one, other] = [pair.before?.agreement, pair.after?.agreement];
    if (one?.state === other?.state && one?.median === other?.median) return [];
    const { year, aim } = (pair.after ?? pair.before)!;
    return [{ year, aim, ...(one ? { before: one } : {}), ...(other ? { after: other } : {}) }];
  });
