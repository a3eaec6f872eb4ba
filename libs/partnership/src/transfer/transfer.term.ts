import type { Term } from '../term';
import { transferCommands } from './transfer.commands';
import { transferEvolution, type TransferState } from './transfer.decider';
import { activityTransferred, organisationAbsorbed, transferAgreed, transferProposed, transferRefused } from './transfer.events';
import { transferFacts } from './transfer.facts';

export const transferTerm: Term<TransferState> = {
  name: 'transfer',
  events: [transferProposed, transferAgreed, transferRefused, activityTransferred, organisationAbsorbed],
  evolution: transferEvolution,
  commands: transferCommands,
  facts: transferFacts,
};
