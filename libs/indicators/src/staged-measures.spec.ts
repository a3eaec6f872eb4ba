import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import fc from 'fast-check';
import { between, defined, Log } from '../../../test/support/fact-log';
import type { Scale } from './definition';
import { figures } from './figures';

const STAGES = ['draft', 'tested', 'approved'];
const FIVE: Scale = { lo: 1, hi: 5, anchors: [{ value: 5, label: { nl: 'goed', fr: 'bien', en: 'good' } }] };
const definitions = defined({
  progress: { op: 'milestone', of: { factType: ['delivered'], countKind: 'output' }, stages: STAGES },
  satisfaction: { op: 'scale', of: { factType: ['scored'], countKind: 'score' }, scale: FIVE },
  before: { op: 'scale', of: { factType: ['scored-before'], countKind: 'score' }, scale: FIVE },
  gain: {
    op: 'compose',
    parts: [
      { indicator: 'satisfaction', sign: 1 },
      { indicator: 'before', sign: -1 },
    ],
  },
});

const stage = (name: string | undefined) => one('delivered', 'output', name === undefined ? {} : { dims: { stage: name } });
const score = (value: number, type = 'scored') => many(type, 'score', exactly(value));
const ask = (log: Log, indicator: string, query: object = {}) =>
  figures(log.read(), { indicator, period: '2021', ...query }, { definitions }).figures[0]!;

describe('a milestone', () => {
  const log = new Log();
  log.state([stage('draft')], { on: '2020-11-05', at: '2021-01-05' });
  log.state([stage('approved')], { on: '2021-05-10', at: '2021-05-11', stream: 'thing-2' });
  log.state([stage('tested')], { on: '2021-06-01', at: '2021-06-02', stream: 'thing-3' });
  log.state([stage('sketched'), stage(undefined)], { on: '2021-07-01', at: '2021-07-02', stream: 'thing-4' });

  test('answers the latest stage that was reached by asOf, and its day', () => {
    const reached = (asOf: string) => {
      const { computed } = ask(log, 'progress', { asOf });
      return [computed?.value, computed?.stage?.name, computed?.stage?.from];
    };
    expect(reached('2021-04-30')).toEqual([1, 'draft', '2020-11-05']);
    expect(reached('2021-05-10')).toEqual([3, 'approved', '2021-05-10']);
    expect(reached('2021-12-31')).toEqual([3, 'approved', '2021-05-10']);
  });

  test('counts stages of its own alone, and beside them what has none', () => {
    const { computed, countKind } = ask(log, 'progress');
    expect([countKind, computed?.facts, computed?.notAssessable]).toEqual(['phase', 3, 1]);
  });

  test('is an interval while the day of a stage is uncertain, and 0 before the first', () => {
    const unsure = new Log();
    unsure.state([stage('tested')], { on: between('2021-03-01', '2021-06-30'), at: '2021-09-01' });
    const read = (asOf: string) => {
      const { computed } = ask(unsure, 'progress', { asOf });
      return [computed?.value, computed?.lo, computed?.hi, computed?.stage];
    };
    expect(read('2021-02-28')).toEqual([0, 0, 0, undefined]);
    expect(read('2021-04-30')).toEqual([null, 0, 2, undefined]);
    expect(read('2021-06-30')).toEqual([2, 2, 2, { name: 'tested', from: '2021-03-01', to: '2021-06-30' }]);
  });
});

test('a milestone of a territory may have been reached there, or before its place came to it', () => {
  const log = new Log();
  log.places('TerritoryDefined', '2021-01-01', { level: 'zone', hierarchy: '2021', units: [{ code: 'Z-A' }, { code: 'Z-B' }] });
  log.places('TerritoryDefined', '2021-01-01', { level: 'sector', hierarchy: '2021', units: [{ code: 'S', parents: ['Z-A'] }] });
  log.places('TerritoryBoundaryChanged', '2021-03-01', { hierarchy: '2021b', changes: [{ code: 'S', parents: ['Z-B'] }] });
  const territory = { code: 'S', level: 'sector', hierarchy: '2021' } as const;
  log.state([stage('tested')], { on: between('2021-02-01', '2021-03-31'), at: '2021-09-01', territory });
  const read = (code: string) => {
    const { computed } = ask(log, 'progress', { territory: code });
    return [computed?.value, computed?.lo, computed?.hi, computed?.partly];
  };
  expect(read('Z-A')).toEqual([null, 0, 2, 1]);
  expect(read('Z-B')).toEqual([null, 0, 2, 1]);
  expect(read('S')).toEqual([2, 2, 2, undefined]);
});

describe('a score on a scale', () => {
  test('is the median, a score that somebody gave, with its scale; what lies beside the scale is not assessable', () => {
    const log = new Log();
    for (const [n, value] of [2, 5, 4, 4, 9].entries())
      log.state([score(value)], { on: '2021-03-04', at: '2021-03-05', stream: `thing-${n}` });
    const { computed } = ask(log, 'satisfaction');
    expect(computed).toMatchObject({ value: 4, lo: 4, hi: 4, exactness: 'exact', scale: FIVE, facts: 4, notAssessable: 1 });
  });

  test('has no value without scores, and two of one scale have a difference', () => {
    const log = new Log();
    log.state([score(5), score(3, 'scored-before')], { on: '2021-03-04', at: '2021-03-05' });
    log.cover('scored', '2020-01-01', '2021-12-31');
    log.cover('scored-before', '2020-01-01', '2021-12-31');
    expect(ask(log, 'satisfaction', { period: '2020' }).computed).toMatchObject({ value: null, lo: null, hi: null });
    expect(ask(log, 'gain').value).toBe(2);
  });

  test('lies between the lowest and the highest median, whichever of the uncertain scores belong to the period', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(scores, scores, (certain, uncertain) => {
        const log = new Log();
        certain.forEach((value, n) => log.state([score(value)], { on: '2021-03-04', at: '2022-03-05', stream: `c-${n}` }));
        uncertain.forEach((value, n) =>
          log.state([score(value)], { on: between('2020-12-01', '2021-01-31'), at: '2022-03-05', stream: `u-${n}` }),
        );
        if (certain.length + uncertain.length === 0) return;
        const medians = subsets(uncertain).flatMap((some) => plainMedian([...certain, ...some]) ?? []);
        const { lo, hi } = ask(log, 'satisfaction').computed!;
        expect([lo, hi]).toEqual(medians.length === 0 ? [null, null] : [Math.min(...medians), Math.max(...medians)]);
      }),
      { numRuns: 60, seed: 20210103 },
    );
  });
});

const subsets = (values: readonly number[]): readonly (readonly number[])[] =>
  values.reduce<readonly (readonly number[])[]>((all, value) => [...all, ...all.map((some) => [...some, value])], [[]]);

function plainMedian(values: readonly number[]): number | undefined {
  const left = [...values];
  while (left.length > 2) {
    left.splice(left.indexOf(Math.max(...left)), 1);
    left.splice(left.indexOf(Math.min(...left)), 1);
  }
  return left.length === 0 ? undefined : Math.min(...left);
}
