import type { Term } from '../term';
import { exchangeGroupCommands } from './exchange-group.commands';
import { exchangeGroupEvolution, type ExchangeGroupState } from './exchange-group.decider';
import { exchangeGroupCreated, exchangeGroupEnded, exchangeGroupMeetingHeld, exchangeGroupRenamed } from './exchange-group.events';
import { exchangeGroupFacts } from './exchange-group.facts';

export const exchangeGroupTerm: Term<ExchangeGroupState> = {
  name: 'exchange-group',
  events: [exchangeGroupCreated, exchangeGroupMeetingHeld, exchangeGroupRenamed, exchangeGroupEnded],
  evolution: exchangeGroupEvolution,
  commands: exchangeGroupCommands,
  facts: exchangeGroupFacts,
};
