import fc from 'fast-check';
import { between, claim, defined, found, NEXT, share } from '../../../../test/support/ledger';
import type { ClaimOnRecord } from './on-record';

/* What somebody says of a contradiction hangs on its key: it must not move with the order of recording, nor with the values. */

const source = (ref: string, line: number) => ({ source: { ref, line } });

/** Claims that contradict each other in many ways, by values that a test may move. */
const contradicting = (n: number): readonly ClaimOnRecord[] => [
  claim({ value: n, indicator: 'heads' }),
  claim({ value: n + 1, indicator: 'heads', plan: '2021', action: 7 }),
  claim({ value: n, indicator: 'answers' }),
  ...['a', 'b'].map((group) => claim({ value: n, indicator: 'answers', dims: { group } })),
  share(9_000, { indicator: 'share', num: 4, den: 5 }),
  ...['a', 'b'].flatMap((page) => [{}, NEXT].map((rest) => share(100 * n + 1, { indicator: 'pages', dims: { page }, ...rest }))),
  ...['a', 'b'].map((part) => share(5_001, { indicator: 'spending', dims: { part } })),
  claim({ value: 3 * n, indicator: 'web', exactness: 'extrapolated' }),
  claim({ value: n, indicator: 'web', dims: { method: 'measured' } }),
  claim({ value: n, indicator: 'each', dims: { per: 'meeting' } }),
  claim({ value: 3, indicator: 'meetings', kind: 'meeting' }),
  claim({ value: 9 * n, indicator: 'each' }),
  between(n, n + 9, { indicator: 'norm', ...source('S002', 1) }),
  between(n + 1, n + 9, { indicator: 'zones', ...NEXT, ...source('S003', 1) }),
  claim({ value: n, indicator: 'site', raw: 'cmp-mfo.example' }),
  claim({ value: n, indicator: 'site', raw: 'mfo-cmp.example' }),
  claim({ value: 1, indicator: 'late', dataOn: '2021-06-30' }),
  claim({ value: 1, indicator: 'forum', from: '2023-02-01', to: '2023-02-01', raw: 'Thursday' }),
];

const reported = { measure: { op: 'reported', countKind: 'other' }, subjectKind: 'none' } as const;
const definitions = new Map([...defined('norm', reported), ...defined('zones', { ...reported, sameAs: 'norm' })]);

const keysOf = (claims: readonly ClaimOnRecord[]): readonly string[] =>
  found({ claims, definitions })
    .map(({ key }) => key)
    .sort();

describe('the keys of contradictions', () => {
  const claims = contradicting(10);
  const keys = keysOf(claims);

  it('are one for each of them', () => {
    expect(found({ claims, definitions }).map(({ rule }) => rule)).toEqual([
      ...['claims-disagree', 'parts-off-total', 'shares-over-whole', 'share-off', 'product-off', 'copied-series'],
      ...['extrapolated-by-factor', 'data-end-early', 'wrong-weekday', 'norm-differs', 'two-names'],
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('do not move with the order of recording', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...claims], { minLength: claims.length }), (shuffled) => {
        expect(keysOf(shuffled)).toEqual(keys);
      }),
    );
  });

  it('do not move with the values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 49 }), (n) => {
        expect(keysOf(contradicting(n))).toEqual(keys);
      }),
    );
  });
});
