import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const asked = { programme: 'rest-home-volunteers', structure: 'org-s1', places: 4 };
const appoint = { function: 'hospital-referent', holder: 'pro-h1', fteHundredths: 50 };

/** How professionals and volunteers learn, from each other and in courses. */
export const trainingJourneys: readonly Journey[] = [
  {
    name: 'session',
    systems: ['SYS-40', 'SYS-58'],
    steps: [
      step('plan-session', { kind: 'webinar', title, ...on('2021-06-15') }, 'webinar'),
      step('register-participant', { session: '$webinar', participant: 'pro-a1', ...on('2021-06-01') }),
      refused('record-attendance', { session: '$webinar', heads: exactly(3), ...on('2021-06-15') }, 'session.not-held'),
      step('hold-session', { session: '$webinar', kind: 'webinar', title, heads: exactly(3), ...on('2021-06-15') }, 'held'),
      refused('cancel-session', { session: '$webinar', reason: 'health-measures', ...on('2021-06-16') }, 'session.already-held'),
      step('hold-session', { kind: 'training', title, ...on('2021-06-22') }, 'training'),
      step('record-attendance', { session: '$training', heads: exactly(4), ...on('2021-06-22') }),
      step('hold-session', {
        session: '$webinar',
        kind: 'webinar',
        title,
        heads: exactly(5),
        ...on('2021-06-15'),
        ...correcting('held', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'information-sessions', period: '2021-06', where: 'kind:webinar', by: [1, 1] },
      { indicator: 'information-session-registrations', period: '2021-06', where: 'kind:webinar', by: [1, 1] },
      { indicator: 'information-session-attendances', period: '2021-06', where: 'kind:webinar', by: [3, 5] },
    ],
  },
  {
    name: 'exchange-group',
    systems: ['SYS-16'],
    steps: [
      step('create-exchange-group', { name: title, ...on('2021-01-01') }, 'group'),
      step('hold-exchange-group-meeting', { group: '$group', heads: exactly(8), ...on('2021-03-23') }, 'met'),
      refused(
        'hold-exchange-group-meeting',
        { group: '$group', heads: exactly(9), ...on('2021-03-23') },
        'exchange-group.meeting-already-held',
      ),
      step('hold-exchange-group-meeting', {
        group: '$group',
        heads: exactly(9),
        ...on('2021-03-23'),
        ...correcting('met', 'wrong-count'),
      }),
      step('rename-exchange-group', { group: '$group', name: { nl: 'Thuisverpleging', fr: 'Soins à domicile' }, ...on('2021-09-01') }),
      step('end-exchange-group', { group: '$group', reason: 'done', ...on('2021-12-31') }),
      refused('hold-exchange-group-meeting', { group: '$group', heads: exactly(8), ...on('2022-03-23') }, 'exchange-group.ended'),
    ],
    figures: [
      { indicator: 'exchange-sessions', period: '2021-Q1', by: [1, 1] },
      { indicator: 'exchange-attendances', period: '2021-Q1', by: [8, 9] },
    ],
  },
  {
    name: 'training-cycle',
    systems: ['SYS-18', 'SYS-58'],
    steps: [
      step('open-training-cycle', { programme: 'palliative-volunteers', days: 8, ...on('2021-02-01') }, 'cycle'),
      refused(
        'open-training-cycle',
        { cycle: '$cycle', programme: 'palliative-volunteers', days: 7, ...on('2021-02-01') },
        'training-cycle.already-opened',
      ),
      step('close-training-cycle', { cycle: '$cycle', heads: exactly(13), ...on('2021-04-01') }, 'closed'),
      refused('cancel-training-cycle', { cycle: '$cycle', reason: 'funding', ...on('2021-04-02') }, 'training-cycle.already-closed'),
      step('close-training-cycle', {
        cycle: '$cycle',
        heads: exactly(12),
        ...on('2021-04-01'),
        ...correcting('closed', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'training-cycles-held', period: '2021', by: [1, 1] },
      { indicator: 'training-cycle-attendances', period: '2021', by: [13, 12] },
    ],
  },
  {
    name: 'training-request',
    systems: ['SYS-19', 'SYS-58'],
    steps: [
      step('request-training', { ...asked, ...on('2021-01-10') }, 'asked'),
      refused('request-training', { ...asked, request: '$asked', places: 5, ...on('2021-01-10') }, 'training-request.already-requested'),
      step('decline-training', { request: '$asked', reason: 'capacity', ...on('2021-01-20') }),
      refused('grant-training', { request: '$asked', places: 2, ...on('2021-01-21') }, 'training-request.already-declined'),
      step('request-training', { ...asked, request: '$asked', places: 6, ...on('2021-01-10'), ...correcting('asked', 'wrong-count') }),
    ],
    figures: [
      { indicator: 'training-requests', period: '2021-01', by: [1, 1] },
      { indicator: 'training-places-requested', period: '2021-01', by: [4, 6] },
    ],
  },
  {
    name: 'volunteer',
    systems: ['SYS-18', 'SYS-19'],
    steps: [
      refused('record-volunteer-leaving', { volunteer: 'pro-v1', reason: 'moved', ...on('2021-01-09') }, 'volunteer.unknown'),
      step('interview-volunteer', { volunteer: 'pro-v1', outcome: 'accepted', ...on('2021-01-10') }),
      step('qualify-volunteer', { volunteer: 'pro-v1', ...on('2021-05-10') }),
      step('record-volunteer-leaving', { volunteer: 'pro-v1', reason: 'moved', ...on('2021-09-10') }, 'left'),
      refused('record-volunteer-leaving', { volunteer: 'pro-v1', reason: 'health', ...on('2021-09-11') }, 'volunteer.has-left'),
      step('record-volunteer-leaving', {
        volunteer: 'pro-v1',
        reason: 'moved',
        ...on('2022-01-10'),
        ...correcting('left', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'volunteer-interviews', period: '2021-01', by: [1, 1] },
      { indicator: 'volunteers-trained', period: '2021-05', by: [1, 1] },
      { indicator: 'volunteers-active', period: '2021', by: [0, 1] },
    ],
  },
  {
    name: 'appointment',
    systems: ['SYS-04'],
    steps: [
      step('appoint-function', { ...appoint, ...on('2021-02-01') }, 'appointed'),
      refused(
        'appoint-function',
        { ...appoint, appointment: '$appointed', holder: 'pro-h2', ...on('2021-02-01') },
        'appointment.already-recorded',
      ),
      step('end-function', { appointment: '$appointed', reason: 'no-funding', ...on('2021-09-01') }, 'ended'),
      refused('end-function', { appointment: '$appointed', reason: 'no-funding', ...on('2021-10-01') }, 'appointment.already-ended'),
      step('end-function', {
        appointment: '$appointed',
        reason: 'no-funding',
        ...on('2022-09-01'),
        ...correcting('ended', 'wrong-date'),
      }),
    ],
    figures: [{ indicator: 'functions-filled', period: '2021', by: [0, 1] }],
  },
  {
    name: 'community',
    systems: ['SYS-01', 'SYS-03'],
    steps: [
      step('start-community', { kind: 'neighbourhood-referents', title, ...on('2021-01-15') }, 'community'),
      step('join-community', { community: '$community', member: 'pro-a1', profession: 'nurse', ...on('2021-02-01') }),
      refused(
        'join-community',
        { community: '$community', member: 'pro-a1', profession: 'nurse', ...on('2021-03-01') },
        'community.already-member',
      ),
      step('leave-community', { community: '$community', member: 'pro-a1', reason: 'changed-work', ...on('2021-06-30') }, 'left'),
      refused(
        'leave-community',
        { community: '$community', member: 'pro-a2', reason: 'changed-work', ...on('2021-06-30') },
        'community.not-a-member',
      ),
      step('leave-community', {
        community: '$community',
        member: 'pro-a1',
        reason: 'changed-work',
        ...on('2022-06-30'),
        ...correcting('left', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'communities', period: '2021', by: [1, 1] },
      { indicator: 'community-members', period: '2021', by: [0, 1] },
    ],
  },
];
