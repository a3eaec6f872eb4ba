import { defineEvent } from './event';
import { kept, repeats } from './kept';
import { Sealed, type SealedText } from './sealed';
import { onDay, recorded } from './spec';

const noted = defineEvent<{ n: number; note?: SealedText }>()({
  type: 'Noted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { n: 'core', note: 'text' },
});

describe('what a state recognises as repeated', () => {
  const earlier = kept(recorded(noted, { n: 1 }, { occurred: onDay('2021-03-01') }));

  it('takes data and day together', () => {
    expect(repeats(earlier, { n: 1 }, onDay('2021-03-01'))).toBe(true);
    expect(repeats(earlier, { n: 1 }, onDay('2021-03-02'))).toBe(false);
    expect(repeats(earlier, { n: 2 }, onDay('2021-03-01'))).toBe(false);
    expect(repeats(undefined, { n: 1 }, onDay('2021-03-01'))).toBe(false);
  });

  it('leaves out what is sealed', () => {
    expect(repeats(earlier, { n: 1, note: new Sealed('said again') }, onDay('2021-03-01'))).toBe(true);
    expect(repeats(earlier, { n: 2, note: new Sealed('said again') }, onDay('2021-03-01'))).toBe(false);
  });

  it('keeps nothing but data and day', () => {
    expect(Object.keys(earlier)).toEqual(['data', 'occurred']);
  });
});
