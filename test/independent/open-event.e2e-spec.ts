import vectors from '../../libs/audit/src/envelope-vectors.json';
import { freshEvent } from './fresh-event';
import { checkEvent, type IndependentCase } from './open-event';

const fresh = freshEvent();
const cases: [string, IndependentCase, number][] = [
  ['the vector of a concertation', vectors.held, 7],
  ['the vector of a session', vectors.session, 2],
  ['an event encoded now', fresh, 8],
];

describe('an independent reading of a stored event', () => {
  it.each(cases)('opens %s and recomputes every digest and the leaf hash', (_name, event, disclosures) => {
    expect(checkEvent(event)).toBe(disclosures);
  });

  it.each(cases)('notices one changed bit anywhere in %s', (_name, event) => {
    const bytes = Buffer.from(event.stored, 'utf8');
    // Every byte of the short parts, and a sample of a long ciphertext.
    const step = bytes.length > 4000 ? 5 : 1;
    const unnoticed: number[] = [];
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      try {
        checkEvent({ ...event, stored: changed.toString('utf8') });
        unnoticed.push(at);
      } catch {
        continue;
      }
    }
    expect(unnoticed).toEqual([]);
  });

  it('has the same leaf once the sealed parts are gone', () => {
    const erased = JSON.stringify({ ...(JSON.parse(fresh.stored) as object), sealed: [] });
    expect(checkEvent({ ...fresh, stored: erased, slots: [] })).toBe(4);
  });

  it('does not open with the key of another slot', () => {
    const [first, second] = fresh.slots;
    const swapped = [
      { kid: first!.kid, key: second!.key },
      { kid: second!.kid, key: first!.key },
    ];
    expect(() => checkEvent({ ...fresh, slots: swapped })).toThrow();
  });
});
