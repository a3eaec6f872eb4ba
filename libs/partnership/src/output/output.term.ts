import type { Term } from '../term';
import { outputCommands } from './output.commands';
import { outputEvolution, type OutputState } from './output.decider';
import { outputAdvanced, outputDelivered, outputRevised, outputWithdrawn } from './output.events';
import { outputFacts } from './output.facts';

export const outputTerm: Term<OutputState> = {
  name: 'output',
  events: [outputDelivered, outputAdvanced, outputRevised, outputWithdrawn],
  evolution: outputEvolution,
  commands: outputCommands,
  facts: outputFacts,
  folded: true,
};
