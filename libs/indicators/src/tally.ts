import { daysLate } from '@app/decider';
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
};

export const TALLIED = Object.keys(NOTHING) as readonly (keyof Tally)[];

export type Growing = { -readonly [Column in keyof Tally]: Tally[Column] };

/** What a tally needs of a fact. */
export type Counted = Pick<FactRow, 'v' | 'lo' | 'hi' | 'exactness' | 'on_to' | 'recorded_on'>;

export const toNothing = (): Growing => ({ ...NOTHING });

/** Adds a fact, or takes it away. */
export function count(tally: Growing, fact: Counted, sign: 1 | -1 = 1): void {
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
  if (daysLate(fact.on_to, fact.recorded_on) > 0) tally.late += sign;
}

export function tallyOf(facts: readonly Counted[]): Tally {
  const tally = toNothing();
  for (const fact of facts) count(tally, fact);
  return tally;
}

export function include(total: Growing, tally: Tally): void {
  for (const column of TALLIED) total[column] += tally[column];
}

export function together(tallies: readonly Tally[]): Tally {
  const total = toNothing();
  for (const tally of tallies) include(total, tally);
  return total;
}
