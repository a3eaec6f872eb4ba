import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import { between, defined, Log } from '../../../test/support/fact-log';
import { figures } from './figures';

const definitions = defined({
  share: {
    op: 'ratio',
    anchor: 'cohort',
    num: { factType: ['solved'], countKind: 'request' },
    den: { factType: ['asked'], countKind: 'request' },
  },
  size: { op: 'mean', of: { factType: ['present'], countKind: 'attendance' } },
  begun: { op: 'sum', anchor: 'start', of: { factType: ['support'], countKind: 'project' } },
  sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  judged: { op: 'reported', countKind: 'session' },
  difference: {
    op: 'compose',
    parts: [
      { indicator: 'judged', sign: 1 },
      { indicator: 'sessions', sign: -1 },
    ],
  },
});

const ask = (log: Log, indicator: string, period: string, asOf = '2021-12-31') =>
  figures(log.read(), { indicator, period, asOf }, { definitions, today: '2022-01-31' }).figures[0];

describe('the share of a cohort', () => {
  const log = new Log();
  const asked = (groupKey: string, on: Parameters<Log['state']>[1]) =>
    log.state([one('asked', 'request', { groupKey })], { stream: groupKey, at: '2021-12-01', ...on });
  const solved = (groupKey: string, on: string) => log.state([one('solved', 'request', { groupKey })], { stream: groupKey, on });
  asked('a', { on: '2021-02-01' });
  asked('b', { on: '2021-02-01' });
  asked('c', { on: between('2021-03-01', '2021-04-30') });
  asked('d', { on: between('2021-03-01', '2021-04-30') });
  solved('a', '2021-06-01');
  solved('d', '2021-06-01');

  test('is exact where all of it is certain', () => {
    expect(ask(log, 'share', '2021')?.computed).toMatchObject({ value: 5000, lo: 5000, hi: 5000, num: 2, den: 4, exactness: 'exact' });
  });

  test('is lowest with the uncertain that were not reached, highest with those that were', () => {
    expect(ask(log, 'share', '2021-Q1')?.computed).toMatchObject({
      value: 5000,
      lo: 3333,
      hi: 6667,
      num: 1,
      den: 2,
      partly: 2,
      exactness: 'range',
    });
  });
});

test('a mean of a head count that is approximate is so itself', () => {
  const log = new Log();
  log.state([many('present', 'attendance', { value: 40, exactness: 'approximate' })], { on: '2021-02-01' });
  expect(ask(log, 'size', '2021')?.computed).toMatchObject({ value: 4000, lo: null, hi: null, exactness: 'approximate' });
});

test('a span that is counted at its start counts on its first day, wherever it ends', () => {
  const log = new Log();
  log.state([one('support', 'project')], { on: { from: '2021-02-01', to: '2021-11-30', nature: 'span', precision: 'day' } });
  expect(['2021-Q1', '2021-Q2', '2021-Q4', '2021'].map((period) => ask(log, 'begun', period)?.computed?.value)).toEqual([1, 0, 0, 1]);
});

describe('a composition', () => {
  const log = new Log();
  log.state([many('held', 'session', exactly(3))], { on: '2021-02-01' });

  test('has no number while one of its parts has none', () => {
    expect(ask(log, 'difference', '2021')?.computed).toMatchObject({ value: null, lo: null, hi: null, facts: 1 });
  });

  test('of a period that has not begun has none either', () => {
    expect(ask(log, 'difference', '2021', '2020-12-31')).toMatchObject({ value: null, computed: null, absence: 'not-begun' });
  });
});

test('a claim of at least so many is in conflict with a complete record that has fewer, and with none that has more', () => {
  const log = new Log();
  log.state([many('held', 'session', exactly(3))], { on: '2021-02-01' });
  log.cover('held', '2021-01-01', '2021-12-31');
  const claim = (lo: number) =>
    log.claim({
      indicator: 'sessions',
      period: { from: '2021-01-01', to: '2021-12-31' },
      kind: 'session',
      quantity: { lo, exactness: 'lower-bound' },
    });
  claim(5);
  claim(2);
  expect(ask(log, 'sessions', '2021')?.claims.map(({ lo, conflict, factor }) => [lo, conflict, factor])).toEqual([
    [5, true, { lo: null, hi: 0.6 }],
    [2, false, { lo: null, hi: 1.5 }],
  ]);
});
