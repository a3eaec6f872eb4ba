import type { TerritoryRow, TerritoryTable } from '@app/indicators/answers';
import { get } from '../api';

/** What a table shows in a row: a part, what falls in none, or the whole. */
export type ShownRow = Omit<TerritoryRow, 'kind'> & { readonly kind: TerritoryRow['kind'] | 'total' };

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
export const rowKey = ({ kind, code }: Pick<ShownRow, 'kind' | 'code'>): string => code ?? kind;

/** Levels from wide to narrow: no territory is divided into what is wider. */
const RANK: Readonly<Record<string, number>> = { region: 0, zone: 1, commune: 2, quarter: 3, postal: 3, sector: 4 };

/** The levels into which a territory of a level can be divided. */
export const levelsBelow = (level: string): readonly string[] => Object.keys(RANK).filter((below) => RANK[below]! > (RANK[level] ?? 0));
