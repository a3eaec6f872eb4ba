import type { TerritoryLevel } from '@app/decider';
import type { KnownUnit, TerritoryTree } from './territory.decider';

/** A unit lies somewhere from a day on, until the first day on which it no longer does; without `until`, for good. */
export interface Stay {
  readonly code: string;
  readonly from: string;
  readonly until?: string;
}

/** The tree on one day. */
export interface TreeOnDay {
  /** Whether the unit lies wholly in the other, itself included. One with several parents of one level lies over them, and wholly in none. */
  readonly liesIn: (code: string, container: string) => boolean;
  /** The units of a level that it lies in, wholly or over several. */
  readonly reaches: (code: string, level: TerritoryLevel) => readonly string[];
}

/** The days on which anything in the tree changes, in order: between two of them nothing does. */
function turningDays(units: Iterable<KnownUnit>): readonly string[] {
  const days = new Set<string>();
  for (const { from, until, changes = [] } of units) {
    days.add(from);
    if (until !== undefined) days.add(until);
    for (const { on } of changes) days.add(on);
  }
  return [...days].sort();
}

export const isThere = ({ from, until }: KnownUnit, day: string): boolean => from <= day && (until === undefined || day < until);

/** What a unit lies in on a day: as defined, or as the last boundary change by then says. */
function parentsOn({ unit, changes = [] }: KnownUnit, day: string): readonly string[] {
  let parents = unit?.parents ?? [];
  let since = '';
  for (const { on, value } of changes) {
    if (value.parents === undefined || on > day || on < since) continue;
    parents = value.parents;
    since = on;
  }
  return parents;
}

/** Answers that are asked for again and again; the tree has no cycles, because a parent is of a higher level. */
function remembered<T>(answer: (code: string) => T): (code: string) => T {
  const known = new Map<string, T>();
  return (code) => {
    if (!known.has(code)) known.set(code, answer(code));
    return known.get(code) as T;
  };
}

/** A unit that is no more lies where its successors lie, when they are followed: over them, if they are several. */
function aboveOn(units: TerritoryTree['units'], day: string, follow: boolean): (code: string) => readonly (readonly string[])[] {
  return remembered((code) => {
    const unit = units.get(code);
    if (!unit || unit.from > day) return [];
    if (!isThere(unit, day)) {
      const into = follow ? unit.changes?.find(({ on, value }) => on === unit.until && value.into)?.value.into : undefined;
      return into ? [into] : [];
    }
    const levels = Map.groupBy(parentsOn(unit, day), (parent) => units.get(parent)?.level);
    return [...levels.values()];
  });
}

/** `follow`: what is no more on that day is looked for in what took its place. */
export function treeOn({ units }: TerritoryTree, day: string, follow = false): TreeOnDay {
  const above = aboveOn(units, day, follow);
  const isThereOn = (code: string): boolean => {
    const unit = units.get(code);
    return unit !== undefined && isThere(unit, day);
  };
  const insideOf = remembered((container) => {
    const lies: (code: string) => boolean = remembered(
      (code) => (code === container && isThereOn(code)) || above(code).some((parents) => parents.every(lies)),
    );
    return lies;
  });
  const ancestors: (code: string) => ReadonlySet<string> = remembered(
    (code) =>
      new Set([
        ...(isThereOn(code) ? [code] : []),
        ...above(code).flatMap((parents) => parents.flatMap((parent) => [...ancestors(parent)])),
      ]),
  );
  return {
    liesIn: (code, container) => insideOf(container)(code),
    reaches: (code, level) => [...ancestors(code)].filter((other) => units.get(other)?.level === level),
  };
}

/** Every unit for which something holds, and from when until when; what the tree says changes only on its turning days. */
export function staysWhere(tree: TerritoryTree, holds: (code: string, on: TreeOnDay) => boolean): readonly Stay[] {
  const days = turningDays(tree.units.values());
  const stays = new Map<string, Stay[]>();
  days.forEach((day, n) => {
    const until = days[n + 1];
    const on = treeOn(tree, day);
    for (const code of tree.units.keys()) {
      if (!holds(code, on)) continue;
      const known = stays.get(code) ?? [];
      const last = known.at(-1);
      const goesOn = last?.until === day;
      const stay = { code, from: goesOn ? last.from : day, ...(until === undefined ? {} : { until }) };
      stays.set(code, goesOn ? [...known.slice(0, -1), stay] : [...known, stay]);
    }
  });
  return [...stays.values()].flat();
}

/**
 * Every unit that lies wholly in `container`, itself included, and when. A unit with several parents of one level lies over them: it is in what holds
 * them all, and in none of them alone. So Brussels-City is in no care zone, and what a boundary change says holds from its day on, never before.
 */
export const placesIn = (tree: TerritoryTree, container: string): readonly Stay[] =>
  staysWhere(tree, (code, on) => on.liesIn(code, container));

/** Every unit above one, through any of its parents on any day: where it may have counted, wholly or in part. Nearest first. */
export function placesAbove({ units }: TerritoryTree, code: string): readonly string[] {
  const above = new Set<string>();
  const parentsOf = (unit: KnownUnit | undefined): readonly string[] => [
    ...(unit?.unit?.parents ?? []),
    ...(unit?.changes ?? []).flatMap(({ value }) => value.parents ?? []),
  ];
  let level = parentsOf(units.get(code));
  while (level.length > 0) {
    const fresh = [...new Set(level)].filter((parent) => parent !== code && !above.has(parent));
    for (const parent of fresh) above.add(parent);
    level = fresh.flatMap((parent) => parentsOf(units.get(parent)));
  }
  return [...above];
}
