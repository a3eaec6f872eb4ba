import { sameData } from '@app/decider';
import {
  type KeptScore,
  selfEvaluationEvolution,
  type SelfEvaluationState,
} from '@app/partnership/self-evaluation/self-evaluation.decider';
import { type Aim, AIMS, type EvaluationKey, type Scale } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Database } from 'better-sqlite3';
import { checkDay } from '../figure-query';
import type { FigureOptions } from '../figure';
import { type Known, knownAt, positionOf } from '../known';
import { saidEvents } from '../said-events';
import { agreementOf } from './agreement';
import { claimedEvaluations, type ClaimedScore, claimedScores } from './claimed-scores';
import { evidenceOf, type EvidenceOptions, isStale } from './evidence';
import { suggestionsFor } from './suggestions';
import type {
  SelfEvaluationStatus,
  ScoreView,
  Outcome,
  AimView,
  SelfEvaluationView,
  SelfEvaluationSummary,
} from './self-evaluation.answer';

export type { AimView, ScoreView, SelfEvaluationView } from './self-evaluation.answer';

interface LookedFrom extends FigureOptions {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly through?: string;
}

export interface SelfEvaluationOptions extends LookedFrom, EvidenceOptions {}

const TERM = 'self-evaluation';
const streamOf = ({ year, zone }: EvaluationKey): string => `${TERM}-${year}${zone === undefined ? '' : `.${zone}`}`;

const keyOfStream = (stream: string): EvaluationKey => {
  const [year = '', zone] = stream.slice(TERM.length + 1).split('.');
  return { year: Number(year), ...(zone === undefined ? {} : { zone }) };
};

/** Folds what was said of evaluations as known at K, about what happened by A. */
class Reader {
  readonly known: Known;
  readonly asOf: string;

  constructor(
    readonly db: Database,
    options: LookedFrom,
  ) {
    const { knownOn, asOf } = options;
    if (knownOn !== undefined) checkDay(knownOn, 'knownOn');
    this.known = knownAt(db, options, options);
    this.asOf = asOf === undefined ? this.known.day : checkDay(asOf, 'asOf');
  }

  /** Undefined when nothing was said. */
  stateOf(key: EvaluationKey): SelfEvaluationState | undefined {
    const said = saidEvents(this.db, this.known, { term: TERM, stream: streamOf(key) }).filter(({ occurred }) => occurred.to <= this.asOf);
    return said.length === 0
      ? undefined
      : said.reduce<SelfEvaluationState>(selfEvaluationEvolution.evolve, selfEvaluationEvolution.initialState);
  }

  claimed(aim: Aim, key: EvaluationKey): readonly ClaimedScore[] {
    return claimedScores(this.db, this.known, aim, { ...key, asOf: this.asOf });
  }

  /** Every evaluation that something was said or is printed of, by year and zone. */
  keys(): readonly (EvaluationKey & { readonly claimed: boolean })[] {
    const claimed = claimedEvaluations(this.db, this.known, this.asOf);
    const printed = new Set(claimed.map(streamOf));
    const said = saidEvents(this.db, this.known, { term: TERM }).filter(({ occurred }) => occurred.to <= this.asOf);
    const streams = [...new Set([...said.map(({ streamId }) => streamId), ...printed])].sort();
    return streams.map((stream) => ({ ...keyOfStream(stream), claimed: printed.has(stream) }));
  }

  /** The last one before, of the same zone. */
  before({ year, zone }: EvaluationKey): EvaluationKey | undefined {
    return this.keys().findLast((key) => key.zone === zone && key.year < year);
  }
}

const statusOf = (state: SelfEvaluationState | undefined): SelfEvaluationStatus =>
  state?.opened === undefined ? 'not-opened' : state.closed ? 'closed' : 'open';

/** The scores of an aim by scorer, in the order in which they first scored; of each scorer the oldest first. */
const byScorer = (scores: readonly KeptScore[], aim: Aim): readonly (readonly KeptScore[])[] => [
  ...Map.groupBy(
    scores.filter(({ data }) => data.aim === aim),
    ({ data }) => data.scorer,
  ).values(),
];

const standingScores = (scores: readonly KeptScore[], aim: Aim): readonly number[] =>
  byScorer(scores, aim).flatMap((given) => given.at(-1)?.data.score ?? []);

function scoreView(reader: Reader, given: readonly KeptScore[], options: EvidenceOptions): readonly ScoreView[] {
  const last = given.at(-1);
  if (!last) return [];
  const { score, role, rationale, implementation } = last.data;
  const evidence = evidenceOf(reader.db, reader.known, last.data, options);
  return [
    {
      event: last.event,
      on: last.occurred.to,
      score,
      role,
      rationale,
      ...(implementation === undefined ? {} : { implementation }),
      evidence,
      stale: isStale(evidence),
      replaced: given.slice(0, -1).map(({ event, data, occurred }) => ({ event, score: data.score, on: occurred.to })),
    },
  ];
}

function outcomeOf(reader: Reader, key: EvaluationKey, aim: Aim, scale: Scale | undefined): Outcome {
  const state = reader.stateOf(key);
  const before = state?.opened?.data.scale;
  return {
    year: key.year,
    comparable: scale !== undefined && before !== undefined && sameData(scale, before),
    agreement: agreementOf(standingScores(state?.scores ?? [], aim)),
    claimed: reader.claimed(aim, key),
  };
}

/**
 * The self-evaluation of a year; undefined when nothing was said of it and nothing is printed.
 * @throws BadQuery for a day that cannot be read, or an event that is not in the record.
 */
export function selfEvaluationView(db: Database, key: EvaluationKey, options: SelfEvaluationOptions): SelfEvaluationView | undefined {
  const reader = new Reader(db, options);
  const { known, asOf } = reader;
  const state = reader.stateOf(key);
  const opened = state?.opened?.data;
  const before = reader.before(key);
  const period = opened?.period ?? { from: `${key.year}-01-01`, to: `${key.year}-12-31` };
  const aims = AIMS.map((aim): AimView => {
    const given = byScorer(state?.scores ?? [], aim);
    return {
      aim,
      scores: given.flatMap((scores) => scoreView(reader, scores, options)),
      agreement: agreementOf(standingScores(state?.scores ?? [], aim)),
      claimed: reader.claimed(aim, key),
      ...(before ? { previous: outcomeOf(reader, before, aim, opened?.scale) } : {}),
      suggestions: suggestionsFor(db, known, aim, { period, asOf, ...(key.zone === undefined ? {} : { zone: key.zone }) }, options),
    };
  });
  if (!state && aims.every(({ claimed }) => claimed.length === 0)) return undefined;
  return {
    ...key,
    status: statusOf(state),
    ...(opened ? { period, scale: opened.scale, caveat: opened.caveat } : {}),
    position: positionOf(db) ?? null,
    asOf,
    knownOn: known.day,
    aims,
  };
}

/** Every self-evaluation that was opened or scored, or of which a document prints scores. */
export function selfEvaluations(db: Database, options: LookedFrom = {}): readonly SelfEvaluationSummary[] {
  const reader = new Reader(db, options);
  return reader.keys().map(({ claimed, ...key }) => {
    const state = reader.stateOf(key);
    const scores = AIMS.flatMap((aim) => standingScores(state?.scores ?? [], aim)).length;
    return { ...key, status: statusOf(state), scores, claimed };
  });
}
