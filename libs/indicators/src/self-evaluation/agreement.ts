import type { Agreement } from './self-evaluation.answer';

export type { Agreement } from './self-evaluation.answer';
/** Below this number of scorers nothing is called agreed or split. */
const ENOUGH = 5;

function medianOf(scores: readonly number[]): number {
  const sorted = [...scores].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** At most a quarter of the scorers, rounded down, lie more than one step from the median (design: figures 7). */
export function agreementOf(scores: readonly number[]): Agreement {
  const scorers = scores.length;
  if (scorers === 0) return { state: 'not-scored', scorers };
  if (scorers < ENOUGH) return { state: 'too-few', scorers };
  const median = medianOf(scores);
  const outside = scores.filter((score) => Math.abs(score - median) > 1).length;
  return outside <= Math.floor(scorers / 4) ? { state: 'agreed', scorers, outside, median } : { state: 'split', scorers, outside };
}
