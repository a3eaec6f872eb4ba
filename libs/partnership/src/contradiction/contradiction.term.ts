import type { Term } from '../term';
import { contradictionCommands } from './contradiction.commands';
import { contradictionEvolution, type ContradictionState } from './contradiction.decider';
import { contradictionExplained, contradictionReopened, contradictionResolved } from './contradiction.events';
import { contradictionFacts } from './contradiction.facts';

export const contradictionTerm: Term<ContradictionState> = {
  name: 'contradiction',
  events: [contradictionExplained, contradictionResolved, contradictionReopened],
  evolution: contradictionEvolution,
  commands: contradictionCommands,
  facts: contradictionFacts,
  folded: true,
};
