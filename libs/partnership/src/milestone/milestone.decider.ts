import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats } from '@app/decider';
import { milestoneReached, type MilestoneReachedData } from './milestone.events';

export type RecordMilestone = MilestoneReachedData;

export interface MilestoneState {
  readonly reached?: Kept<MilestoneReachedData>;
}

export const milestoneEvolution: Evolution<MilestoneState> = {
  initialState: {},
  evolve: (state, event: EventOf<typeof milestoneReached>) => (event.type === 'MilestoneReached' ? { reached: kept(event) } : state),
};

export const recordMilestone: Decide<RecordMilestone, MilestoneState> = (command, { reached }, { occurred }) => {
  const data = dataOf(milestoneReached, command);
  if (repeats(reached, data, occurred)) return [];
  ensure(!reached, 'milestone.already-recorded');
  return [happened(milestoneReached, data)];
};
