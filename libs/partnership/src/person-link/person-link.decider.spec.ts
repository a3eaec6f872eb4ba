import { given, onDay, recorded } from '@app/decider/spec';
import { linkPersons, personLinkEvolution, unlinkPersons } from './person-link.decider';
import { identitiesLinked, identitiesUnlinked } from './person-link.events';
import { personLinkFacts } from './person-link.facts';

const pair = { person: 'kid-1', samePerson: 'kid-2' };
const on = (day: string) => ({ occurred: onDay(day) });
const linked = [identitiesLinked, { basis: 'same-file' }, on('2021-03-01')] as const;
const unlinked = [identitiesUnlinked, { reason: 'linked-by-mistake' }, on('2021-04-01')] as const;
const link = (...history: Parameters<typeof given>[1]) => given(personLinkEvolution, history);

describe('link two references to one person', () => {
  const command = { ...pair, basis: 'same-file' } as const;

  it('names nobody in its data', () => {
    expect(link().then(linkPersons, command)).toEqual([['IdentitiesLinked', { basis: 'same-file' }]]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [[linked], [linked, unlinked]]) expect(link(...history).then(linkPersons, command, on('2021-03-01'))).toEqual([]);
  });

  it('can be done again after it was undone', () => {
    expect(link(linked, unlinked).then(linkPersons, command, on('2021-05-01'))).toHaveLength(1);
  });

  it('refuses what contradicts the record', () => {
    expect(link().refuses(linkPersons, { ...command, samePerson: 'kid-1' })).toBe('person-link.one-reference');
    expect(link(linked).refuses(linkPersons, command, on('2021-05-01'))).toBe('person-link.already-linked');
  });
});

describe('undo a link', () => {
  const command = { ...pair, reason: 'linked-by-mistake' } as const;

  it('says why', () => {
    expect(link(linked).then(unlinkPersons, command, on('2021-04-01'))).toEqual([['IdentitiesUnlinked', { reason: 'linked-by-mistake' }]]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [
      [linked, unlinked],
      [linked, unlinked, [identitiesLinked, { basis: 'confirmed-by-team' }, on('2021-05-01')] as const],
    ])
      expect(link(...history).then(unlinkPersons, command, on('2021-04-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(link(linked).refuses(unlinkPersons, { ...command, samePerson: 'kid-1' })).toBe('person-link.one-reference');
    expect(link(linked, unlinked).refuses(unlinkPersons, command, on('2021-05-01'))).toBe('person-link.not-linked');
    expect(link(linked).refuses(unlinkPersons, command, on('2021-02-01'))).toBe('person-link.before-link');
  });
});

describe('facts of links', () => {
  const streamId = 'person-link-l';
  const one = { exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKind: 'care', groupKey: streamId };

  it('group the two slots while the link holds', () => {
    const subjects = ['kid-1', 'kid-2'];
    expect(
      personLinkFacts['IdentitiesLinked']!(recorded(identitiesLinked, { basis: 'same-file' } as const, { streamId, subjects })),
    ).toEqual([
      { type: 'person-link-made', countKind: 'other', ...one },
      { type: 'person-linked', countKind: 'unique-person', ...one, subjectKey: 'kid-1' },
      { type: 'person-linked', countKind: 'unique-person', ...one, subjectKey: 'kid-2' },
    ]);
    expect(personLinkFacts['IdentitiesUnlinked']!(recorded(identitiesUnlinked, { reason: 'other' } as const, { streamId }))).toEqual([
      { close: ['person-linked'] },
      { type: 'person-link-undone', countKind: 'other', ...one },
    ]);
  });
});
