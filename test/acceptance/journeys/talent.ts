import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const visit = { kind: 'school-visit', title, audience: 'students', theme: 'work-in-care' };
const student = { kind: 'student-placement', profession: 'pharmacist', sender: 'org-js1' };
const look = { kind: 'immersion-visit', host: 'org-jv1' };
const switcher = { kind: 'career-switch', host: 'org-jc1', profession: 'care-assistant' };

/** Who looks on, learns and begins in care. */
export const talentJourneys: readonly Journey[] = [
  {
    name: 'immersion-visits',
    systems: ['SYS-32'],
    steps: [
      step('offer-host', { ...look, places: 2, ...on('2024-01-15') }, 'host'),
      refused('offer-host', { ...look, places: 3, ...on('2024-02-01') }, 'placement.already-host'),
      step('start-placement', { ...look, trainee: 'pro-jt1', profession: 'nurse', ...on('2024-03-04') }, 'visit'),
      refused('start-placement', { placement: '$visit', ...look, trainees: 2, ...on('2024-03-05') }, 'placement.already-started'),
      step('end-placement', { placement: '$visit', outcome: 'completed', ...on('2024-03-06') }),
      refused('withdraw-host', { ...look, reason: 'no-capacity', ...on('2024-01-01') }, 'placement.host-before-offer'),
      step('withdraw-host', { ...look, reason: 'no-capacity', ...on('2024-07-01') }, 'gone'),
      step('withdraw-host', { ...look, reason: 'no-capacity', ...on('2025-07-01'), ...correcting('gone', 'wrong-date') }),
    ],
    figures: [
      { indicator: 'placements-started', period: '2024-03', where: 'kind:immersion-visit', by: [1, 1] },
      { indicator: 'placement-receivers', period: '2024-03', where: 'kind:immersion-visit', by: [1, 1] },
      { indicator: 'trainees-placed', period: '2024-03-05', where: 'kind:immersion-visit', by: [1, 1] },
      { indicator: 'placement-hosts', period: '2024', where: 'kind:immersion-visit', by: [0, 1] },
      { indicator: 'placement-places', period: '2024', where: 'kind:immersion-visit', by: [0, 2] },
    ],
  },
  {
    name: 'student-placements',
    systems: ['SYS-39'],
    steps: [
      step('request-placement', { ...student, trainees: 12, ...on('2020-10-20') }, 'asked'),
      refused('start-placement', { placement: '$asked', ...on('2021-02-01') }, 'placement.not-described'),
      refused(
        'start-placement',
        { placement: '$asked', host: 'org-jh1', trainees: 13, ...on('2021-02-01') },
        'placement.more-than-requested',
      ),
      step('start-placement', { placement: '$asked', host: 'org-jh1', trainees: 8, ...on('2021-02-01') }, 'placed'),
      step('request-placement', { ...student, trainees: 3, ...on('2020-11-05') }, 'other'),
      step('decline-placement', { placement: '$other', reason: 'no-host', ...on('2020-12-01') }),
      refused('start-placement', { placement: '$other', host: 'org-jh1', ...on('2021-02-01') }, 'placement.already-declined'),
      step('start-placement', {
        placement: '$asked',
        host: 'org-jh1',
        trainees: 10,
        ...on('2021-02-01'),
        ...correcting('placed', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'placements-requested', period: '2020', where: 'kind:student-placement,profession:pharmacist', by: [15, 15] },
      { indicator: 'placements-started', period: '2021-02', where: 'kind:student-placement', by: [8, 10] },
      { indicator: 'placements-declined', period: '2020', where: 'kind:student-placement,reason:no-host', by: [3, 3] },
    ],
  },
  {
    name: 'school-visits',
    systems: ['SYS-70'],
    steps: [
      step('plan-session', { ...visit, ...on('2020-02-11') }, 'first'),
      step('plan-session', { ...visit, ...on('2020-03-24') }, 'second'),
      step('hold-session', { session: '$first', heads: exactly(42), ...on('2020-02-11') }, 'held'),
      refused('cancel-session', { session: '$first', reason: 'organiser', ...on('2020-02-12') }, 'session.already-held'),
      step('cancel-session', { session: '$second', reason: 'health-measures', ...on('2020-03-13') }, 'cancelled'),
      refused('hold-session', { session: '$second', heads: exactly(30), ...on('2020-03-24') }, 'session.cancelled'),
      step('hold-session', { session: '$first', heads: exactly(45), ...on('2020-02-11'), ...correcting('held', 'wrong-count') }),
    ],
    figures: [
      { indicator: 'school-visits', period: '2020', by: [1, 1] },
      { indicator: 'school-visits-cancelled', period: '2020', where: 'reason:health-measures', by: [1, 1] },
      { indicator: 'session-attendances', period: '2020', where: 'kind:school-visit', by: [42, 45] },
    ],
  },
  {
    name: 'career-switchers',
    systems: ['SYS-70'],
    steps: [
      step('start-placement', { ...switcher, trainees: 4, ...on('2020-09-01') }, 'switch'),
      refused('end-placement', { placement: '$switch', outcome: 'hired', ...on('2020-08-31') }, 'placement.ends-before-it-starts'),
      step('end-placement', { placement: '$switch', outcome: 'completed', ...on('2020-12-31') }, 'ended'),
      refused('end-placement', { placement: '$switch', outcome: 'hired', ...on('2021-01-31') }, 'placement.already-ended'),
      step('end-placement', { placement: '$switch', outcome: 'hired', ...on('2020-12-31'), ...correcting('ended', 'late-information') }),
    ],
    figures: [
      { indicator: 'placements-started', period: '2020-09', where: 'kind:career-switch', by: [4, 4] },
      { indicator: 'placements-ended', period: '2020', where: 'kind:career-switch,outcome:hired', by: [0, 4] },
    ],
  },
];
