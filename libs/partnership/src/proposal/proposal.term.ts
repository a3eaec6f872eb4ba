import type { Term } from '../term';
import { proposalCommands } from './proposal.commands';
import { proposalEvolution, type ProposalState } from './proposal.decider';
import {
  conditionAttached,
  proposalAdopted,
  proposalFormulated,
  proposalRejected,
  proposalsMerged,
  proposalStarted,
} from './proposal.events';
import { proposalFacts } from './proposal.facts';

export const proposalTerm: Term<ProposalState> = {
  name: 'proposal',
  events: [proposalFormulated, conditionAttached, proposalAdopted, proposalStarted, proposalRejected, proposalsMerged],
  evolution: proposalEvolution,
  commands: proposalCommands,
  facts: proposalFacts,
};
