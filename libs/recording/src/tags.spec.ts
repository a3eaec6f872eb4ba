import { createHash } from 'node:crypto';
import { jcs } from '@app/audit';
import { newIdOf } from './tags';

describe('a new id', () => {
  it('is the base64url of the first 16 bytes of its digest, whatever its last character', () => {
    const ids = Array.from({ length: 500 }, (_, n) => newIdOf('tag', n));
    const whole = ids.map((_, n) =>
      createHash('sha256')
        .update(jcs(['tag', n]))
        .digest()
        .toString('base64url', 0, 16),
    );
    expect(ids).toEqual(whole);
    expect(new Set(ids.map((id) => id.at(-1)))).toEqual(new Set(['A', 'Q', 'g', 'w']));
  });
});
