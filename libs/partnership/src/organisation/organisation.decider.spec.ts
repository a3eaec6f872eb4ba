import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  closeOrganisation,
  leavePlace,
  locateOrganisation,
  moveOrganisation,
  organisationEvolution,
  registerOrganisation,
} from './organisation.decider';
import {
  organisationClosed,
  organisationLeftPlace,
  organisationLocated,
  organisationMoved,
  organisationRegistered,
} from './organisation.events';
import { organisationFacts } from './organisation.facts';

const organisation = 'org-A1';
const house = { organisation, name: 'House A', kind: 'care-provider' } as const;
const inJette = { code: '21010', level: 'commune', hierarchy: '2022' } as const;
const inEvere = { code: '21006', level: 'commune', hierarchy: '2022' } as const;
const at = (day: string) => ({ occurred: onDay(day) });

const seat = { organisation, place: 'main', stay: 'main.1', role: 'seat' } as const;
const office = { organisation, place: 'desk', stay: 'desk.1', role: 'activity' } as const;
const moved = { ...seat, stay: 'main.2', from: 'main.1' } as const;

const history: readonly Given[] = [
  [organisationRegistered, house, at('2020-01-01')],
  [organisationLocated, seat, { ...at('2020-01-01'), territory: inJette }],
];
const unknown = given(organisationEvolution, []);
const registered = given(organisationEvolution, history.slice(0, 1));
const located = given(organisationEvolution, history);
const after = (...more: readonly Given[]) => given(organisationEvolution, [...history, ...more]);
const elsewhere = after([organisationMoved, moved, { ...at('2022-03-01'), territory: inEvere }]);
const left = after([organisationLeftPlace, { organisation, place: 'main', stay: 'main.1', leftOn: '2021-05-01' }]);
const closed = after([organisationClosed, { organisation, leftOn: '2023-01-01', stays: ['main.1'], reason: 'ceased' }]);

describe('register an organisation', () => {
  it('records what it is', () => {
    expect(unknown.then(registerOrganisation, house)).toEqual([['OrganisationRegistered', house]]);
  });

  it('says nothing twice, whatever came later', () => {
    expect(closed.then(registerOrganisation, house, at('2020-01-01'))).toEqual([]);
  });

  it('refuses another beginning', () => {
    expect(registered.refuses(registerOrganisation, { ...house, kind: 'hospital' }, at('2020-01-01'))).toBe(
      'organisation.already-registered',
    );
    expect(registered.refuses(registerOrganisation, house, at('2020-01-02'))).toBe('organisation.already-registered');
  });
});

describe('locate an organisation', () => {
  const command = { organisation, place: 'main', role: 'seat', territory: inJette } as const;

  it('records a seat, and places where it works, apart', () => {
    expect(registered.then(locateOrganisation, command, at('2020-01-01'))).toEqual([['OrganisationLocated', seat]]);
    expect(located.then(locateOrganisation, { ...command, place: 'desk', role: 'activity' }, at('2020-02-01'))).toEqual([
      ['OrganisationLocated', office],
    ]);
  });

  it('carries an address unopened', () => {
    const address = new Sealed('Street 1');
    expect(registered.then(locateOrganisation, { ...command, address }, at('2020-01-01'))).toEqual([
      ['OrganisationLocated', { ...seat, address }],
    ]);
  });

  it('says nothing twice, whatever came later', () => {
    expect(elsewhere.then(locateOrganisation, command, at('2020-01-01'))).toEqual([]);
    expect(closed.then(locateOrganisation, command, at('2020-01-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const refuses = (state: typeof located, more: object, day = '2020-06-01') =>
      state.refuses(locateOrganisation, { ...command, ...more }, at(day));
    expect(refuses(unknown, {})).toBe('organisation.not-registered');
    expect(refuses(closed, { place: 'desk' })).toBe('organisation.already-closed');
    expect(refuses(registered, { territory: undefined })).toBe('organisation.territory-needed');
    expect(refuses(located, { territory: inEvere })).toBe('organisation.place-already-known');
    expect(refuses(located, { place: 'other' })).toBe('organisation.second-seat');
    expect(refuses(registered, {}, '2019-12-31')).toBe('organisation.before-registration');
  });

  it('lets a new seat follow one that was left', () => {
    expect(left.then(locateOrganisation, { ...command, place: 'new' }, at('2021-05-01'))).toEqual([
      ['OrganisationLocated', { ...seat, place: 'new', stay: 'new.1' }],
    ]);
  });
});

describe('move an organisation', () => {
  const command = { organisation, place: 'main', territory: inEvere };

  it('ends one stay and begins the next', () => {
    expect(located.then(moveOrganisation, command, at('2022-03-01'))).toEqual([['OrganisationMoved', moved]]);
    expect(elsewhere.then(moveOrganisation, { ...command, territory: inJette }, at('2023-03-01'))).toEqual([
      ['OrganisationMoved', { ...seat, stay: 'main.3', from: 'main.2' }],
    ]);
  });

  it('says nothing twice, whatever came later', () => {
    const later = after(
      [organisationMoved, moved, { ...at('2022-03-01'), territory: inEvere }],
      [organisationMoved, { ...seat, stay: 'main.3', from: 'main.2' }, { ...at('2023-03-01'), territory: inJette }],
      [organisationClosed, { organisation, leftOn: '2024-01-01', stays: ['main.3'], reason: 'ceased' }],
    );
    expect(later.then(moveOrganisation, command, at('2022-03-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const refuses = (state: typeof located, more: object = {}, day = '2022-03-01') =>
      state.refuses(moveOrganisation, { ...command, ...more }, at(day));
    expect(refuses(unknown)).toBe('organisation.not-registered');
    expect(refuses(closed)).toBe('organisation.already-closed');
    expect(refuses(registered)).toBe('organisation.unknown-place');
    expect(refuses(left)).toBe('organisation.already-left');
    expect(refuses(located, { territory: undefined })).toBe('organisation.territory-needed');
    expect(refuses(located, {}, '2019-12-31')).toBe('organisation.moves-before-it-came');
  });
});

describe('leave a place', () => {
  const command = { organisation, place: 'main' };
  const said = { ...command, stay: 'main.1', leftOn: '2021-05-01' };

  it('takes the first day elsewhere, the last day there, or the day of the record', () => {
    expect(located.then(leavePlace, { ...command, leftOn: '2021-05-01' })).toEqual([['OrganisationLeftPlace', said]]);
    expect(located.then(leavePlace, { ...command, lastDay: '2021-04-30' })).toEqual([['OrganisationLeftPlace', said]]);
    expect(located.then(leavePlace, command, at('2021-05-01'))).toEqual([['OrganisationLeftPlace', said]]);
  });

  it('says nothing twice', () => {
    expect(left.then(leavePlace, { ...command, leftOn: '2021-05-01' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const refuses = (state: typeof located, more: object = {}) => state.refuses(leavePlace, { ...command, leftOn: '2022-05-01', ...more });
    expect(refuses(located, { lastDay: '2022-04-30' })).toBe('organisation.two-ends');
    expect(refuses(unknown)).toBe('organisation.not-registered');
    expect(refuses(closed)).toBe('organisation.already-closed');
    expect(refuses(registered)).toBe('organisation.unknown-place');
    expect(refuses(left)).toBe('organisation.already-left');
    expect(refuses(located, { leftOn: '2019-12-31' })).toBe('organisation.leaves-before-it-came');
  });
});

describe('close an organisation', () => {
  const command = { organisation, leftOn: '2023-01-01', reason: 'ceased' } as const;

  it('ends it with the places that it still has', () => {
    expect(located.then(closeOrganisation, command)).toEqual([['OrganisationClosed', { ...command, stays: ['main.1'] }]]);
    expect(elsewhere.then(closeOrganisation, command)).toEqual([['OrganisationClosed', { ...command, stays: ['main.2'] }]]);
    expect(left.then(closeOrganisation, { organisation, lastDay: '2022-12-31', reason: 'ceased' })).toEqual([
      ['OrganisationClosed', { ...command, stays: [] }],
    ]);
  });

  it('says nothing twice', () => {
    expect(closed.then(closeOrganisation, command)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(located.refuses(closeOrganisation, { ...command, lastDay: '2022-12-31' })).toBe('organisation.two-ends');
    expect(unknown.refuses(closeOrganisation, command)).toBe('organisation.not-registered');
    expect(closed.refuses(closeOrganisation, { ...command, reason: 'merged' })).toBe('organisation.already-closed');
    expect(registered.refuses(closeOrganisation, { ...command, leftOn: '2019-12-31' })).toBe('organisation.closes-before-it-came');
    expect(elsewhere.refuses(closeOrganisation, { ...command, leftOn: '2022-02-01' })).toBe('organisation.closes-before-it-came');
  });
});

describe('what follows when an earlier event was withdrawn', () => {
  it('is left out of the state', () => {
    const { state } = given(organisationEvolution, [
      [organisationMoved, moved],
      [organisationLeftPlace, { organisation, place: 'main', stay: 'main.1', leftOn: '2021-05-01' }],
    ]);
    expect(state.places).toEqual({});
  });
});

describe('facts of an organisation', () => {
  const place = (stay: string, role: string) => ({
    type: 'organisation-place',
    countKind: 'structure',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'structure',
    subjectKey: organisation,
    occurrenceKey: stay,
    dims: { role },
  });
  const ended = (stay: string, validTo: string) => ({
    change: ['organisation-place'],
    occurrenceKey: stay,
    validTo,
    validToExpected: false,
  });

  it('are the organisation and its places, as stocks', () => {
    expect(organisationFacts['OrganisationRegistered']!(recorded(organisationRegistered, house))).toEqual([
      {
        type: 'organisation-registered',
        countKind: 'structure',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'structure',
        subjectKey: organisation,
        dims: { kind: 'care-provider' },
      },
    ]);
    expect(organisationFacts['OrganisationLocated']!(recorded(organisationLocated, office))).toEqual([place('desk.1', 'activity')]);
  });

  it('a move ends one stay and begins another', () => {
    expect(organisationFacts['OrganisationMoved']!(recorded(organisationMoved, moved, at('2022-03-01')))).toEqual([
      ended('main.1', '2022-03-01'),
      place('main.2', 'seat'),
    ]);
  });

  it('leaving and closing end them on the first day after', () => {
    const leaving = { organisation, place: 'main', stay: 'main.2', leftOn: '2023-01-01' };
    expect(organisationFacts['OrganisationLeftPlace']!(recorded(organisationLeftPlace, leaving))).toEqual([ended('main.2', '2023-01-01')]);
    const closing = { organisation, leftOn: '2023-01-01', stays: ['desk.1', 'main.2'], reason: 'ceased' } as const;
    expect(organisationFacts['OrganisationClosed']!(recorded(organisationClosed, closing))).toEqual([
      { change: ['organisation-registered'], subjectKey: organisation, validTo: '2023-01-01', validToExpected: false },
      ended('desk.1', '2023-01-01'),
      ended('main.2', '2023-01-01'),
    ]);
  });
});
