import { achieve, achievementOf, type Comparator, type Goal, type Realised } from './targets';

const YEAR = { from: '2021-01-01', to: '2021-12-31' };
const CLOSED = '2021-12-31';
const OPEN = '2021-11-01';

const goal = (comparator: Comparator, lo: number | null, hi: number | null = null): Goal => ({
  comparator,
  lo,
  hi,
  kind: 'session',
  period: YEAR,
});
const between = (lo: number | null, hi: number | null, rest: Partial<Realised> = {}): Realised => ({
  value: lo === hi ? lo : null,
  lo,
  hi,
  exactness: 'exact',
  kind: 'session',
  growing: true,
  ...rest,
});
const state = (wanted: Goal, realised: Realised, until: string) => achieve(wanted, realised, until).state;

describe('the table of achievements', () => {
  test.each<[string, Goal, Realised, string, string]>([
    ['>= T', goal('>=', 10), between(10, 10), 'met', 'met'],
    ['>= T', goal('>=', 10), between(11, 11), 'exceeded', 'exceeded'],
    ['>= T', goal('>=', 10), between(9, 9), 'not-yet', 'not-met'],
    ['>= T', goal('>=', 10), between(8, 12), 'undecided', 'undecided'],
    ['>= T', goal('>=', 10), between(8, null), 'undecided', 'undecided'],
    ['>= T', goal('>=', 10), between(10, null), 'met', 'met'],
    ['> T', goal('>', 10), between(10, 10), 'not-yet', 'not-met'],
    ['> T', goal('>', 10), between(11, 11), 'met', 'met'],
    ['> T', goal('>', 10), between(12, 12), 'exceeded', 'exceeded'],
    ['<= T', goal('<=', null, 6), between(7, 7), 'violated', 'violated'],
    ['<= T', goal('<=', null, 6), between(6, 6), 'within-so-far', 'met'],
    ['<= T', goal('<=', null, 6), between(5, 7), 'undecided', 'undecided'],
    ['range', goal('range', 24, 28), between(29, 29), 'overshot', 'overshot'],
    ['range', goal('range', 24, 28), between(26, 26), 'within-so-far', 'met'],
    ['range', goal('range', 24, 28), between(20, 20), 'not-yet', 'not-met'],
    ['range', goal('range', 24, 28), between(20, 26), 'undecided', 'undecided'],
    ['= T', goal('=', 4, 4), between(5, 5), 'overshot', 'overshot'],
    ['= T', goal('=', 4), between(4, 4), 'within-so-far', 'met'],
    ['= T', goal('=', 4, 4), between(3, 3), 'not-yet', 'not-met'],
    ['no number', goal('none', null), between(3, 3), 'not-quantified', 'not-quantified'],
  ])('%s: %j against %j is %s while open, %s when closed', (_name, wanted, realised, open, closed) => {
    expect([state(wanted, realised, OPEN), state(wanted, realised, CLOSED)]).toEqual([open, closed]);
  });

  test('what may go down again is met only so far until the period closes', () => {
    expect(achieve(goal('>=', 10), between(10, 10, { growing: false }), OPEN)).toMatchObject({ state: 'met', soFar: true });
    expect(achieve(goal('>=', 10), between(10, 10, { growing: false }), CLOSED)).not.toHaveProperty('soFar');
    expect(achieve(goal('>=', 10), between(10, 10), OPEN)).not.toHaveProperty('soFar');
  });

  test('an approximate value is met, about', () => {
    const about = between(null, null, { value: 77, exactness: 'approximate' });
    expect(achieve(goal('>=', 70), about, CLOSED)).toEqual({
      state: 'exceeded',
      about: true,
      provisional: false,
      periodPassed: 100,
      percent: 110,
    });
  });

  test('other kinds are not compared, and what is not known is unknown', () => {
    expect(state(goal('>=', 50), between(122, 122, { kind: 'attendance' }), CLOSED)).toBe('not-comparable');
    expect(achieve(goal('>=', 50), undefined, CLOSED).state).toBe('unknown');
  });
});

describe('percent', () => {
  test('105 of 300 as of 1 November is 35.0 %, provisional, with the share of the year that has passed', () => {
    expect(achieve(goal('>=', 300), between(105, 105), OPEN)).toEqual({
      state: 'not-yet',
      provisional: true,
      percent: 35,
      periodPassed: 83.6,
    });
  });

  test('rounds half away from zero on the exact fraction', () => {
    expect(achieve(goal('>=', 2000), between(2001, 2001), CLOSED).percent).toBe(100.1);
    expect(achieve(goal('>=', 2000), between(1, 1), CLOSED).percent).toBe(0.1);
    expect(achieve(goal('>=', 40), between(29, 29), CLOSED).percent).toBe(72.5);
  });
});

describe('an action by its targets', () => {
  test.each([
    [['met', 'met'], 'met'],
    [['met', 'exceeded'], 'exceeded'],
    [['met', 'not-met'], 'partly'],
    [['met', 'unknown'], 'partly'],
    [['not-met', 'violated'], 'none'],
    [['not-met', 'unknown'], 'unknown'],
    [['not-yet'], 'unknown'],
    [['not-comparable'], 'not-comparable'],
    [['not-quantified'], 'not-quantified'],
    [[], 'not-quantified'],
    [['not-quantified', 'exceeded'], 'exceeded'],
  ] as const)('%j is %s', (states, achievement) => {
    expect(achievementOf([...states])).toBe(achievement);
  });
});
