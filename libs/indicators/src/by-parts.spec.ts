import fc from 'fast-check';
import { ByParts, type Part } from './by-parts';

const part: fc.Arbitrary<Part> = fc.oneof(fc.constantFrom('a', 'b', 'null', '1'), fc.constantFrom(1, 2), fc.constant(null));

describe('a map by parts', () => {
  test('holds what a map of the parts as one text holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.tuple(part, part, part), fc.nat(9))), (entries) => {
        const byParts = new ByParts<number>();
        const plain = new Map<string, number>();
        for (const [parts, value] of entries) {
          expect(byParts.get(parts)).toBe(plain.get(JSON.stringify(parts)));
          byParts.set(parts, value);
          plain.set(JSON.stringify(parts), value);
          expect([byParts.get(parts), byParts.size]).toEqual([value, plain.size]);
        }
        byParts.clear();
        expect([byParts.size, ...entries.map(([parts]) => byParts.get(parts))]).toEqual([0, ...entries.map(() => undefined)]);
      }),
    );
  });
});
