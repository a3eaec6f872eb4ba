import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Occurred,
  type Quantity,
  sameData,
  type SealedText,
} from '@app/decider';
import {
  completionsCounted,
  type CycleCancellationReason,
  participantCompletedTraining,
  trainingCycleCancelled,
  trainingCycleClosed,
  type TrainingCycleClosedData,
  trainingCycleOpened,
  type TrainingCycleOpenedData,
  type TrainingProgramme,
} from './training-cycle.events';

export interface OpenTrainingCycle {
  readonly programme: TrainingProgramme;
  readonly cycleNumber?: number;
  readonly days?: number;
  readonly capacity?: number;
}

export interface CloseTrainingCycle {
  readonly occurred?: object;
  readonly registrations?: Quantity;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly organisations?: Quantity;
  readonly remark?: SealedText;
}

export interface CancelTrainingCycle {
  readonly reason: CycleCancellationReason;
  readonly remark?: SealedText;
}

export interface CompleteTraining {
  readonly participant: string;
  readonly daysAttended?: number;
}

export interface CountCompletions {
  readonly completions: Quantity;
}

export interface TrainingCycleState {
  readonly opened?: { readonly data: TrainingCycleOpenedData; readonly occurred: Occurred };
  readonly closed?: { readonly data: TrainingCycleClosedData; readonly occurred: Occurred };
  readonly cancelled?: CycleCancellationReason;
  /** Days attended per participant who completed the training; null = not stated. */
  readonly completed: ReadonlyMap<string, number | null>;
  readonly counted?: Quantity;
}

export const trainingCycleEvolution: Evolution<TrainingCycleState> = {
  initialState: { completed: new Map() },
  evolve: (state, { type, data, occurred }) => {
    switch (type) {
      case 'TrainingCycleOpened':
        return { ...state, opened: { data, occurred } };
      case 'TrainingCycleClosed':
        return { ...state, closed: { data, occurred } };
      case 'TrainingCycleCancelled':
        return { ...state, cancelled: data.reason };
      case 'ParticipantCompletedTraining':
        return { ...state, completed: new Map([...state.completed, [data.participant, data.daysAttended ?? null]]) };
      case 'CompletionsCounted':
        return { ...state, counted: data.completions };
      default:
        return state;
    }
  },
};

/** What every later step of a cycle needs: it was opened and it goes on. */
function running(state: TrainingCycleState): { readonly data: TrainingCycleOpenedData; readonly occurred: Occurred } {
  ensure(state.opened !== undefined, 'training-cycle.not-opened');
  ensure(!state.cancelled, 'training-cycle.cancelled');
  return state.opened;
}

export const openTrainingCycle: Decide<OpenTrainingCycle, TrainingCycleState> = (command, state, { occurred }) => {
  const data = dataOf(trainingCycleOpened, command);
  if (sameData(state.opened, { data, occurred })) return [];
  ensure(!state.cancelled, 'training-cycle.cancelled');
  ensure(!state.opened, 'training-cycle.already-opened');
  return [happened(trainingCycleOpened, data)];
};

/** Without a date of its own, the cycle was given on the dates that it was opened for. */
export const closeTrainingCycle: Decide<CloseTrainingCycle, TrainingCycleState> = (command, state, context) => {
  const opened = running(state);
  const occurred = command.occurred ? context.occurred : opened.occurred;
  const data = dataOf(trainingCycleClosed, { ...command, programme: opened.data.programme });
  if (!state.closed) return [happened(trainingCycleClosed, data, { occurred })];
  ensure(sameData(state.closed, { data: { ...data, remark: undefined }, occurred }), 'training-cycle.already-closed');
  return [];
};

export const cancelTrainingCycle: Decide<CancelTrainingCycle, TrainingCycleState> = ({ reason, remark }, state) => {
  ensure(state.opened !== undefined, 'training-cycle.not-opened');
  ensure(!state.closed, 'training-cycle.already-closed');
  if (state.cancelled === reason) return [];
  const { data, occurred: plannedFor } = running(state);
  return [happened(trainingCycleCancelled, dataOf(trainingCycleCancelled, { programme: data.programme, reason, plannedFor, remark }))];
};

export const completeTraining: Decide<CompleteTraining, TrainingCycleState> = ({ participant, daysAttended }, state) => {
  const { programme, days } = running(state).data;
  const known = state.completed.get(participant);
  if (known !== undefined) {
    ensure(known === (daysAttended ?? null), 'training-cycle.already-completed', {}, '/participant');
    return [];
  }
  ensure(!state.counted, 'training-cycle.completions-counted');
  ensure(!days || !daysAttended || daysAttended <= days, 'training-cycle.more-days-than-planned', { days: days ?? 0 }, '/daysAttended');
  return [happened(participantCompletedTraining, dataOf(participantCompletedTraining, { programme, participant, daysAttended }))];
};

/** A total T beside n names counts max(T, n): the event says how many names stood. */
export const countCompletions: Decide<CountCompletions, TrainingCycleState> = ({ completions }, state) => {
  const { programme } = running(state).data;
  if (state.counted) {
    ensure(sameData(state.counted, completions), 'training-cycle.completions-counted');
    return [];
  }
  return [happened(completionsCounted, dataOf(completionsCounted, { programme, completions, named: state.completed.size }))];
};
