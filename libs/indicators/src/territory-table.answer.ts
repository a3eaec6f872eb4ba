import type { TerritoryLevel } from '@app/decider';
import type { TerritoryName } from '@app/partnership/territory/territory.events';
import type { Figure, FigureQuery, Hierarchy } from './figure.answer';

/** Where a fact of a territory falls that falls in none of its parts. */
export type Rest = 'unassigned' | 'several' | 'outside' | 'erased';

export interface TerritoryTableQuery extends Omit<FigureQuery, 'territory' | 'period'> {
  readonly period: string;
  /** Code of the territory that is divided; absent: the Region, with all that lies in none of its parts. */
  readonly parent?: string;
  /** Into units of which level; absent: the one below. */
  readonly level?: TerritoryLevel;
}

export interface TerritoryRow {
  /** A unit of the level, or what falls in none of them and why. */
  readonly kind: 'territory' | Rest;
  readonly code?: string;
  readonly name?: TerritoryName;
  readonly figure: Figure;
}

/** The recounts of the rows added up, beside that of the whole. A fact whose place moved while its day was uncertain widens the sum: then the whole lies within it. */
export interface SumOfRows {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly agrees: 'exactly' | 'within-bounds' | 'no';
}

export interface TerritoryTable {
  readonly query: TerritoryTableQuery;
  readonly position: string | null;
  readonly level: TerritoryLevel;
  readonly hierarchy: Hierarchy;
  /** Whether the measure adds up over territories; what does not is counted anew in each row and in the total. */
  readonly additive: boolean;
  readonly total: Figure;
  readonly rows: readonly TerritoryRow[];
  /** Of a measure that adds up, once there is something to add. */
  readonly sum?: SumOfRows;
  /** Of a count of different ones: how many of them are known in several rows, and so stand in each. */
  readonly inSeveral?: number;
}
