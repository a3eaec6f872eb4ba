import { sameData, stated } from './data';
import { dayAfter, daysBetween, daysLate } from './day';

describe('the day after', () => {
  it.each([
    ['2021-06-29', '2021-06-30'],
    ['2021-06-30', '2021-07-01'],
    ['2021-12-31', '2022-01-01'],
    ['2021-02-28', '2021-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2000-02-29', '2000-03-01'],
    ['2100-02-28', '2100-03-01'],
  ])('of %s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});

describe('lateness', () => {
  it.each([
    ['2021-03-28', '2021-03-28', 0],
    ['2021-12-15', '2021-03-28', 0],
    ['2021-03-28', '2021-04-28', 0],
    ['2021-03-28', '2021-04-29', 32],
    ['2020-12-31', '2021-12-31', 365],
  ])('of what happened until %s and was recorded on %s is %i days', (lastDay, recordedOn, days) => {
    expect(daysLate(lastDay, recordedOn)).toBe(days);
  });

  it('counts days over a change of the clock', () => {
    expect(daysBetween('2021-03-27', '2021-03-29')).toBe(2);
  });
});

describe('event data', () => {
  it('says the same whatever the order of its keys and whether an absent field is named', () => {
    expect(sameData({ a: 1, b: { value: 5, exactness: 'exact' } }, { b: { exactness: 'exact', value: 5, lo: undefined }, a: 1 })).toBe(
      true,
    );
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 0 }],
    [{ a: ['x', 'y'] }, { a: ['y', 'x'] }],
    [{ a: ['x'] }, { a: ['x', 'y'] }],
    [{ a: null }, { a: undefined }],
    [{ a: [] }, { a: {} }],
  ])('differs: %j, %j', (a, b) => {
    expect(sameData(a, b)).toBe(false);
  });

  it('leaves out what is not said', () => {
    expect(Object.keys(stated({ a: 1, b: undefined, c: null }))).toEqual(['a', 'c']);
  });
});
