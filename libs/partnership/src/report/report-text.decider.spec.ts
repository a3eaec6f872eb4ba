import fc from 'fast-check';
import { numberWords, piecesOf, tokensOf, typedNumbers } from './report-text.decider';

const typed = (text: string): readonly string[] => typedNumbers(text).map((found) => found.text);

describe('a typed number', () => {
  it.each([
    ['Er waren 12 sessies.', ['12']],
    ['Er waren 2.021 sessies.', ['2.021']],
    ['Il y a eu 1 109 personnes.', ['1 109']],
    ['5% meer', ['5']],
    ['2021 % meer', ['2021']],
    ['COVID-19 en P3', ['19', '3']],
    ['½ jaar, ٣ keer, Ⅳ', ['½', '٣', 'Ⅳ']],
    ['in 2021 waren er 3', ['3']],
    ['45 novembre 2021', ['45']],
    ['in 2150 en 1850', ['2150', '1850']],
    ['{{a}}5 en x{{b}}', ['5']],
    ['artikel 12,5', ['12,5']],
  ])('is found in %j', (text, numbers) => {
    expect(typed(text)).toEqual(numbers);
  });

  it.each([
    'in 2021, 2021-2026 en 2021/2022',
    'op 09.12.2021, 9/12/2021 en 2021-12-09',
    'op 26 november 2021, le 1er mars 2021, on 4 May',
    'artikel 14 en art. 5bis, lid 2, § 3',
    "l'article 3 du règlement (UE) 2016/679",
    'Er waren {{sessies}} sessies en {{b-2}} groepen.',
    'zonder cijfers',
  ])('is not in %j', (text) => {
    expect(typed(text)).toEqual([]);
  });

  it('is told with its place in the text that was sent', () => {
    expect(typedNumbers('{{a}} en 7')).toEqual([{ at: 9, text: '7' }]);
  });
});

describe('whatever the text', () => {
  const plain = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/\p{N}|[{}]/u.test(text));
  const words = fc.constantFrom('sessies', 'en', 'les', 'groupes', 'personen', 'sur');

  it('it has no number where there are no digits', () => {
    fc.assert(fc.property(plain, (text) => typedNumbers(text).length === 0));
  });

  it('a count between words is found, wherever it stands, and a token in its place is not', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 }).filter((n) => n < 1900 || n > 2100);
    fc.assert(
      fc.property(fc.array(words), count, fc.array(words), (before, n, after) => {
        const around = (middle: string) => [...before, 'waren', middle, 'keer', ...after].join(' ');
        return typed(around(String(n))).join() === String(n) && typed(around('{{n}}')).length === 0;
      }),
    );
  });

  it('a count that touches an allowed year is found with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 0, max: 999 }), (year, n) => {
        return typed(`${year}.${n}`).length > 0 && typed(`${n},${year}`).length > 0 && typed(`${year}%`).length > 0;
      }),
    );
  });

  it('its pieces make it up again', () => {
    const token = fc.constantFrom('{{a}}', '{{sessies-2}}', '{{A}}', '{{', '}}');
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, token)), (parts) => {
        const text = parts.join('');
        return (
          piecesOf(text)
            .map((piece) => (piece.token === undefined ? piece.text : `{{${piece.token}}}`))
            .join('') === text
        );
      }),
    );
  });
});

test('tokens are told once, in order', () => {
  expect(tokensOf('{{b}} {{a}} {{b}} {{Bad}} {{}}')).toEqual(['b', 'a']);
});

describe('a word that says a number', () => {
  it.each([
    ['nl', 'Wij hielden drie sessies en zevenenveertig gesprekken.', ['drie', 'zevenenveertig']],
    ['nl', 'Er was een sessie met één gast.', []],
    ['fr', 'Trois séances et une quarantaine de personnes, un livre neuf.', ['Trois', 'quarantaine']],
    ['en', 'Two dozen meetings, one guest.', ['Two', 'dozen']],
    ['fr', 'De groep van drie', []],
  ])('%s: %j', (language, text, found) => {
    expect(numberWords(text, language).map((word) => word.text)).toEqual(found);
  });
});
