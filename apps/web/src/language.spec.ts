import { dayIn, daysIn, eventNames, textIn, translator } from './language';

describe('a label', () => {
  const t = translator({ page: { shown: '{{shown}} van {{total}}', nested: { deep: 'diep' } } });

  it('is found by its dotted key, with its places filled', () => {
    expect([t('page.shown', { shown: 3, total: 98 }), t('page.nested.deep')]).toEqual(['3 van 98', 'diep']);
  });

  it('that is not there shows its key', () => {
    expect([t('page.other'), t('page.nested'), t('page.shown.deeper')]).toEqual(['page.other', 'page.nested', 'page.shown.deeper']);
  });
});

it('the events of all terms are named by their type', () => {
  const names = eventNames({
    session: { title: 'Sessie', event: { SessionHeld: 'Sessie gehouden' } },
    page: { shown: 'x' },
    claim: { event: { ClaimImported: 'Overgenomen' } },
  });
  expect([...names]).toEqual([
    ['SessionHeld', 'Sessie gehouden'],
    ['ClaimImported', 'Overgenomen'],
  ]);
});

it('a text stands in another language where that of the reader has none', () => {
  expect([textIn({ nl: 'a', fr: 'b' }, 'en'), textIn({ nl: 'a' }, 'fr'), textIn({}, 'nl')]).toEqual(['b', 'a', '']);
});

describe('days', () => {
  it.each([
    ['2021-01-01', '2021-12-31', '2021'],
    ['2021-10-01', '2021-10-31', 'oktober 2021'],
    ['2021-02-01', '2021-03-31', 'februari – maart 2021'],
    ['2020-12-01', '2021-02-28', 'december 2020 – februari 2021'],
    ['2021-03-29', '2021-03-29', '29 maart 2021'],
    ['2021-12-21', '2022-03-19', '21 december 2021 – 19 maart 2022'],
    ['2021-01-01', '2021-12-30', '1 januari 2021 – 30 december 2021'],
  ])('from %s to %s are %s', (from, to, text) => {
    expect(daysIn({ from, to }, 'nl')).toBe(text);
  });

  it('begin a month with an ordinal in French alone', () => {
    expect([dayIn('2021-11-01', 'fr'), dayIn('2021-11-11', 'fr'), dayIn('2021-11-01', 'nl')]).toEqual([
      '1er novembre 2021',
      '11 novembre 2021',
      '1 november 2021',
    ]);
  });
});
