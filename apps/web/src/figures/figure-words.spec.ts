import type { ClaimBeside, Figure } from '@app/indicators/answers';
import { catalogues } from '@app/labels';
import { eventNames, type Language, translator } from '../language';
import { claimIn, countIn, factorIn, sureIn, valueIn } from './figure-words';

const readerIn = (language: Language) => ({
  language,
  t: translator(catalogues[language]),
  events: eventNames(catalogues[language]),
});
const nl = readerIn('nl');

const figure = (rest: Partial<Figure>): Figure => ({
  ...{
    id: 'f',
    definition: { code: 'things', version: 1 },
    countKind: 'session',
    unit: 'sessions',
    value: 30,
    lo: 30,
    hi: 30,
    exactness: 'exact',
  },
  ...{ period: { from: '2021-01-01', to: '2021-12-31' }, asOf: '2021-12-31', knownOn: '2021-12-31' },
  ...{ shown: 'computed', provisional: false, coverage: 'complete' },
  ...{ computed: null, claims: [] },
  ...rest,
});
const claim = (rest: Partial<ClaimBeside>): ClaimBeside => ({
  ...{ eventId: 'e', kind: 'session', raw: '29 sessies', value: 29, lo: 29, hi: 29, exactness: 'exact', provisional: false },
  ...rest,
});
/** The spaces that a locale puts into numbers are not those of a keyboard. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the value of a figure', () => {
  it.each<[string, Partial<Figure>]>([
    ['30 sessies', {}],
    ['1 sessie', { value: 1, lo: 1, hi: 1 }],
    ['minstens 1 sessie', { value: null, lo: 1, hi: null }],
    ['minstens 34 sessies', { value: 34, lo: 34, hi: null, coverage: 'partial' }],
    ['ongeveer 800 sessies', { value: 800, lo: null, hi: null, exactness: 'approximate' }],
    ['170 tot 506 unieke personen', { countKind: 'unique-person', value: null, lo: 170, hi: 506 }],
    ['hoogstens 7 sessies', { value: null, lo: null, hi: 7 }],
    ['12.345 sessies', { value: 12_345, lo: 12_345, hi: 12_345 }],
    ['35,12%', { countKind: 'percentage', value: 3_512, lo: 3_512, hi: 3_512 }],
    ['€ 1.234,50', { countKind: 'euro', value: 123_450, lo: 123_450, hi: 123_450 }],
    ['2,5 voltijdse equivalenten', { countKind: 'fte', value: 250, lo: 250, hi: 250 }],
    ['niet geregistreerd', { shown: 'none', value: null, lo: null, hi: null }],
    ['tegenstrijdige opgaven: 29 sessies / 31 sessies', { shown: 'disputed', claims: [claim({}), claim({ value: 31, lo: 31, hi: 31 })] }],
  ])('reads %s', (text, rest) => {
    expect(plain(valueIn(figure(rest), nl))).toBe(text);
  });

  it('that is a mean is kept in hundredths, and so are its claims', () => {
    const mean = figure({ countKind: 'day', mean: true, value: 725, lo: 725, hi: 725 });
    const disputed = { ...mean, shown: 'disputed', claims: [claim({ kind: 'day', value: 700, lo: 700, hi: 700 })] } as const;
    expect([valueIn(mean, nl), valueIn(disputed, nl)]).toEqual(['7,25 dagen', 'tegenstrijdige opgaven: 7 dagen']);
  });

  it('is written as each language writes it', () => {
    const written = (language: Language): string => plain(valueIn(figure({ value: 1_200, lo: 1_200, hi: 1_200 }), readerIn(language)));
    expect([written('nl'), written('fr'), written('en')]).toEqual(['1.200 sessies', '1 200 séances', '1,200 sessions']);
  });

  it('of nothing known is not recorded', () => {
    expect(countIn({ value: null, lo: null, hi: null }, { kind: 'session', mean: false }, nl)).toBe('niet geregistreerd');
  });
});

describe('how sure a figure is', () => {
  const computed = { value: 30, lo: 30, hi: 30, exactness: 'exact', facts: 30 } as const;

  it.each<[string, Partial<Figure>, readonly string[]]>([
    ['counted over a complete record', {}, ['geteld']],
    ['counted in part', { coverage: 'partial' }, ['gedeeltelijk geteld']],
    ['printed, and not over', { shown: 'claim', provisional: true }, ['volgens een gedrukt verslag', 'voorlopig']],
    [
      'with what may lie outside and came late',
      { computed: { ...computed, partly: 2, notAssessable: 3, late: 4 } },
      ['geteld', 'gedeeltelijk bekend: van 2 is niet zeker dat het binnen de periode valt', 'niet te beoordelen: 3', 'laat opgetekend: 4'],
    ],
  ])('%s', (_, rest, said) => {
    expect(sureIn(figure(rest), nl)).toEqual(said);
  });
});

describe('a claim', () => {
  it('is one line: as printed, from where, of when, and how the count stands to it', () => {
    const printed = claim({ dataOn: '2021-12-31', source: { ref: 'S000', line: 694 }, conflict: true, factor: { lo: 1.03, hi: 1.03 } });
    expect(claimIn(printed, nl)).toBe(
      'gedrukt: 29 sessies, gegevens van 31 december 2021, S000, regel 694, verificatiefactor (geteld gedeeld door gedrukt): 1,03, strijdig met de telling',
    );
    expect(claimIn(claim({}), nl)).toBe('gedrukt: 29 sessies');
  });

  it.each([
    [{ lo: 0.5, hi: 1 }, '0,50 tot 1,00'],
    [{ lo: 0.5, hi: null }, 'minstens 0,50'],
    [{ lo: null, hi: 2 }, 'hoogstens 2,00'],
    [{ lo: null, hi: null }, undefined],
  ])('has a factor of %j', (factor, text) => {
    expect(factorIn(factor, nl)).toBe(text);
  });
});
