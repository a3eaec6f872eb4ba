import { exactly } from '@app/decider';
import { given, onDay } from '@app/decider/spec';
import { cancelRegistration, countRegistrations, registerParticipant, sessionEvolution } from './session.decider';
import {
  participantRegistered,
  registrationCancelled,
  registrationsCounted,
  sessionCancelled,
  sessionHeld,
  sessionPlanned,
} from './session.events';

const title = { nl: 'Gesprek over zorg', fr: 'Rencontre sur les soins' };
const plan = { kind: 'webinar', theme: 'diabetes', mode: 'online', title, audience: 'professionals', organisers: ['org-a1'] } as const;
const dimensions = { kind: 'webinar', theme: 'diabetes', mode: 'online', audience: 'professionals' } as const;
const held = { ...plan, heads: exactly(12) };
const session = (...history: Parameters<typeof given>[1]) => given(sessionEvolution, history);
const register = (participant: string, on: string, registration = `r-${participant}`) =>
  [participantRegistered, { ...dimensions, registration, participant }, { occurred: onDay(on) }] as const;
const anonymous = (registration: string, on: string) =>
  [participantRegistered, { ...dimensions, registration }, { occurred: onDay(on) }] as const;

describe('register a participant', () => {
  const id = 'id-0'.padEnd(22, 'A');

  it('registers a named and an anonymous participant', () => {
    const history = [[sessionPlanned, plan]] as const;
    expect(session(...history).then(registerParticipant, { participant: 'pro-p1', profession: 'nurse' })).toEqual([
      ['ParticipantRegistered', { ...dimensions, registration: id, participant: 'pro-p1', profession: 'nurse' }],
    ]);
    expect(session(...history).then(registerParticipant, {})).toEqual([['ParticipantRegistered', { ...dimensions, registration: id }]]);
  });

  it('says nothing twice for a name; every anonymous registration is one more', () => {
    expect(session([sessionPlanned, plan], register('pro-p1', '2021-06-01')).then(registerParticipant, { participant: 'pro-p1' })).toEqual(
      [],
    );
    expect(session([sessionPlanned, plan], anonymous('r-1', '2021-06-01')).then(registerParticipant, {})).toHaveLength(1);
  });

  it('carries every registration once they were counted', () => {
    const counted = { registrations: exactly(20), occurred: onDay('2021-06-10') };
    const history = [
      [sessionPlanned, plan],
      [registrationsCounted, { ...dimensions, registrations: exactly(20) }, { occurred: onDay('2021-06-10') }],
    ] as const;
    expect(session(...history).then(registerParticipant, { participant: 'pro-p1' })).toEqual([
      [
        'ParticipantRegistered',
        {
          ...dimensions,
          registration: id,
          participant: 'pro-p1',
          roll: { registered: [{ participant: 'pro-p1', occurred: onDay('2021-06-15') }], counted },
        },
      ],
    ]);
  });

  it.each([
    ['session.not-planned', []],
    [
      'session.cancelled',
      [
        [sessionPlanned, plan],
        [sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }],
      ],
    ],
    ['session.full', [[sessionPlanned, { ...plan, capacity: 1 }], register('pro-p1', '2021-06-01')]],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(registerParticipant, { participant: 'pro-p2' })).toBe(code);
  });
});

describe('cancel a registration', () => {
  it('cancels by name', () => {
    expect(session([sessionPlanned, plan], register('pro-p1', '2021-06-01')).then(cancelRegistration, { participant: 'pro-p1' })).toEqual([
      ['RegistrationCancelled', { ...dimensions, registration: 'r-pro-p1', participant: 'pro-p1' }],
    ]);
  });

  it('cancels an anonymous one by its id, and carries those that stay', () => {
    const history = [[sessionPlanned, plan], anonymous('r-1', '2021-06-01'), anonymous('r-2', '2021-06-02')] as const;
    expect(session(...history).then(cancelRegistration, { registration: 'r-1' })).toEqual([
      ['RegistrationCancelled', { ...dimensions, registration: 'r-1', roll: { registered: [{ occurred: onDay('2021-06-02') }] } }],
    ]);
  });

  it('takes one head off a count', () => {
    const history = [
      [sessionPlanned, plan],
      register('pro-p1', '2021-06-01'),
      [registrationsCounted, { ...dimensions, registrations: exactly(20) }, { occurred: onDay('2021-06-10') }],
    ] as const;
    expect(session(...history).then(cancelRegistration, { participant: 'pro-p1' })).toEqual([
      [
        'RegistrationCancelled',
        {
          ...dimensions,
          registration: 'r-pro-p1',
          participant: 'pro-p1',
          roll: { registered: [], counted: { registrations: exactly(19), occurred: onDay('2021-06-10') } },
        },
      ],
    ]);
  });

  it('says nothing twice', () => {
    const gone = [registrationCancelled, { ...dimensions, registration: 'r-pro-p1', participant: 'pro-p1' }] as const;
    const history = [[sessionPlanned, plan], register('pro-p1', '2021-06-01'), gone] as const;
    expect(session(...history).then(cancelRegistration, { participant: 'pro-p1' })).toEqual([]);
    expect(session(...history).then(cancelRegistration, { registration: 'r-pro-p1' })).toEqual([]);
  });

  it.each([
    ['session.not-planned', []],
    [
      'session.cancelled',
      [
        [sessionPlanned, plan],
        [sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }],
      ],
    ],
    ['session.not-registered', [[sessionPlanned, plan], register('pro-p1', '2021-06-01')]],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(cancelRegistration, { participant: 'pro-p2' })).toBe(code);
  });
});

describe('count registrations', () => {
  it('counts on the date of a held session, unless the command has its own', () => {
    const history = [[sessionHeld, held, { occurred: onDay('2021-05-21') }]] as const;
    const command = { registrations: exactly(89) };
    const [onItsDate] = session(...history).when(countRegistrations, command);
    expect([onItsDate?.definition.type, onItsDate?.data, onItsDate?.occurred]).toEqual([
      'RegistrationsCounted',
      { ...dimensions, registrations: exactly(89) },
      onDay('2021-05-21'),
    ]);
    const [dated] = session(...history).when(countRegistrations, { ...command, occurred: {} }, { occurred: onDay('2021-05-20') });
    expect(dated?.occurred).toEqual(onDay('2021-05-20'));
  });

  it('says nothing twice', () => {
    const history = [
      [sessionPlanned, plan],
      [registrationsCounted, { ...dimensions, registrations: exactly(89) }],
    ] as const;
    expect(session(...history).then(countRegistrations, { registrations: exactly(89) })).toEqual([]);
  });

  it('carries the registrations that are recorded one by one', () => {
    const history = [[sessionPlanned, plan], register('pro-p1', '2021-06-01'), anonymous('r-1', '2021-06-02')] as const;
    expect(session(...history).then(countRegistrations, { registrations: exactly(5) })).toEqual([
      [
        'RegistrationsCounted',
        {
          ...dimensions,
          registrations: exactly(5),
          roll: {
            registered: [{ participant: 'pro-p1', occurred: onDay('2021-06-01') }, { occurred: onDay('2021-06-02') }],
            counted: { registrations: exactly(5), occurred: onDay('2021-06-15') },
          },
        },
      ],
    ]);
  });

  it.each([
    ['session.not-planned', []],
    [
      'session.cancelled',
      [
        [sessionPlanned, plan],
        [sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }],
      ],
    ],
    [
      'session.registrations-counted',
      [
        [sessionPlanned, plan],
        [registrationsCounted, { ...dimensions, registrations: exactly(88) }],
      ],
    ],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(countRegistrations, { registrations: exactly(89) })).toBe(code);
  });
});
