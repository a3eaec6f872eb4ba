import type { Measure } from './definition';
import type { DayRange } from './fact-range';
import type { FactRow, FactSource } from './fact-rows';
import { type Computed, onRows } from './measured';

type Milestone = Extract<Measure, { op: 'milestone' }>;
type Scaled = Extract<Measure, { op: 'scale' }>;

const highest = (reached: readonly { readonly place: number }[]): number => reached.reduce((best, { place }) => Math.max(best, place), 0);

/** Of several facts of a stage the one that was there first. */
function firstReached(rows: readonly FactRow[], name: string): Computed['stage'] {
  const [first, ...rest] = rows;
  if (!first) return undefined;
  const { on_from: from, on_to: to } = rest.reduce((best, row) => (row.on_to < best.on_to ? row : best), first);
  return { name, from, to };
}

/**
 * How far things have come at the end of the window, from all that is known until then: the place of the latest stage, counted from 1, with the days
 * between which it was reached. A stage whose day is uncertain counts in the upper bound from its first day, in the lower from its last; one that may have been
 * reached in another territory, in the upper alone. Facts in a stage that the definition does not name count for nothing; facts without any are not
 * assessable.
 */
export function milestone({ of, stages }: Milestone, source: FactSource, { to }: DayRange): Computed {
  const selected = source.all(of);
  const there = new Set(selected.inside);
  const all = [...selected.inside, ...selected.partly];
  const staged = all.flatMap((row) => {
    const { stage } = source.dimsOf(row);
    return stage === undefined ? [] : [{ row, place: stages.indexOf(String(stage)) + 1 }];
  });
  const perhaps = staged.filter(({ row, place }) => place > 0 && row.on_from <= to);
  const certain = perhaps.filter(({ row }) => there.has(row) && row.on_to <= to);
  const [lo, hi] = [highest(certain), highest(perhaps)];
  const name = stages[lo - 1];
  const rows = perhaps.map(({ row }) => row);
  const stage =
    name === undefined
      ? undefined
      : firstReached(
          certain.filter(({ place }) => place === lo).map(({ row }) => row),
          name,
        );
  return {
    value: lo === hi ? lo : null,
    lo,
    hi,
    exactness: lo === hi ? 'exact' : 'range',
    ...(stage ? { stage } : {}),
    ...onRows(rows, { partly: perhaps.length - certain.length, notAssessable: selected.notAssessable + all.length - staged.length }),
  };
}

/** The lower of the two middle scores where their number is even: a score that somebody gave. */
const median = (scores: readonly number[]): number | null => scores.toSorted((a, b) => a - b)[Math.ceil(scores.length / 2) - 1] ?? null;

/** The lowest and the highest median, whichever of the uncertain scores belong to the window. */
function bounds(certain: readonly number[], uncertain: readonly number[]): { readonly lo: number | null; readonly hi: number | null } {
  const ascending = uncertain.toSorted((a, b) => a - b);
  const medians = ascending.flatMap((_, n) => [
    median([...certain, ...ascending.slice(0, n + 1)]),
    median([...certain, ...ascending.slice(n)]),
  ]);
  const all = [median(certain), ...medians].filter((one) => one !== null);
  return all.length === 0 ? { lo: null, hi: null } : { lo: Math.min(...all), hi: Math.max(...all) };
}

/**
 * The median of the scores in the window, with the scale that they stand on. A score that is not known, or does not lie on the scale, is not assessable.
 */
export function scale({ of, scale: on }: Scaled, source: FactSource, window: DayRange): Computed {
  const selected = source.select(of, window);
  const liesOn = ({ v }: FactRow): boolean => v !== null && v >= on.lo && v <= on.hi;
  const [inside, partly] = [selected.inside.filter(liesOn), selected.partly.filter(liesOn)];
  const scores = (rows: readonly FactRow[]): readonly number[] => rows.flatMap(({ v }) => v ?? []);
  const { lo, hi } = bounds(scores(inside), scores(partly));
  return {
    value: lo === hi ? lo : null,
    lo,
    hi,
    exactness: lo === null ? 'lower-bound' : lo === hi ? 'exact' : 'range',
    scale: on,
    ...onRows([...inside, ...partly], {
      partly: partly.length,
      notAssessable: selected.notAssessable + selected.inside.length + selected.partly.length - inside.length - partly.length,
    }),
  };
}
