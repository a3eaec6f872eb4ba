import fc from 'fast-check';
import { findRegisterNumber } from '.';

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** By the rule itself, in arbitrary precision. */
const checkOf = (nine: string, century: '' | '2'): string => pad(97 - Number(BigInt(century + nine) % 97n), 2);

const nine = fc.integer({ min: 0, max: 999_999_999 }).map((value) => pad(value, 9));
const century = fc.constantFrom('' as const, '2' as const);
const separator = fc.constantFrom('', '.', '-', ' ', '/', ' - ', '\u00a0', '\u2013');
const surround = fc.string().filter((text) => !/\d/.test(text));

const grouped = (eleven: string, separators: readonly string[]): string =>
  [eleven.slice(0, 2), eleven.slice(2, 4), eleven.slice(4, 6), eleven.slice(6, 9), eleven.slice(9)]
    .map((group, at) => group + (separators[at] ?? ''))
    .join('');

describe('findRegisterNumber', () => {
  it('finds every number of both centuries, bare or in groups, anywhere in a text', () => {
    fc.assert(
      fc.property(
        nine,
        century,
        fc.tuple(separator, separator, separator, separator),
        surround,
        surround,
        (base, prefix, separators, before, after) => {
          expect(findRegisterNumber(before + grouped(base + checkOf(base, prefix), separators) + after)).toBe(true);
        },
      ),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('passes eleven digits that fail both checks', () => {
    fc.assert(
      fc.property(
        nine,
        fc.integer({ min: 0, max: 99 }),
        fc.tuple(separator, separator, separator, separator),
        (base, check, separators) => {
          fc.pre(pad(check, 2) !== checkOf(base, '') && pad(check, 2) !== checkOf(base, '2'));
          expect(findRegisterNumber(grouped(base + pad(check, 2), separators))).toBe(false);
        },
      ),
      { seed: 3, numRuns: 1000 },
    );
  });

  it.each([
    ['', false],
    ['an ordinary sentence of the record, with 334 sessions in 2021', false],
    // Made-up numbers: 97 - (000000001 mod 97) = 96, and 97 - (2000000001 mod 97) = 28.
    ['00000000196', true],
    ['00.00.00-001.96', true],
    ['00 00 00 001 28', true],
    ['1 00.00.00-001.96 2', true],
    ['000000001961', false],
    ['100000000196', false],
    ['00000000195', false],
    ['00.00.00-0.01.96', false],
    ['00:00:00 001 96', false],
  ])('%j: %s', (text, found) => {
    expect(findRegisterNumber(text)).toBe(found);
  });
});
