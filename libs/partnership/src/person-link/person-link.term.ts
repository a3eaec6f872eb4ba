import type { Term } from '../term';
import { personLinkCommands } from './person-link.commands';
import { personLinkEvolution, type PersonLinkState } from './person-link.decider';
import { identitiesLinked, identitiesUnlinked } from './person-link.events';
import { personLinkFacts } from './person-link.facts';

export const personLinkTerm: Term<PersonLinkState> = {
  name: 'person-link',
  events: [identitiesLinked, identitiesUnlinked],
  evolution: personLinkEvolution,
  commands: personLinkCommands,
  facts: personLinkFacts,
};
