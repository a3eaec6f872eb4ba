import { defineEvent, type TerritoryLevel } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// The first day of `occurred` is the day from which each of these holds. It may lie ahead: a boundary is decided before it moves.

/** As published; a name that no source gives is absent. */
export interface TerritoryName {
  readonly nl?: string;
  readonly fr?: string;
  readonly en?: string;
}

export interface TerritoryUnit {
  readonly code: string;
  readonly name: TerritoryName;
  /** What it lies in. Several of one level: it lies over them, and belongs to none alone. */
  readonly parents?: readonly string[];
  /** Of a statistical sector. */
  readonly postalCodes?: readonly string[];
}

/** Units of one level that exist from that day on. */
export interface TerritoryDefinedData {
  /** Name of the edition of the tree that begins on that day. */
  readonly hierarchy: string;
  readonly level: TerritoryLevel;
  readonly units: readonly TerritoryUnit[];
}

export const territoryDefined = defineEvent<TerritoryDefinedData>()({
  type: 'TerritoryDefined',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { hierarchy: 'core', level: 'core', units: 'public-text' },
});

/** From that day the unit lies elsewhere (`parents`), or it is no more and others take its place (`into`). One of the two. */
export interface BoundaryChange {
  readonly code: string;
  readonly parents?: readonly string[];
  readonly into?: readonly string[];
}

export interface TerritoryBoundaryChangedData {
  readonly hierarchy: string;
  readonly changes: readonly BoundaryChange[];
}

export const territoryBoundaryChanged = defineEvent<TerritoryBoundaryChangedData>()({
  type: 'TerritoryBoundaryChanged',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { hierarchy: 'core', changes: 'core' },
});

/** From that day the units exist no more, and nothing takes their place. */
export interface TerritoryEndedData {
  readonly hierarchy: string;
  readonly codes: readonly string[];
}

export const territoryEnded = defineEvent<TerritoryEndedData>()({
  type: 'TerritoryEnded',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { hierarchy: 'core', codes: 'core' },
});

/** From that day it is called otherwise; its boundaries stay. */
export interface TerritoryRenamedData {
  readonly code: string;
  readonly name: TerritoryName;
}

export const territoryRenamed = defineEvent<TerritoryRenamedData>()({
  type: 'TerritoryRenamed',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { code: 'core', name: 'public-text' },
});
