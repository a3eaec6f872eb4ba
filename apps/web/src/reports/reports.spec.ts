import { addressOf, pageIn } from '../pages';
import { levelsBelow, rowKey } from '../territories/territory-table';
import { type Changes, type Edition, filesOf, reportAddress, sentencesOf } from './reports';

it('a report is asked in its language and form, and from where it is looked at', () => {
  expect(reportAddress('action-sheets', '2021', 'pdf', 'fr', { asOf: '2021-12-31', knownOn: '' })).toBe(
    '/api/reports/action-sheets/2021?format=pdf&lang=fr&asOf=2021-12-31',
  );
});

it('an edition has the files that were sent, and its data', () => {
  const renderings = [
    { language: 'nl', mediaType: 'text/html' },
    { language: 'fr', mediaType: 'text/html' },
    { language: 'nl', mediaType: 'application/x-unknown' },
  ];
  expect(filesOf({ id: 'e1', renderings } as unknown as Edition)).toEqual([
    { format: 'html', language: 'nl', address: '/api/editions/e1/content?format=html&lang=nl' },
    { format: 'html', language: 'fr', address: '/api/editions/e1/content?format=html&lang=fr' },
    { format: 'json', address: '/api/editions/e1/content' },
  ]);
});

it('what changed is told whatever kind of thing it was', () => {
  const said = (nl: string) => ({ sentence: { nl } });
  const changes = { changed: true, sentence: { nl: 'Drie.' }, figures: [said('a'), said('b')], targets: [], texts: [said('c'), {}] };
  expect(sentencesOf(changes as unknown as Changes, 'nl')).toEqual(['a', 'b', 'c']);
});

describe('pages', () => {
  it('are found by their code; anything else is the first', () => {
    expect([pageIn('reports'), pageIn(''), pageIn('elsewhere')]).toEqual(['reports', 'plan', 'plan']);
  });

  it('are led to with what is asked of them', () => {
    expect(addressOf('plan', 'fr')).toBe('?lang=fr');
    expect(addressOf('territories', 'nl', { indicator: 'members', plan: '' })).toBe('?page=territories&lang=nl&indicator=members');
  });
});

describe('territories', () => {
  it('are divided into what is narrower', () => {
    expect([levelsBelow('region'), levelsBelow('commune')]).toEqual([
      ['zone', 'commune', 'quarter', 'postal', 'sector'],
      ['quarter', 'postal', 'sector'],
    ]);
  });

  it('are rows by their code, and what is left over by why', () => {
    const figure = {} as never;
    expect([rowKey({ kind: 'territory', code: 'Z-N', figure }), rowKey({ kind: 'several', figure })]).toEqual(['Z-N', 'several']);
  });
});
