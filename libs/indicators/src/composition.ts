import { type Exactness, sameData } from '@app/decider';
import type { Evaluated, Figure, Part, Refused } from './figure';
import type { Computed, Measured } from './measured';

/** A part of a composition as it is added: `sign` is 1 or -1. */
export interface SignedPart extends Evaluated {
  readonly sign: number;
}

/** What is said of the facts of several figures together. */
function factsOf(parts: readonly Figure[]): Pick<Computed, 'partly' | 'late'> {
  const total = (of: 'partly' | 'late'): number => parts.reduce((sum, { computed }) => sum + (computed?.[of] ?? 0), 0);
  return { partly: total('partly'), late: total('late') };
}

/** Why the values of parts cannot be put together; undefined when they can. */
export function mixture(parts: readonly Figure[]): Refused['code'] | undefined {
  const kinds = new Set(parts.map(({ countKind }) => countKind));
  if (kinds.size > 1 || kinds.has(null)) return 'figure.mixed-count-kinds';
  const [first, ...rest] = parts.map(({ computed }) => computed?.scale);
  return rest.every((scale) => sameData(scale, first)) ? undefined : 'figure.mixed-scales';
}

/** The parts that have a number of a kind of their own. */
export const partsShown = (parts: readonly Figure[]): readonly Part[] =>
  parts.flatMap(({ definition, countKind, computed, id }) => {
    if (countKind === null || computed === null) return [];
    const { value, lo, hi, exactness } = computed;
    return [{ indicator: definition.code, countKind, value, lo, hi, exactness, figureId: id }];
  });

type Bound = (part: Measured) => number | null;

/** What the parts add up to; a part that nothing can count leaves the whole without a number. */
export function addedUp(parts: readonly SignedPart[]): Computed {
  const total = (added: Bound, takenAway: Bound): number | null =>
    parts.reduce<number | null>((sum, { sign, figure: { computed } }) => {
      const value = computed && (sign > 0 ? added(computed) : takenAway(computed));
      return sum === null || value === null ? null : sum + sign * value;
    }, 0);
  const figures = parts.map(({ figure }) => figure);
  const about = partsShown(figures).some(({ exactness }) => exactness === 'approximate');
  const valueOf: Bound = ({ value }) => value;
  const least: Bound = ({ lo }) => lo;
  const most: Bound = ({ hi }) => hi;
  const lo = about ? null : total(least, most);
  const hi = about ? null : total(most, least);
  const exactness: Exactness = about ? 'approximate' : lo !== null && lo === hi ? 'exact' : hi === null ? 'lower-bound' : 'range';
  return {
    value: total(valueOf, valueOf),
    lo,
    hi,
    exactness,
    facts: parts.reduce((sum, part) => sum + part.facts, 0),
    ...factsOf(figures),
    notAssessable: 0,
    weighed: [],
    rows: () => parts.flatMap((part) => part.rows()),
  };
}
