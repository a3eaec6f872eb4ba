import type { Term } from '../term';
import { conventionCommands } from './convention.commands';
import { conventionEvolution, type ConventionState } from './convention.decider';
import {
  conventionDeclined,
  conventionEnded,
  conventionExtended,
  conventionRenewed,
  conventionRequested,
  conventionSigned,
} from './convention.events';
import { conventionFacts } from './convention.facts';
import { conventionUpcasters } from './convention.upcast';

export const conventionTerm: Term<ConventionState> = {
  name: 'convention',
  events: [conventionRequested, conventionDeclined, conventionSigned, conventionRenewed, conventionExtended, conventionEnded],
  evolution: conventionEvolution,
  commands: conventionCommands,
  facts: conventionFacts,
  upcasters: conventionUpcasters,
};
