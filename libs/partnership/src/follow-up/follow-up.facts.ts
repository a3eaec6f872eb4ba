import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import {
  psychologicalFollowUpClosed,
  type PsychologicalFollowUpClosedData,
  psychologicalFollowUpOpened,
  psychologicalFollowUpRefused,
  type PsychologicalFollowUpRefusedData,
  psychologicalSessionHeld,
  type PsychologicalSessionHeldData,
} from './follow-up.events';

/** A follow-up of someone without a file is one unnamed head. */
const whom = ({ subjects: [subjectKey] }: RecordedEvent<string, unknown>) => ({
  subjectKind: 'care' as const,
  ...(subjectKey ? { subjectKey } : {}),
});

export const followUpFacts: FactMapping = {
  [psychologicalFollowUpOpened.type]: (event) => [
    one('psychological-follow-up', 'follow-up', { ...whom(event), occurrenceKey: event.streamId, groupKey: event.streamId }),
  ],
  [psychologicalSessionHeld.type]: ({
    streamId,
    occurred,
    data: { number, mode },
  }: RecordedEvent<string, PsychologicalSessionHeldData>) => [
    one('psychological-session', 'session', {
      subjectKind: 'care',
      occurrenceKey: number === undefined ? `${streamId}/${occurred.from}/${occurred.to}` : `${streamId}/${number}`,
      groupKey: streamId,
      ...(mode ? { dims: { mode } } : {}),
    }),
  ],
  [psychologicalFollowUpClosed.type]: ({
    streamId,
    occurred,
    data: { reason },
  }: RecordedEvent<string, PsychologicalFollowUpClosedData>) => [
    { change: ['psychological-follow-up'], validTo: occurred.to },
    one('psychological-follow-up-closed', 'follow-up', { subjectKind: 'care', groupKey: streamId, dims: { reason } }),
  ],
  [psychologicalFollowUpRefused.type]: (event: RecordedEvent<string, PsychologicalFollowUpRefusedData>) => [
    one('psychological-follow-up-refused', 'follow-up', {
      ...whom(event),
      occurrenceKey: event.streamId,
      dims: { reason: event.data.reason },
    }),
  ],
};
