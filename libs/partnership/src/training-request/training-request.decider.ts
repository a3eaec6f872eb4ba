import { dataOf, type Decide, ensure, type Evolution, happened, type Occurred, sameData, type SealedText } from '@app/decider';
import {
  type RequestedProgramme,
  type TrainingDeclineReason,
  trainingDeclined,
  trainingGranted,
  trainingRequested,
  type TrainingRequestedData,
} from './training-request.events';

export interface RequestTraining {
  readonly programme: RequestedProgramme;
  readonly cycle?: string;
  readonly structure?: string;
  readonly participant?: string;
  /** One place when absent. */
  readonly places?: number;
}

export interface GrantTraining {
  readonly cycle?: string;
  /** As many as were asked for when absent. */
  readonly places?: number;
}

export interface DeclineTraining {
  readonly reason: TrainingDeclineReason;
  readonly remark?: SealedText;
}

export interface TrainingRequestState {
  readonly requested?: { readonly data: TrainingRequestedData; readonly occurred: Occurred };
  readonly granted?: { readonly cycle?: string; readonly places: number };
  readonly declined?: TrainingDeclineReason;
}

export const trainingRequestEvolution: Evolution<TrainingRequestState> = {
  initialState: {},
  evolve: (state, { type, data, occurred }) => {
    switch (type) {
      case 'TrainingRequested':
        return { ...state, requested: { data, occurred } };
      case 'TrainingGranted':
        return { ...state, granted: { ...(data.cycle ? { cycle: data.cycle } : {}), places: data.places } };
      case 'TrainingDeclined':
        return { ...state, declined: data.reason };
      default:
        return state;
    }
  },
};

export const requestTraining: Decide<RequestTraining, TrainingRequestState> = (command, state, { occurred }) => {
  const data = dataOf(trainingRequested, { ...command, places: command.places ?? 1 });
  if (sameData(state.requested, { data, occurred })) return [];
  ensure(!state.requested, 'training-request.already-requested');
  return [happened(trainingRequested, data)];
};

export const grantTraining: Decide<GrantTraining, TrainingRequestState> = (command, { requested, granted, declined }) => {
  ensure(requested !== undefined, 'training-request.not-requested');
  ensure(!declined, 'training-request.already-declined');
  const { programme, places: asked } = requested.data;
  const cycle = command.cycle ?? requested.data.cycle;
  const places = command.places ?? asked;
  if (sameData(granted, { cycle, places })) return [];
  ensure(!granted, 'training-request.already-granted');
  ensure(places <= asked, 'training-request.more-than-requested', { places: asked }, '/places');
  return [happened(trainingGranted, dataOf(trainingGranted, { programme, cycle, places }))];
};

/** A request that is granted in part may still be declined for the rest. */
export const declineTraining: Decide<DeclineTraining, TrainingRequestState> = ({ reason, remark }, { requested, granted, declined }) => {
  ensure(requested !== undefined, 'training-request.not-requested');
  if (declined === reason) return [];
  ensure(!declined, 'training-request.already-declined');
  const { programme, places: asked } = requested.data;
  const places = asked - (granted?.places ?? 0);
  ensure(places > 0, 'training-request.already-granted');
  return [happened(trainingDeclined, dataOf(trainingDeclined, { programme, reason, places, remark }))];
};
