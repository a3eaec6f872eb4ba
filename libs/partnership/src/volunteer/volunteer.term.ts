import type { Term } from '../term';
import { volunteerCommands } from './volunteer.commands';
import { volunteerEvolution, type VolunteerState } from './volunteer.decider';
import { volunteerInterviewed, volunteerLeft, volunteerTrained } from './volunteer.events';
import { volunteerFacts } from './volunteer.facts';

export const volunteerTerm: Term<VolunteerState> = {
  name: 'volunteer',
  events: [volunteerInterviewed, volunteerTrained, volunteerLeft],
  evolution: volunteerEvolution,
  commands: volunteerCommands,
  facts: volunteerFacts,
};
