import type { Term } from '../term';
import { milestoneCommands } from './milestone.commands';
import { milestoneEvolution, type MilestoneState } from './milestone.decider';
import { milestoneReached } from './milestone.events';
import { milestoneFacts } from './milestone.facts';

export const milestoneTerm: Term<MilestoneState> = {
  name: 'milestone',
  events: [milestoneReached],
  evolution: milestoneEvolution,
  commands: milestoneCommands,
  facts: milestoneFacts,
  folded: true,
};
