import { type RandomSource, Refusal } from '@app/decider';
import { sortedByCode } from './sort';

const SIZES = [8, 16, 32, 64] as const;
const DIGEST = /^[A-Za-z0-9_-]{43}$/;

/**
 * The digests and as many random decoys as hide their number, sorted (byte rule 3).
 * @throws Refusal `envelope.too-many-parts` above 64 digests
 */
export function commit(digests: readonly string[], random: RandomSource): readonly string[] {
  const size = SIZES.find((candidate) => digests.length <= candidate);
  if (size === undefined) throw new Refusal('envelope.too-many-parts', { parts: digests.length, most: 64 });
  const all = [...digests];
  for (let missing = size - digests.length; missing > 0; missing -= 1) all.push(random.bytes(32).toString('base64url'));
  sortedByCode(all);
  for (let at = 1; at < all.length; at += 1) {
    if (all[at] === all[at - 1]) throw new Error('the random source repeated itself: two commitments of one event are equal');
  }
  return all;
}

/** Whether a stored list has the only form that `commit` answers. */
export function wellFormedCommitments(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || !SIZES.some((size) => size === value.length)) return false;
  return value.every((digest, at) => typeof digest === 'string' && DIGEST.test(digest) && (at === 0 || value[at - 1] < digest));
}
