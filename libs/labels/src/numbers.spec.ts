import { betweenBounds, type Counted, inBounds, isOne, type Known, Labels, type Language, LANGUAGES, writtenCount, writtenValue } from '.';

const labels = new Labels();
const sayIn = (language: Language) => (key: string, params?: Readonly<Record<string, string>>) => labels.text(language, key, params);
/** The spaces that a locale puts into numbers are not those of a keyboard. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll(/[\u00a0\u202f]/g, ' ');

const known = (rest: Partial<Known>): Known => ({ value: null, lo: null, hi: null, exactness: 'exact', ...rest });
const sessions: Counted = { kind: 'session' };
const inAll = (write: typeof writtenValue, of: Known, counted: Counted): readonly (string | undefined)[] =>
  LANGUAGES.map((language) => plain(write(language, of, counted, sayIn(language))));

describe('what is known of a number', () => {
  it.each<[string, Partial<Known>, string | undefined, string | undefined, string | undefined]>([
    ['the number', { value: 1_234, lo: 1_234, hi: 1_234 }, '1.234', '1 234', '1,234'],
    ['the number, of which no bounds are known', { value: 12 }, '12', '12', '12'],
    ['the number, where more may belong to it up to a bound', { value: 12, lo: 12, hi: 14 }, '12', '12', '12'],
    ['the bounds that are one number', { lo: 12, hi: 12 }, '12', '12', '12'],
    ['about a number', { value: 800, exactness: 'approximate' }, 'ongeveer 800', 'environ 800', 'about 800'],
    ['at least a number', { lo: 12 }, 'minstens 12', 'au moins 12', 'at least 12'],
    ['at least the number that the record knows of', { value: 12, lo: 12 }, 'minstens 12', 'au moins 12', 'at least 12'],
    ['at least none', { value: 0, lo: 0 }, 'minstens 0', 'au moins 0', 'at least 0'],
    ['at most a number', { hi: 7 }, 'hoogstens 7', 'au plus 7', 'at most 7'],
    ['from one number to another', { lo: 1_070, hi: 1_506 }, '1.070 tot 1.506', '1 070 à 1 506', '1,070 to 1,506'],
    ['nothing', {}, undefined, undefined, undefined],
  ])('%s', (_, of, ...written) => {
    expect(inAll(writtenValue, known(of), sessions)).toEqual(written);
  });

  it('is told by its bounds where these differ', () => {
    const told = [{ value: 12, lo: 12, hi: 14 }, { value: 12, lo: 12, hi: 12 }, { value: 12, lo: 12 }, { value: 12 }].map((of) =>
      writtenValue('en', betweenBounds(known(of)), sessions, sayIn('en')),
    );
    expect(told).toEqual(['12 to 14', '12', 'at least 12', '12']);
  });

  it('is written as it is asked to be', () => {
    expect(inBounds({ value: null, lo: 0.5, hi: null }, (factor) => factor.toFixed(2), sayIn('nl'))).toBe('minstens 0.50');
  });
});

describe('what is known of a count', () => {
  it.each<[string, Partial<Known>, Counted, string, string, string]>([
    ['several', { value: 30, lo: 30, hi: 30 }, sessions, '30 sessies', '30 séances', '30 sessions'],
    ['one', { value: 1, lo: 1, hi: 1 }, sessions, '1 sessie', '1 séance', '1 session'],
    ['none', { value: 0, lo: 0, hi: 0 }, sessions, '0 sessies', '0 séance', '0 sessions'],
    ['at least one', { value: 1, lo: 1 }, sessions, 'minstens 1 sessie', 'au moins 1 séance', 'at least 1 session'],
    ['at least several', { value: 34, lo: 34 }, sessions, 'minstens 34 sessies', 'au moins 34 séances', 'at least 34 sessions'],
    ['about several', { value: 77, exactness: 'approximate' }, sessions, 'ongeveer 77 sessies', 'environ 77 séances', 'about 77 sessions'],
    ['at most several', { hi: 6 }, sessions, 'hoogstens 6 sessies', 'au plus 6 séances', 'at most 6 sessions'],
    ['one or two', { lo: 1, hi: 2 }, sessions, '1 tot 2 sessies', '1 à 2 séances', '1 to 2 sessions'],
    ['a share', { value: 3_509, lo: 3_509 }, { kind: 'percentage' }, 'minstens 35,09%', 'au moins 35,09 %', 'at least 35.09%'],
    ['money', { value: 150_000, lo: 150_000 }, { kind: 'euro' }, 'minstens € 1.500,00', 'au moins 1 500,00 €', 'at least €1,500.00'],
    ['a mean', { value: 725, lo: 725, hi: 725 }, { kind: 'day', mean: true }, '7,25 dagen', '7,25 jours', '7.25 days'],
    ['what has no kind', { value: 4, lo: 4 }, { kind: null }, 'minstens 4', 'au moins 4', 'at least 4'],
    [
      'working time',
      { value: 150, lo: 150 },
      { kind: 'fte' },
      'minstens 1,5 voltijdse equivalenten',
      'au moins 1,5 équivalent temps plein',
      'at least 1.5 full-time equivalents',
    ],
  ])('%s', (_, of, counted, ...written) => {
    expect(inAll(writtenCount, known(of), counted)).toEqual(written);
  });

  it('is not there where nothing is known', () => {
    expect(writtenCount('nl', known({}), sessions, sayIn('nl'))).toBeUndefined();
  });

  it('takes the singular as its language does', () => {
    expect(LANGUAGES.map((language) => [0, 1, 1.5, 2].map((number) => isOne(language, number)))).toEqual([
      [false, true, false, false],
      [true, true, true, false],
      [false, true, false, false],
    ]);
  });
});
