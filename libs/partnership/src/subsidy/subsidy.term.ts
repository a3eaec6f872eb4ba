import type { Term } from '../term';
import { subsidyCommands } from './subsidy.commands';
import { subsidyEvolution, type SubsidyState } from './subsidy.decider';
import { subsidyGranted, subsidyReceived, subsidyStopped } from './subsidy.events';
import { subsidyFacts } from './subsidy.facts';

export const subsidyTerm: Term<SubsidyState> = {
  name: 'subsidy',
  events: [subsidyGranted, subsidyReceived, subsidyStopped],
  evolution: subsidyEvolution,
  commands: subsidyCommands,
  facts: subsidyFacts,
};
