import { exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { TrainingDeclinedData, TrainingGrantedData, TrainingRequestedData } from './training-request.events';

/** Requests are one kind, the places asked for, granted and declined another. */
export const trainingRequestFacts: FactMapping = {
  TrainingRequested: ({ streamId, data }: RecordedEvent<string, TrainingRequestedData>) => {
    const rest = { groupKey: streamId, dims: { programme: data.programme } };
    return [one('training-requested', 'request', rest), many('training-places-requested', 'place', exactly(data.places), rest)];
  },
  TrainingGranted: ({ streamId, data }: RecordedEvent<string, TrainingGrantedData>) => {
    const rest = { groupKey: streamId, dims: { programme: data.programme } };
    return [one('training-granted', 'request', rest), many('training-places-granted', 'place', exactly(data.places), rest)];
  },
  TrainingDeclined: ({ streamId, data }: RecordedEvent<string, TrainingDeclinedData>) => {
    const rest = { groupKey: streamId, dims: { programme: data.programme, reason: data.reason } };
    return [one('training-declined', 'request', rest), many('training-places-declined', 'place', exactly(data.places), rest)];
  },
};
