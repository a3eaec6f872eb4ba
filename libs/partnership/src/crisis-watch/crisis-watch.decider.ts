import { dataOf, type Decide, ensure, type Evolution, happened, type Kept, kept, type RecordedEvent, repeats } from '@app/decider';
import {
  crisisAlertEnded,
  type CrisisAlertEndedData,
  crisisAlertRaised,
  type CrisisAlertRaisedData,
  crisisObservationRecorded,
  type CrisisObservationRecordedData,
} from './crisis-watch.events';

export type RecordCrisisObservation = CrisisObservationRecordedData;
export type RaiseCrisisAlert = CrisisAlertRaisedData;
export type EndCrisisAlert = CrisisAlertEndedData;

/** One stream is one matter that is watched: its early signs, and at most one alert. */
export interface CrisisWatchState {
  readonly observations: readonly Kept<CrisisObservationRecordedData>[];
  readonly raised?: Kept<CrisisAlertRaisedData>;
  readonly ended?: Kept<CrisisAlertEndedData>;
}

export const crisisWatchEvolution: Evolution<CrisisWatchState> = {
  initialState: { observations: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case crisisObservationRecorded.type:
        return { ...state, observations: [...state.observations, kept(event)] };
      case crisisAlertRaised.type:
        return { ...state, raised: kept(event) };
      case crisisAlertEnded.type:
        return { ...state, ended: kept(event) };
      default:
        return state;
    }
  },
};

/** A matter whose alert ended is watched no more: what comes later is another matter. */
export const recordCrisisObservation: Decide<RecordCrisisObservation, CrisisWatchState> = (command, state, { occurred }) => {
  const data = dataOf(crisisObservationRecorded, command);
  if (state.observations.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensure(state.ended === undefined || occurred.from <= state.ended.occurred.to, 'crisis-watch.ended', {}, '/occurred');
  return [happened(crisisObservationRecorded, data)];
};

export const raiseCrisisAlert: Decide<RaiseCrisisAlert, CrisisWatchState> = (command, state, { occurred }) => {
  const data = dataOf(crisisAlertRaised, command);
  if (repeats(state.raised, data, occurred)) return [];
  ensure(state.observations.length > 0, 'crisis-watch.nothing-observed');
  ensure(state.raised === undefined, 'crisis-watch.already-raised');
  ensure(state.ended === undefined || occurred.from <= state.ended.occurred.to, 'crisis-watch.ended', {}, '/occurred');
  return [happened(crisisAlertRaised, data)];
};

export const endCrisisAlert: Decide<EndCrisisAlert, CrisisWatchState> = (command, state, { occurred }) => {
  const data = dataOf(crisisAlertEnded, command);
  if (repeats(state.ended, data, occurred)) return [];
  ensure(state.raised !== undefined, 'crisis-watch.no-alert');
  ensure(occurred.to >= state.raised.occurred.from, 'crisis-watch.ends-before-it-begins', {}, '/occurred');
  ensure(state.ended === undefined, 'crisis-watch.ended');
  return [happened(crisisAlertEnded, data)];
};
