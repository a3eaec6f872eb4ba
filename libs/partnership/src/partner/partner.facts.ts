import type { RecordedEvent } from '@app/decider';
import { type FactMapping, noFacts, one } from '../facts';
import type { PartnerJoinedData, PartnerLeftData, PartnersMergedData } from './partner.events';

/** `partner-membership` is a stock: it lasts from joining to the first day no longer a partner. The stream is the subject: one key per membership. */
export const partnerFacts: FactMapping = {
  PartnerJoined: ({ streamId, data }: RecordedEvent<string, PartnerJoinedData>) => [
    one('partner-membership', 'structure', { subjectKind: 'structure', subjectKey: streamId, dims: { kind: data.kind } }),
  ],
  PartnerLeft: ({ streamId, data }: RecordedEvent<string, PartnerLeftData>) => [
    { change: ['partner-membership'], subjectKey: streamId, validTo: data.leftOn, validToExpected: false },
  ],
  PartnersMerged: ({ streamId, data }: RecordedEvent<string, PartnersMergedData>) => [
    { change: ['partner-membership'], subjectKey: streamId, validTo: data.leftOn, validToExpected: false },
  ],
  PartnerRenamed: noFacts,
  PartnerProfiled: noFacts,
};
