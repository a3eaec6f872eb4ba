import { Sealed } from '@app/decider';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { BadValue, jcs, jcsOfPresent } from '.';
import { jcsOfSealed } from './jcs';

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 8 });
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(ascii, tie('value'), { maxKeys: 5 }),
  ),
}));

const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof BadValue) return error.reason;
    throw error;
  }
  return 'no error';
};

describe('jcs', () => {
  it('equals canonicalize for every value that an event may hold', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(jcs(any)).toBe(canonicalize(any));
        expect(jcsOfPresent(any)).toBe(canonicalize(any));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('sorts by code unit, integer-like keys and the oddest names too', () => {
    const odd = JSON.parse('{"b":1,"a":2,"10":3,"9":4,"B":5,"":6,"__proto__":7,"\\n\\"":8}') as object;
    expect(jcs(odd)).toBe('{"":6,"\\n\\"":8,"10":3,"9":4,"B":5,"__proto__":7,"a":2,"b":1}');
    expect(canonicalize(odd)).toBe(jcs(odd));
  });

  const circle: unknown[] = [];
  circle.push(circle);

  it.each([
    ['null', null, 'type'],
    ['undefined', undefined, 'type'],
    ['an undefined member', { a: undefined }, 'type'],
    ['a hole', [, 1], 'type'],
    ['a function', { toJSON: () => 1 }, 'type'],
    ['a bigint', 1n, 'type'],
    ['a symbol', Symbol.iterator, 'type'],
    ['a date', new Date(0), 'type'],
    ['a map', new Map(), 'type'],
    ['a wrapped value', { text: new Sealed('x') }, 'type'],
    ['a fraction', 0.5, 'number'],
    ['minus zero', -0, 'number'],
    ['not a number', NaN, 'number'],
    ['infinity', Infinity, 'number'],
    ['past the safe integers', 2 ** 53, 'number'],
    ['half a pair', '\ud800', 'string'],
    ['a key beyond ASCII', { '\u00e9': 1 }, 'key'],
    ['a circle', circle, 'depth'],
  ])('refuses %s', (_name, bad, reason) => {
    expect(reasonOf(() => jcs(bad))).toBe(reason);
    expect(reasonOf(() => jcs({ deep: [bad] }))).toBe(reason);
  });

  it('leaves absent members out only where a value in memory is meant', () => {
    expect(jcsOfPresent({ a: undefined, b: { c: undefined, d: 1 } })).toBe('{"b":{"d":1}}');
    expect(reasonOf(() => jcsOfPresent([undefined]))).toBe('type');
    expect(reasonOf(() => jcsOfPresent({ a: null }))).toBe('type');
  });

  it('opens wrapped values only for what will be sealed', () => {
    const wrapped = { note: new Sealed({ text: 'a', more: new Sealed(['b']) }) };
    expect(jcsOfSealed(wrapped)).toBe('{"note":{"more":["b"],"text":"a"}}');
    expect(reasonOf(() => jcsOfPresent(wrapped))).toBe('type');
  });

  it('names the kind of a bad value and never the value', () => {
    expect(new BadValue('string', 'remark').message).toBe('a value of kind "string" may not stand in an event (field remark)');
  });
});
