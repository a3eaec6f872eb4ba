import type { Term } from '../term';
import { projectCommands } from './project.commands';
import { projectEvolution, type ProjectState } from './project.decider';
import {
  contributionMade,
  deliverableReached,
  projectEnded,
  projectPartnerInvolved,
  projectReassessed,
  projectSupportStarted,
} from './project.events';
import { projectFacts } from './project.facts';

export const projectTerm: Term<ProjectState> = {
  name: 'project',
  events: [projectSupportStarted, contributionMade, projectPartnerInvolved, projectReassessed, deliverableReached, projectEnded],
  evolution: projectEvolution,
  commands: projectCommands,
  facts: projectFacts,
  folded: true,
};
