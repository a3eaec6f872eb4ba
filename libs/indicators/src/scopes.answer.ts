import type { TerritoryLevel } from '@app/decider';
import type { TerritoryName } from '@app/partnership/territory/territory.events';

export interface PlaceToAsk {
  readonly code: string;
  readonly level: TerritoryLevel;
  /** As it was called on the day; absent for a place that the tree does not know. */
  readonly name?: TerritoryName;
}

/** What figures can be narrowed to, beside plans. */
export interface Scopes {
  /** From wide to narrow. Of the statistical sectors only those that something recorded names: there are hundreds. */
  readonly territories: readonly PlaceToAsk[];
  /** Ids of the organisations that recorded something. */
  readonly organisations: readonly string[];
}
