import type { EditionChanges } from '../../../api/src/answers';
import { addressOf, pageIn } from '../pages';
import { levelsBelow, rowKey } from '../territories/territory-table';
import { filesOf, reportAddress, sentencesOf } from './reports';

it('a report is asked in its language and form, and from where it is looked at', () => {
  expect(reportAddress('action-sheets', '2021', 'pdf', 'fr', { asOf: '2021-12-31', knownOn: '' })).toBe(
    '/api/reports/action-sheets/2021?format=pdf&lang=fr&asOf=2021-12-31',
  );
});

it('an edition has the files that were sent, and its data', () => {
  const renderings = [
    { language: 'nl', mediaType: 'text/html', sha256: 'a' },
    { language: 'fr', mediaType: 'text/html', sha256: 'b' },
    { language: 'nl', mediaType: 'application/x-unknown', sha256: 'c' },
  ] as const;
  expect(filesOf({ id: 'e1', renderings })).toEqual([
    { format: 'html', language: 'nl', address: '/api/editions/e1/content?format=html&lang=nl' },
    { format: 'html', language: 'fr', address: '/api/editions/e1/content?format=html&lang=fr' },
    { format: 'json', address: '/api/editions/e1/content' },
  ]);
});

it('what changed is told whatever kind of thing it was', () => {
  const said = (nl: string) => ({ sentence: { nl } });
  const edition = { id: 'e1', view: 'plan', subject: '2021', period: '2021', edition: 1, asOf: '2021-12-31', through: 'e9' } as const;
  const changes: EditionChanges = {
    ...{ edition, through: 'e10', changed: true, changes: 3, sentence: { nl: 'Drie.' } },
    ...{ figures: [said('a'), said('b')], targets: [], actions: [], scores: [], agreements: [] },
    ...{ texts: [said('c'), { sentence: { fr: 'd' } }], listings: [] },
  };
  expect(sentencesOf(changes, 'nl')).toEqual(['a', 'b', 'c']);
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
    expect([rowKey({ kind: 'territory', code: 'Z-N' }), rowKey({ kind: 'several' })]).toEqual(['Z-N', 'several']);
  });
});
