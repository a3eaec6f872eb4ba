import type { Term } from '../term';
import { testimonyCommands } from './testimony.commands';
import { testimonyEvolution, type TestimonyState } from './testimony.decider';
import { consentToQuoteWithdrawn, testimonyQuoted, testimonyReceived } from './testimony.events';
import { testimonyFacts } from './testimony.facts';

export const testimonyTerm: Term<TestimonyState> = {
  name: 'testimony',
  events: [testimonyReceived, consentToQuoteWithdrawn, testimonyQuoted],
  evolution: testimonyEvolution,
  commands: testimonyCommands,
  facts: testimonyFacts,
};
