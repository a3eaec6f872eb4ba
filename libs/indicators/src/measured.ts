import type { Exactness } from '@app/decider';
import type { Scale } from './definition';
import type { FactRow } from './fact-rows';
import { type Tally, tallyOf } from './tally';

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
  /** Of a milestone: the stage that was reached for certain, and the days between which that was. */
  readonly stage?: { readonly name: string; readonly from: string; readonly to: string };
  /** Of a score: the scale that it stands on. */
  readonly scale?: Scale;
}

/** What a value rests on. */
export interface Rested {
  /** How many facts: those of C and Q together. */
  readonly facts: number;
  /** How many of them lie in the window only perhaps, or in part. */
  readonly partly: number;
  /** How many of them were recorded late, by `daysLate`. A figure as known on an earlier day is without those. */
  readonly late: number;
  readonly notAssessable: number;
  /** The same facts by scope. */
  readonly weighed: readonly Weighed[];
  /** The facts themselves, looked up when they are asked for. */
  readonly rows: () => readonly FactRow[];
}

export interface Computed extends Measured, Rested {}

/** A number of facts of one scope, as far as sharing them among actions goes. */
export interface Weighed {
  readonly scope: number | null;
  readonly v: number | null;
}

export const restedOn = (tally: Tally, rest: Omit<Rested, 'facts' | 'late'>): Rested => ({
  facts: tally.facts,
  late: tally.late,
  ...rest,
});

export const onRows = (rows: readonly FactRow[], rest: Pick<Rested, 'partly' | 'notAssessable'>): Rested =>
  restedOn(tallyOf(rows), { ...rest, weighed: rows, rows: () => rows });
