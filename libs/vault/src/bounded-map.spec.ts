import { BoundedMap } from './bounded-map';

const filled = (most: number, keys: string): BoundedMap<string> => {
  const map = new BoundedMap<string>(most);
  for (const key of keys) map.set(key, key.toUpperCase());
  return map;
};

describe('BoundedMap', () => {
  it('never holds more than its bound, and keeps what came last', () => {
    const map = filled(4, 'abcdefg');
    expect(map.values().sort()).toEqual(['E', 'F', 'G']);
  });

  it('keeps what is used', () => {
    const map = filled(4, 'abc');
    map.get('a');
    for (const key of 'de') map.set(key, key);
    expect([map.get('a'), map.get('b')]).toEqual(['A', undefined]);
  });

  it('replaces, deletes and clears in both halves', () => {
    const map = filled(4, 'abcd');
    map.set('a', 'again');
    expect(map.get('a')).toBe('again');
    expect(map.values().filter((value) => value === 'A')).toEqual([]);
    for (const key of 'ad') map.delete(key);
    expect([map.get('a'), map.get('d')]).toEqual([undefined, undefined]);
    map.clear();
    expect(map.values()).toEqual([]);
  });
});
