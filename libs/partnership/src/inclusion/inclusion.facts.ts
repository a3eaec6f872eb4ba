import type { RecordedEvent } from '@app/decider';
import { type FactMapping, many, noFacts, one } from '../facts';
import {
  anonymousInclusionRecorded,
  type AnonymousInclusionRecordedData,
  inclusionEnded,
  type InclusionEndedData,
  inclusionTransferred,
  type InclusionTransferredData,
  personIncluded,
  type PersonIncludedData,
  sharingRefused,
} from './inclusion.events';

export const inclusionFacts: FactMapping = {
  [personIncluded.type]: ({ streamId, subjects: [subjectKey], data: { programme } }: RecordedEvent<string, PersonIncludedData>) => [
    one('inclusion', 'inclusion', {
      subjectKind: 'care',
      subjectKey,
      occurrenceKey: streamId,
      groupKey: streamId,
      dims: { programme, anonymous: false },
    }),
  ],
  [anonymousInclusionRecorded.type]: ({ streamId, data: { programme, heads } }: RecordedEvent<string, AnonymousInclusionRecordedData>) => [
    many('inclusion', 'inclusion', heads, { subjectKind: 'care', occurrenceKey: streamId, dims: { programme, anonymous: true } }),
  ],
  // A refusal to share has no consequence: no figure may rest on it.
  [sharingRefused.type]: noFacts,
  [inclusionTransferred.type]: ({ streamId, data: { from, to } }: RecordedEvent<string, InclusionTransferredData>) => [
    one('inclusion-transferred', 'inclusion', { subjectKind: 'care', groupKey: streamId, dims: { from, to } }),
  ],
  [inclusionEnded.type]: ({ streamId, occurred, data: { programme, reason } }: RecordedEvent<string, InclusionEndedData>) => [
    { change: ['inclusion'], validTo: occurred.to },
    one('inclusion-ended', 'inclusion', { subjectKind: 'care', groupKey: streamId, dims: { programme, reason } }),
  ],
};
