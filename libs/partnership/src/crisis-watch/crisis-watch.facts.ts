import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import {
  crisisAlertEnded,
  type CrisisAlertEndedData,
  crisisAlertRaised,
  type CrisisAlertRaisedData,
  crisisObservationRecorded,
  type CrisisObservationRecordedData,
} from './crisis-watch.events';

const keyed = (streamId: string) => ({ subjectKind: 'none', subjectKey: streamId, groupKey: streamId }) as const;

/** An alert lasts until it is ended. */
export const crisisWatchFacts: FactMapping = {
  [crisisObservationRecorded.type]: ({ streamId, data: { channel, theme } }: RecordedEvent<string, CrisisObservationRecordedData>) => [
    one('crisis-observation-recorded', 'signal', { ...keyed(streamId), dims: { channel, theme } }),
  ],
  [crisisAlertRaised.type]: ({ streamId, data: { level } }: RecordedEvent<string, CrisisAlertRaisedData>) => [
    one('crisis-alert-raised', 'alert', { ...keyed(streamId), dims: { level } }),
  ],
  [crisisAlertEnded.type]: ({ streamId, occurred, data: { reason } }: RecordedEvent<string, CrisisAlertEndedData>) => [
    { change: ['crisis-alert-raised'], validTo: occurred.to },
    one('crisis-alert-ended', 'alert', { ...keyed(streamId), dims: { reason } }),
  ],
};
