import type { Term } from '../term';
import { materialCommands } from './material.commands';
import { materialEvolution, type MaterialState } from './material.decider';
import { materialDistributed, materialOrdered, materialOrderDeclined, materialUsed } from './material.events';
import { materialFacts } from './material.facts';

export const materialTerm: Term<MaterialState> = {
  name: 'material',
  events: [materialOrdered, materialOrderDeclined, materialDistributed, materialUsed],
  evolution: materialEvolution,
  commands: materialCommands,
  facts: materialFacts,
};
