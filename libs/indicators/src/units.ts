import type { CountKind } from '@app/decider';
import type { Counted } from '@app/labels';
import type { Claim } from './claims';
import type { Measure } from './definition';

/** A figure, as far as its units go. */
interface OfKind {
  readonly countKind: CountKind | null;
  readonly mean?: true;
}

/** What the whole numbers of a figure stand for: its values, bounds and claims alike. */
export const unitOf = ({ countKind, mean }: OfKind): Counted => ({ kind: countKind, mean });

const HUNDREDTHS = 100;

/** A document prints a mean in whole units of its kind, and a recounted one is in hundredths of them: beside it, the claim is too. */
export function inUnitsOf({ op }: Measure, claim: Claim): Claim {
  if (op !== 'mean') return claim;
  const scaled = (bound: number | null): number | null => (bound === null ? null : bound * HUNDREDTHS);
  return { ...claim, value: scaled(claim.value), lo: scaled(claim.lo), hi: scaled(claim.hi) };
}
