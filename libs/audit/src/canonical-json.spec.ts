import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { BadValue, canonicalJson } from '.';

describe('canonical JSON', () => {
  it('equals canonicalize for every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { seed: 19, numRuns: 2000 },
    );
  });

  it('is one text for one value, whatever the order of its members and those that are absent', () => {
    expect(canonicalJson({ b: 35.1, a: [null, -0, 1e21], c: undefined })).toBe('{"a":[null,0,1e+21],"b":35.1}');
  });

  it.each([[NaN], [undefined], ['\ud800'], [[undefined]], [Array(2)], [new Date(0)], [1n], [() => 1]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(BadValue);
  });
});
