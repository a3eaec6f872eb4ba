import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats, sameData } from '@app/decider';
import {
  aimScored,
  type AimScoredData,
  type EvaluationKey,
  type Scale,
  selfEvaluationClosed,
  selfEvaluationOpened,
  type SelfEvaluationOpenedData,
  selfEvaluationReopened,
  type SelfEvaluationReopenedData,
} from './self-evaluation.events';

export type OpenSelfEvaluation = SelfEvaluationOpenedData;
/** The scale is that of the evaluation, never of the one who scores. */
export type ScoreAim = Omit<AimScoredData, 'scale'>;
export type CloseSelfEvaluation = EvaluationKey;
export type ReopenSelfEvaluation = SelfEvaluationReopenedData;

export interface KeptScore extends Kept<AimScoredData> {
  /** Id of the event that says it. */
  readonly event: string;
}

export interface SelfEvaluationState {
  readonly opened?: Kept<SelfEvaluationOpenedData>;
  /** Every score that was given, those that their scorer replaced included, in the order in which they were said. */
  readonly scores: readonly KeptScore[];
  readonly closed?: Kept<EvaluationKey>;
  readonly reopened?: Kept<SelfEvaluationReopenedData>;
}

type SelfEvaluationEvent =
  | EventOf<typeof selfEvaluationOpened>
  | EventOf<typeof aimScored>
  | EventOf<typeof selfEvaluationClosed>
  | EventOf<typeof selfEvaluationReopened>;

export const selfEvaluationEvolution: Evolution<SelfEvaluationState> = {
  initialState: { scores: [] },
  evolve: (state, event: SelfEvaluationEvent) => {
    switch (event.type) {
      case 'SelfEvaluationOpened':
        return { ...state, opened: kept(event) };
      case 'AimScored':
        return { ...state, scores: [...state.scores, { ...kept(event), event: event.id }] };
      case 'SelfEvaluationClosed':
        return { ...state, closed: kept(event) };
      case 'SelfEvaluationReopened': {
        const { closed: _closed, ...rest } = state;
        return { ...rest, reopened: kept(event) };
      }
      default:
        return state;
    }
  },
};

/** Every step from the lowest to the highest has one anchor, and there are two steps at least. */
const isComplete = ({ min, max, anchors }: Scale): boolean => {
  const steps = anchors.map(({ step }) => step).sort((one, other) => one - other);
  return min < max && steps.length === max - min + 1 && steps.every((step, at) => step === min + at);
};

/** A correction of the opening may not move the ground under scores that were given on it. */
export const openSelfEvaluation: Decide<OpenSelfEvaluation, SelfEvaluationState> = (command, { opened, scores }, { occurred }) => {
  const data = dataOf(selfEvaluationOpened, command);
  if (repeats(opened, data, occurred)) return [];
  ensure(!opened, 'self-evaluation.already-opened', { year: data.year });
  ensure(data.period.from <= data.period.to, 'self-evaluation.period-backwards', {}, '/period/to');
  ensure(isComplete(data.scale), 'self-evaluation.scale-incomplete', {}, '/scale/anchors');
  const onIt = scores.every(({ data: { scale } }) => sameData(scale, data.scale));
  ensure(onIt, 'self-evaluation.scale-fixed', {}, '/scale');
  return [happened(selfEvaluationOpened, data)];
};

/** The last score of a scorer for an aim takes the place of the one before. */
export const scoreAim: Decide<ScoreAim, SelfEvaluationState> = (command, { opened, scores, closed }, { occurred }) => {
  ensure(opened !== undefined, 'self-evaluation.not-opened', { year: command.year });
  const { scale } = opened.data;
  const data = dataOf(aimScored, { ...command, scale });
  const last = scores.findLast((said) => said.data.aim === data.aim && said.data.scorer === data.scorer);
  if (repeats(last, data, occurred)) return [];
  ensure(!closed, 'self-evaluation.closed', { year: data.year });
  const { score, events = [], figures = [] } = data;
  ensure(score >= scale.min && score <= scale.max, 'self-evaluation.outside-scale', { min: scale.min, max: scale.max }, '/score');
  ensure(score <= 0 || events.length + figures.length > 0, 'self-evaluation.without-evidence', {}, '/events');
  return [happened(aimScored, data)];
};

export const closeSelfEvaluation: Decide<CloseSelfEvaluation, SelfEvaluationState> = (command, { opened, closed }, { occurred }) => {
  const data = dataOf(selfEvaluationClosed, command);
  ensure(opened !== undefined, 'self-evaluation.not-opened', { year: data.year });
  if (repeats(closed, data, occurred)) return [];
  ensure(!closed, 'self-evaluation.closed', { year: data.year });
  return [happened(selfEvaluationClosed, data)];
};

export const reopenSelfEvaluation: Decide<ReopenSelfEvaluation, SelfEvaluationState> = (command, state, { occurred }) => {
  const data = dataOf(selfEvaluationReopened, command);
  ensure(state.opened !== undefined, 'self-evaluation.not-opened', { year: data.year });
  if (!state.closed && repeats(state.reopened, data, occurred)) return [];
  ensure(state.closed !== undefined, 'self-evaluation.not-closed', { year: data.year });
  return [happened(selfEvaluationReopened, data)];
};
