import type { Term } from '../term';
import { placementCommands } from './placement.commands';
import { placementEvolution, type PlacementState } from './placement.decider';
import { hostOffered, hostWithdrawn, placementDeclined, placementEnded, placementRequested, placementStarted } from './placement.events';
import { placementFacts } from './placement.facts';

export const placementTerm: Term<PlacementState> = {
  name: 'placement',
  events: [placementRequested, placementStarted, placementEnded, placementDeclined, hostOffered, hostWithdrawn],
  evolution: placementEvolution,
  commands: placementCommands,
  facts: placementFacts,
};
