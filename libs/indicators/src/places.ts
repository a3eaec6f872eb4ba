import type { TerritoryLevel } from '@app/decider';
import type { TerritoryTree } from '@app/partnership/territory/territory.decider';
import { staysWhere, type TreeOnDay, treeOn } from '@app/partnership/territory/territory.places';
import { ALWAYS, both, type Days, except, NEVER } from './day-spans';
import type { Rest } from './territory-table.answer';

export type { Rest } from './territory-table.answer';

/** In the order in which a table shows them. */
export const RESTS: readonly Rest[] = ['unassigned', 'several', 'outside', 'erased'];

/** The code of the whole Region as it is published, and its other names: asking for it is asking for everything. */
export const REGION_CODE = '04000';
const REGION = new Set([REGION_CODE, 'region', 'brussels']);
export const isRegion = (code: string | undefined): boolean => code === undefined || REGION.has(code);

/** The days on which a place, by its code, counts for something. */
export type DaysOf = (place: string) => Days;

type Falls = Exclude<Rest, 'erased'> | 'one';

/** Where a place falls among the units of a level on one day: in one of them, or where what is in none or in several goes. */
function fallsOn(on: TreeOnDay, place: string, level: TerritoryLevel): Falls {
  const reached = on.reaches(place, level);
  if (reached.length > 0) return reached.filter((unit) => on.liesIn(place, unit)).length === 1 ? 'one' : 'several';
  return on.reaches(place, 'outside').length > 0 ? 'outside' : 'unassigned';
}

/**
 * Which places count for which territory, and on which days. By default "then": each day by the tree of that day. With `now`, every day by the tree of that
 * one day, where what is no more is looked for in what took its place. What names a unit counts for it always ("then"), or as long as the tree does not know
 * otherwise ("now").
 */
export class Places {
  private readonly made = new Map<string, ReadonlyMap<string, Days>>();

  constructor(
    private readonly tree: TerritoryTree,
    /** The level of each place as facts name it: a record without a tree knows no other. */
    private readonly named: ReadonlyMap<string, TerritoryLevel>,
    private readonly now?: string,
  ) {}

  levelOf(code: string): TerritoryLevel | undefined {
    return this.tree.units.get(code)?.level ?? this.named.get(code);
  }

  /** The days on which a place lies in a territory. `once`: not those on which it lies in another of the same level as well. */
  in(container: string | undefined, once: boolean): DaysOf {
    if (container === undefined || isRegion(container)) return () => ALWAYS;
    const lying = this.where(`in ${container}`, (place, on) => on.liesIn(place, container));
    const level = this.tree.units.get(container)?.level;
    const several = once && level !== undefined ? this.falling(level, 'several') : undefined;
    return (place) => {
      if (place === container && this.countsByName(place)) return ALWAYS;
      return except(lying.get(place) ?? NEVER, several?.get(place) ?? NEVER);
    };
  }

  /** The days on which a place falls in none of the units of a level, and so in the rest of that kind. What an erasure took names no place. */
  rest(level: TerritoryLevel, rest: Rest): DaysOf {
    if (rest === 'erased') return () => NEVER;
    const taken = (['one', 'several', 'outside'] as const).map((falls) => this.falling(level, falls));
    const of = (place: string, falls: Falls): Days => this.falling(level, falls).get(place) ?? NEVER;
    return (place) => {
      const own = this.countsByName(place) ? this.levelOf(place) : undefined;
      if (own === level) return NEVER;
      if (own === 'outside') return rest === 'outside' ? ALWAYS : NEVER;
      return rest === 'unassigned' ? taken.reduce((left, days) => except(left, days.get(place) ?? NEVER), ALWAYS) : of(place, rest);
    };
  }

  /** The units of a level that ever lie in a territory, in order of their codes. */
  parts(container: string | undefined, level: TerritoryLevel): readonly string[] {
    const codes = new Set([...this.tree.units.keys(), ...this.named.keys()]);
    const inside = this.in(container, false);
    return [...codes].filter((code) => this.levelOf(code) === level && inside(code).length > 0).sort();
  }

  /** The days on which a unit exists as the tree says; never, for one that it does not know. */
  existence(code: string): Days {
    return this.where('there', (place, on) => on.liesIn(place, place)).get(code) ?? NEVER;
  }

  /** Every place of the tree. */
  codes(): Iterable<string> {
    return this.tree.units.keys();
  }

  private countsByName(place: string): boolean {
    return this.now === undefined || !this.tree.units.has(place) || this.existence(place).length > 0;
  }

  private falling(level: TerritoryLevel, falls: Falls): ReadonlyMap<string, Days> {
    return this.where(`${falls} at ${level}`, (place, on) => fallsOn(on, place, level) === falls);
  }

  private where(question: string, holds: (place: string, on: TreeOnDay) => boolean): ReadonlyMap<string, Days> {
    let answer = this.made.get(question);
    if (!answer) this.made.set(question, (answer = this.now === undefined ? this.daysWhen(holds) : this.standing(holds, this.now)));
    return answer;
  }

  private daysWhen(holds: (place: string, on: TreeOnDay) => boolean): ReadonlyMap<string, Days> {
    return Map.groupBy(staysWhere(this.tree, holds), ({ code }) => code);
  }

  private standing(holds: (place: string, on: TreeOnDay) => boolean, day: string): ReadonlyMap<string, Days> {
    const on = treeOn(this.tree, day, true);
    return new Map([...this.tree.units.keys()].filter((place) => holds(place, on)).map((place) => [place, ALWAYS]));
  }
}

/** Whether two answers give the same for every place of the tree inside some days. */
export const sameInside = (places: Places, one: DaysOf, other: DaysOf, within: Days): boolean =>
  [...places.codes()].every((place) => JSON.stringify(both(one(place), within)) === JSON.stringify(both(other(place), within)));
