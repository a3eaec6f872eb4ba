import { quantityProblems } from './quantity';

describe('a quantity carries what its exactness asks for', () => {
  it.each([
    [{ value: 3, exactness: 'exact' }, []],
    [{ value: 40, exactness: 'approximate' }, []],
    [{ lo: 31, exactness: 'lower-bound' }, []],
    [{ hi: 6, exactness: 'upper-bound' }, []],
    [{ lo: 30, hi: 40, exactness: 'range' }, []],
    [{ exactness: 'exact' }, ['value']],
    [{ value: 3, lo: 1, exactness: 'exact' }, ['lo']],
    [{ value: 31, exactness: 'lower-bound' }, ['value', 'lo']],
    [{ lo: 40, hi: 30, exactness: 'range' }, ['hi']],
  ] as const)('%j', (quantity, problems) => {
    expect(quantityProblems(quantity)).toEqual(problems);
  });
});
