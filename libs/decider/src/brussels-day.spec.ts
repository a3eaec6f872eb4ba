import { brusselsDay } from './brussels-day';

describe('the Brussels day of an instant', () => {
  it.each([
    ['2021-05-10T21:59:59.999Z', '2021-05-10'],
    ['2021-05-10T22:00:00.000Z', '2021-05-11'],
    ['2021-01-10T22:30:00.000Z', '2021-01-10'],
    ['2021-01-10T23:00:00.000Z', '2021-01-11'],
    ['2021-03-28T00:59:59.000Z', '2021-03-28'],
    ['2021-10-31T22:59:59.000Z', '2021-10-31'],
    ['2021-10-31T23:00:00.000Z', '2021-11-01'],
  ])('%s is %s', (instant, day) => {
    expect(brusselsDay(instant)).toBe(day);
    expect(brusselsDay(Date.parse(instant))).toBe(day);
  });
});
