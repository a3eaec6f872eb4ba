import type { CountKind, RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import {
  type Channel,
  helpdeskContactAnswered,
  type HelpdeskContactAnsweredData,
  helpdeskContactEscalated,
  type HelpdeskContactEscalatedData,
  helpdeskContactReceived,
  type HelpdeskContactReceivedData,
  helpdeskOrientationGiven,
  type HelpdeskOrientationGivenData,
  helpdeskToolEvaluated,
  type HelpdeskToolEvaluatedData,
} from './helpdesk-contact.events';

/** A mail is a message and a call a contact: the two are printed apart and never added. */
const kindOf = (channel: Channel): CountKind => (channel === 'mail' ? 'message' : 'contact');

/** A contact is one call or mail: the group of its answer, its orientations and its escalations. */
export const helpdeskContactFacts: FactMapping = {
  [helpdeskContactReceived.type]: ({ streamId, data }: RecordedEvent<string, HelpdeskContactReceivedData>) => [
    one('helpdesk-contact', kindOf(data.channel), {
      subjectKind: 'professional',
      groupKey: streamId,
      dims: { ...data },
    }),
  ],
  [helpdeskContactAnswered.type]: ({ streamId, data: { channel, line, handling } }: RecordedEvent<string, HelpdeskContactAnsweredData>) => [
    one('helpdesk-answer', kindOf(channel), { subjectKind: 'professional', groupKey: streamId, dims: { channel, line, handling } }),
  ],
  [helpdeskOrientationGiven.type]: ({ streamId, data: { line, orientation } }: RecordedEvent<string, HelpdeskOrientationGivenData>) => [
    one('helpdesk-orientation', 'answer', { subjectKind: 'professional', groupKey: streamId, dims: { line, orientation } }),
  ],
  [helpdeskContactEscalated.type]: ({ streamId, data: { line, escalatedTo } }: RecordedEvent<string, HelpdeskContactEscalatedData>) => [
    one('helpdesk-escalation', 'contact', { subjectKind: 'professional', groupKey: streamId, dims: { line, escalatedTo } }),
  ],
  [helpdeskToolEvaluated.type]: ({ data: { tool, result } }: RecordedEvent<string, HelpdeskToolEvaluatedData>) => [
    one('helpdesk-tool-evaluated', 'other', { subjectKind: 'none', dims: { tool, result } }),
  ],
};
