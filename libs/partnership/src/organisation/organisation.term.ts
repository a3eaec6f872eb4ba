import type { Term } from '../term';
import { organisationCommands } from './organisation.commands';
import { organisationEvolution, type OrganisationState } from './organisation.decider';
import {
  organisationClosed,
  organisationLeftPlace,
  organisationLocated,
  organisationMoved,
  organisationRegistered,
} from './organisation.events';
import { organisationFacts } from './organisation.facts';

export const organisationTerm: Term<OrganisationState> = {
  name: 'organisation',
  events: [organisationRegistered, organisationLocated, organisationMoved, organisationLeftPlace, organisationClosed],
  evolution: organisationEvolution,
  commands: organisationCommands,
  facts: organisationFacts,
  folded: true,
};
