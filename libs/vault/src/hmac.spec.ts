import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { hmac, hmacKey, hmacTag } from '.';

describe('hmac', () => {
  it('equals createHmac for every key and text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1300, maxLength: 5000 })),
        (key, text) => {
          const expected = createHmac('sha256', key).update(text, 'utf8').digest();
          const prepared = hmacKey(Buffer.from(key));
          expect(hmac(prepared, text)).toEqual(expected);
          expect(hmacTag(prepared, text)).toBe(expected.toString('base64url'));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('leaves the prepared key as it was', () => {
    const key = hmacKey(Buffer.from('key'));
    expect(hmacTag(key, 'a')).toBe(hmacTag(key, 'a'));
    expect(hmacTag(key, 'a')).not.toBe(hmacTag(key, 'b'));
  });
});
