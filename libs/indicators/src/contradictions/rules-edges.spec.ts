import { between, claim, defined, IN_ACTION, NEXT, recounted, said, share, target, told } from '../../../../test/support/ledger';
import type { IndicatorDefinition, Measure } from '../definition';
import type { ClaimOnRecord } from './on-record';

/* What each condition of a rule is there for: without it, one of these would be told, or told no more. */

const part = (value: number, group: string, rest: Partial<ClaimOnRecord> = {}) => claim({ value, dims: { group }, ...rest });
const perMeeting = (rest: Partial<ClaimOnRecord> = {}) => claim({ value: 8, dims: { per: 'meeting' }, ...rest });
const meetings = (rest: Partial<ClaimOnRecord> = {}) => claim({ value: 3, indicator: 'meetings', kind: 'meeting', ...rest });
const visitors = (rest: Partial<ClaimOnRecord> = {}) => between(30, 40, { dims: { per: 'meeting' }, ...rest });
const extrapolated = (value: number) => claim({ value, exactness: 'extrapolated' });
const ofPages = (list: (page: string) => readonly ClaimOnRecord[]) => said(...['a', 'b'].flatMap(list));
const ofAction = (action: number) => ({ plan: '2021', action });
const inDocument = (ref: string) => ({ source: { ref, line: 1 } });

const sum = (factType: string): Measure => ({ op: 'sum', of: { factType: [factType], countKind: 'session' } });
const counting = (measure: Measure) => defined('things', { measure });
const norm: Partial<IndicatorDefinition> = { measure: { op: 'reported', countKind: 'unique-person' }, subjectKind: 'none' };

/** A printed number over a recount of two, where so many of any other type stand on record. */
const overTwo = (value: number, factType: string, others: number): readonly string[] =>
  told({
    ...recounted(claim({ value, kind: 'session' }), { lo: 2, conflict: true }),
    definitions: counting(sum(factType)),
    countOf: (_, asked) => (asked.includes('session-planned') ? 0 : others),
  });

const ofDistinct = (kind: 'attendance' | 'unique-person', op: 'distinct' | 'stock') =>
  told({
    ...recounted(claim({ value: 122, kind }), { lo: 19, hi: 122 }),
    definitions: counting({ op, of: { factType: ['present'], countKind: 'attendance' } }),
  });

const places = ({ asked = {}, all = {}, came = {} }: Record<string, Partial<ClaimOnRecord>>) => [
  claim({ value: 70, indicator: 'asked', kind: 'request', ...IN_ACTION, ...asked, ...all }),
  claim({ value: 60, indicator: 'places', kind: 'place', ...IN_ACTION, ...all }),
  claim({ value: 44, indicator: 'came', kind: 'unique-person', ...IN_ACTION, ...came, ...all }),
];

const answers = (dim?: string, factType = 'answer') => ({
  factType: [factType],
  countKind: 'answer' as const,
  ...(dim ? { where: { all: [{ dim, op: 'in' as const, value: ['both'] }] } } : {}),
});

/** Two halves that both hold who is in both, each of its own denominator and dimension. */
const halves = (second: { readonly den?: string; readonly dim?: string; readonly rest?: Partial<ClaimOnRecord> }) =>
  told({
    claims: [share(5_000, { indicator: 'one' }), share(5_000, { indicator: 'two', ...second.rest })],
    definitions: new Map([
      ...defined('one', { measure: { op: 'ratio', num: answers('earlier'), den: answers() } }),
      ...defined('two', { measure: { op: 'ratio', num: answers(second.dim ?? 'earlier'), den: answers(undefined, second.den) } }),
    ]),
  });

const norms = (definition: Partial<IndicatorDefinition>, ...claims: readonly ClaimOnRecord[]) =>
  told({ claims, definitions: defined('things', definition) });

const times = (unit: string) => told({ claims: [claim({ value: 5, num: 5, den: 6 })], definitions: defined('things', { unit }) });

const planned = (comparator: string) =>
  told({ targets: [target(7, { comparator, kind: 'unique-person' })], definitions: defined('things', {}) });

describe('a rule still finds', () => {
  it.each<readonly [rule: string, found: readonly string[]]>([
    ['claims-disagree', said(claim({ value: 100 }), claim({ value: 98 }))],
    ['recount-disagrees', overTwo(3, 'session-held', 2)],
    ['recount-disagrees', overTwo(3, 'session-views', 1)],
    ['parts-off-total', said(claim({ value: 7 }), part(5, 'zone'), claim({ value: 1, dims: { group: 'region' } }))],
    [
      'parts-off-total',
      said(claim({ value: 7 }), claim({ value: 5, dims: { level: 'zone' } }), claim({ value: 1, dims: { level: 'region' } })),
    ],
    ['parts-off-total', said(claim({ value: 10 }), part(4, 'a', IN_ACTION), part(5, 'b', IN_ACTION))],
    [
      'shares-over-whole',
      said(claim({ kind: 'percentage', lo: 7_501, exactness: 'lower-bound', dims: { of: 'a' } }), share(2_500, { dims: { of: 'b' } })),
    ],
    ['product-off', said(perMeeting(IN_ACTION), meetings(IN_ACTION), claim({ value: 30 }))],
    ['range-without-total', said(visitors(), claim({ value: 140, indicator: 'others' }))],
    ['range-without-total', said(visitors(IN_ACTION), claim({ value: 140, ...ofAction(8) }))],
    ['range-without-total', said(visitors(), part(140, 'a'))],
    [
      'counted-on-several-days',
      said(...['12-01', '12-31'].map((day, n) => claim({ value: 1, indicator: `t-${n}`, dataOn: `2021-${day}`, ...inDocument('S000') }))),
    ],
    ['multiple-off', times('times')],
    ['overlap-unsaid', halves({})],
    ['target-not-comparable', planned('>=')],
    ['places-left', said(...places({}))],
  ])('%s', (rule, found) => expect(found).toEqual([rule]));
});

describe('a rule leaves alone', () => {
  it.each<readonly [what: string, found: readonly string[]]>([
    ['results of two targets', said(claim({ value: 5, ...IN_ACTION, target: '7-1' }), claim({ value: 6, ...IN_ACTION, target: '7-2' }))],
    ['counts of two kinds', said(claim({ value: 3, kind: 'session' }), claim({ value: 4, kind: 'meeting' }))],
    [
      'a value that stayed',
      said(claim({ value: 6 }), claim({ value: 6, ...NEXT, ...IN_ACTION }), claim({ value: 6, ...NEXT, dataOn: NEXT.to })),
    ],
    [
      'a value that was counted again',
      said(
        claim({ value: 6 }),
        claim({ value: 6, ...NEXT, ...IN_ACTION, dataOn: NEXT.to }),
        claim({ value: 7, ...NEXT, ...ofAction(8), dataOn: NEXT.to }),
      ),
    ],
    ['attendances that are called so', ofDistinct('attendance', 'distinct')],
    ['persons who are counted one by one', ofDistinct('unique-person', 'stock')],
    [
      'about a number that is not sure',
      told(recounted(claim({ value: 122, exactness: 'approximate', raw: '+/- 122' }), { lo: 120, exactness: 'approximate' })),
    ],
    ['one part of a total', said(claim({ value: 10 }), part(4, 'a'))],
    ['shares beside a share of them all', said(share(5_000, {}), share(4_000, { dims: { of: 'a' } }), share(3_000, { dims: { of: 'b' } }))],
    ['about so many parts', said(claim({ value: 10 }), part(4, 'a', { exactness: 'approximate' }), part(5, 'b'))],
    ['parts that are no shares', said(part(6_000, 'a'), part(5_000, 'b'))],
    ['ways of counting', said(claim({ value: 30 }), ...['measured', 'guessed'].map((method, n) => claim({ value: n, dims: { method } })))],
    [
      'parts beside the result of a target',
      said(claim({ value: 10, ...IN_ACTION, target: '7-1' }), part(4, 'a', IN_ACTION), part(5, 'b', IN_ACTION)),
    ],
    ['five of six', times('structure')],
    ['so many in each meeting of a kind', said(perMeeting({ dims: { per: 'meeting', kind: 'a' } }), meetings(), claim({ value: 30 }))],
    ['meetings of another year', said(perMeeting(), meetings(NEXT), claim({ value: 30 }))],
    ['meetings of another action', said(perMeeting(IN_ACTION), meetings(ofAction(8)), claim({ value: 30, ...IN_ACTION }))],
    ['sessions that are no meetings', said(perMeeting(), meetings({ kind: 'session' }), claim({ value: 30 }))],
    ['meetings of two sorts', said(perMeeting(), meetings(), meetings({ indicator: 'more' }), claim({ value: 30 }))],
    ['structures that ask for no place', said(...places({ asked: { kind: 'structure' } }))],
    ['places of no action', said(...places({ all: { plan: undefined, action: undefined } }))],
    ['places of two years', said(...places({ came: NEXT }))],
    ['counts that stay alike', ofPages((page) => [part(1_234, page), part(1_234, page, NEXT)])],
    [
      'shares that stay about alike',
      ofPages((page) => [{}, NEXT].map((rest) => share(1_234, { exactness: 'approximate', dims: { page }, ...rest }))),
    ],
    ['shares that are printed twice', ofPages((page) => [share(1_234, { dims: { page } }), share(1_234, { dims: { page } })])],
    ['three times what was measured, counted', said(claim({ value: 30 }), claim({ value: 10, dims: { method: 'measured' } }))],
    [
      'three times what was measured of other things',
      said(extrapolated(30), claim({ value: 10, indicator: 'others', dims: { method: 'measured' } })),
    ],
    ['three times what was guessed', said(extrapolated(30), claim({ value: 10, dims: { method: 'guessed' } }))],
    ['just what was measured', said(extrapolated(10), claim({ value: 10, dims: { method: 'measured' } }))],
    ['a number for each', said(perMeeting())],
    ['targets of two plans', told({ targets: [target(1), target(2, { plan: '2022' })] })],
    ['a target of another kind without a number', planned('none')],
    [
      'figures of two years',
      said(
        ...[{}, NEXT].map((rest, n) =>
          claim({ value: 1, indicator: `t-${n}`, dataOn: n ? NEXT.to : '2021-12-31', ...inDocument('S000'), ...rest }),
        ),
      ),
    ],
    [
      'two counts of two years',
      norms(norm, claim({ value: 200, ...inDocument('S002') }), claim({ value: 250, ...inDocument('S003'), ...NEXT })),
    ],
    [
      'two ranges of what events state',
      norms(
        { ...norm, measure: sum('things') },
        between(200, 300, inDocument('S002')),
        between(250, 300, { ...inDocument('S003'), ...NEXT }),
      ),
    ],
    [
      'two ranges of a part',
      norms(norm, ...['S002', 'S003'].map((ref, n) => between(200 + n, 300, { ...inDocument(ref), dims: { zone: 'a' } }))),
    ],
    ['about a half and a half', halves({ rest: { exactness: 'approximate' } })],
    ['halves of two wholes', halves({ den: 'asked' })],
    ['halves by two dimensions', halves({ dim: 'later' })],
  ])('%s', (_, found) => expect(found).toEqual([]));
});
