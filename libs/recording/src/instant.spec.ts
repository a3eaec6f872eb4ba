import fc from 'fast-check';
import { isoInstant } from './instant';

describe('isoInstant', () => {
  it('writes what a Date writes, whatever instant was written before', () => {
    const instants = fc.oneof(
      fc.integer({ min: 0, max: 4_102_444_800_000 }),
      fc.integer({ min: 1_614_850_200_000, max: 1_614_850_203_000 }),
    );
    fc.assert(
      fc.property(fc.array(instants, { minLength: 1, maxLength: 20 }), (all) => {
        expect(all.map(isoInstant)).toEqual(all.map((ms) => new Date(ms).toISOString()));
      }),
    );
  });
});
