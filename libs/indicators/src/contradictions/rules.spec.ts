import {
  achieved,
  between,
  claim,
  defined,
  gathering,
  IN_ACTION,
  NEXT,
  recounted,
  said,
  share,
  target,
  told,
} from '../../../../test/support/ledger';
import type { IndicatorDefinition } from '../definition';
import { contradictionRules } from './index';
import type { ClaimOnRecord, OnRecord } from './on-record';

/** A rule with a record in which it finds one contradiction, and one that comes near it, in which no rule finds any. */
type Case = readonly [rule: string, found: readonly string[], near: readonly string[]];

const usual = Array.from({ length: 10 }, (_, n) => gathering(100, 80 + n));
const part = (value: number, group: string, rest: Partial<ClaimOnRecord> = {}) => claim({ value, dims: { group }, ...rest });

const amongClaims: readonly Case[] = [
  ['claims-disagree', said(claim({ value: 3 }), claim({ value: 4 })), said(claim({ value: 3 }), claim({ value: 4, ...NEXT }))],
  [
    'claims-disagree',
    said(claim({ value: 100 }), claim({ value: 90 })),
    said(claim({ value: 100, exactness: 'approximate' }), claim({ value: 98 })),
  ],
  [
    'claims-disagree',
    said(claim({ value: 5, ...IN_ACTION }), claim({ value: 6 })),
    said(claim({ value: 5, ...IN_ACTION }), claim({ value: 6, plan: '2021', action: 8 })),
  ],
  ['claims-disagree', said(between(3, 5), between(6, 8)), said(between(3, 5), between(5, 8))],
  ['parts-off-total', said(claim({ value: 10 }), part(4, 'a'), part(5, 'b')), said(claim({ value: 9 }), part(4, 'a'), part(5, 'b'))],
  [
    'parts-off-total',
    said(claim({ value: 10, ...IN_ACTION }), part(4, 'a', IN_ACTION), part(5, 'b', IN_ACTION)),
    said(claim({ value: 10, plan: '2021', action: 8 }), part(4, 'a', IN_ACTION), part(5, 'b', IN_ACTION)),
  ],
  [
    'levels-added',
    said(claim({ value: 6 }), claim({ value: 5, dims: { level: 'zone' } }), claim({ value: 1, dims: { level: 'region' } })),
    said(claim({ value: 6 }), part(5, 'zone'), part(1, 'region')),
  ],
  [
    'shares-over-whole',
    said(share(6_001, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' } })),
    said(share(6_000, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' } })),
  ],
  [
    'shares-over-whole',
    said(share(6_001, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' } })),
    said(share(6_001, { dims: { group: 'a' } }), share(4_000, { dims: { group: 'b' }, exactness: 'by-reading' })),
  ],
  ['share-off', said(share(9_000, { num: 4, den: 5, raw: '90 %' })), said(share(6_700, { num: 2, den: 3, raw: '67 %' }))],
  ['share-off', said(share(6_670, { num: 2, den: 3, raw: '66,70 %' })), said(share(6_670, { num: 2, den: 3, raw: '66,7 %' }))],
  [
    'product-off',
    said(claim({ value: 8, dims: { per: 'meeting' } }), claim({ value: 3, indicator: 'meetings', kind: 'meeting' }), claim({ value: 30 })),
    said(claim({ value: 8, dims: { per: 'meeting' } }), claim({ value: 3, indicator: 'meetings', kind: 'meeting' }), claim({ value: 24 })),
  ],
  [
    'product-off',
    said(
      between(12, 18, { dims: { per: 'community' } }),
      claim({ value: 3, indicator: 'groups', kind: 'community' }),
      claim({ value: 55 }),
    ),
    said(
      between(12, 18, { dims: { per: 'community' } }),
      claim({ value: 3, indicator: 'groups', kind: 'community' }),
      claim({ value: 47 }),
    ),
  ],
  [
    'places-left',
    said(...placed({ asked: 61, places: 60, came: 44 })),
    said(...placed({ asked: 60, places: 60, came: 44 }), ...placed({ asked: 61, places: 60, came: 60 }, 8)),
  ],
  [
    'copied-series',
    said(...['a', 'b'].flatMap((page) => [share(1_234, { dims: { page } }), share(1_234, { dims: { page }, ...NEXT })])),
    said(...['a', 'b'].flatMap((page) => [share(5_000, { dims: { page } }), share(5_000, { dims: { page }, ...NEXT })])),
  ],
  [
    'copied-series',
    said(...['a', 'b'].flatMap((page) => [share(1_234, { dims: { page } }), share(1_234, { dims: { page }, ...NEXT })])),
    said(share(1_234, { dims: { page: 'a' } }), share(1_234, { dims: { page: 'a' }, ...NEXT })),
  ],
  ['stale-copy', said(...copied(6_000)), said(...copied(5_999))],
  [
    'extrapolated-by-factor',
    said(claim({ value: 30, exactness: 'extrapolated' }), claim({ value: 10, dims: { method: 'measured' } })),
    said(claim({ value: 31, exactness: 'extrapolated' }), claim({ value: 10, dims: { method: 'measured' } })),
  ],
  [
    'range-without-total',
    said(between(30, 40, { dims: { per: 'meeting' }, ...IN_ACTION })),
    said(between(30, 40, { dims: { per: 'meeting' }, ...IN_ACTION }), claim({ value: 140, ...IN_ACTION })),
  ],
  ['score-without-scale', said(claim({ value: 3, kind: 'score' })), said(claim({ value: 3, kind: 'score', dims: { scale: 5 } }))],
  ['data-end-early', said(claim({ value: 3, dataOn: '2021-11-29' })), said(claim({ value: 3, dataOn: '2021-11-30' }))],
  [
    'counted-on-several-days',
    said(...['12-30', '12-31'].map((day, n) => printed(n, { dataOn: `2021-${day}` }))),
    said(...['12-30', '12-31'].map((day, n) => printed(n, { dataOn: `2021-${day}`, source: { ref: `S00${n}`, line: 1 } }))),
  ],
  ['stale-year', said(claim({ value: 3, raw: '3 in 2020' })), said(claim({ value: 3, raw: '3 in 2021' }))],
  ['stale-year', said(claim({ value: 3, raw: '3 in 2020' })), said(claim({ value: 2009 }))],
  ['wrong-weekday', said(onDay('donderdag 01/02/2023')), said(onDay('mercredi 1er février 2023'), onDay('Wednesday 1 February'))],
  ['wrong-weekday', said(onDay('Thursday')), said(claim({ value: 5, from: '2023-02-01', to: '2023-09-30', raw: 'every Thursday' }))],
  [
    'two-names',
    said(claim({ value: 1, raw: 'www.cmp-mfo.brussels' }), claim({ value: 1, raw: 'https://mfo-cmp.brussels/' })),
    said(
      claim({ value: 1, raw: 'www.cmp-mfo.brussels' }),
      claim({ value: 1, raw: 'cmp-mfo.brussels' }),
      claim({ value: 1, raw: 'cmp.be' }),
    ),
  ],
  ['two-names', registered('Vzw Zorg & Co', 'zorg co, VZW'), registered('Zorg & Co', 'Zorg & Zonen')],
];

/** What one action prints of its places. */
function placed({ asked, places, came }: Record<'asked' | 'places' | 'came', number>, action = 7): readonly ClaimOnRecord[] {
  const own = { plan: '2021', action };
  return [
    claim({ lo: asked, exactness: 'lower-bound', raw: 'more', indicator: `asked-${action}`, kind: 'request', ...own }),
    claim({ value: places, indicator: `places-${action}`, kind: 'place', ...own }),
    claim({ value: came, indicator: `came-${action}`, kind: 'unique-person', ...own }),
  ];
}

/** A value of the next year, printed with that of the year before by one action, and as counted at its end by another. */
function copied(before: number): readonly ClaimOnRecord[] {
  return [
    claim({ value: before }),
    claim({ value: 6_000, ...NEXT, ...IN_ACTION }),
    claim({ value: 6_682, ...NEXT, plan: '2021', action: 8, dataOn: NEXT.to }),
  ];
}

function printed(n: number, rest: Partial<ClaimOnRecord>): ClaimOnRecord {
  return claim({ value: n, indicator: `things-${n}`, source: { ref: 'S000', line: n }, ...rest });
}

function onDay(raw: string): ClaimOnRecord {
  return claim({ value: 1, from: '2023-02-01', to: '2023-02-01', raw });
}

function registered(...names: readonly string[]): readonly string[] {
  const known = { from: '2021-01-01', to: '2021-01-01' };
  return told({ organisations: names.map((name, n) => ({ organisation: `org-${n}`, name, eventId: `o-${n}`, ...known })) });
}

const times = (num: number, den: number) =>
  told({ claims: [claim({ value: 3, num, den, raw: 'tripled' })], definitions: defined('things', { unit: 'times' }) });

const gatherings = (value: number, types: Readonly<Record<string, number>>, conflict = value !== 2): readonly string[] =>
  told({
    ...recounted(claim({ value, kind: 'session' }), { lo: 2, conflict }),
    definitions: defined('things', { measure: { op: 'sum', of: { factType: ['session-held'], countKind: 'session' } } }),
    countOf: (_, asked) => asked.reduce((sum, type) => sum + (types[type] ?? 0), 0),
  });

const distinct: IndicatorDefinition['measure'] = { op: 'distinct', of: { factType: ['present'], countKind: 'attendance' } };
const persons = (lo: number, hi: number): readonly string[] =>
  told({
    ...recounted(claim({ value: 122, kind: 'unique-person' }), { lo, hi }),
    definitions: defined('things', { measure: distinct }),
  });

const mixed = (code: string): readonly string[] =>
  told(
    recounted(claim({ value: 9 }), { lo: 9, rest: { refusal: { code } as never, parts: [{ countKind: 'session', value: 9 }] as never } }),
  );

const about = (rest: Partial<ClaimOnRecord>): ClaimOnRecord => claim({ value: 122, exactness: 'approximate', raw: '+/- 122', ...rest });

/** Shares of answers by what each answer may count for. */
function answered(...shares: readonly (readonly [value: number, earlier: readonly string[]])[]): readonly string[] {
  const of = (earlier?: readonly string[]) => ({
    factType: ['answer'],
    countKind: 'answer' as const,
    ...(earlier ? { where: { all: [{ dim: 'earlier', op: 'in' as const, value: earlier }] } } : {}),
  });
  return told({
    claims: shares.map(([value], n) => share(value, { indicator: `share-${n}` })),
    definitions: new Map(
      shares.flatMap(([, earlier], n) => [...defined(`share-${n}`, { measure: { op: 'ratio', num: of(earlier), den: of() } })]),
    ),
  });
}

const norms = (
  one: Partial<ClaimOnRecord>,
  other: Partial<ClaimOnRecord>,
  definition: Partial<IndicatorDefinition> = {},
): readonly string[] => {
  const norm = { measure: { op: 'reported', countKind: 'unique-person' }, subjectKind: 'none', ...definition } as const;
  return told({
    claims: [
      between(200, 300, { source: { ref: 'S002', line: 1 }, ...one }),
      between(250, 300, { source: { ref: 'S003', line: 1 }, ...other }),
    ],
    definitions: new Map([...defined('things', norm), ...defined('zones', { ...norm, sameAs: 'things' })]),
  });
};

const againstTheRecord: readonly Case[] = [
  [
    'recount-disagrees',
    told(recounted(claim({ value: 15 }), { lo: 14, conflict: true })),
    told(recounted(claim({ value: 15 }), { lo: 14, hi: 15, conflict: false })),
  ],
  ['recount-disagrees', gatherings(4, { 'session-cancelled': 1 }), gatherings(2, { 'session-cancelled': 1 })],
  ['cancelled-counted', gatherings(3, { 'session-cancelled': 1 }), gatherings(2, { 'session-cancelled': 1 })],
  ['planned-counted', gatherings(5, { 'session-planned': 1, 'session-convened': 2 }), gatherings(2, { 'session-planned': 3 })],
  ['kinds-added', mixed('figure.mixed-count-kinds'), mixed('figure.mixed-scales')],
  ['attendances-as-persons', persons(19, 122), persons(122, 122)],
  ['attendances-as-persons', persons(19, 122), persons(19, 130)],
  ['vague-though-exact', told(recounted(about({}), { lo: 120 })), told(recounted(about({}), { lo: 110 }))],
  [
    'vague-though-exact',
    told(recounted(claim({ lo: 801, exactness: 'lower-bound', raw: '> 800' }), { lo: 810 })),
    told(recounted(about({ raw: 'several' }), { lo: 120 })),
  ],
  ['multiple-off', times(130, 49), times(145, 49)],
  [
    'overlap-unsaid',
    answered([2_500, ['day', 'both']], [1_500, ['group', 'both']], [6_000, ['neither']]),
    answered([2_600, ['day', 'both']], [1_500, ['group', 'both']], [6_000, ['neither']]),
  ],
  [
    'overlap-unsaid',
    answered([2_500, ['day', 'both']], [1_500, ['group', 'both']], [6_000, ['neither']]),
    answered([2_500, ['day']], [1_500, ['group']], [6_000, ['neither']]),
  ],
  ['norm-differs', norms({}, {}), norms({}, { lo: 200 })],
  ['norm-differs', norms({}, { indicator: 'zones' }), norms({}, NEXT, { subjectKind: 'professional' })],
  ['norm-differs', norms({}, NEXT), norms({}, { ...NEXT, source: { ref: 'S002', line: 9 } })],
];

const outside = (from: string) => ({ plan: '2021', action: 7, factType: 'meeting-held', from, to: from, eventId: 'm' });
const dated = (from: string, to: string): Partial<OnRecord> => ({
  claims: [claim({ value: 1, plan: '2021', from, to })],
  targets: [target(7)],
});
const counting = (kind: TargetKind) => told({ targets: [target(7, { kind })], definitions: defined('things', {}) });
const unreported = (plan: string) => new Map([...achieved(7, {}).achieved!(plan)].slice(0, 1));
type TargetKind = 'meeting' | 'unique-person';

const ofPlansAndGatherings: readonly Case[] = [
  ['copied-targets', told({ targets: [target(1), target(2)] }), told({ targets: [target(1), target(2, { lo: 3 })] })],
  ['target-not-comparable', counting('unique-person'), counting('meeting')],
  [
    'targets-without-number',
    told(achieved(7, { achievement: { state: 'not-quantified' } })),
    told(achieved(7, { achievement: { state: 'not-quantified' } }, { achievement: { state: 'met' } })),
  ],
  ['result-missing', told(achieved(7, {})), told(achieved(7, { lo: 1 }))],
  ['result-missing', told(achieved(7, {})), told({ ...achieved(7, {}), achieved: unreported })],
  [
    'result-missing',
    told(achieved(7, { lo: 1, rhythm: 'monthly' })),
    told(achieved(7, { achievement: { state: 'unknown', provisional: true } })),
  ],
  ['result-missing', told(achieved(7, {}, {})), told(achieved(7, { realised: { shown: 'disputed' } }))],
  ['outside-plan', told(dated('2022-02-01', '2022-02-28')), told(dated('2021-02-01', '2021-02-28'))],
  ['outside-plan', told(dated('2011-11-01', '2011-11-30')), told(dated('2020-01-01', '2020-12-31'))],
  [
    'outside-plan',
    told({ outside: [outside('2022-01-01')], targets: [target(7)] }),
    told({ outside: [outside('2020-12-31')], targets: [target(7)] }),
  ],
  ['few-came', told({ gatherings: [gathering(300, 200)] }), told({ gatherings: [gathering(300, 201)] })],
  [
    'few-came',
    told({ gatherings: [...usual, gathering(100, 20)] }),
    told({ gatherings: [30, 40, 50, 55, 60, 65, 80, 90, 95].map((came) => gathering(100, came)) }),
  ],
];

const cases = [...amongClaims, ...againstTheRecord, ...ofPlansAndGatherings];

describe('a rule finds what contradicts, and leaves alone what comes near it', () => {
  it.each(cases)('%s', (rule, found, near) => {
    expect(found).toEqual([rule]);
    expect(near).toEqual([]);
  });

  it('which is shown of every rule', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(contradictionRules.map(({ code }) => code)));
  });
});
