import { exactly, type Occurred } from '@app/decider';
import { given, onDay } from '@app/decider/spec';
import {
  cancelSession,
  holdSession,
  planSession,
  recordAttendance,
  recordViews,
  registerParticipant,
  rescheduleSession,
  sessionEvolution,
} from './session.decider';
import {
  attendanceRecorded,
  participantRegistered,
  registrationsCounted,
  sessionCancelled,
  sessionHeld,
  sessionPlanned,
  sessionRescheduled,
  viewsRecorded,
} from './session.events';

const title = { nl: 'Gesprek over zorg', fr: 'Rencontre sur les soins' };
const plan = { kind: 'webinar', theme: 'diabetes', mode: 'online', title, audience: 'professionals', organisers: ['org-a1'] } as const;
const dimensions = { kind: 'webinar', theme: 'diabetes', mode: 'online', audience: 'professionals' } as const;
const held = { ...plan, heads: exactly(12) };
const planned = { occurred: onDay('2021-06-15') };
const session = (...history: Parameters<typeof given>[1]) => given(sessionEvolution, history);
const register = (participant: string, on: string, registration = `r-${participant}`) =>
  [participantRegistered, { ...dimensions, registration, participant }, { occurred: onDay(on) }] as const;
const set: Occurred = { from: '2021-03-29', to: '2021-04-01', nature: 'set', dates: ['2021-03-29', '2021-04-01'], precision: 'day' };

describe('plan a session', () => {
  it('plans it with everything that is known', () => {
    expect(session().then(planSession, { ...plan, capacity: 40 })).toEqual([['SessionPlanned', { ...plan, capacity: 40 }]]);
  });

  it('says nothing twice', () => {
    expect(session([sessionPlanned, plan, planned]).then(planSession, plan)).toEqual([]);
  });

  it.each([
    ['session.already-planned', [[sessionPlanned, plan, { occurred: onDay('2021-06-14') }]]],
    ['session.already-planned', [[sessionRescheduled, dimensions]]],
    ['session.already-held', [[sessionHeld, held]]],
    ['session.cancelled', [[sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }]]],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(planSession, plan)).toBe(code);
  });
});

describe('reschedule a session', () => {
  it('moves the planned session to the new date', () => {
    const moved = session([sessionPlanned, plan, planned]);
    expect(moved.then(rescheduleSession, {}, { occurred: onDay('2021-09-01') })).toEqual([['SessionRescheduled', dimensions]]);
  });

  it('says nothing when the date is the planned one, also after a move', () => {
    expect(session([sessionPlanned, plan, planned]).then(rescheduleSession, {})).toEqual([]);
    const moved = session([sessionPlanned, plan, planned], [sessionRescheduled, dimensions, { occurred: onDay('2021-09-01') }]);
    expect(moved.then(rescheduleSession, {}, { occurred: onDay('2021-09-01') })).toEqual([]);
  });

  it.each([
    ['session.not-planned', []],
    ['session.already-held', [[sessionHeld, held]]],
    [
      'session.cancelled',
      [
        [sessionPlanned, plan],
        [sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }],
      ],
    ],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(rescheduleSession, {}, { occurred: onDay('2021-09-01') })).toBe(code);
  });
});

describe('cancel a session', () => {
  const cancelled = [sessionCancelled, { ...dimensions, reason: 'health-measures', plannedFor: onDay('2021-06-15') }] as const;

  it('names the date that falls away, the moved one included', () => {
    expect(session([sessionPlanned, plan, planned]).then(cancelSession, { reason: 'health-measures' })).toEqual([
      ['SessionCancelled', { ...dimensions, reason: 'health-measures', plannedFor: onDay('2021-06-15') }],
    ]);
    const moved = session([sessionPlanned, plan, planned], [sessionRescheduled, dimensions, { occurred: onDay('2021-09-01') }]);
    expect(moved.then(cancelSession, { reason: 'organiser' })).toEqual([
      ['SessionCancelled', { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-09-01') }],
    ]);
  });

  it('says nothing twice', () => {
    expect(session([sessionPlanned, plan], cancelled).then(cancelSession, { reason: 'health-measures' })).toEqual([]);
  });

  it.each([
    ['session.not-planned', []],
    [
      'session.already-held',
      [
        [sessionPlanned, plan],
        [sessionHeld, held],
      ],
    ],
    ['session.cancelled', [[sessionPlanned, plan], cancelled]],
  ] as const)('refuses with %s', (code, history) => {
    expect(session(...history).refuses(cancelSession, { reason: 'organiser' })).toBe(code);
  });
});

describe('hold a session', () => {
  it('records one that was never planned, counts included', () => {
    const command = { ...plan, registrations: exactly(157), present: ['pro-p1'], heads: exactly(30), views: exactly(99) };
    expect(session().then(holdSession, command)).toEqual([['SessionHeld', command]]);
  });

  it('takes over the plan, and lets the command say otherwise', () => {
    const history = [[sessionPlanned, { ...plan, capacity: 40 }, planned]] as const;
    expect(session(...history).then(holdSession, { heads: exactly(12) })).toEqual([['SessionHeld', held]]);
    expect(session(...history).then(holdSession, { mode: 'hybrid' })).toEqual([['SessionHeld', { ...plan, mode: 'hybrid' }]]);
  });

  it('takes over slot, sub-group, number, cycle and speakers, and adds how many organisations came', () => {
    const series = { slot: 'evening', subGroup: 'north-a', sessionNumber: 2, cycle: 'training-cycle-AAAA', speakers: 4 } as const;
    const history = [[sessionPlanned, { ...plan, ...series }, planned]] as const;
    expect(session(...history).then(holdSession, { organisations: exactly(20) })).toEqual([
      ['SessionHeld', { ...plan, ...series, organisations: exactly(20) }],
    ]);
  });

  it('carries every registration when a count meets single ones', () => {
    const events = session([sessionPlanned, plan], register('pro-p1', '2021-06-01')).then(holdSession, { registrations: exactly(20) });
    expect(events).toEqual([
      [
        'SessionHeld',
        {
          ...plan,
          registrations: exactly(20),
          roll: {
            registered: [{ participant: 'pro-p1', occurred: onDay('2021-06-01') }],
            counted: { registrations: exactly(20), occurred: onDay('2021-06-15') },
          },
        },
      ],
    ]);
  });

  it('says nothing twice', () => {
    expect(session([sessionHeld, held, planned]).then(holdSession, held)).toEqual([]);
    const twoDates = { occurred: set };
    expect(session([sessionHeld, held, twoDates]).then(holdSession, held, twoDates)).toEqual([]);
  });

  it('is corrected by the same command: the correction is decided as if the first had not been', () => {
    expect(session().then(holdSession, { ...held, heads: exactly(13) })).toEqual([['SessionHeld', { ...held, heads: exactly(13) }]]);
    const id = '00000000-0000-8000-8000-000000000000';
    const corrected = session([sessionHeld, held, { id }], [sessionHeld, { ...held, heads: exactly(13) }, { corrects: id }]);
    expect(corrected.state.attendance).toEqual({ heads: exactly(13) });
    expect(corrected.then(holdSession, { ...held, heads: exactly(13) })).toEqual([]);
  });

  it('stands no longer when it is withdrawn', () => {
    const id = '00000000-0000-8000-8000-000000000000';
    const withdrawn = given(sessionEvolution, [
      [sessionHeld, held, { id }],
      [{ ...sessionHeld, type: 'RecordWithdrawn' }, {}, { corrects: id }],
    ]);
    expect(withdrawn.state).toEqual(sessionEvolution.initialState);
  });

  it.each([
    [
      'session.cancelled',
      [
        [sessionPlanned, plan],
        [sessionCancelled, { ...dimensions, reason: 'organiser', plannedFor: onDay('2021-06-15') }],
      ],
      held,
    ],
    ['session.not-described', [], { kind: 'webinar' as const }],
    ['session.not-described', [], { title }],
    ['session.professions-exceed-heads', [], { ...held, byProfession: [{ profession: 'nurse' as const, heads: 13 }] }],
    ['session.already-held', [[sessionHeld, held, planned]], { ...held, heads: exactly(13) }],
    ['session.already-held', [[sessionHeld, held, { occurred: onDay('2021-06-14') }]], held],
    ['session.attendance-recorded', [[attendanceRecorded, { ...dimensions, heads: exactly(9) }]], held],
    [
      'session.registrations-counted',
      [[registrationsCounted, { ...dimensions, registrations: exactly(9) }]],
      { ...plan, registrations: exactly(8) },
    ],
    ['session.views-recorded', [[viewsRecorded, { ...dimensions, views: exactly(9) }]], { ...plan, views: exactly(8) }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(session(...history).refuses(holdSession, command)).toBe(code);
  });
});

describe('record attendance', () => {
  it('stands on the date of the session', () => {
    const command = { present: ['pro-p1', 'pro-p2'], heads: exactly(12), byProfession: [{ profession: 'nurse' as const, heads: 7 }] };
    const [event] = session([sessionHeld, plan, { occurred: set }]).when(recordAttendance, command);
    expect([event?.definition.type, event?.data, event?.occurred]).toEqual(['AttendanceRecorded', { ...dimensions, ...command }, set]);
  });

  it('says nothing twice, also when the session itself was recorded with it', () => {
    const history = [
      [sessionHeld, plan],
      [attendanceRecorded, { ...dimensions, heads: exactly(12) }],
    ] as const;
    expect(session(...history).then(recordAttendance, { heads: exactly(12) })).toEqual([]);
    expect(session([sessionHeld, held]).then(recordAttendance, { heads: exactly(12) })).toEqual([]);
  });

  it.each([
    ['session.not-held', [[sessionPlanned, plan]], { heads: exactly(12) }],
    ['session.nobody-counted', [[sessionHeld, plan]], {}],
    [
      'session.professions-exceed-heads',
      [[sessionHeld, plan]],
      { heads: { lo: 4, hi: 6, exactness: 'range' as const }, byProfession: [{ profession: 'nurse' as const, heads: 7 }] },
    ],
    ['session.attendance-recorded', [[sessionHeld, held]], { heads: exactly(13) }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(session(...history).refuses(recordAttendance, command)).toBe(code);
  });
});

describe('record views', () => {
  it('keeps the reading of its own day, or of the session', () => {
    const history = [[sessionHeld, held, { occurred: onDay('2021-06-10') }]] as const;
    expect(session(...history).then(recordViews, { views: exactly(99) })).toEqual([
      ['ViewsRecorded', { ...dimensions, views: exactly(99) }],
    ]);
    expect(session(...history).when(recordViews, { views: exactly(99) })[0]?.occurred).toEqual(onDay('2021-06-10'));
    expect(session(...history).when(recordViews, { views: exactly(99), occurred: {} })[0]?.occurred).toEqual(onDay('2021-06-15'));
  });

  it('says nothing twice, and takes a later reading', () => {
    const history = [
      [sessionHeld, held],
      [viewsRecorded, { ...dimensions, views: exactly(99) }],
    ] as const;
    expect(session(...history).then(recordViews, { views: exactly(99) })).toEqual([]);
    expect(session(...history).then(recordViews, { views: exactly(120) })).toEqual([
      ['ViewsRecorded', { ...dimensions, views: exactly(120) }],
    ]);
  });

  it('refuses with session.not-held', () => {
    expect(session([sessionPlanned, plan]).refuses(recordViews, { views: exactly(99) })).toBe('session.not-held');
  });
});

describe('a session where people seek care or support for themselves', () => {
  const anonymous = { kind: 'resilience-group', title } as const;

  it('is counted in heads', () => {
    expect(session().then(holdSession, { ...anonymous, heads: exactly(8) })).toEqual([
      ['SessionHeld', { ...anonymous, heads: exactly(8) }],
    ]);
    expect(session([sessionPlanned, anonymous]).then(registerParticipant, {})).toHaveLength(1);
  });

  it.each(['resilience-individual', 'resilience-group', 'vaccination-day'] as const)(
    'refuses names with session.anonymous-only: %s',
    (kind) => {
      const present = ['pro-p1'];
      expect(session().refuses(holdSession, { kind, title, present })).toBe('session.anonymous-only');
      expect(session([sessionHeld, { kind, title }]).refuses(recordAttendance, { present })).toBe('session.anonymous-only');
      expect(session([sessionPlanned, { kind, title }]).refuses(registerParticipant, { participant: 'pro-p1' })).toBe(
        'session.anonymous-only',
      );
    },
  );
});
