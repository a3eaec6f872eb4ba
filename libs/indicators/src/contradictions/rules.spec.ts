import { contradictionsIn } from './index';
import type { ClaimOnRecord, Gathering, OnRecord, TargetOnRecord } from './on-record';

let line = 0;
const claim = (rest: Partial<ClaimOnRecord>): ClaimOnRecord => {
  line += 1;
  const value = rest.value ?? null;
  const base = {
    eventId: `e-${line}`,
    rootEventId: `e-${line}`,
    indicator: 'things',
    from: '2021-01-01',
    to: '2021-12-31',
    dims: {},
  } as const;
  return { ...base, kind: 'other', value, lo: value, hi: value, exactness: 'exact', raw: String(value), ...rest };
};
const share = (value: number, rest: Partial<ClaimOnRecord>): ClaimOnRecord => claim({ value, kind: 'percentage', ...rest });
const next = { from: '2022-01-01', to: '2022-12-31' };
const target = (action: number, rest: Partial<TargetOnRecord> = {}): TargetOnRecord => ({
  ...{
    eventId: `t-${action}`,
    plan: '2021',
    action,
    target: `${action}-1`,
    indicator: 'things',
    comparator: 'exactly',
    lo: 2,
    hi: 2,
    kind: 'other',
  },
  ...{ from: '2021-01-01', to: '2021-12-31', per: null, rhythm: null, printed: '2 things', label: '{}', ...rest },
});
const gathering = (registrations: number, attendances: number): Gathering => {
  line += 1;
  return { occurrence: `o-${line}`, day: '2021-05-01', to: '2021-05-01', registrations, attendances, eventId: `g-${line}` };
};

const rules = (record: Partial<OnRecord>): readonly string[] =>
  contradictionsIn({
    ...{ claims: [], targets: [], gatherings: [], outside: [], definitions: new Map(), figureOf: () => undefined },
    ...record,
  }).map(({ rule }) => rule);
const said = (...claims: ClaimOnRecord[]): readonly string[] => rules({ claims });
const usual = Array.from({ length: 10 }, (_, n) => gathering(100, 80 + n));

describe('a rule finds what contradicts, and leaves alone what comes near it', () => {
  it.each<readonly [rule: string, found: readonly string[], near: readonly string[]]>([
    ['claims-disagree', said(claim({ value: 3 }), claim({ value: 4 })), said(claim({ value: 3 }), claim({ value: 4, ...next }))],
    [
      'claims-disagree',
      said(claim({ value: 100 }), claim({ value: 90 })),
      said(claim({ value: 100, exactness: 'approximate' }), claim({ value: 98 })),
    ],
    [
      'parts-off-total',
      said(claim({ value: 10 }), claim({ value: 4, dims: { group: 'a' } }), claim({ value: 5, dims: { group: 'b' } })),
      said(claim({ value: 9 }), claim({ value: 4, dims: { group: 'a' } }), claim({ value: 5, dims: { group: 'b' } })),
    ],
    [
      'shares-over-whole',
      said(share(6_001, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' } })),
      said(share(6_001, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' }, exactness: 'by-reading' })),
    ],
    ['share-off', said(share(9_000, { num: 4, den: 5, raw: '90 %' })), said(share(6_700, { num: 2, den: 3, raw: '67 %' }))],
    [
      'copied-series',
      said(...['a', 'b'].flatMap((page) => [share(1_234, { dims: { page } }), share(1_234, { dims: { page }, ...next })])),
      said(...['a', 'b'].flatMap((page) => [share(5_000, { dims: { page } }), share(5_000, { dims: { page }, ...next })])),
    ],
    [
      'extrapolated-by-factor',
      said(claim({ value: 30, exactness: 'extrapolated' }), claim({ value: 10, dims: { method: 'measured' } })),
      said(claim({ value: 31, exactness: 'extrapolated' }), claim({ value: 10, dims: { method: 'measured' } })),
    ],
    ['data-end-early', said(claim({ value: 3, dataOn: '2021-11-01' })), said(claim({ value: 3, dataOn: '2021-12-15' }))],
    ['stale-year', said(claim({ value: 3, raw: '3 in 2020' })), said(claim({ value: 3, raw: '3 in 2021' }))],
    ['stale-year', said(claim({ value: 3, raw: '3 in 2020' })), said(claim({ value: 2009 }))],
    ['score-without-scale', said(claim({ value: 3, kind: 'score' })), said(claim({ value: 3, kind: 'score', dims: { scale: 5 } }))],
    ['copied-targets', rules({ targets: [target(1), target(2)] }), rules({ targets: [target(1), target(2, { lo: 3, hi: 3 })] })],
    ['few-came', rules({ gatherings: [gathering(300, 100)] }), rules({ gatherings: [gathering(100, 80)] })],
    [
      'few-came',
      rules({ gatherings: [...usual, gathering(100, 20)] }),
      rules({ gatherings: [30, 40, 50, 55, 60, 65, 80, 90, 95].map((came) => gathering(100, came)) }),
    ],
  ])('%s', (rule, found, near) => {
    expect(found).toEqual([rule]);
    expect(near).toEqual([]);
  });
});
