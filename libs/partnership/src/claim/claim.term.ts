import type { Term } from '../term';
import { claimCommands } from './claim.commands';
import { claimEvolution, type ClaimState } from './claim.decider';
import { claimImported } from './claim.events';
import { claimFacts } from './claim.facts';

export const claimTerm: Term<ClaimState> = {
  name: 'claim',
  events: [claimImported],
  evolution: claimEvolution,
  commands: claimCommands,
  facts: claimFacts,
};
