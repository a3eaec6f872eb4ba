import { get } from '../api';
import type { Figure } from '../figures/figure';
import type { Texts } from '../language';

export interface TerritoryRow {
  /** A territory, or what falls in none of them and why. */
  readonly kind: string;
  readonly code?: string;
  readonly name?: Texts;
  readonly figure: Figure;
}

export interface TerritoryTable {
  readonly level: string;
  readonly additive: boolean;
  readonly total: Figure;
  readonly rows: readonly TerritoryRow[];
  readonly sum?: { readonly value: number | null; readonly lo: number | null; readonly hi: number | null; readonly agrees: string };
  readonly inSeveral?: number;
}

export interface AskedTable {
  readonly indicator: string;
  readonly period: string;
  readonly plan: string;
  readonly parent: string;
  readonly level: string;
  readonly hierarchy: string;
  readonly asOf: string;
  readonly knownOn: string;
}

export const fetchTable = ({ indicator, ...rest }: AskedTable): Promise<TerritoryTable> =>
  get(`/api/indicators/${indicator}/territories`, { ...rest });

/** What a row is called by in the address, whichever it is. */
export const rowKey = ({ kind, code }: TerritoryRow): string => code ?? kind;

/** Levels from wide to narrow: no territory is divided into what is wider. */
const RANK: Readonly<Record<string, number>> = { region: 0, zone: 1, commune: 2, quarter: 3, postal: 3, sector: 4 };

/** The levels into which a territory of a level can be divided. */
export const levelsBelow = (level: string): readonly string[] => Object.keys(RANK).filter((below) => RANK[below]! > (RANK[level] ?? 0));
