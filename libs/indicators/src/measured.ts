import type { Exactness } from '@app/decider';
import type { Scale } from './definition';
import type { FactRow } from './fact-rows';

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

export interface Computed extends Measured {
  /** C and Q together: the rows that the value rests on. */
  readonly rows: readonly FactRow[];
  /** How many of them lie in the window only perhaps, or in part. */
  readonly partly: number;
  readonly notAssessable: number;
}
