import type { TerritoryLevel } from '@app/decider';
import type { TerritoryTree } from './territory.decider';
import reference from './territory.reference.json';

export interface TerritoryReference {
  readonly editions: readonly (readonly [hierarchy: string, begins: string])[];
  readonly units: readonly {
    readonly level: TerritoryLevel;
    readonly from: string;
    readonly until?: string;
    readonly codes: readonly string[];
  }[];
}

/** What a tree says about codes and editions, without names and boundaries; a test compares the stored one with `data/territories`. */
export function referenceOf({ editions, units }: TerritoryTree): TerritoryReference {
  const groups = new Map<string, { level: TerritoryLevel; from: string; until?: string; codes: string[] }>();
  for (const [code, { level, from, until }] of units) {
    const key = `${from}|${until ?? ''}|${level}`;
    const group = groups.get(key) ?? { level, from, ...(until === undefined ? {} : { until }), codes: [] };
    group.codes.push(code);
    groups.set(key, group);
  }
  return { editions: [...editions], units: [...groups.values()] };
}

const treeOf = ({ editions, units }: TerritoryReference): TerritoryTree => ({
  editions: new Map(editions),
  units: new Map(units.flatMap(({ codes, ...unit }) => codes.map((code) => [code, unit] as const))),
});

/** The published places that every command may name, also in a record into which no tree was imported. Only for admission: figures read the events. */
export const publishedTerritories: TerritoryTree = treeOf(reference as unknown as TerritoryReference);
