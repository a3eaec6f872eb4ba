import type { FactRow } from './fact-rows';
import type { Measured } from './figure.answer';
import { type Tally, tallyOf } from './tally';

export type { Measured } from './figure.answer';

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
