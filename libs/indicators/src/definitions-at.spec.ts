import { many, one } from '@app/partnership';
import { Log } from '../../../test/support/fact-log';
import type { IndicatorContent, Measure } from './definition';
import { definitionsAt } from './definitions-at';
import { definitions } from './definitions';
import { figures } from './figures';
import { indicatorViews } from './indicators';
import { knownAt } from './known';
import { standing } from './moved';
import { provenance } from './provenance';

const texts = { nl: 'n', fr: 'f', en: 'e' };
const heads = { factType: ['present'], countKind: 'attendance' } as const;
const said = (measure: Measure, change: Partial<IndicatorContent> = {}): IndicatorContent => ({
  code: 'heads',
  appliesFrom: '2019-01-01',
  labels: texts,
  meaning: texts,
  unit: 'attendance',
  subjectKind: 'professional',
  measure,
  dimensions: [],
  ...change,
});
const all = said({ op: 'sum', of: heads });
const webinars = said(
  { op: 'sum', of: { ...heads, where: { all: [{ dim: 'online', op: 'eq', value: ['true'] }] } } },
  { appliesFrom: '2021-01-01' },
);
const present = (n: number, occurrenceKey: string, online: boolean) =>
  many('present', 'attendance', { value: n, exactness: 'exact' }, { occurrenceKey, dims: { online } });

/** Two years of ten heads in a room and five online each, all recorded in 2021. */
function twoYears(): Log {
  const log = new Log();
  log.state([present(10, 'a', false), present(5, 'b', true)], { on: '2020-03-04', at: '2021-01-10' });
  log.state([present(10, 'c', false), present(5, 'd', true)], { on: '2021-03-04', at: '2021-03-10', stream: 'thing-2' });
  return log;
}

/** Defined in April 2021, revised in June. */
function defined() {
  const log = twoYears();
  const first = log.indicator('IndicatorDefined', all, { at: '2021-04-01' });
  const second = log.indicator('IndicatorRevised', webinars, { at: '2021-06-01' });
  return { log, first, second };
}

const ask = (log: Log, query: object = {}) =>
  figures(log.read(), { indicator: 'heads', ...query }).figures.map(({ computed, definition: { version }, ...figure }) => [
    version,
    computed?.value ?? null,
    figure.break ?? false,
  ]);
const versionsAt = (log: Log, knownOn: string, code = 'heads') => {
  const db = log.read();
  return definitionsAt(db, knownAt(db, { knownOn }))
    .versions.get(code)
    ?.map(({ version, recordedOn, retired }) => [version, recordedOn, retired?.on]);
};

describe('a recorded indicator', () => {
  test('answers for everything that was recorded before it was defined, and is unknown before', () => {
    const { log } = defined();
    expect(ask(log, { knownOn: '2021-05-01' })).toEqual([
      [1, 15, false],
      [1, 15, false],
    ]);
    expect(() => ask(log, { knownOn: '2021-03-31' })).toThrow('figure.unknown-indicator');
  });

  test('has its latest version for all of the record, unless another is asked for', () => {
    const { log } = defined();
    expect(ask(log)).toEqual([
      [2, 5, false],
      [2, 5, false],
    ]);
    expect(ask(log, { definition: 1, period: '2021' })).toEqual([[1, 15, false]]);
    expect(() => ask(log, { definition: 3 })).toThrow('figure.unknown-version');
  });

  test('breaks in a series of what is in force, at the end of each period', () => {
    const { log } = defined();
    expect(ask(log, { definition: 'inForce' })).toEqual([
      [1, 15, false],
      [2, 5, true],
    ]);
    expect(ask(log, { definition: 'inForce', period: '2018' })).toEqual([[1, 0, false]]);
  });

  test('keeps every version; a corrected one keeps its place, a withdrawn one is gone', () => {
    const { log, second } = defined();
    const third = log.indicator('IndicatorRevised', { ...webinars, appliesFrom: '2022-01-01' }, { at: '2021-07-01' });
    log.indicator('IndicatorRevised', { ...webinars, unit: 'head' }, { at: '2021-08-01', corrects: second });
    log.withdraw(third, { at: '2021-09-01', stream: 'indicator-heads' });
    const [one, two, three] = ['2021-04-01', '2021-06-01', '2021-07-01'].map((day, n) => [n + 1, day, undefined]);
    expect(versionsAt(log, '2021-03-31')).toBeUndefined();
    expect(versionsAt(log, '2021-07-31')).toEqual([one, two, three]);
    expect(versionsAt(log, '2021-08-31')).toEqual([one, [2, '2021-08-01', undefined], three]);
    expect(versionsAt(log, '2021-12-31')).toEqual([one, [2, '2021-08-01', undefined]]);
  });

  test('goes on answering when it is retired, and says so; a list leaves it out from that day on', () => {
    const { log } = defined();
    log.indicator('IndicatorRetired', { code: 'heads', reason: 'replaced' }, { at: '2021-07-01', on: '2022-01-01' });
    const db = log.read();
    const [figure] = figures(db, { indicator: 'heads', period: '2021' }).figures;
    expect([figure?.computed?.value, figure?.retired]).toEqual([5, true]);
    expect(figures(db, { indicator: 'heads', period: '2021', knownOn: '2021-06-30' }).figures[0]).not.toHaveProperty('retired');
    const listed = (day: string, options = {}) =>
      indicatorViews(definitionsAt(db, knownAt(db, {})), day, new Set(['present']), options).filter(({ code }) => code === 'heads').length;
    expect([listed('2021-12-31'), listed('2022-01-01'), listed('2022-01-01', { retired: true })]).toEqual([1, 0, 1]);
  });

  test('names the event that defines it', () => {
    const { log, second } = defined();
    expect(figures(log.read(), { indicator: 'heads', period: '2021' }).figures[0]?.definition).toEqual({
      code: 'heads',
      version: 2,
      eventId: second,
    });
  });
});

describe('a pinned figure of a recorded indicator', () => {
  const pinned = (log: Log) => figures(log.read(), { indicator: 'heads', period: '2021', asOf: '2021-12-31' }).figures[0]?.id ?? '';

  test('answers in the version that it names, after a revision too, and has not moved', () => {
    const log = twoYears();
    log.indicator('IndicatorDefined', all, { at: '2021-04-01' });
    const id = pinned(log);
    log.indicator('IndicatorRevised', webinars, { at: '2021-06-01' });
    const { then, now, moved } = standing(log.read(), id);
    expect([then.computed?.value, now.computed?.value, moved]).toEqual([15, 15, false]);
    expect(provenance(log.read(), id).events).toHaveLength(1);
  });

  test('has moved when its version is corrected, and stands when its version is taken back', () => {
    const { log, second } = defined();
    const id = pinned(log);
    const stricter = {
      ...webinars,
      measure: { op: 'sum', of: { ...heads, where: { all: [{ dim: 'online', op: 'eq', value: ['maybe'] }] } } },
    };
    const corrected = log.indicator('IndicatorRevised', stricter as IndicatorContent, { at: '2021-08-01', corrects: second });
    expect(standing(log.read(), id).moved).toBe(true);
    log.withdraw(corrected, { at: '2021-09-01', stream: 'indicator-heads' });
    expect(standing(log.read(), id)).toMatchObject({ now: { computed: { value: 5 } }, moved: false });
  });
});

describe('an indicator of the product', () => {
  const code = 'conventions';
  const own = definitions.get(code)!.version;

  test.each<[string, object, number]>([
    ['is followed by what is recorded under its code', {}, own + 1],
    ['is followed by what says which version it follows', { follows: 1 }, 2],
  ])('%s', (_, follows, number) => {
    const log = twoYears();
    log.indicator('IndicatorDefined', { ...all, ...follows, code }, { at: '2021-04-01' });
    expect(versionsAt(log, '2021-03-31', code)?.at(-1)).toEqual([own, undefined, undefined]);
    expect(versionsAt(log, '2021-04-30', code)?.at(-1)).toEqual([number, '2021-04-01', undefined]);
    expect(versionsAt(log, '2021-04-30', code)?.filter(([version]) => version === number)).toHaveLength(1);
  });
});

describe('a composition', () => {
  const compose = (code: string, ...parts: string[]) =>
    said({ op: 'compose', parts: parts.map((indicator) => ({ indicator, sign: 1 as const })) }, { code });
  const answer = (...contents: IndicatorContent[]) => {
    const log = twoYears();
    for (const content of contents) log.indicator('IndicatorDefined', content, { at: '2021-04-01' });
    return figures(log.read(), { indicator: 'whole', period: '2021' }).figures[0];
  };

  test('of parts that are there gives their sum', () => {
    const other = { ...all, code: 'others' };
    expect(answer(compose('whole', 'heads', 'others'), all, other)?.computed?.value).toBe(30);
  });

  test.each<[string, readonly IndicatorContent[]]>([
    ['figure.part-not-defined', [compose('whole', 'heads')]],
    ['figure.parts-in-a-circle', [compose('whole', 'half'), compose('half', 'whole')]],
    ['figure.part-about-an-action', [compose('whole', 'heads'), { ...all, scope: { plan: '2021', action: 1 } }]],
    [
      'figure.mixed-scales',
      [
        compose('whole', 'heads', 'other'),
        said({ op: 'scale', of: heads, scale: { lo: 1, hi: 5, anchors: [] } }),
        said({ op: 'scale', of: heads, scale: { lo: 1, hi: 7, anchors: [] } }, { code: 'other' }),
      ],
    ],
  ])('that cannot be put together answers no number: %s', (code, contents) => {
    expect(answer(...contents)).toMatchObject({ value: null, shown: 'none', refusal: { code } });
  });
});

test('a recorded indicator says which of its fact types nothing states', () => {
  const log = twoYears();
  log.state([one('elsewhere', 'session')], { on: '2021-01-01', stream: 'thing-3' });
  log.indicator('IndicatorDefined', said({ op: 'sum', of: { ...heads, factType: ['present', 'prsent'] } }), { at: '2021-04-01' });
  const db = log.read();
  const [view] = indicatorViews(definitionsAt(db, knownAt(db, {})), '2021-12-31', new Set(['present'])).filter(
    ({ code }) => code === 'heads',
  );
  expect(view?.unknownFactTypes).toEqual(['prsent']);
});

test('the definitions are folded once between two things that were said, also by withdrawals', () => {
  const { log, second } = defined();
  log.withdraw(second, { at: '2021-09-01', stream: 'indicator-heads' });
  const db = log.read();
  const at = (knownOn: string) => definitionsAt(db, knownAt(db, { knownOn }));
  expect(at('2021-06-15')).toBe(at('2021-08-31'));
  expect(at('2021-08-31')).not.toBe(at('2021-09-01'));
  expect(at('2021-09-01').versions.get('heads')).toHaveLength(1);
  expect(at('2021-01-31')).toBe(at('2021-03-31'));
});
