import { dataOf, sameData } from './data';
import { defineEvent } from './event';
import { Sealed } from './sealed';

interface Said {
  readonly title: { readonly nl: string; readonly fr?: string };
  readonly note?: Sealed<string>;
  readonly count?: number;
}

const said = defineEvent<Said>()({
  type: 'Said',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { title: 'public-text', note: 'text', count: 'core' },
});

class TitleInstance {
  nl = 'Titel';
  fr = undefined;
}

describe('data of an event', () => {
  it('takes the declared fields only, plain, and leaves absent ones out', () => {
    const command = { title: new TitleInstance(), count: undefined, occurred: { from: '2021-01-01' } } as unknown as Said;
    const data = dataOf(said, command);
    expect(data).toStrictEqual({ title: { nl: 'Titel' } });
    expect(Object.getPrototypeOf(data.title)).toBe(Object.prototype);
  });

  it('leaves sealed values unopened', () => {
    const note = new Sealed('words');
    expect(dataOf(said, { title: { nl: 'Titel' }, note }).note).toBe(note);
  });

  it('compares without regard to key order and absent keys', () => {
    expect(sameData({ nl: 'a', fr: 'b' }, { fr: 'b', nl: 'a', en: undefined })).toBe(true);
    expect(sameData([1, 2], [2, 1])).toBe(false);
    expect(sameData([], {})).toBe(false);
    expect(sameData(null, {})).toBe(false);
    expect(sameData({ nl: 'a' }, { nl: 'a', fr: 'b' })).toBe(false);
  });

  it('holds no two sealed values for the same', () => {
    expect(sameData(new Sealed('a'), new Sealed('a'))).toBe(false);
  });
});
