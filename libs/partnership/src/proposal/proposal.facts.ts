import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, one } from '../facts';
import type { ConditionAttachedData, ProposalDimensions, ProposalRejectedData } from './proposal.events';

type ProposalEvent = RecordedEvent<string, ProposalDimensions>;

const dimsOf = ({ rank, zoneFunction, service }: ProposalDimensions) => ({ rank, zoneFunction, ...(service ? { service } : {}) });

const reached = (type: string, { streamId, data }: ProposalEvent, dims: FactDraft['dims'] = {}): FactDraft =>
  one(type, 'proposal', { subjectKey: streamId, dims: { ...dimsOf(data), ...dims } });

const ends = ({ streamId, occurred }: ProposalEvent) => ({ change: ['proposal'], subjectKey: streamId, validTo: occurred.from });

/** `proposal` is a stock: a proposal stands until it is rejected or goes up into another. Each stage that it reached is a fact of its own. */
export const proposalFacts: FactMapping = {
  ProposalFormulated: (event: ProposalEvent) => [reached('proposal-formulated', event), reached('proposal', event)],
  ConditionAttached: ({ streamId, data }: RecordedEvent<string, ConditionAttachedData>) => [
    one('condition-attached', 'other', { groupKey: streamId, dims: { ...dimsOf(data), kind: data.kind } }),
  ],
  ProposalAdopted: (event: ProposalEvent) => [reached('proposal-adopted', event)],
  ProposalStarted: (event: ProposalEvent) => [reached('proposal-started', event)],
  ProposalRejected: (event: RecordedEvent<string, ProposalRejectedData>) => [
    ends(event),
    reached('proposal-rejected', event, { reason: event.data.reason }),
  ],
  ProposalsMerged: (event: ProposalEvent) => [ends(event), reached('proposals-merged', event)],
};
