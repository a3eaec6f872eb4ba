import type { Term } from '../term';
import { staffingCommands } from './staffing.commands';
import { staffingEvolution, type StaffingState } from './staffing.decider';
import { actionStaffed } from './staffing.events';
import { staffingFacts } from './staffing.facts';

export const staffingTerm: Term<StaffingState> = {
  name: 'staffing',
  events: [actionStaffed],
  evolution: staffingEvolution,
  commands: staffingCommands,
  facts: staffingFacts,
};
