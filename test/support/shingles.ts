import { createHash } from 'node:crypto';

/** Words of a shingle. */
export const SHINGLE = 5;
/** Bytes that are kept of a shingle's SHA-256: with some 60 000 shingles, one in 18 million others looks like one of them by chance. */
const BYTES = 5;

/** The words of a text as they are compared: without case, marks and the hyphens that break a line. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replaceAll(/[-\u00ad]\s*\n\s*/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const digestOf = (words: readonly string[]): string =>
  createHash('sha256').update(words.join(' ')).digest().subarray(0, BYTES).toString('hex');

/** The digests of every run of `SHINGLE` words; none for a shorter text. */
export const shinglesOf = (words: readonly string[]): readonly string[] =>
  words.slice(SHINGLE - 1).map((_, at) => digestOf(words.slice(at, at + SHINGLE)));

/** Digests as a file: sorted, each once, one after another. */
export const packed = (digests: Iterable<string>): Buffer => Buffer.from([...new Set(digests)].sort().join(''), 'hex');

export function unpacked(file: Buffer): ReadonlySet<string> {
  const text = file.toString('hex');
  return new Set(Array.from({ length: file.length / BYTES }, (_, n) => text.slice(n * BYTES * 2, (n + 1) * BYTES * 2)));
}

/** Whether a text of `SHINGLE` words or more stands in the texts that were packed, word for word. */
export function standsIn(known: ReadonlySet<string>, text: string): boolean {
  const shingles = shinglesOf(wordsOf(text));
  return shingles.length > 0 && shingles.every((shingle) => known.has(shingle));
}
