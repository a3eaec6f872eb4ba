import { agreementOf } from './agreement';

describe('agreement of the scores of an aim', () => {
  it.each([
    ['no score', [], { state: 'not-scored', scorers: 0 }],
    ['four alike', [3, 3, 3, 3], { state: 'too-few', scorers: 4 }],
    ['five, one far', [3, 3, 3, 4, 5], { state: 'agreed', scorers: 5, outside: 1, median: 3 }],
    ['five, two far', [1, 3, 3, 4, 5], { state: 'split', scorers: 5, outside: 2 }],
    ['six around a midpoint', [2, 2, 2, 3, 3, 3], { state: 'agreed', scorers: 6, outside: 0, median: 2.5 }],
    ['six, two more than one from it', [1, 2, 2, 3, 3, 4], { state: 'split', scorers: 6, outside: 2 }],
    ['eight, two far', [0, 3, 3, 3, 3, 3, 3, 5], { state: 'agreed', scorers: 8, outside: 2, median: 3 }],
    ['eight, three far', [0, 0, 3, 3, 3, 3, 3, 5], { state: 'split', scorers: 8, outside: 3 }],
    ['seven, one far', [0, 2, 2, 2, 2, 3, 3], { state: 'agreed', scorers: 7, outside: 1, median: 2 }],
  ])('%s', (_, scores, expected) => {
    expect(agreementOf(scores)).toEqual(expected);
    expect(agreementOf([...scores].reverse())).toEqual(expected);
  });
});
