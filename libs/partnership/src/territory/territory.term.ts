import type { Term } from '../term';
import { territoryCommands, TREE } from './territory.commands';
import { territoryEvolution, type TerritoryState } from './territory.decider';
import { territoryBoundaryChanged, territoryDefined, territoryEnded, territoryRenamed } from './territory.events';
import { territoryFacts } from './territory.facts';

export const territoryTerm: Term<TerritoryState> = {
  name: 'territory',
  events: [territoryDefined, territoryBoundaryChanged, territoryEnded, territoryRenamed],
  evolution: territoryEvolution,
  commands: territoryCommands,
  facts: territoryFacts,
  folded: true,
};

/** The stream of the tree of territories. */
export const TERRITORY_STREAM = `${territoryTerm.name}-${TREE}`;
