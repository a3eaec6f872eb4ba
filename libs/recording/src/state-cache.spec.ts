import { StateCache, type StreamEntry } from './state-cache';

const entry = (revision: number, commands = 1): StreamEntry => ({
  state: { revision },
  revision,
  position: '0001-0000000000000001',
  tags: new Map(Array.from({ length: commands }, (_, n) => [`tag-${n}`, n])),
});

const weightOf = (commands: number): number => {
  const cache = new StateCache();
  cache.set('a', entry(0, commands));
  return cache.bytes;
};

describe('the cache of states', () => {
  it('answers what was set last, and nothing for what it does not know', () => {
    const cache = new StateCache();
    cache.set('a', entry(0));
    cache.set('a', entry(1));
    expect(cache.get('a')?.revision).toBe(1);
    expect(cache.get('b')).toBeUndefined();
  });

  it('weighs an entry by the commands that it remembers', () => {
    expect(weightOf(101) - weightOf(1)).toBe(100 * (weightOf(2) - weightOf(1)));
    expect(weightOf(2)).toBeGreaterThan(weightOf(1));
  });

  it('gives every byte back', () => {
    const cache = new StateCache();
    cache.set('a', entry(0, 5));
    cache.set('a', entry(1, 2));
    cache.set('b', entry(0, 3));
    expect(cache.bytes).toBe(weightOf(2) + weightOf(3));
    cache.drop('a');
    cache.drop('a');
    cache.drop('b');
    expect(cache.bytes).toBe(0);
  });

  it('lets go what was not used while the young generation filled', () => {
    const cache = new StateCache(4 * weightOf(1));
    cache.set('a', entry(0));
    cache.set('b', entry(0));
    cache.set('c', entry(0));
    expect(cache.bytes).toBe(3 * weightOf(1));
    cache.get('a');
    cache.set('d', entry(0));
    expect(['a', 'b', 'c', 'd'].map((stream) => cache.get(stream) !== undefined)).toEqual([true, false, true, true]);
  });

  it('never holds more than its limit, however it is used, nor an entry that is larger than a generation', () => {
    const cache = new StateCache(6 * weightOf(1));
    for (let n = 0; n < 100; n++) {
      cache.set(`s-${n % 17}`, entry(n, 1 + (n % 3)));
      cache.get(`s-${(n * 7) % 17}`);
      expect(cache.bytes).toBeLessThanOrEqual(6 * weightOf(1));
    }
    const small = new StateCache(2 * weightOf(3));
    small.set('a', entry(0, 4));
    expect([small.get('a'), small.bytes]).toEqual([undefined, 0]);
  });

  it('keeps what a command appended to an entry that it held weighed right', () => {
    const cache = new StateCache();
    const held = entry(0, 1);
    cache.set('a', held);
    held.tags.set('later', 1);
    cache.set('a', { ...held, revision: 1 });
    expect(cache.bytes).toBe(weightOf(2));
    cache.drop('a');
    expect(cache.bytes).toBe(0);
  });
});
