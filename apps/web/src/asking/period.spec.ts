import { asKind, choiceOf, defaultYear, periodOf, quartersOf } from './period';

const plan = (code: string, from: string, to: string) => ({ plan: code, title: { nl: code, fr: code }, period: { from, to } });
const plans = [plan('2021', '2021-01-01', '2021-12-31'), plan('2024', '2024-01-01', '2026-12-31')];

describe('a period in the address', () => {
  it.each([
    ['2021', { kind: 'year', year: '2021' }],
    ['2021-Q3', { kind: 'quarter', year: '2021', part: 'Q3' }],
    ['2021-12', { kind: 'month', year: '2021', part: '12' }],
    ['2021-winter', { kind: 'season', year: '2021', part: 'winter' }],
    ['plan:2022-2023', { kind: 'plan', plan: '2022-2023' }],
    ['all', { kind: 'all' }],
  ])('%s is a choice, and is written as it was', (period, choice) => {
    expect(choiceOf(period)).toEqual(choice);
    expect(periodOf(choiceOf(period)!)).toBe(period);
  });

  it.each(['', '21', '2021-Q5', '2021-13', '2021-monsoon', '2021-01-01', '2021-01-01..2021-06-30', 'plan:'])('"%s" is none', (period) => {
    expect(choiceOf(period)).toBeUndefined();
  });
});

describe('another kind of period', () => {
  it.each([
    ['quarter', '2021-Q1'],
    ['month', '2021-01'],
    ['season', '2021-spring'],
    ['plan', 'plan:2021'],
    ['year', '2021'],
  ] as const)('%s begins in the same year', (kind, period) => {
    expect(periodOf(asKind({ kind: 'year', year: '2021' }, kind, plans, '2026-01-01'))).toBe(period);
  });

  it('takes the plan that the year lies in, the last one where none does, and stays a year where nobody adopted any', () => {
    const asPlan = (year: string, of: typeof plans) => periodOf(asKind({ kind: 'year', year }, 'plan', of, '2026-01-01'));
    expect([asPlan('2025', plans), asPlan('2019', plans), asPlan('2019', [])]).toEqual(['plan:2024', 'plan:2024', '2019']);
  });

  it('of a plan is that of the year in which it begins; of an unknown plan the year that is looked at unasked', () => {
    const asYear = (code: string) => periodOf(asKind({ kind: 'plan', plan: code }, 'year', plans, '2025-05-05'));
    expect([asYear('2024'), asYear('1999')]).toEqual(['2024', '2025']);
    expect(periodOf(asKind({ kind: 'all' }, 'quarter', plans, '2025-05-05'))).toBe('2025-Q1');
    expect(periodOf(asKind({ kind: 'year', year: '2021' }, 'all', plans, '2025-05-05'))).toBe('all');
  });
});

describe('the year that is looked at unasked', () => {
  it.each([
    ['the last of the last plan', plans.slice(0, 1), '2026-11-27', '2021'],
    ['this one while the plan runs', plans, '2025-11-27', '2025'],
    ['not one of a plan that has not begun', plans, '2022-11-27', '2021'],
    ['this one without a plan', [], '2026-11-27', '2026'],
  ])('is %s', (_, known, today, year) => {
    expect(defaultYear(known, today)).toBe(year);
  });
});

it('a year has four quarters', () => {
  expect(quartersOf('2021')).toEqual(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']);
});
