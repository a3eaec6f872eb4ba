import type { Term } from '../term';
import { employmentCommands } from './employment.commands';
import { employmentEvolution, type EmploymentState } from './employment.decider';
import { appraisalHeld, employeeHired, employeeLeft, trainingFollowed } from './employment.events';
import { employmentFacts } from './employment.facts';

export const employmentTerm: Term<EmploymentState> = {
  name: 'employment',
  events: [employeeHired, employeeLeft, appraisalHeld, trainingFollowed],
  evolution: employmentEvolution,
  commands: employmentCommands,
  facts: employmentFacts,
};
