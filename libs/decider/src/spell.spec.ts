import { nextNumber, overlaps } from './spell';

describe('two spells', () => {
  const march = { from: '2021-03-01', until: '2021-04-01' };

  it.each([
    [{ from: '2021-03-31' }, true],
    [{ from: '2021-04-01' }, false],
    [{ from: '2021-01-01', until: '2021-03-01' }, false],
    [{ from: '2021-01-01', until: '2021-03-02' }, true],
    [{ from: '2021-01-01' }, true],
  ])('of March and %j share a day: %s', (other, shared) => {
    expect(overlaps(march, other)).toBe(shared);
    expect(overlaps(other, march)).toBe(shared);
  });
});

test('the next number fills a gap', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber([1, 3])).toBe(2);
});
