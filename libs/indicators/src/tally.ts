import { daysLate, type Exactness } from '@app/decider';
import { later } from './calendar';
import type { FactRow } from './fact-rows';

/** What a figure needs of a number of facts: additive, so that it may come from the facts or from their roll-ups. Bounds that are not known count as nothing. */
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

const isOf = (row: FactRow, exactness: Exactness): number => (row.exactness === exactness ? 1 : 0);

export function tallyOf(rows: readonly FactRow[]): Tally {
  const tally: { -readonly [Column in keyof Tally]: Tally[Column] } = { ...NOTHING };
  for (const row of rows) {
    tally.facts++;
    tally.unknown += row.v === null ? 1 : 0;
    tally.v += row.v ?? 0;
    tally.lo += row.lo ?? 0;
    tally.lo_below += Math.min(0, row.lo ?? 0);
    tally.hi += row.hi ?? 0;
    tally.hi_above += Math.max(0, row.hi ?? 0);
    tally.hi_open += row.hi === null ? 1 : 0;
    tally.approximate += isOf(row, 'approximate');
    tally.extrapolated += isOf(row, 'extrapolated');
    tally.by_reading += isOf(row, 'by-reading');
    if (daysLate(row.on_to, row.recorded_on) === 0) continue;
    tally.late++;
    tally.last_late = lastOf(tally.last_late, row.recorded_on);
  }
  return tally;
}

const lastOf = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : later(one, other);

export function together(tallies: readonly Tally[]): Tally {
  const total: { -readonly [Column in keyof Tally]: Tally[Column] } = { ...NOTHING };
  for (const tally of tallies) {
    for (const column of ADDITIVE) total[column] += tally[column];
    total.last_late = lastOf(total.last_late, tally.last_late);
  }
  return total;
}
