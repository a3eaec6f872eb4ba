import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type { MilestoneReachedData } from './milestone.events';

export const milestoneFacts: FactMapping = {
  MilestoneReached: ({ streamId, data: { kind } }: RecordedEvent<string, MilestoneReachedData>) => [
    one('milestone-reached', 'milestone', { subjectKind: 'none', subjectKey: streamId, dims: { kind } }),
  ],
};
