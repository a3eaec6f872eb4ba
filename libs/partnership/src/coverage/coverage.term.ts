import type { Term } from '../term';
import { coverageCommands } from './coverage.commands';
import { coverageEvolution, type CoverageState } from './coverage.decider';
import { coverageDeclared } from './coverage.events';
import { coverageFacts } from './coverage.facts';

export const coverageTerm: Term<CoverageState> = {
  name: 'coverage',
  events: [coverageDeclared],
  evolution: coverageEvolution,
  commands: coverageCommands,
  facts: coverageFacts,
};
