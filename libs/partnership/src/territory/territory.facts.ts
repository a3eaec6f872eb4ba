import { type FactMapping, noFacts } from '../facts';

/** Where things happen is asked of the tree when a figure is made; its events state nothing that is counted. */
export const territoryFacts: FactMapping = {
  TerritoryDefined: noFacts,
  TerritoryBoundaryChanged: noFacts,
  TerritoryEnded: noFacts,
  TerritoryRenamed: noFacts,
};
