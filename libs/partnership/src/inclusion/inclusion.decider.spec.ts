import { exactly, Sealed } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { endInclusion, includeAnonymously, includePerson, inclusionEvolution, refuseSharing, transferInclusion } from './inclusion.decider';
import {
  anonymousInclusionRecorded,
  inclusionEnded,
  inclusionTransferred,
  type PersonIncludedData,
  personIncluded,
  sharingRefused,
} from './inclusion.events';
import { inclusionFacts } from './inclusion.facts';

const included: PersonIncludedData = { programme: 'boost', period: '2021' };
const command = { person: 'kid-1', ...included };
const on = (day: string) => ({ occurred: onDay(day) });
const none = given(inclusionEvolution, []);
const inMarch = given(inclusionEvolution, [[personIncluded, included, on('2021-03-10')]]);
const anonymous = given(inclusionEvolution, [[anonymousInclusionRecorded, { programme: 'boost', period: '2021', heads: exactly(2) }]]);

describe('a person in a programme', () => {
  it('is included, with sealed fields carried unopened', () => {
    const commune = new Sealed('21004');
    const criteriaMet = new Sealed(['polypharmacy' as const]);
    const [event] = none.when(includePerson, { ...command, commune, criteriaMet });
    expect(event!.definition).toBe(personIncluded);
    expect(event!.data.commune).toBe(commune);
    expect(event!.data.criteriaMet).toBe(criteriaMet);
    expect(event!.data).not.toHaveProperty('person');
    expect(JSON.stringify(event!.data)).not.toContain('kid-1');
  });

  it('is included once per programme and period', () => {
    expect(inMarch.then(includePerson, command, on('2021-03-10'))).toEqual([]);
    expect(inMarch.refuses(includePerson, command, on('2021-04-01'))).toBe('inclusion.already-included');
  });

  it('is not included after what followed', () => {
    const corrected = given(inclusionEvolution, [[inclusionEnded, { programme: 'boost', reason: 'own-wish' }, on('2021-05-01')]]);
    expect(corrected.then(includePerson, command, on('2021-04-30'))).toEqual([['PersonIncluded', included]]);
    expect(corrected.refuses(includePerson, command, on('2021-05-02'))).toBe('inclusion.before-inclusion');
  });

  it('follows a corrected inclusion date', () => {
    const history = given(inclusionEvolution, [
      [personIncluded, included, on('2021-03-10')],
      [personIncluded, included, { ...on('2021-02-10'), corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(history.state.included!.occurred).toEqual(onDay('2021-02-10'));
    expect(history.then(includePerson, command, on('2021-02-10'))).toEqual([]);
  });
});

describe('anonymous inclusion', () => {
  const heads = exactly(2);
  const two = { programme: 'boost', period: '2021', heads } as const;

  it('counts heads without any file', () => {
    expect(none.then(includeAnonymously, two)).toEqual([['AnonymousInclusionRecorded', two]]);
    expect(anonymous.then(includeAnonymously, two)).toEqual([]);
  });

  it('is recorded once', () => {
    expect(anonymous.refuses(includeAnonymously, { ...two, heads: exactly(3) })).toBe('inclusion.already-recorded');
    expect(inMarch.refuses(includeAnonymously, two)).toBe('inclusion.already-recorded');
  });

  it('needs at least one head', () => {
    expect(none.refuses(includeAnonymously, { ...two, heads: exactly(0) })).toBe('inclusion.nobody-included');
    expect(none.then(includeAnonymously, { ...two, heads: { lo: 1, exactness: 'lower-bound' } })).toHaveLength(1);
  });

  it('says at most the zone', () => {
    const territory = (level: 'zone' | 'commune') => ({ ...two, territory: { code: 'Z-N', level, hierarchy: '2022' } });
    expect(none.then(includeAnonymously, territory('zone'))).toEqual([['AnonymousInclusionRecorded', two]]);
    expect(none.refuses(includeAnonymously, territory('commune'))).toBe('inclusion.territory-too-fine');
  });
});

describe('a refusal to share', () => {
  it('is recorded once per scope and changes nothing else', () => {
    expect(inMarch.then(refuseSharing, { scope: 'research' })).toEqual([['SharingRefused', { scope: 'research' }]]);
    const refused = given(inclusionEvolution, [
      [personIncluded, included, on('2021-03-10')],
      [sharingRefused, { scope: 'everything' }],
    ]);
    expect(refused.then(refuseSharing, { scope: 'everything' })).toEqual([]);
    expect({ ...refused.state, refusedScopes: [] }).toEqual(inMarch.state);
    expect(refused.then(transferInclusion, { from: 'boost', to: 'integreo' })).toHaveLength(1);
  });

  it('needs an inclusion with a file', () => {
    expect(none.refuses(refuseSharing, { scope: 'research' })).toBe('inclusion.not-included');
    expect(anonymous.refuses(refuseSharing, { scope: 'research' })).toBe('inclusion.anonymous-has-no-file');
  });
});

describe('a transfer', () => {
  const transfer = { from: 'boost', to: 'integreo' } as const;
  const moved = given(inclusionEvolution, [
    [personIncluded, included, on('2021-03-10')],
    [inclusionTransferred, transfer, on('2021-07-01')],
  ]);

  it('moves the inclusion and makes no new one', () => {
    expect(inMarch.then(transferInclusion, transfer, on('2021-07-01'))).toEqual([['InclusionTransferred', transfer]]);
    expect(moved.then(transferInclusion, transfer, on('2021-07-01'))).toEqual([]);
    expect(moved.then(transferInclusion, { from: 'integreo', to: 'boost' }, on('2021-08-01'))).toHaveLength(1);
    const facts = inclusionFacts.InclusionTransferred!(recorded(inclusionTransferred, transfer));
    expect(facts.map((fact) => 'type' in fact && fact.type)).toEqual(['inclusion-transferred']);
  });

  it('starts from the programme that the person is in', () => {
    expect(moved.refuses(transferInclusion, transfer, on('2021-08-01'))).toBe('inclusion.other-programme');
    expect(inMarch.refuses(transferInclusion, { from: 'boost', to: 'boost' })).toBe('inclusion.same-programme');
    expect(inMarch.refuses(transferInclusion, transfer, on('2021-03-09'))).toBe('inclusion.before-inclusion');
  });

  it('needs an inclusion that goes on', () => {
    expect(none.refuses(transferInclusion, transfer)).toBe('inclusion.not-included');
    expect(anonymous.refuses(transferInclusion, transfer)).toBe('inclusion.anonymous-has-no-file');
    const over = given(inclusionEvolution, [
      [personIncluded, included, on('2021-03-10')],
      [inclusionEnded, { programme: 'boost', reason: 'own-wish' }, on('2021-05-01')],
    ]);
    expect(over.refuses(transferInclusion, transfer)).toBe('inclusion.already-ended');
  });
});

describe('the end of an inclusion', () => {
  const end = { reason: 'moved-away', outcome: 'stable' } as const;
  const ended = given(inclusionEvolution, [
    [personIncluded, included, on('2021-03-10')],
    [inclusionTransferred, { from: 'boost', to: 'integreo' }, on('2021-04-01')],
    [inclusionEnded, { programme: 'integreo', ...end }, on('2021-09-30')],
  ]);

  it('names the programme that the person was in last', () => {
    expect(inMarch.then(endInclusion, end, on('2021-09-30'))).toEqual([['InclusionEnded', { programme: 'boost', ...end }]]);
    expect(ended.then(endInclusion, end, on('2021-09-30'))).toEqual([]);
  });

  it('comes once, after the inclusion', () => {
    expect(ended.refuses(endInclusion, end, on('2021-10-01'))).toBe('inclusion.already-ended');
    expect(inMarch.refuses(endInclusion, end, on('2021-03-09'))).toBe('inclusion.before-inclusion');
    expect(none.refuses(endInclusion, end)).toBe('inclusion.not-included');
    expect(anonymous.refuses(endInclusion, end)).toBe('inclusion.anonymous-has-no-file');
  });
});

describe('facts of inclusions', () => {
  it('name the person by its slot, and anonymous heads not at all', () => {
    expect(inclusionFacts.PersonIncluded!(recorded(personIncluded, included, { streamId: 'inclusion-s', subjects: ['kid-1'] }))).toEqual([
      {
        type: 'inclusion',
        countKind: 'inclusion',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'care',
        subjectKey: 'kid-1',
        occurrenceKey: 'inclusion-s',
        groupKey: 'inclusion-s',
        dims: { programme: 'boost', anonymous: false },
      },
    ]);
    const data = { programme: 'boost', period: '2021', heads: { lo: 4, exactness: 'lower-bound' } } as const;
    expect(inclusionFacts.AnonymousInclusionRecorded!(recorded(anonymousInclusionRecorded, data, { streamId: 'inclusion-a' }))).toEqual([
      {
        type: 'inclusion',
        countKind: 'inclusion',
        exactness: 'lower-bound',
        v: null,
        lo: 4,
        hi: null,
        subjectKind: 'care',
        occurrenceKey: 'inclusion-a',
        dims: { programme: 'boost', anonymous: true },
      },
    ]);
  });

  it('end the stay on the day of the end, and rest nothing on a refusal to share', () => {
    const ended = recorded(inclusionEnded, { programme: 'boost', reason: 'deceased' }, { ...on('2021-09-30'), streamId: 'inclusion-s' });
    expect(inclusionFacts.InclusionEnded!(ended)).toEqual([
      { change: ['inclusion'], validTo: '2021-09-30' },
      {
        type: 'inclusion-ended',
        countKind: 'inclusion',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'care',
        groupKey: 'inclusion-s',
        dims: { programme: 'boost', reason: 'deceased' },
      },
    ]);
    expect(inclusionFacts.SharingRefused!(recorded(sharingRefused, { scope: 'research' as const }))).toEqual([]);
  });
});
