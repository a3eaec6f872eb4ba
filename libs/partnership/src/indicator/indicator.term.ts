import type { Term } from '../term';
import { indicatorCommands } from './indicator.commands';
import { indicatorEvolution, type IndicatorState } from './indicator.decider';
import { indicatorDefined, indicatorRetired, indicatorRevised } from './indicator.events';
import { indicatorFacts } from './indicator.facts';

export const indicatorTerm: Term<IndicatorState> = {
  name: 'indicator',
  events: [indicatorDefined, indicatorRevised, indicatorRetired],
  evolution: indicatorEvolution,
  commands: indicatorCommands,
  facts: indicatorFacts,
  folded: true,
};
