import { type Given, given, onDay } from '@app/decider/spec';
import type { IndicatorContent, Measure } from './definition.events';
import { defineIndicator, indicatorEvolution, type IndicatorState, retireIndicator, reviseIndicator } from './indicator.decider';
import { indicatorDefined, indicatorRetired, indicatorRevised } from './indicator.events';

const texts = { nl: 'Gesprekken', fr: 'Entretiens', en: 'Talks' };
const of = { factType: ['session-held'], countKind: 'session' } as const;
const content: IndicatorContent = {
  code: 'talks',
  appliesFrom: '2021-01-01',
  labels: texts,
  meaning: texts,
  unit: 'session',
  subjectKind: 'professional',
  measure: { op: 'sum', of },
  dimensions: [{ name: 'kind' }],
};
const wider: IndicatorContent = { ...content, appliesFrom: '2023-01-01', measure: { op: 'mean', of } };
const defined: Given = [indicatorDefined, content];
const revised: Given = [indicatorRevised, wider];
const gone = { code: 'talks', reason: 'replaced', replacedBy: 'meetings' } as const;
const retired: Given = [indicatorRetired, gone];
const indicator = (...history: Given[]) => given<IndicatorState>(indicatorEvolution, history);
const measured = (measure: object): IndicatorContent => ({ ...content, measure: measure as Measure });

const refusal = (decide: () => unknown): unknown => {
  try {
    return decide();
  } catch (error) {
    return [(error as { code: string }).code, (error as { field: string }).field];
  }
};

describe('define-indicator', () => {
  it('defines it once, by itself or after a version of the own set of the product', () => {
    expect(indicator().then(defineIndicator, content)).toEqual([['IndicatorDefined', content]]);
    expect(indicator().then(defineIndicator, { ...content, follows: 2 })).toEqual([['IndicatorDefined', { ...content, follows: 2 }]]);
    expect(indicator(defined, revised, retired).then(defineIndicator, content)).toEqual([]);
  });

  it('refuses another definition under its code', () => {
    expect(indicator(defined).refuses(defineIndicator, { ...content, unit: 'hour' })).toBe('indicator.already-defined');
    expect(indicator(defined).refuses(defineIndicator, { ...content, follows: 1 })).toBe('indicator.already-defined');
  });

  it.each([
    { op: 'sum', of, anchor: 'end' },
    { op: 'distinct', of: { ...of, key: 'group' } },
    { op: 'stock', of },
    { op: 'lastObserved', of },
    { op: 'ratio', num: of, den: of, anchor: 'cohort' },
    { op: 'delay', num: of, den: of, stat: 'p90' },
    { op: 'milestone', of, stages: ['draft', 'final'] },
    { op: 'scale', of, scale: { lo: 1, hi: 5, anchors: [{ value: 5, label: texts }] } },
    { op: 'compose', parts: [{ indicator: 'meetings', sign: -1 }] },
    { op: 'reported', countKind: 'score' },
  ])('takes %j', (measure) => {
    expect(indicator().then(defineIndicator, measured(measure))).toEqual([['IndicatorDefined', measured(measure)]]);
  });
});

describe('revise-indicator', () => {
  it('says the next version in full, nothing twice, and comes back to an earlier one', () => {
    expect(indicator(defined).then(reviseIndicator, wider)).toEqual([['IndicatorRevised', wider]]);
    expect(indicator(defined, revised).then(reviseIndicator, wider)).toEqual([]);
    const back = { ...content, appliesFrom: '2024-01-01' };
    expect(indicator(defined, revised).then(reviseIndicator, back)).toEqual([['IndicatorRevised', back]]);
    expect(indicator(defined, revised).state.versions.map((version) => version.content)).toEqual([content, wider]);
  });

  it('that corrects a version may begin before the last, and after the retirement too', () => {
    const corrects = '00000000-0000-8000-8000-000000000001';
    const earlier = { ...wider, appliesFrom: '2022-01-01' };
    const corrected = { ...earlier, corrects };
    expect(indicator(defined, revised, retired).then(reviseIndicator, corrected)).toEqual([['IndicatorRevised', earlier]]);
  });

  it.each<readonly [string, readonly Given[], IndicatorContent]>([
    ['indicator.not-defined', [], content],
    ['indicator.retired', [defined, retired], wider],
    ['indicator.applies-before-the-last', [defined, revised], { ...wider, unit: 'hour', appliesFrom: '2022-12-31' }],
  ])('refuses with %s', (code, history, said) => {
    expect(indicator(...history).refuses(reviseIndicator, said)).toBe(code);
  });
});

describe('what neither define-indicator nor revise-indicator takes', () => {
  const unsound: readonly (readonly [code: string, said: IndicatorContent, field: string])[] = [
    ['indicator.measure-does-not-fit', measured({ op: 'ratio', num: of }), '/measure/den'],
    ['indicator.measure-does-not-fit', measured({ op: 'sum', of, num: of }), '/measure/num'],
    ['indicator.measure-does-not-fit', measured({ op: 'sum', of, anchor: 'cohort' }), '/measure/anchor'],
    [
      'indicator.condition-without-values',
      measured({ op: 'sum', of: { ...of, where: { all: [{ dim: 'kind', op: 'eq' }] } } }),
      '/measure/of/where/all/0/value',
    ],
    [
      'indicator.condition-without-values',
      measured({ op: 'sum', of: { ...of, where: { all: [{ dim: 'kind', op: 'exists', value: ['x'] }] } } }),
      '/measure/of/where/all/0/value',
    ],
    ['indicator.stage-twice', measured({ op: 'milestone', of, stages: ['draft', 'final', 'draft'] }), '/measure/stages/2'],
    ['indicator.scale-does-not-fit', measured({ op: 'scale', of, scale: { lo: 5, hi: 1, anchors: [] } }), '/measure/scale/hi'],
    [
      'indicator.scale-does-not-fit',
      measured({ op: 'scale', of, scale: { lo: 1, hi: 5, anchors: [{ value: 6, label: texts }] } }),
      '/measure/scale/anchors/0/value',
    ],
    ['indicator.part-of-itself', measured({ op: 'compose', parts: [{ indicator: 'talks', sign: 1 }] }), '/measure/parts/0/indicator'],
    ['indicator.same-as-itself', { ...content, sameAs: 'talks' }, '/sameAs'],
  ];

  it.each(unsound.map(([code, said, field]) => [code, field, said] as const))('is refused with %s at %s', (code, field, said) => {
    expect(refusal(() => indicator().when(defineIndicator, said))).toEqual([code, field]);
    expect(refusal(() => indicator([indicatorDefined, { ...content, unit: 'hour' }]).when(reviseIndicator, said))).toEqual([code, field]);
  });
});

describe('retire-indicator', () => {
  it('retires it from a day on, once', () => {
    expect(indicator(defined).then(retireIndicator, gone)).toEqual([['IndicatorRetired', gone]]);
    expect(indicator(defined, retired).then(retireIndicator, gone)).toEqual([]);
  });

  it('refuses what is not defined, another retirement, and itself in its place', () => {
    expect(indicator().refuses(retireIndicator, gone)).toBe('indicator.not-defined');
    expect(indicator(defined, retired).refuses(retireIndicator, { ...gone, reason: 'other' })).toBe('indicator.retired');
    const later = { occurred: onDay('2022-01-01') };
    expect(() => indicator(defined, retired).when(retireIndicator, gone, later)).toThrow('indicator.retired');
    expect(indicator(defined).refuses(retireIndicator, { ...gone, replacedBy: 'talks' })).toBe('indicator.replaced-by-itself');
  });
});
