import { exactly, type EventDefinition, type Occurred } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import type { FactDraft, FactStatement } from '../facts';
import {
  attendanceRecorded,
  participantRegistered,
  registrationCancelled,
  registrationsCounted,
  sessionCancelled,
  sessionHeld,
  sessionPlanned,
  sessionRescheduled,
  viewsRecorded,
} from './session.events';
import { sessionFacts } from './session.facts';

const streamId = 'session-AAAAAAAAAAAAAAAAAAAAAA';
const title = { nl: 'Casemanagement', fr: 'Gestion de cas' };
const dims = { kind: 'info-session', theme: 'case-management' } as const;
const day = onDay('2021-03-29');
const set: Occurred = { from: '2021-03-29', to: '2021-04-01', nature: 'set', dates: ['2021-03-29', '2021-04-01'], precision: 'day' };

const factsOf = <Data>(definition: EventDefinition<string, Data>, data: Data, occurred: Occurred = day): readonly FactStatement[] =>
  sessionFacts[definition.type]!(recorded(definition, data, { streamId, occurred }));

const row = (type: string, countKind: FactDraft['countKind'], v: number, rest: Partial<FactDraft> = {}): FactDraft => ({
  type,
  countKind,
  exactness: 'exact',
  v,
  lo: v,
  hi: v,
  occurrenceKey: streamId,
  dims,
  ...rest,
});
const closing = (type: string) => ({ close: [type], occurrenceKey: streamId });

describe('facts of a session', () => {
  it('counts one session per date of a set, and its heads once over all', () => {
    const byProfession = [
      { profession: 'social-worker', heads: 5 },
      { profession: 'nurse', heads: 7 },
    ] as const;
    expect(factsOf(sessionHeld, { ...dims, title, heads: exactly(12), byProfession }, set)).toEqual([
      closing('session-planned'),
      row('session-held', 'session', 1, { occurred: onDay('2021-03-29') }),
      row('session-held', 'session', 1, { occurred: onDay('2021-04-01') }),
      row('session-attendances', 'attendance', 5, { subjectKind: 'professional', dims: { ...dims, profession: 'social-worker' } }),
      row('session-attendances', 'attendance', 7, { subjectKind: 'professional', dims: { ...dims, profession: 'nurse' } }),
    ]);
  });

  it('keeps registrations, heads and views apart', () => {
    const data = { ...dims, title, registrations: exactly(300), heads: exactly(100), views: exactly(99) };
    expect(factsOf(sessionHeld, data)).toEqual([
      closing('session-planned'),
      row('session-held', 'session', 1, { occurred: day }),
      closing('session-registrations'),
      row('session-registrations', 'registration', 300, { subjectKind: 'professional' }),
      row('session-attendances', 'attendance', 100, { subjectKind: 'professional' }),
      row('session-views', 'view', 99),
    ]);
  });

  it.each([
    ['a total above the names', exactly(5), [row('session-attendances', 'attendance', 3, { subjectKind: 'professional' })]],
    ['a total below the names', exactly(1), []],
    ['no total', undefined, []],
    [
      'about as many',
      { value: 40, exactness: 'approximate' as const },
      [row('session-attendances', 'attendance', 38, { subjectKind: 'professional', exactness: 'approximate', lo: null, hi: null })],
    ],
    [
      'at least as many',
      { lo: 31, exactness: 'lower-bound' as const },
      [row('session-attendances', 'attendance', 0, { subjectKind: 'professional', exactness: 'lower-bound', v: null, lo: 29, hi: null })],
    ],
  ])('states names one by one and the heads beyond them: %s', (_, heads, unnamed) => {
    expect(factsOf(attendanceRecorded, { ...dims, present: ['pro-p1', 'pro-p2'], ...(heads ? { heads } : {}) })).toEqual([
      row('session-attendances', 'attendance', 1, { subjectKind: 'professional', subjectKey: 'pro-p1' }),
      row('session-attendances', 'attendance', 1, { subjectKind: 'professional', subjectKey: 'pro-p2' }),
      ...unnamed,
    ]);
  });

  it('counts speakers and organisations apart from those who came, and knows of which cycle it is', () => {
    const cycle = 'training-cycle-AAAA';
    const series = { ...dims, slot: 'evening', subGroup: 'north-a', sessionNumber: 2 } as const;
    expect(factsOf(sessionHeld, { ...series, title, cycle, speakers: 4, organisations: exactly(20) })).toEqual([
      closing('session-planned'),
      row('session-held', 'session', 1, { occurred: day, groupKey: cycle, dims: series }),
      row('session-speakers', 'attendance', 4, { subjectKind: 'professional', dims: series }),
      row('session-organisations', 'structure', 20, { subjectKind: 'structure', dims: series }),
    ]);
  });

  it('protects the numbers of those who come to be vaccinated', () => {
    expect(factsOf(attendanceRecorded, { kind: 'vaccination-day', heads: exactly(3) })).toEqual([
      row('vaccination-attendances', 'attendance', 3, { subjectKind: 'care', dims: { kind: 'vaccination-day' } }),
    ]);
  });

  it('never counts a planned or cancelled session as held', () => {
    expect(factsOf(sessionPlanned, { ...dims, title })).toEqual([row('session-planned', 'session', 1, { occurred: day })]);
    expect(factsOf(sessionRescheduled, dims, onDay('2021-04-22'))).toEqual([
      closing('session-planned'),
      row('session-planned', 'session', 1, { occurred: onDay('2021-04-22') }),
    ]);
    expect(factsOf(sessionCancelled, { ...dims, reason: 'organiser', plannedFor: onDay('2021-04-30') })).toEqual([
      closing('session-planned'),
      row('session-cancelled', 'session', 1, { occurred: onDay('2021-04-30'), dims: { ...dims, reason: 'organiser' } }),
    ]);
  });

  it('replaces an earlier reading of the views', () => {
    expect(factsOf(viewsRecorded, { ...dims, views: exactly(120) })).toEqual([closing('session-views'), row('session-views', 'view', 120)]);
  });
});

describe('facts of registrations', () => {
  const professional = { subjectKind: 'professional' } as const;

  it('states one row per registration, with a key where there is a name', () => {
    expect(factsOf(participantRegistered, { ...dims, registration: 'r-1', participant: 'pro-p1', profession: 'nurse' })).toEqual([
      row('session-registrations', 'registration', 1, {
        ...professional,
        occurred: day,
        subjectKey: 'pro-p1',
        dims: { ...dims, profession: 'nurse' },
      }),
    ]);
    expect(factsOf(participantRegistered, { ...dims, registration: 'r-1' })).toEqual([
      row('session-registrations', 'registration', 1, { ...professional, occurred: day }),
    ]);
  });

  it('counts max(T, n) when a count and names meet', () => {
    const registered = [{ participant: 'pro-p1', occurred: onDay('2021-03-01') }, { occurred: onDay('2021-03-02') }];
    const restated = (total: number) =>
      factsOf(registrationsCounted, {
        ...dims,
        registrations: exactly(total),
        roll: { registered, counted: { registrations: exactly(total), occurred: day } },
      });
    const named = row('session-registrations', 'registration', 1, { ...professional, occurred: onDay('2021-03-01'), subjectKey: 'pro-p1' });
    const unnamed = (heads: number) => row('session-registrations', 'registration', heads, { ...professional, occurred: day });
    expect(restated(5)).toEqual([closing('session-registrations'), named, unnamed(4)]);
    expect(restated(1)).toEqual([closing('session-registrations'), named, unnamed(1)]);
    expect(factsOf(registrationsCounted, { ...dims, registrations: exactly(5) })).toEqual([
      closing('session-registrations'),
      row('session-registrations', 'registration', 5, professional),
    ]);
  });

  it('takes a cancelled registration away, by name or by stating those that stay', () => {
    expect(factsOf(registrationCancelled, { ...dims, registration: 'r-1', participant: 'pro-p1' })).toEqual([
      { close: ['session-registrations'], subjectKey: 'pro-p1', occurrenceKey: streamId },
    ]);
    expect(
      factsOf(registrationCancelled, { ...dims, registration: 'r-1', roll: { registered: [{ occurred: onDay('2021-03-02') }] } }),
    ).toEqual([
      closing('session-registrations'),
      row('session-registrations', 'registration', 1, { ...professional, occurred: onDay('2021-03-02') }),
    ]);
  });
});
