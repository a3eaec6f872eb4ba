import type { CountKind, Exactness } from '@app/decider';
import { daysBetween } from './calendar';
import type { DistinctKey, IndicatorDefinition, Measure, Selection } from './definition';
import type { DayRange } from './fact-range';
import type { FactRow, FactSource, Selected } from './fact-rows';
import type { PersonOf } from './persons';
import { roundedFraction } from './rounding';

/** A value with what is known of it: `value` only when it can be printed, [lo, hi] what it must lie in, null = open or not known on that side. */
export interface Measured {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness;
  /** Of a ratio or mean: what was divided. */
  readonly num?: number;
  readonly den?: number;
  /** Of a delay: groups that have begun and ended, and begun only. */
  readonly closed?: number;
  readonly open?: number;
}

export interface Computed extends Measured {
  /** C and Q together: the rows that the value rests on. */
  readonly rows: readonly FactRow[];
  readonly notAssessable: number;
}

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
const lowOf = (rows: readonly FactRow[], pick: (lo: number) => number = (lo) => lo): number =>
  rows.reduce((total, row) => total + (row.lo === null ? 0 : pick(row.lo)), 0);

function exactnessOf(rows: readonly FactRow[], lo: number | null, hi: number | null): Exactness {
  if (lo !== hi || lo === null) return hi === null ? 'lower-bound' : 'range';
  if (rows.some((row) => row.exactness === 'extrapolated')) return 'extrapolated';
  return rows.some((row) => row.exactness === 'by-reading') ? 'by-reading' : 'exact';
}

/** The sum over C; the bounds take in Q, which may lie inside the window or not. */
export function sum({ inside, partly }: Pick<Selected, 'inside' | 'partly'>): Measured {
  const value = sumOf(inside, (row) => row.v);
  if ([...inside, ...partly].some((row) => row.exactness === 'approximate')) return { value, lo: null, hi: null, exactness: 'approximate' };
  const lo = lowOf(inside) + lowOf(partly, (low) => Math.min(0, low));
  const certain = sumOf(inside, (row) => row.hi);
  const perhaps = sumOf(partly, (row) => (row.hi === null ? null : Math.max(0, row.hi)));
  const hi = certain === null || perhaps === null ? null : certain + perhaps;
  return { value, lo, hi, exactness: exactnessOf(inside, lo, hi) };
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
  return { value: lo === hi ? lo : null, lo, hi, exactness: exactnessOf([], lo, hi) };
}

/** Keys that hold on day `t`: an uncertain start counts in the lower bound from its last day, in the upper from its first. */
export function stock(rows: readonly FactRow[], key: DistinctKey, t: string): Measured {
  const holding = rows.filter((row) => row.on_from <= t && (row.valid_to === null || t < row.valid_to));
  const certain = holding.filter((row) => row.on_to <= t || row.nature === 'span');
  const count = (some: readonly FactRow[], heads: number | null): number | null =>
    heads === null ? null : new Set(some.map((row) => keyOf(row, key)).filter((value) => value !== null)).size + heads;
  const unnamed = (some: readonly FactRow[]): FactRow[] => some.filter((row) => keyOf(row, key) === null);
  const lo = count(certain, lowOf(unnamed(certain))) ?? 0;
  const hi = count(
    holding,
    sumOf(unnamed(holding), (row) => row.hi),
  );
  return { value: lo === hi ? lo : null, lo, hi, exactness: exactnessOf([], lo, hi) };
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
  if (observed.length === 0 || observed.length < last.size)
    return { value: null, lo: null, hi: null, exactness: 'lower-bound', rows: observed };
  return { ...sum({ inside: observed, partly: [] }), rows: observed };
}

function ratio(measure: Extract<Measure, { op: 'ratio' }>, source: FactSource, window: DayRange): Computed {
  const den = source.select(measure.den, window);
  const until = {
    from: measure.anchor === 'cohort' ? '0001-01-01' : window.from,
    to: measure.anchor === 'cohort' ? source.query.asOf : window.to,
  };
  const found = source.select(measure.num, until);
  const groups = new Set(den.inside.map((row) => row.group_key ?? row.subject_key));
  const seen = new Set<string | null>();
  const num =
    measure.anchor === 'cohort'
      ? found.inside.filter((row) => {
          const group = row.group_key ?? row.subject_key;
          if (!groups.has(group) || seen.has(group)) return false;
          seen.add(group);
          return true;
        })
      : found.inside;
  const above = sumOf(num, (row) => row.v);
  const below = sumOf(den.inside, (row) => row.v);
  const rows = [...num, ...den.inside, ...den.partly];
  const notAssessable = den.notAssessable + found.notAssessable;
  if (above === null || below === null || below === 0)
    return { value: null, lo: null, hi: null, exactness: 'lower-bound', rows, notAssessable };
  const value = roundedFraction(above * 100, below, 2) * 100;
  const share = Math.round(value);
  const uncertain = den.partly.length + (measure.anchor === 'cohort' ? 0 : found.partly.length);
  const bounds = uncertain === 0 ? { lo: share, hi: share } : { lo: null, hi: null };
  return { value: share, ...bounds, exactness: uncertain === 0 ? 'exact' : 'approximate', num: above, den: below, rows, notAssessable };
}

/** Hundredths: the sum over the number of gatherings. */
function mean(of: Selection, source: FactSource, window: DayRange): Computed {
  const selected = source.select(of, window);
  const total = sumOf(selected.inside, (row) => row.v);
  const gatherings = new Set(selected.inside.map((row) => row.occurrence_key ?? `row ${row.id}`)).size;
  const rows = [...selected.inside, ...selected.partly];
  const { notAssessable } = selected;
  if (total === null || gatherings === 0) return { value: null, lo: null, hi: null, exactness: 'lower-bound', rows, notAssessable };
  const value = Math.round(roundedFraction(total, gatherings, 2) * 100);
  const certain = selected.partly.length === 0;
  return {
    value,
    lo: certain ? value : null,
    hi: certain ? value : null,
    exactness: certain ? 'exact' : 'approximate',
    num: total,
    den: gatherings,
    rows,
    notAssessable,
  };
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
  const rows = pairs.flatMap(({ start, end }) => (end ? [start, end] : [start]));
  return {
    value,
    lo: value,
    hi: value,
    exactness: value === null ? 'lower-bound' : 'exact',
    closed: days.length,
    open: pairs.length - days.length,
    rows,
    notAssessable: starts.notAssessable + ends.notAssessable,
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

/** What a definition counts; undefined for a composition, whose parts say it. */
export function countKindOf({ measure }: IndicatorDefinition): CountKind | undefined {
  switch (measure.op) {
    case 'compose':
      return undefined;
    case 'ratio':
      return 'percentage';
    case 'delay':
      return 'day';
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
    case 'sum':
    case 'distinct': {
      const selected = source.select(measure.of, window, measure.op === 'sum' ? measure.anchor : undefined);
      const key = measure.of.key ?? 'subject';
      const personOf = measure.op === 'distinct' && key === 'subject' ? source.persons()?.personOf : undefined;
      const counted = personOf ? distinctPersons(selected, personOf) : distinct(selected, key);
      const measured = measure.op === 'sum' ? sum(selected) : counted;
      return { ...measured, rows: [...selected.inside, ...selected.partly], notAssessable: selected.notAssessable };
    }
    case 'stock': {
      const { inside, notAssessable } = source.all(measure.of);
      const rows = inside.filter((row) => row.on_from <= window.to);
      return { ...stock(rows, measure.of.key ?? 'subject', window.to), rows, notAssessable };
    }
    case 'lastObserved': {
      const { inside, notAssessable } = source.all(measure.of);
      return { ...lastObserved(inside, window.to), notAssessable };
    }
    case 'ratio':
      return ratio(measure, source, window);
    case 'mean':
      return mean(measure.of, source, window);
    case 'delay':
      return delay(measure, source, window);
    case 'reported':
      return { value: null, lo: null, hi: null, exactness: 'lower-bound', rows: [], notAssessable: 0 };
  }
}
