import { exactly, type Journey, on, span, step, title } from '../acceptance/journeys/steps';

/** A course of records without the refusals and figures of a journey. */
export type Course = Pick<Journey, 'name' | 'principal' | 'steps'>;

const request = { kind: 'multidisciplinary', concerns: 'unnamed-person' };

/** What the journeys pass by: every event that they do not record stands here. */
export const courses: readonly Course[] = [
  {
    name: 'a session that is moved, registered for and counted',
    steps: [
      step('plan-session', { kind: 'webinar', title, ...on('2021-06-15') }, 'webinar'),
      step('register-participant', { session: '$webinar', participant: 'pro-a1', ...on('2021-06-01') }),
      step('cancel-registration', { session: '$webinar', participant: 'pro-a1', ...on('2021-06-02') }),
      step('count-registrations', { session: '$webinar', registrations: exactly(12), ...on('2021-06-10') }),
      step('reschedule-session', { session: '$webinar', ...on('2021-06-22') }),
      step('hold-session', { session: '$webinar', ...on('2021-06-22') }),
      step('record-attendance', { session: '$webinar', heads: exactly(9), ...on('2021-06-22') }),
      step('record-views', { session: '$webinar', views: exactly(40), ...on('2021-07-22') }),
    ],
  },
  {
    name: 'a session that is cancelled',
    steps: [
      step('plan-session', { kind: 'info-session', title, ...on('2021-06-15') }, 'session'),
      step('cancel-session', { session: '$session', reason: 'health-measures', ...on('2021-06-10') }),
    ],
  },
  {
    name: 'a training cycle that some complete',
    steps: [
      step('open-training-cycle', { programme: 'palliative-volunteers', days: 8, ...on('2021-02-01') }, 'cycle'),
      step('complete-training', { cycle: '$cycle', participant: 'pro-a1', daysAttended: 8, ...on('2021-04-01') }),
      step('count-completions', { cycle: '$cycle', completions: exactly(11), ...on('2021-04-01') }),
    ],
  },
  {
    name: 'a training cycle that is cancelled',
    steps: [
      step('open-training-cycle', { programme: 'palliative-volunteers', ...on('2021-02-01') }, 'cycle'),
      step('cancel-training-cycle', { cycle: '$cycle', reason: 'funding', ...on('2021-01-20') }),
    ],
  },
  {
    name: 'a request for training that is granted',
    steps: [
      step('request-training', { programme: 'rest-home-volunteers', places: 4, ...on('2021-01-10') }, 'asked'),
      step('grant-training', { request: '$asked', places: 2, ...on('2021-01-21') }),
    ],
  },
  {
    name: 'a convention that is renewed and ends',
    steps: [
      step('request-convention', { institutionName: 'Huis A', institutionType: 'rest-home', ...on('2021-01-10') }, 'convention'),
      step('sign-convention', {
        convention: '$convention',
        institutionName: 'Huis A',
        institutionType: 'rest-home',
        lastDay: '2021-12-31',
        signatoryRole: 'director',
        ...on('2021-03-01'),
      }),
      step('renew-convention', { convention: '$convention', lastDay: '2022-12-31', ...on('2022-01-01') }),
      step('end-convention', { convention: '$convention', endedOn: '2022-06-01', reason: 'not-stated', ...on('2022-06-01') }),
    ],
  },
  {
    name: 'a body that is dissolved',
    steps: [
      step('constitute-body', { body: 'council', type: 'board', name: title, level: 'partnership', ...on('2021-01-01') }),
      step('dissolve-body', { body: 'council', lastDay: '2021-09-30', reason: 'merged', ...on('2021-09-30') }),
    ],
  },
  {
    name: 'a meeting that is moved, held and told on one page',
    steps: [
      step('convene-meeting', { body: 'board', kind: 'board', ...on('2021-04-20') }, 'meeting'),
      step('reschedule-meeting', { meeting: '$meeting', ...on('2021-04-27') }),
      step('hold-meeting', { meeting: '$meeting', body: 'board', kind: 'board', mode: 'online', ...on('2021-04-27') }),
      step('publish-one-page', { meeting: '$meeting', url: 'https://example.org/one', languages: ['nl', 'fr'], ...on('2021-05-01') }),
    ],
  },
  {
    name: 'a meeting that is cancelled',
    steps: [
      step('convene-meeting', { body: 'board', kind: 'board', ...on('2021-04-20') }, 'meeting'),
      step('cancel-meeting', { meeting: '$meeting', reason: 'not-stated', ...on('2021-04-15') }),
    ],
  },
  {
    name: 'what is followed over time',
    steps: [
      step('observe-web-traffic', {
        site: 'site',
        sessions: exactly(1_000),
        extrapolated: false,
        method: 'analytics',
        ...span('2021-01-01', '2021-12-31'),
      }),
      step('observe-contacts', { list: 'list', contacts: exactly(300), ...on('2021-12-30') }),
    ],
  },
  {
    name: 'persons included without a name, and one who shares nothing',
    principal: 'generator',
    steps: [
      step('include-anonymously', { programme: 'protocol-3', period: '2021', heads: exactly(4), ...on('2021-03-10') }),
      step('include-person', { person: 'person-syn-c1', programme: 'protocol-3', period: '2021', ...on('2021-03-10') }, 'inclusion'),
      step('refuse-sharing', { inclusion: '$inclusion', scope: 'all', ...on('2021-03-11') }),
    ],
  },
  {
    name: 'a concertation that is completed, held and followed up',
    steps: [
      step('request-concertation', { ...request, complete: false, ...on('2021-04-01') }, 'request'),
      step('complete-request', { concertation: '$request', ...on('2021-04-05') }),
      step('hold-concertation', { concertation: '$request', ...request, heads: exactly(5), ...on('2021-05-03') }),
      step('record-decision', { concertation: '$request', number: 1, decisionKind: 'task', ...on('2021-05-03') }),
      step('follow-up-decision', { concertation: '$request', number: 1, outcome: 'done', ...on('2021-06-03') }),
    ],
  },
  {
    name: 'a request for a concertation that is withdrawn',
    steps: [
      step('request-concertation', { ...request, ...on('2021-04-01') }, 'request'),
      step('withdraw-request', { concertation: '$request', reason: 'requester', ...on('2021-04-05') }),
    ],
  },
  {
    name: 'a community that ends',
    steps: [
      step('start-community', { kind: 'neighbourhood-referents', title, ...on('2021-01-15') }, 'community'),
      step('end-community', { community: '$community', reason: 'merged', ...on('2021-12-31') }),
    ],
  },
  {
    name: 'what is agreed and paid for taking part',
    steps: [
      step('hold-intervision', { function: 'concertation-organiser', mode: 'online', heads: exactly(6), ...on('2021-05-05') }),
      step('agree-participation-fee', { paidFor: 'community-c1', model: 'lump-sum', amountCents: 8_500, ...on('2021-01-01') }),
      step('pay-participation', { model: 'lump-sum', amountCents: 8_500, payee: 'pro-a1', ...on('2021-05-05') }),
    ],
  },
  {
    name: 'a contact that is passed on, and a tool of the helpdesk',
    steps: [
      step('register-contact', { channel: 'call', line: 'general', ...on('2021-02-01') }, 'contact'),
      step('orient-contact', { contact: '$contact', orientation: 'social-service', ...on('2021-02-01') }),
      step('escalate-contact', { contact: '$contact', escalatedTo: 'signal', ...on('2021-02-02') }),
      step('evaluate-helpdesk-tool', { tool: 'transcript', result: 'kept', ...on('2021-06-01') }),
    ],
  },
  {
    name: 'a signal that nobody acts upon',
    steps: [
      step('pick-up-signal', { theme: 'saturation', occasion: 'meeting', ...on('2021-02-01') }, 'signal'),
      step('close-signal-without-action', { signal: '$signal', reason: 'no-answer', ...on('2021-12-01') }),
    ],
  },
  {
    name: 'a survey of which only totals are known',
    steps: [
      step('open-survey', { kind: 'consultation', title, parts: ['citizen'], ...on('2021-02-01') }, 'survey'),
      step('count-answers', { survey: '$survey', answers: exactly(120), usable: exactly(110), ...on('2021-03-01') }),
      step('close-survey', { survey: '$survey', ...on('2021-03-31') }),
    ],
  },
];
