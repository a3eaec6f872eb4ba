import { daysLate } from '@app/decider';
import { later } from './calendar';
import type { FactRow } from './fact-rows';

/** What a figure needs of a number of facts, from the facts or from their roll-ups: it adds up. Bounds that are not known count as nothing. */
export interface Tally {
  readonly facts: number;
  /** Facts whose value is not known. */
  readonly unknown: number;
  readonly v: number;
  readonly lo: number;
  /** The lower bounds below nothing: how far a fact that may not belong here can pull a sum down. */
  readonly lo_below: number;
  readonly hi: number;
  /** The upper bounds above nothing: how far such a fact can push it up. */
  readonly hi_above: number;
  /** Facts without an upper bound. */
  readonly hi_open: number;
  readonly approximate: number;
  readonly extrapolated: number;
  readonly by_reading: number;
  /** Facts that were recorded late, by `daysLate`. */
  readonly late: number;
  /** Brussels day on which the last of them was recorded. */
  readonly last_late: string | null;
}

export const NOTHING: Tally = {
  facts: 0,
  unknown: 0,
  v: 0,
  lo: 0,
  lo_below: 0,
  hi: 0,
  hi_above: 0,
  hi_open: 0,
  approximate: 0,
  extrapolated: 0,
  by_reading: 0,
  late: 0,
  last_late: null,
};

export type Additive = Exclude<keyof Tally, 'last_late'>;

/** The columns that add up: all but the last day. */
export const ADDITIVE = Object.keys(NOTHING).filter((column) => column !== 'last_late') as readonly Additive[];

export type Growing = { -readonly [Column in keyof Tally]: Tally[Column] };

/** What a tally needs of a fact. */
export type Counted = Pick<FactRow, 'v' | 'lo' | 'hi' | 'exactness' | 'on_to' | 'recorded_on'>;

const lastOf = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : later(one, other);

export const toNothing = (): Growing => ({ ...NOTHING });

/** Adds a fact, or takes it away; the last day does not go down by that. Answers the day on which the fact was recorded, when that was late. */
export function count(tally: Growing, fact: Counted, sign: 1 | -1 = 1): string | undefined {
  const { v, lo, hi, exactness } = fact;
  tally.facts += sign;
  if (v === null) tally.unknown += sign;
  else tally.v += sign * v;
  if (lo !== null) tally.lo += sign * lo;
  if (lo !== null && lo < 0) tally.lo_below += sign * lo;
  if (hi === null) tally.hi_open += sign;
  else tally.hi += sign * hi;
  if (hi !== null && hi > 0) tally.hi_above += sign * hi;
  if (exactness === 'approximate') tally.approximate += sign;
  if (exactness === 'extrapolated') tally.extrapolated += sign;
  if (exactness === 'by-reading') tally.by_reading += sign;
  if (daysLate(fact.on_to, fact.recorded_on) === 0) return undefined;
  tally.late += sign;
  if (sign === 1) tally.last_late = lastOf(tally.last_late, fact.recorded_on);
  return fact.recorded_on;
}

export function tallyOf(facts: readonly Counted[]): Tally {
  const tally = toNothing();
  for (const fact of facts) count(tally, fact);
  return tally;
}

export function include(total: Growing, tally: Tally): void {
  for (const column of ADDITIVE) total[column] += tally[column];
  total.last_late = lastOf(total.last_late, tally.last_late);
}

export function together(tallies: readonly Tally[]): Tally {
  const total = toNothing();
  for (const tally of tallies) include(total, tally);
  return total;
}
