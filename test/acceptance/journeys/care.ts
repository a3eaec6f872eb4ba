import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const request = { kind: 'multidisciplinary', concerns: 'unnamed-person' };
const include = { person: 'person-syn-j1', programme: 'protocol-3', period: '2021', commune: '21004' };

/** What is done around one person, named or not. */
export const careJourneys: readonly Journey[] = [
  {
    name: 'concertation',
    systems: ['SYS-05', 'SYS-06'],
    steps: [
      step('request-concertation', { ...request, ...on('2021-04-01') }, 'request'),
      refused(
        'record-decision',
        { concertation: '$request', number: 1, decisionKind: 'task', ...on('2021-04-02') },
        'concertation.not-held',
      ),
      step('assign-request', { concertation: '$request', organiser: 'pro-a1', ...on('2021-04-10') }),
      step(
        'hold-concertation',
        { concertation: '$request', ...request, mode: 'in-person', heads: exactly(5), ...on('2021-05-03') },
        'held',
      ),
      refused(
        'refuse-request',
        { concertation: '$request', reason: 'outside-brussels', ...on('2021-05-04') },
        'concertation.request-closed',
      ),
      step('hold-concertation', {
        concertation: '$request',
        ...request,
        mode: 'in-person',
        heads: exactly(6),
        ...on('2021-05-03'),
        ...correcting('held', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'concertations-held', period: '2021-05', by: [1, 1] },
      { indicator: 'concertation-attendances', period: '2021-05', by: [5, 6] },
    ],
  },
  {
    name: 'follow-up',
    systems: ['SYS-15'],
    steps: [
      step('open-psychological-follow-up', { psychologist: 'pro-p1', ...on('2021-02-01') }, 'followUp'),
      step('hold-psychological-session', { followUp: '$followUp', mode: 'home-visit', ...on('2021-02-10') }, 'met'),
      refused('hold-psychological-session', { followUp: '$followUp', mode: 'home-visit', ...on('2021-01-10') }, 'follow-up.before-opening'),
      step('close-psychological-follow-up', { followUp: '$followUp', reason: 'own-wish', ...on('2021-05-01') }),
      refused(
        'close-psychological-follow-up',
        { followUp: '$followUp', reason: 'own-wish', ...on('2021-05-02') },
        'follow-up.already-closed',
      ),
      step('hold-psychological-session', {
        followUp: '$followUp',
        mode: 'home-visit',
        ...on('2021-03-10'),
        ...correcting('met', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'psychological-follow-ups', period: '2021', by: [1, 1] },
      { indicator: 'psychological-sessions', period: '2021-02', by: [1, 0] },
      { indicator: 'psychological-sessions', period: '2021-03', by: [0, 1] },
    ],
  },
  {
    name: 'diapason-cycle',
    systems: ['SYS-08'],
    steps: [
      step('open-diapason-cycle', { theme: title, ...on('2021-01-20') }, 'diapason'),
      refused('hold-diapason-meeting', { cycle: '$diapason', heads: exactly(7), ...on('2021-01-10') }, 'diapason-cycle.before-opening'),
      step('hold-diapason-meeting', { cycle: '$diapason', heads: exactly(7), ...on('2021-02-20') }, 'met'),
      step('close-diapason-cycle', { cycle: '$diapason', reason: 'done', ...on('2021-10-26') }),
      refused('hold-diapason-meeting', { cycle: '$diapason', heads: exactly(7), ...on('2021-11-20') }, 'diapason-cycle.closed'),
      step('hold-diapason-meeting', {
        cycle: '$diapason',
        heads: exactly(7),
        ...on('2021-03-20'),
        ...correcting('met', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'diapason-cycles', period: '2021', by: [1, 1] },
      { indicator: 'diapason-meetings', period: '2021-02', by: [1, 0] },
    ],
  },
  {
    name: 'inclusion',
    systems: ['SYS-11'],
    principal: 'generator',
    steps: [
      step('include-person', { ...include, ...on('2021-03-10') }, 'inclusion'),
      refused('include-person', { ...include, ...on('2021-04-01') }, 'inclusion.already-included'),
      step('end-inclusion', { inclusion: '$inclusion', reason: 'moved-away', ...on('2021-09-30') }, 'ended'),
      refused(
        'transfer-inclusion',
        { inclusion: '$inclusion', from: 'protocol-3', to: 'integreo', ...on('2021-10-01') },
        'inclusion.already-ended',
      ),
      step('end-inclusion', {
        inclusion: '$inclusion',
        reason: 'moved-away',
        ...on('2021-10-31'),
        ...correcting('ended', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'inclusions', period: '2021', by: [1, 1] },
      { indicator: 'inclusions-ended', period: '2021-09', by: [1, 0] },
    ],
  },
];
