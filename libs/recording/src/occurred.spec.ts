import fc from 'fast-check';
import { normaliseOccurred, type WrittenOccurred } from './occurred';
import { InvalidCommand } from './outcome';

const TODAY = '2021-12-01';

const problemsOf = (written: WrittenOccurred): unknown => {
  try {
    normaliseOccurred(written, TODAY);
  } catch (error) {
    if (error instanceof InvalidCommand) return error.problems;
    throw error;
  }
  return [];
};

describe('a written occurred', () => {
  it.each<[string, WrittenOccurred | undefined, object]>([
    ['nothing: the day of recording', undefined, { from: TODAY, to: TODAY, nature: 'point', precision: 'day' }],
    ['one day', { from: '2021-03-18' }, { from: '2021-03-18', to: '2021-03-18', nature: 'point', precision: 'day' }],
    [
      'a month as a document prints it',
      { from: '2021-09-01', to: '2021-09-30', precision: 'month', raw: 'september' },
      { from: '2021-09-01', to: '2021-09-30', nature: 'point', precision: 'month', raw: 'september' },
    ],
    [
      'a span of several years',
      { from: '2018-01-01', to: '2021-12-31', nature: 'span' },
      { from: '2018-01-01', to: '2021-12-31', nature: 'span', precision: 'day' },
    ],
    [
      'several dates, in any order and one of them twice',
      { from: '2021-03-01', dates: ['2021-03-09', '2021-03-01', '2021-03-09'] },
      { from: '2021-03-01', to: '2021-03-09', nature: 'set', dates: ['2021-03-01', '2021-03-09'], precision: 'day' },
    ],
    ['a leap day', { from: '2020-02-29' }, { from: '2020-02-29', to: '2020-02-29', nature: 'point', precision: 'day' }],
    [
      'exactly 366 days',
      { from: '2020-01-01', to: '2020-12-31' },
      { from: '2020-01-01', to: '2020-12-31', nature: 'point', precision: 'day' },
    ],
  ])('of %s is completed', (_, written, expected) => {
    expect(normaliseOccurred(written, TODAY)).toEqual(expected);
  });

  it.each<[string, WrittenOccurred, string, string]>([
    ['a day that does not exist', { from: '2021-02-29' }, '/occurred/from', 'occurred.no-such-day'],
    ['an end that does not exist', { from: '2021-02-01', to: '2021-02-30' }, '/occurred/to', 'occurred.no-such-day'],
    [
      'a date that does not exist',
      { from: '2021-04-01', dates: ['2021-04-01', '2021-04-31', '2021-05-02'] },
      '/occurred/dates',
      'occurred.no-such-day',
    ],
    ['an end before its start', { from: '2021-03-18', to: '2021-03-17' }, '/occurred/to', 'occurred.ends-before-it-starts'],
    ['a set of one day', { from: '2021-03-01', nature: 'set', dates: ['2021-03-01'] }, '/occurred/dates', 'occurred.set-needs-dates'],
    ['a set without dates', { from: '2021-03-01', nature: 'set' }, '/occurred/dates', 'occurred.set-needs-dates'],
    [
      'dates on what is no set',
      { from: '2021-03-01', nature: 'span', dates: ['2021-03-01', '2021-03-02'] },
      '/occurred/dates',
      'occurred.set-needs-dates',
    ],
    [
      'another first date',
      { from: '2021-03-02', dates: ['2021-03-01', '2021-03-02'] },
      '/occurred/from',
      'occurred.from-is-not-the-first-date',
    ],
    ['367 days of doubt', { from: '2020-01-01', to: '2021-01-01' }, '/occurred/to', 'occurred.too-long'],
    ['a set over more than a year', { from: '2020-01-01', dates: ['2020-01-01', '2021-01-01'] }, '/occurred/to', 'occurred.too-long'],
  ])('with %s is refused', (_, written, pointer, code) => {
    expect(problemsOf(written)).toEqual([{ pointer, code }]);
  });

  it('once completed, stays as it is', () => {
    const day = fc
      .date({ min: new Date('2019-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const span = fc.tuple(day, day).map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));
    const written = fc.oneof(
      day.map((from): WrittenOccurred => ({ from })),
      span.map((ends): WrittenOccurred => ({ ...ends, nature: 'span' })),
    );
    fc.assert(
      fc.property(written, (given) => {
        const once = normaliseOccurred(given, TODAY);
        expect(normaliseOccurred(once, TODAY)).toEqual(once);
      }),
      { seed: 2021 },
    );
  });
});
