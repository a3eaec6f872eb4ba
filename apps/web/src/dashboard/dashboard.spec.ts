import type { DashboardGroup, Figure } from '@app/indicators/answers';
import { type Asked, exportsOf, selectFigures } from './dashboard';
import { barOf, longestOf } from './series';

const figure = (rest: Partial<Figure>): Figure => ({ value: 1, lo: 1, hi: 1, shown: 'computed', claims: [], ...rest }) as Figure;
const shown = (indicator: string, nl: string) => ({ indicator, labels: { nl, fr: `en français ${nl}`, en: nl }, figure: figure({}) });
const groups: readonly DashboardGroup[] = [
  { term: 'session', figures: [shown('a', 'Infosessies'), shown('b', 'Aanwezigheden')] },
  { plan: '2024', figures: [shown('c', 'Coördinatie')] },
];
const asked: Asked = { period: '2021', plan: '', territory: '', organisation: '', asOf: '', knownOn: '' };

describe('the search', () => {
  const found = (words: string) => selectFigures(groups, words, 'nl').map(({ figures }) => figures.map(({ indicator }) => indicator));

  it.each([
    ['', [['a', 'b'], ['c']]],
    ['COORDINATIE', [['c']]],
    ['sessies info', [['a']]],
    ['nergens', []],
  ])('for "%s" leaves groups with something in them', (words, codes) => {
    expect(found(words)).toEqual(codes);
  });
});

describe('what can be taken out', () => {
  const formats = (rest: Partial<Asked>) => exportsOf({ ...asked, ...rest }, 'all', 'fr').map(({ format }) => format);

  it('is asked as the page is', () => {
    expect(exportsOf({ ...asked, period: '2021-Q1', territory: 'Z-N', knownOn: '2022-01-01' }, 'members', 'fr')[0]).toEqual({
      format: 'csv',
      address: '/api/figures/export?format=csv&indicators=members&period=2021-Q1&territory=Z-N&knownOn=2022-01-01&lang=fr',
    });
  });

  it.each<[string, Partial<Asked>, boolean]>([
    ['of a year', {}, true],
    ['of a month', { period: '2021-03' }, true],
    ['in a territory', { territory: 'Z-N' }, true],
    ['of a season', { period: '2021-winter' }, false],
    ['of the period of a plan', { period: 'plan:2021' }, false],
    ['for a plan', { plan: '2021' }, false],
    ['of an organisation', { organisation: 'org-a' }, false],
  ])('%s for DHIS2: %s', (_, rest, offered) => {
    expect(formats(rest)).toEqual(['csv', 'xlsx', 'sdmx-csv', ...(offered ? ['dhis2'] : [])]);
  });
});

describe('a bar', () => {
  it.each<[string, Partial<Figure>, object | undefined]>([
    ['ends at the number', { value: 5, lo: 5, hi: 5 }, { end: 5, lo: 5, hi: 5, claimed: false }],
    ['ends at the least, and shows the most', { value: null, lo: 2, hi: 9 }, { end: 2, lo: 2, hi: 9, claimed: false }],
    ['of an open bound ends where it is known', { value: null, lo: 2, hi: null }, { end: 2, lo: 2, hi: 2, claimed: false }],
    ['of a printed number is another', { shown: 'claim' }, { end: 1, lo: 1, hi: 1, claimed: true }],
    ['is not drawn of nothing', { value: null, lo: null, hi: null, shown: 'none' }, undefined],
    ['is not drawn of claims that disagree', { shown: 'disputed' }, undefined],
    ['is not drawn of what may not be added up', { refusal: { code: 'figure.mixed-count-kinds' } }, undefined],
  ])('%s', (_, rest, bar) => {
    expect(barOf(figure(rest))).toEqual(bar);
  });

  it('is drawn against the greatest of all, and never against nothing', () => {
    expect(longestOf([figure({ value: null, lo: 2, hi: 9 }), figure({ value: 5, lo: 5, hi: 5 })])).toBe(9);
    expect(longestOf([figure({ value: 0, lo: 0, hi: 0 })])).toBe(1);
    expect(longestOf([])).toBe(1);
  });
});
