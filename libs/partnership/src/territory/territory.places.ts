import type { TerritoryLevel } from '@app/decider';
import type { KnownUnit, TerritoryTree } from './territory.decider';

/** A unit lies wholly in another from a day on, until the first day on which it no longer does. */
export interface Stay {
  readonly code: string;
  readonly from: string;
  readonly until?: string;
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

const isThere = ({ from, until }: KnownUnit, day: string): boolean => from <= day && (until === undefined || day < until);

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

/**
 * Every unit that lies wholly in `container`, itself included, and when. A unit with several parents of one level lies over them: it is in what holds
 * them all, and in none of them alone. So Brussels-City is in no care zone, and what a boundary change says holds from its day on, never before.
 */
export function placesIn({ units }: TerritoryTree, container: string): readonly Stay[] {
  const days = turningDays(units.values());
  const stays = new Map<string, Stay[]>();
  days.forEach((day, n) => {
    const until = days[n + 1];
    const answers = new Map<string, boolean>();

    const lies = (code: string): boolean => {
      const known = answers.get(code);
      if (known !== undefined) return known;
      const answer = liesAnew(code);
      answers.set(code, answer);
      return answer;
    };
    const liesAnew = (code: string): boolean => {
      const unit = units.get(code);
      if (!unit || !isThere(unit, day)) return false;
      if (code === container) return true;
      const levels = new Map<TerritoryLevel | undefined, string[]>();
      for (const parent of parentsOn(unit, day)) {
        const level = units.get(parent)?.level;
        levels.set(level, [...(levels.get(level) ?? []), parent]);
      }
      return [...levels.values()].some((parents) => parents.every(lies));
    };

    for (const code of units.keys()) {
      if (!lies(code)) continue;
      const known = stays.get(code) ?? [];
      const last = known.at(-1);
      const goesOn = last?.until === day;
      const stay = { code, from: goesOn ? last.from : day, ...(until === undefined ? {} : { until }) };
      stays.set(code, goesOn ? [...known.slice(0, -1), stay] : [...known, stay]);
    }
  });
  return [...stays.values()].flat();
}

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
