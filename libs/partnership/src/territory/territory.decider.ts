import {
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  sameData,
  type Territory,
  type TerritoryLevel,
} from '@app/decider';
import {
  type BoundaryChange,
  territoryBoundaryChanged,
  type TerritoryBoundaryChangedData,
  territoryDefined,
  type TerritoryDefinedData,
  territoryEnded,
  type TerritoryEndedData,
  type TerritoryName,
  territoryRenamed,
  type TerritoryRenamedData,
  type TerritoryUnit,
} from './territory.events';

interface Dated<Value> {
  readonly on: string;
  readonly value: Value;
}

/** One unit with what was said of it, in the order of recording; `from` is its first day, `until` the first on which it is no more. */
export interface KnownUnit {
  readonly level: TerritoryLevel;
  readonly from: string;
  readonly until?: string;
  readonly hierarchy?: string;
  readonly unit?: TerritoryUnit;
  readonly changes?: readonly Dated<BoundaryChange>[];
  readonly names?: readonly Dated<TerritoryName>[];
}

/** The editions of the tree by name, with the day on which each begins, and every unit there ever was. */
export interface TerritoryTree {
  readonly editions: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, KnownUnit>;
}

export type TerritoryState = TerritoryTree;

type TerritoryEvent =
  | EventOf<typeof territoryDefined>
  | EventOf<typeof territoryBoundaryChanged>
  | EventOf<typeof territoryEnded>
  | EventOf<typeof territoryRenamed>;

const changed = (tree: TerritoryTree, hierarchy: string, on: string, units: readonly (readonly [string, KnownUnit])[]): TerritoryTree => ({
  editions: tree.editions.has(hierarchy) ? tree.editions : new Map([...tree.editions, [hierarchy, on]]),
  units: new Map([...tree.units, ...units]),
});

const evolve = (tree: TerritoryTree, event: TerritoryEvent): TerritoryTree => {
  const on = event.occurred.from;
  switch (event.type) {
    case 'TerritoryDefined': {
      const { hierarchy, level, units } = event.data;
      return changed(
        tree,
        hierarchy,
        on,
        units.map((unit) => [unit.code, { level, from: on, hierarchy, unit, changes: [], names: [] }]),
      );
    }
    case 'TerritoryBoundaryChanged':
      return changed(
        tree,
        event.data.hierarchy,
        on,
        event.data.changes.flatMap((value) => {
          const known = tree.units.get(value.code);
          if (!known) return [];
          const changes = [...(known.changes ?? []), { on, value }];
          return [[value.code, { ...known, changes, ...(value.into ? { until: on } : {}) }] as const];
        }),
      );
    case 'TerritoryEnded':
      return changed(
        tree,
        event.data.hierarchy,
        on,
        event.data.codes.flatMap((code) => {
          const known = tree.units.get(code);
          return known ? [[code, { ...known, until: on }] as const] : [];
        }),
      );
    case 'TerritoryRenamed': {
      const { code, name } = event.data;
      const known = tree.units.get(code);
      if (!known) return tree;
      return { ...tree, units: new Map([...tree.units, [code, { ...known, names: [...(known.names ?? []), { on, value: name }] }]]) };
    }
    default:
      return tree;
  }
};

export const territoryEvolution: Evolution<TerritoryState> = { initialState: { editions: new Map(), units: new Map() }, evolve };

const RANK: Readonly<Record<TerritoryLevel, number>> = { region: 0, outside: 0, zone: 1, commune: 2, quarter: 3, postal: 3, sector: 4 };

const isThere = (known: KnownUnit | undefined, on: string): known is KnownUnit =>
  known !== undefined && known.from <= on && (known.until === undefined || on < known.until);

/** An edition begins once: everything that it changes holds from its first day. */
function ensureEdition({ editions }: TerritoryTree, hierarchy: string, on: string): void {
  const begins = editions.get(hierarchy);
  ensure(begins === undefined || begins === on, 'territory.edition-begins-otherwise', { hierarchy, begins: begins ?? '' }, '/hierarchy');
}

function ensureParents(tree: TerritoryTree, level: TerritoryLevel, parents: readonly string[], on: string, field: string): void {
  for (const code of parents) {
    const parent = tree.units.get(code);
    ensure(isThere(parent, on), 'territory.unknown-parent', { code }, field);
    ensure(RANK[parent.level] < RANK[level], 'territory.parent-not-above', { code }, field);
  }
}

function ensureThere({ units }: TerritoryTree, code: string, on: string, field: string): KnownUnit {
  const known = units.get(code);
  ensure(known !== undefined, 'territory.unknown', { code }, field);
  ensure(known.from <= on, 'territory.not-begun', { code }, field);
  ensure(known.until === undefined || on < known.until, 'territory.no-more', { code }, field);
  return known;
}

const ensureEachOnce = (codes: readonly string[], field: string): void => {
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  ensure(twice === undefined, 'territory.twice-in-list', { code: twice ?? '' }, field);
};

export const defineTerritories: Decide<TerritoryDefinedData, TerritoryState> = (command, tree, { occurred }) => {
  const { hierarchy, level, units } = dataOf(territoryDefined, command);
  const on = occurred.from;
  ensureEachOnce(
    units.map(({ code }) => code),
    '/units',
  );
  const fresh = units.filter((unit, n) => {
    const known = tree.units.get(unit.code);
    if (!known) return true;
    const same = known.from === on && known.level === level && known.hierarchy === hierarchy && sameData(known.unit, unit);
    ensure(same, 'territory.already-defined', { code: unit.code }, `/units/${n}/code`);
    return false;
  });
  if (fresh.length === 0) return [];
  ensureEdition(tree, hierarchy, on);
  for (const { code, parents = [] } of fresh) {
    const n = units.findIndex((unit) => unit.code === code);
    ensure(RANK[level] === 0 || parents.length > 0, 'territory.parent-needed', { code }, `/units/${n}/parents`);
    ensureParents(tree, level, parents, on, `/units/${n}/parents`);
  }
  return [happened(territoryDefined, { hierarchy, level, units: fresh })];
};

export const changeTerritoryBoundaries: Decide<TerritoryBoundaryChangedData, TerritoryState> = (command, tree, { occurred }) => {
  const { hierarchy, changes } = dataOf(territoryBoundaryChanged, command);
  const on = occurred.from;
  ensureEachOnce(
    changes.map(({ code }) => code),
    '/changes',
  );
  const saidOn = (code: string) => tree.units.get(code)?.changes?.filter((change) => change.on === on) ?? [];
  const fresh = changes.filter((change) => !saidOn(change.code).some(({ value }) => sameData(value, change)));
  if (fresh.length === 0) return [];
  ensureEdition(tree, hierarchy, on);
  for (const { code, parents, into } of fresh) {
    const field = `/changes/${changes.findIndex((change) => change.code === code)}`;
    ensure((parents === undefined) !== (into === undefined), 'territory.parents-or-successors', { code }, field);
    const { level } = ensureThere(tree, code, on, `${field}/code`);
    ensure(saidOn(code).length === 0, 'territory.boundary-already-changed', { code }, `${field}/code`);
    ensureParents(tree, level, parents ?? [], on, `${field}/parents`);
    for (const successor of into ?? []) {
      ensure(successor !== code, 'territory.goes-into-itself', { code }, `${field}/into`);
      ensureThere(tree, successor, on, `${field}/into`);
    }
  }
  return [happened(territoryBoundaryChanged, { hierarchy, changes: fresh })];
};

export const endTerritories: Decide<TerritoryEndedData, TerritoryState> = (command, tree, { occurred }) => {
  const { hierarchy, codes } = dataOf(territoryEnded, command);
  const on = occurred.from;
  const hasEndedSo = (code: string): boolean => {
    const known = tree.units.get(code);
    return known?.until === on && !known.changes?.some(({ value }) => value.into !== undefined);
  };
  const fresh = codes.filter((code) => !hasEndedSo(code));
  if (fresh.length === 0) return [];
  ensureEdition(tree, hierarchy, on);
  for (const code of fresh) ensureThere(tree, code, on, `/codes/${codes.indexOf(code)}`);
  return [happened(territoryEnded, { hierarchy, codes: fresh })];
};

export const renameTerritory: Decide<TerritoryRenamedData, TerritoryState> = (command, tree, { occurred }) => {
  const data = dataOf(territoryRenamed, command);
  const on = occurred.from;
  const known = tree.units.get(data.code);
  if (known?.names?.some((name) => name.on === on && sameData(name.value, data.name))) return [];
  const { unit, names = [] } = ensureThere(tree, data.code, on, '/code');
  ensure(!names.some((name) => name.on === on), 'territory.already-renamed', { code: data.code }, '/name');
  const before = names.filter((name) => name.on < on).sort((a, b) => (a.on < b.on ? -1 : 1));
  return sameData(before.at(-1)?.value ?? unit?.name, data.name) ? [] : [happened(territoryRenamed, data)];
};

export type PlaceProblem = 'unknown-hierarchy' | 'unknown-code' | 'another-level';

/** What is wrong with a place that a command names, as a tree knows it in the edition that the place names; undefined when nothing is. */
export function placeProblem({ editions, units }: TerritoryTree, { code, level, hierarchy }: Territory): PlaceProblem | undefined {
  const on = editions.get(hierarchy);
  if (on === undefined) return 'unknown-hierarchy';
  const known = units.get(code);
  if (!isThere(known, on)) return 'unknown-code';
  return known.level === level ? undefined : 'another-level';
}
