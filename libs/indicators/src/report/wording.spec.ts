import type { Figure } from '../figure';
import { text } from './model';
import { Wording } from './wording';

const plain = (words: string | undefined): string | undefined => words?.replaceAll(/[\u00a0\u202f]/g, ' ');
const figure = (rest: Partial<Figure>): Figure =>
  ({
    id: 'f',
    shown: 'computed',
    value: null,
    lo: null,
    hi: null,
    exactness: 'exact',
    countKind: 'session',
    claims: [],
    ...rest,
  }) as Figure;
const [nl, fr, en] = [new Wording('nl'), new Wording('fr'), new Wording('en')];

describe('days in words', () => {
  it.each([
    ['2021-01-01', '2021-12-31', '2021', '2021', '2021'],
    ['2021-02-01', '2021-02-28', 'februari 2021', 'février 2021', 'February 2021'],
    [
      '2021-02-01',
      '2021-02-27',
      '1 februari 2021 tot 27 februari 2021',
      'du 1er février 2021 au 27 février 2021',
      '1 February 2021 to 27 February 2021',
    ],
    ['2021-02-01', '2021-02-01', '1 februari 2021', '1er février 2021', '1 February 2021'],
  ])('%s to %s', (from, to, ...written) => {
    expect([nl, fr, en].map((wording) => plain(wording.days({ from, to })))).toEqual(written);
  });
});

describe('a figure in words', () => {
  it.each([
    ['a number', { value: 1109 }, '1.109 sessies', '1 109 séances', '1,109 sessions'],
    ['one', { value: 1 }, '1 sessie', '1 séance', '1 session'],
    ['about a number', { value: 77, exactness: 'approximate' }, 'ongeveer 77 sessies', 'environ 77 séances', 'about 77 sessions'],
    ['at least a number', { lo: 21 }, 'minstens 21 sessies', 'au moins 21 séances', 'at least 21 sessions'],
    ['at least what is known', { value: 21, lo: 21 }, 'minstens 21 sessies', 'au moins 21 séances', 'at least 21 sessions'],
    ['at most a number', { hi: 6 }, 'hoogstens 6 sessies', 'au plus 6 séances', 'at most 6 sessions'],
    ['between two', { lo: 5, hi: 9 }, '5 tot 9 sessies', '5 à 9 séances', '5 to 9 sessions'],
    ['a percentage', { value: 3509, countKind: 'percentage' }, '35,09%', '35,09 %', '35.09%'],
    [
      'working time',
      { value: 150, countKind: 'fte' },
      '1,5 voltijdse equivalenten',
      '1,5 équivalent temps plein',
      '1.5 full-time equivalents',
    ],
    ['none at all', { value: 0 }, '0 sessies', '0 séance', '0 sessions'],
    ['nothing', { shown: 'none' }, 'niet geregistreerd', 'non enregistré', 'not recorded'],
  ] as const)('%s', (_, shown, dutch, french, english) => {
    const said = [nl, fr, en].map((wording) => plain(wording.figure(figure(shown), 'value-with-kind')));
    expect(said).toEqual([dutch, french, english]);
  });

  it('an amount has its currency', () => {
    expect(plain(fr.figure(figure({ value: 1_250_050, countKind: 'euro' }), 'value-with-kind'))).toBe('12 500,50 €');
  });

  it('tells claims that contradict each other side by side', () => {
    const claims = [27, 25].map((value) => ({
      value,
      lo: value,
      hi: value,
      kind: 'session',
      exactness: 'exact',
      raw: String(value),
      eventId: 'e',
    }));
    expect(nl.figure(figure({ shown: 'disputed', claims: claims as never }))).toBe('tegenstrijdige opgaven: 27 / 25');
  });

  it('cannot be compared with what is not known, or with nothing', () => {
    expect(en.figure(figure({ value: 4 }), 'factor', figure({ value: null }))).toBe('not recorded');
    expect(en.figure(figure({ value: 4 }), 'factor', figure({ value: 0 }))).toBe('not recorded');
    expect(en.figure(figure({ value: 5 }), 'factor', figure({ value: 2 }))).toBe('2.5');
  });
});

describe('a goal in words', () => {
  it.each([
    ['>=', 40, null, 'minstens 40 sessies'],
    ['>', 25, null, 'minstens 26 sessies'],
    ['<=', null, 6, 'hoogstens 6 sessies'],
    ['=', 1, 1, '1 sessie'],
    ['range', 24, 28, '24 tot 28 sessies'],
    ['none', null, null, undefined],
  ] as const)('%s', (comparator, lo, hi, words) => {
    expect(nl.goal({ comparator, lo, hi, kind: 'session' })).toBe(words);
  });
});

describe('days', () => {
  it('are written as the language writes them, as precisely as they are known', () => {
    expect([nl, fr, en].map((wording) => wording.day('2021-11-01'))).toEqual(['1 november 2021', '1er novembre 2021', '1 November 2021']);
    expect(fr.when({ from: '2022-08-01', to: '2022-08-31', precision: 'month' })).toBe('août 2022');
    expect(fr.when({ from: '2019-01-01', to: '2020-12-31', precision: 'year' })).toBe('2019-2020');
    expect(nl.when({ from: '2019-12-21', to: '2020-03-20', precision: 'season' })).toBe('winter 2019-2020');
    expect(fr.when({ from: '2022-09-22', to: '2022-12-20', precision: 'season' })).toBe('automne 2022');
    expect(en.when({ from: '2021-04-01', to: '2021-06-30', precision: 'quarter' })).toBe('Second quarter of 2021');
    expect(fr.when({ from: '2021-04-03', to: '2021-04-09', precision: 'day' })).toBe('du 3 avril 2021 au 9 avril 2021');
  });
});

test('a sentence takes its spans in the order of its language', () => {
  const number = { kind: 'number', text: '12', figure: 'f' } as const;
  expect(fr.sentence('report-text.mark.moved', { before: number, after: text('15') })).toEqual([
    text('Dépassé\u00a0: le texte dit '),
    number,
    text(', l’enregistrement '),
    text('15'),
    text('.'),
  ]);
});

test('French has its apostrophes, and spaces that do not break before high marks; a list has the mark of its language', () => {
  expect(fr.label('report-text.about.not-drafted')).toContain('disent d’eux-mêmes');
  const lines = [[text('a')], [text('b')]];
  expect(
    [nl, fr].map((wording) =>
      wording
        .listed(lines)
        .map((piece) => piece.text)
        .join(''),
    ),
  ).toEqual(['a; b', 'a\u00a0; b']);
});

test('a count takes the word for one, or for many', () => {
  const said = (wording: Wording, ...of: readonly string[]) =>
    wording
      .counted('target', of)
      .map((piece) => piece.text)
      .join('');
  expect([said(nl, 'a'), said(nl, 'a', 'b'), said(nl), said(fr)]).toEqual(['1 doel', '2 doelen', '0 doelen', '0 cible']);
});

test('a figure between its bounds names what it counts', () => {
  expect(nl.figure(figure({ value: 215, lo: 215, hi: 227, countKind: 'attendance' }), 'range-with-kind')).toBe('215 tot 227 aanwezigheden');
  expect(nl.figure(figure({ value: 26, lo: 26, hi: 26, countKind: 'attendance' }), 'range-with-kind')).toBe('26 aanwezigheden');
});
