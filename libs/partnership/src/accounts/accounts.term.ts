import type { Term } from '../term';
import { accountsCommands } from './accounts.commands';
import { accountsEvolution, type AccountsState } from './accounts.decider';
import { auditOpinionReceived, expenseCategoryReported } from './accounts.events';
import { accountsFacts } from './accounts.facts';

export const accountsTerm: Term<AccountsState> = {
  name: 'accounts',
  events: [expenseCategoryReported, auditOpinionReceived],
  evolution: accountsEvolution,
  commands: accountsCommands,
  facts: accountsFacts,
};
