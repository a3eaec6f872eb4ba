import type { CountKind, Exactness } from '@app/decider';
import { daysBetween } from './calendar';
import type { DistinctKey, IndicatorDefinition, Measure, Selection } from './definition';
import type { DayRange } from './fact-range';
import type { FactRow, FactSource, Selected } from './fact-rows';
import { type Computed, type Measured, onRows, restedOn } from './measured';
import type { PersonOf } from './persons';
import { tallied } from './rolled-up';
import { roundedFraction } from './rounding';
import { milestone, scale } from './staged-measures';
import { NOTHING, type Tally, tallyOf, together } from './tally';

const NO_NUMBER = { value: null, lo: null, hi: null, exactness: 'lower-bound' } as const;

const sumOf = (rows: readonly FactRow[], pick: (row: FactRow) => number | null): number | null => {
  let total = 0;
  for (const row of rows) {
    const value = pick(row);
    if (value === null) return null;
    total += value;
  }
  return total;
};

/** Lower bounds: what is not known counts as nothing, for counts are never negative when their lower side is open. */
const lowOf = (rows: readonly FactRow[]): number => rows.reduce((total, row) => total + (row.lo ?? 0), 0);

function exactnessOf(lo: number | null, hi: number | null, inside: Tally = NOTHING): Exactness {
  if (lo !== hi || lo === null) return hi === null ? 'lower-bound' : 'range';
  if (inside.extrapolated > 0) return 'extrapolated';
  return inside.by_reading > 0 ? 'by-reading' : 'exact';
}

/** An approximate term makes the whole "about", without bounds. */
const isAbout = (...tallies: readonly Tally[]): boolean => tallies.some(({ approximate }) => approximate > 0);

const valueOf = ({ unknown, v }: Tally): number | null => (unknown > 0 ? null : v);

/** The sum over C; the bounds take in Q, which may lie inside the window or not. */
export function sum(inside: Tally, partly: Tally = NOTHING): Measured {
  const value = valueOf(inside);
  if (isAbout(inside, partly)) return { value, lo: null, hi: null, exactness: 'approximate' };
  const lo = inside.lo + partly.lo_below;
  const hi = inside.hi_open + partly.hi_open > 0 ? null : inside.hi + partly.hi_above;
  return { value, lo, hi, exactness: exactnessOf(lo, hi, inside) };
}

export const keyOf = (row: FactRow, key: DistinctKey): string | null => {
  switch (key) {
    case 'subject':
      return row.subject_key;
    case 'group':
      return row.group_key;
    case 'organisation':
      return row.organisation;
  }
};

/** Rows of care persons with the person for the slot; a slot that was erased keeps its own key. */
function byPerson(rows: readonly FactRow[], personOf: PersonOf, erased: Map<string, Set<string>>): readonly FactRow[] {
  return rows.map((row) => {
    if (row.subject_kind !== 'care' || row.subject_key === null) return row;
    const person = personOf(row.subject_key);
    if (person !== undefined) return { ...row, subject_key: `of ${person}` };
    const at = row.occurrence_key ?? `row ${row.id}`;
    erased.set(at, (erased.get(at) ?? new Set()).add(row.subject_key));
    return row;
  });
}

/**
 * Different persons behind the slots of care records: an erased slot may be anyone who was erased elsewhere, but two erased slots of one record are two
 * persons.
 */
function distinctPersons({ inside, partly }: Pick<Selected, 'inside' | 'partly'>, personOf: PersonOf): Measured {
  const erased = new Map<string, Set<string>>();
  const certain = byPerson(inside, personOf, erased);
  const kids = [...erased.values()];
  const perhapsSame = new Set(kids.flatMap((some) => [...some])).size - Math.max(0, ...kids.map(({ size }) => size));
  return distinct({ inside: certain, partly: byPerson(partly, personOf, erased) }, 'subject', perhapsSame);
}

/**
 * Different keys: named ones are known, unnamed heads may be anyone who is named elsewhere, or nobody else. `perhapsSame`: how many of the named keys of C
 * may be others of them.
 */
export function distinct({ inside, partly }: Pick<Selected, 'inside' | 'partly'>, key: DistinctKey, perhapsSame = 0): Measured {
  const named = (rows: readonly FactRow[]): ReadonlySet<string> =>
    new Set(rows.map((row) => keyOf(row, key)).filter((value): value is string => value !== null));
  const gatherings = new Map<string, { readonly keys: Set<string>; unnamed: number }>();
  for (const row of inside) {
    const at = row.occurrence_key ?? `row ${row.id}`;
    const gathering = gatherings.get(at) ?? { keys: new Set<string>(), unnamed: 0 };
    gatherings.set(at, gathering);
    const value = keyOf(row, key);
    if (value !== null) gathering.keys.add(value);
    else gathering.unnamed += row.lo ?? 0;
  }
  const all = [...inside, ...partly];
  const lo = Math.max(
    named(inside).size - perhapsSame,
    ...[...gatherings.values()].map((gathering) => gathering.keys.size + gathering.unnamed),
  );
  const heads = sumOf(
    all.filter((row) => keyOf(row, key) === null),
    (row) => row.hi,
  );
  const hi = heads === null ? null : named(all).size + heads;
  return { value: lo === hi ? lo : null, lo, hi, exactness: exactnessOf(lo, hi) };
}

/**
 * Keys that hold on day `t`: an uncertain start counts in the lower bound from its last day, in the upper from its first. `perhaps`: rows of which it is not
 * certain that they belong to what is asked about.
 */
export function stock(
  rows: readonly FactRow[],
  key: DistinctKey,
  t: string,
  perhaps: readonly FactRow[] = [],
): Measured & { readonly partly: number } {
  const holds = (row: FactRow): boolean => row.on_from <= t && (row.valid_to === null || t < row.valid_to);
  const certain = rows.filter((row) => holds(row) && (row.on_to <= t || row.nature === 'span'));
  const holding = [...rows, ...perhaps].filter(holds);
  const count = (some: readonly FactRow[], heads: number | null): number | null =>
    heads === null ? null : new Set(some.map((row) => keyOf(row, key)).filter((value) => value !== null)).size + heads;
  const unnamed = (some: readonly FactRow[]): FactRow[] => some.filter((row) => keyOf(row, key) === null);
  const lo = count(certain, lowOf(unnamed(certain))) ?? 0;
  const hi = count(
    holding,
    sumOf(unnamed(holding), (row) => row.hi),
  );
  return { value: lo === hi ? lo : null, lo, hi, exactness: exactnessOf(lo, hi), partly: holding.length - certain.length };
}

/** Per series the row with the latest day up to `t` (of two on one day the later known). A known series without one makes the whole unknown. */
export function lastObserved(rows: readonly FactRow[], t: string): Measured & { readonly rows: readonly FactRow[] } {
  const last = new Map<string, FactRow | undefined>();
  for (const row of rows) {
    const series = row.series_key ?? '';
    const current = last.get(series);
    const better = row.on_to <= t && (current === undefined || row.on_to >= current.on_to);
    last.set(series, better ? row : current);
  }
  const observed = [...last.values()].filter((row) => row !== undefined);
  if (observed.length === 0 || observed.length < last.size) return { ...NO_NUMBER, rows: observed };
  return { ...sum(tallyOf(observed)), rows: observed };
}

type Ratio = Extract<Measure, { op: 'ratio' }>;

const groupOf = (row: FactRow): string | null => row.group_key ?? row.subject_key;

/** The first row of each group that is among `groups`: a group counts once in the numerator. */
function oncePerGroup(rows: readonly FactRow[], groups: ReadonlySet<string | null>): readonly FactRow[] {
  const first = new Map<string | null, FactRow>();
  for (const row of rows) if (groups.has(groupOf(row)) && !first.has(groupOf(row))) first.set(groupOf(row), row);
  return [...first.values()];
}

/** Hundredths of a percent, half away from zero on the exact fraction; null over nothing. */
const shareIn = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : Math.round(roundedFraction(above * 100, below, 2) * 100);

/** Bounds of a cohort's share: the lower adds the groups of Q without numerator, the upper those with, certain or perhaps (design: figures 2). */
function cohortBounds({ den, num }: { readonly den: Selected; readonly num: Selected }): {
  readonly lo: number | null;
  readonly hi: number | null;
} {
  const groupsOf = (rows: readonly FactRow[]): ReadonlySet<string | null> => new Set(rows.map(groupOf));
  const reached = groupsOf(num.inside);
  const perhaps = groupsOf([...num.inside, ...num.partly]);
  const share = (added: readonly FactRow[], numerators: readonly FactRow[]): number | null => {
    const begun = [...den.inside, ...added];
    return shareIn(
      sumOf(oncePerGroup(numerators, groupsOf(begun)), (row) => row.v),
      sumOf(begun, (row) => row.v),
    );
  };
  return {
    lo: share(
      den.partly.filter((row) => !reached.has(groupOf(row))),
      num.inside,
    ),
    hi: share(
      den.partly.filter((row) => perhaps.has(groupOf(row))),
      [...num.inside, ...num.partly],
    ),
  };
}

/** A share of two sums; `bounds` of one that is uncertain, where they can be given. */
function share(num: Tally, den: Tally, certain: boolean, bounds?: () => Pick<Measured, 'lo' | 'hi'>): Measured {
  const above = valueOf(num);
  const below = valueOf(den);
  const value = shareIn(above, below);
  if (value === null || above === null || below === null) return NO_NUMBER;
  const divided = { num: above, den: below };
  const about = isAbout(num, den);
  if (certain && !about) return { value, lo: value, hi: value, exactness: 'exact', ...divided };
  if (about || !bounds) return { value, lo: null, hi: null, exactness: 'approximate', ...divided };
  const { lo, hi } = bounds();
  return { value, lo, hi, exactness: lo === hi ? 'exact' : 'range', ...divided };
}

/** Both in the window. */
function flow(measure: Ratio, source: FactSource, window: DayRange): Computed {
  const den = tallied(source, measure.den, window);
  const num = tallied(source, measure.num, window);
  const partly = den.partly.facts + num.partly.facts;
  const rested = restedOn(together([num.inside, den.inside, den.partly, num.partly]), {
    partly,
    notAssessable: den.notAssessable + num.notAssessable,
    weighed: [...num.weighed, ...den.weighed],
    rows: () => [...num.rows(), ...den.rows()],
  });
  return { ...share(num.inside, den.inside, partly === 0), ...rested };
}

/** Of the groups that begin in the window, those that got to the numerator by A, each once. */
function cohort(measure: Ratio, source: FactSource, window: DayRange): Computed {
  const den = source.select(measure.den, window);
  const found = source.select(measure.num, { from: '0001-01-01', to: source.query.asOf });
  const num = oncePerGroup(found.inside, new Set(den.inside.map(groupOf)));
  const groups = new Set([...den.inside, ...den.partly].map(groupOf));
  const perhaps = found.partly.filter((row) => groups.has(groupOf(row)));
  const partly = den.partly.length + perhaps.length;
  const measured = share(tallyOf(num), tallyOf(den.inside), partly === 0, () => cohortBounds({ den, num: found }));
  const rows = [...num, ...den.inside, ...den.partly, ...perhaps];
  return { ...measured, ...onRows(rows, { partly, notAssessable: den.notAssessable + found.notAssessable }) };
}

/** Hundredths: the sum over the number of gatherings. */
function mean(of: Selection, source: FactSource, window: DayRange): Computed {
  const { inside, partly, notAssessable } = source.select(of, window);
  const total = sumOf(inside, (row) => row.v);
  const gatherings = new Set(inside.map((row) => row.occurrence_key ?? `row ${row.id}`)).size;
  const rest = onRows([...inside, ...partly], { partly: partly.length, notAssessable });
  if (total === null || gatherings === 0) return { ...NO_NUMBER, ...rest };
  const value = Math.round(roundedFraction(total, gatherings, 2) * 100);
  const bounds =
    partly.length === 0 && !isAbout(tallyOf(inside))
      ? { lo: value, hi: value, exactness: 'exact' as const }
      : { lo: null, hi: null, exactness: 'approximate' as const };
  return { value, ...bounds, num: total, den: gatherings, ...rest };
}

function delay(measure: Extract<Measure, { op: 'delay' }>, source: FactSource, window: DayRange): Computed {
  const starts = source.select(measure.den, window);
  const ends = source.select(measure.num, { from: '0001-01-01', to: source.query.asOf });
  const ended = new Map<string, FactRow>();
  for (const row of ends.inside) if (row.group_key !== null && !ended.has(row.group_key)) ended.set(row.group_key, row);
  const pairs = starts.inside.map((start) => ({ start, end: start.group_key === null ? undefined : ended.get(start.group_key) }));
  const days = pairs.flatMap(({ start, end }) => (end ? [daysBetween(start.on_from, end.on_to)] : [])).sort((a, b) => a - b);
  const rank = measure.stat === 'p90' ? Math.ceil(days.length * 0.9) - 1 : Math.ceil(days.length / 2) - 1;
  const value = days[rank] ?? null;
  return {
    value,
    lo: value,
    hi: value,
    exactness: value === null ? 'lower-bound' : 'exact',
    closed: days.length,
    open: pairs.length - days.length,
    ...onRows([...pairs.flatMap(({ start, end }) => (end ? [start, end] : [start])), ...starts.partly], {
      partly: starts.partly.length,
      notAssessable: starts.notAssessable + ends.notAssessable,
    }),
  };
}

/** The facts that a definition reads; a composed one reads those of its parts, one that only claims answer none. */
export function selectionsOf(measure: Measure): readonly Selection[] {
  switch (measure.op) {
    case 'compose':
    case 'reported':
      return [];
    case 'ratio':
    case 'delay':
      return [measure.num, measure.den];
    default:
      return [measure.of];
  }
}

/** A stock, a followed series and a milestone say how things stand on one day, from all that is known until then. */
export const isOfOneDay = ({ op }: Measure): boolean => op === 'stock' || op === 'lastObserved' || op === 'milestone';

/** What a definition counts; undefined for a composition, whose parts say it. */
export function countKindOf({ measure }: IndicatorDefinition): CountKind | undefined {
  switch (measure.op) {
    case 'compose':
      return undefined;
    case 'ratio':
      return 'percentage';
    case 'delay':
      return 'day';
    case 'milestone':
      return 'phase';
    case 'reported':
      return measure.countKind;
    case 'distinct':
      return measure.of.key === undefined || measure.of.key === 'subject' ? distinctKind(measure.of.countKind) : measure.of.countKind;
    default:
      return measure.of.countKind;
  }
}

/** Distinct heads of attendances, registrations or inclusions are people; distinct structures stay structures. */
const distinctKind = (kind: CountKind): CountKind =>
  kind === 'attendance' || kind === 'registration' || kind === 'inclusion' || kind === 'follow-up' ? 'unique-person' : kind;

/** Runs any measure but a composition. */
export function compute(measure: Exclude<Measure, { op: 'compose' }>, source: FactSource, window: DayRange): Computed {
  switch (measure.op) {
    case 'sum': {
      const { inside, partly, ...rest } = tallied(source, measure.of, window, measure.anchor);
      return { ...sum(inside, partly), ...restedOn(together([inside, partly]), { ...rest, partly: partly.facts }) };
    }
    case 'distinct': {
      const { inside, partly, notAssessable } = source.select(measure.of, window);
      const key = measure.of.key ?? 'subject';
      const personOf = key === 'subject' ? source.persons()?.personOf : undefined;
      const counted = personOf ? distinctPersons({ inside, partly }, personOf) : distinct({ inside, partly }, key);
      return { ...counted, ...onRows([...inside, ...partly], { partly: partly.length, notAssessable }) };
    }
    case 'stock': {
      const { inside, partly, notAssessable } = source.all(measure.of);
      const rows = [...inside, ...partly].filter((row) => row.on_from <= window.to);
      const { partly: perhaps, ...counted } = stock(inside, measure.of.key ?? 'subject', window.to, partly);
      return { ...counted, ...onRows(rows, { partly: perhaps, notAssessable }) };
    }
    case 'lastObserved': {
      const { inside, notAssessable } = source.all(measure.of);
      const { rows, ...observed } = lastObserved(inside, window.to);
      return { ...observed, ...onRows(rows, { partly: 0, notAssessable }) };
    }
    case 'ratio':
      return measure.anchor === 'cohort' ? cohort(measure, source, window) : flow(measure, source, window);
    case 'mean':
      return mean(measure.of, source, window);
    case 'delay':
      return delay(measure, source, window);
    case 'milestone':
      return milestone(measure, source, window);
    case 'scale':
      return scale(measure, source, window);
    case 'reported':
      return { ...NO_NUMBER, ...onRows([], { partly: 0, notAssessable: 0 }) };
  }
}
