import type { Occurred, RecordedEvent } from '@app/decider';
import { attendanceFacts } from '../gathering';
import { type FactDraft, type FactMapping, type FactStatement, one } from '../facts';
import {
  concertationDecisionRecorded,
  type ConcertationDecisionRecordedData,
  concertationHeld,
  type ConcertationHeldData,
  concertationRequested,
  type ConcertationRequestedData,
  decisionFollowedUp,
  type DecisionFollowedUpData,
  requestAssigned,
  requestCompleted,
  requestRefused,
  type RequestStep,
  requestWithdrawn,
} from './concertation.events';

type Step<Data> = RecordedEvent<string, Data>;

const REQUEST_STATE = 'concertation-request-state';

/** The request as it stands now, on the date on which it was made: so the states of a period's requests add up to its requests. */
const stateOf = ({ streamId, subject, data }: Step<{ readonly kind: string }>, state: string, occurred?: Occurred): FactDraft =>
  one(REQUEST_STATE, 'request', {
    subjectKind: subject,
    groupKey: streamId,
    dims: { kind: data.kind, state },
    ...(occurred ? { occurred } : {}),
  });

const becomes =
  (state: string) =>
  (event: Step<RequestStep>): readonly FactStatement[] => [{ close: [REQUEST_STATE] }, stateOf(event, state, event.data.requested)];

const heldFacts = (event: Step<ConcertationHeldData>): readonly FactStatement[] => {
  const { streamId, subject, subjects, data } = event;
  const dims = { kind: data.kind, ...(data.mode ? { mode: data.mode } : {}) };
  const gathering = { occurrenceKey: streamId, groupKey: streamId, dims };
  return [
    one('concertation-held', 'concertation', { ...gathering, subjectKind: subject, ...(subjects[0] ? { subjectKey: subjects[0] } : {}) }),
    ...(data.requested ? becomes('followed')({ ...event, data: { ...data, requested: data.requested } }) : []),
    ...attendanceFacts('concertation-attendances', data, gathering),
    ...(data.structures ?? []).map((subjectKey) =>
      one('concertation-structure', 'structure', { ...gathering, subjectKind: 'structure', subjectKey }),
    ),
  ];
};

export const concertationFacts: FactMapping = {
  [concertationRequested.type]: (event: Step<ConcertationRequestedData>) => [
    one('concertation-requested', 'request', {
      subjectKind: event.subject,
      ...(event.subjects[0] ? { subjectKey: event.subjects[0] } : {}),
      groupKey: event.streamId,
      dims: { kind: event.data.kind },
    }),
    stateOf(event, event.data.complete ? 'awaiting' : 'incomplete'),
  ],
  [requestCompleted.type]: becomes('awaiting'),
  [requestAssigned.type]: becomes('followed'),
  [requestRefused.type]: becomes('refused'),
  [requestWithdrawn.type]: becomes('withdrawn'),
  [concertationHeld.type]: heldFacts,
  [concertationDecisionRecorded.type]: ({ streamId, subject, data }: Step<ConcertationDecisionRecordedData>) => [
    one('concertation-decision', 'decision', {
      subjectKind: subject,
      groupKey: `${streamId}/${data.number}`,
      dims: { kind: data.kind, decisionKind: data.decisionKind },
    }),
  ],
  [decisionFollowedUp.type]: ({ streamId, subject, data }: Step<DecisionFollowedUpData>) => [
    one('concertation-decision-followed-up', 'decision', {
      subjectKind: subject,
      groupKey: `${streamId}/${data.number}`,
      dims: { kind: data.kind, outcome: data.outcome },
    }),
  ],
};
