import type { Term } from '../term';
import { exchangeGroupCommands } from './exchange-group.commands';
import { exchangeGroupEvolution, type ExchangeGroupState } from './exchange-group.decider';
import { exchangeGroupCreated, exchangeGroupEnded, exchangeGroupMeetingHeld } from './exchange-group.events';
import { exchangeGroupFacts } from './exchange-group.facts';

export const exchangeGroupTerm: Term<ExchangeGroupState> = {
  name: 'exchange-group',
  events: [exchangeGroupCreated, exchangeGroupMeetingHeld, exchangeGroupEnded],
  evolution: exchangeGroupEvolution,
  commands: exchangeGroupCommands,
  facts: exchangeGroupFacts,
};
