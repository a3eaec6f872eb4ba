import { one } from '@app/partnership';
import { between, defined, Log } from '../../../test/support/fact-log';
import { parsePeriod } from './figure-query';
import { figures } from './figures';
import { knownAt } from './known';
import { periodAt } from './periods';

test.each([
  ['2020-spring', '2020-03-20', '2020-06-19'],
  ['2021-summer', '2021-06-20', '2021-09-21'],
  ['2024-autumn', '2024-09-22', '2024-12-20'],
  ['2021-winter', '2021-12-21', '2022-03-19'],
])('%s is from %s to %s', (period, from, to) => {
  expect(parsePeriod(period)).toEqual({ from, to });
});

test.each(['2021-Winter', '2021-monsoon', 'winter', 'plan'])('%j is none', (period) => {
  expect(() => parsePeriod(period)).toThrow(/query\.bad-(period|day)/);
});

test('the seasons of a year follow each other without a gap', () => {
  const days = ['spring', 'summer', 'autumn', 'winter'].map((name) => parsePeriod(`2023-${name}`));
  const next = [...days.slice(1), parsePeriod('2024-spring')];
  days.forEach(({ to }, index) => expect(Date.parse(next[index]?.from ?? '') - Date.parse(to)).toBe(86_400_000));
});

describe('the period of a plan', () => {
  const log = new Log();
  const adopt = (to: string, at: string, corrects?: string) =>
    log.add(
      { type: 'PlanAdopted', version: 1, subject: 'none', tense: 'plan', fields: {} },
      { plan: '2021', title: {}, period: { from: '2021-01-01', to } },
      {
        stream: 'plan-2021',
        at,
        ...(corrects ? { corrects } : {}),
      },
    );
  const first = adopt('2021-12-31', '2021-01-05');
  adopt('2022-06-30', '2021-05-05', first);
  log.state([one('held', 'session')], { stream: 's', on: '2022-03-01', at: '2022-03-02' });
  const db = log.read();
  const at = (knownOn: string) => periodAt(db, knownAt(db, { knownOn }), 'plan:2021');

  test('is that of the plan as it was known', () => {
    expect(at('2021-04-30')).toEqual({ from: '2021-01-01', to: '2021-12-31' });
    expect(at('2021-05-05')).toEqual({ from: '2021-01-01', to: '2022-06-30' });
  });

  test('is none before it was adopted', () => {
    expect(() => at('2021-01-04')).toThrow('query.unknown-plan: period');
    expect(() => periodAt(db, knownAt(db, {}), 'plan:1999')).toThrow('query.unknown-plan: period');
  });

  test('is asked like any other', () => {
    const definitions = defined({ sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } } });
    const [figure] = figures(db, { indicator: 'sessions', period: 'plan:2021', asOf: '2022-12-31' }, { definitions }).figures;
    expect(figure).toMatchObject({ period: { from: '2021-01-01', to: '2022-06-30' }, computed: { value: 1, facts: 1 } });
  });
});

test('what is dated to a month counts in its year, and is partly known by the days', () => {
  const definitions = defined({ sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } } });
  const log = new Log();
  log.state([one('held', 'session')], { on: between('2021-03-01', '2021-05-31'), at: '2021-12-01' });
  log.state([one('held', 'session')], { on: '2021-04-10' });
  const db = log.read();
  const computed = (period: string) =>
    figures(db, { indicator: 'sessions', period }, { definitions, today: '2022-01-01' }).figures[0]?.computed;
  expect(computed('2021')).toEqual({ value: 2, lo: 2, hi: 2, exactness: 'exact', facts: 2, late: expect.anything() });
  expect(computed('2021-Q2')).toMatchObject({ value: 1, lo: 1, hi: 2, facts: 2, partly: 1 });
  expect(computed('2021-03')).toMatchObject({ value: 0, lo: 0, hi: 1, facts: 1, partly: 1 });
  expect(computed('2021-06')).not.toHaveProperty('partly');
});
