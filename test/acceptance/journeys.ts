/** One step over HTTP: `as` names the stream it made, `$name` in a body is that stream, `#name` its first event. */
export interface Step {
  readonly command: string;
  readonly body: object;
  readonly as?: string;
  /** Code of the refusal that must come; absent when it must be recorded. */
  readonly refused?: string;
}

const on = (from: string) => ({ occurred: { from } });
const span = (from: string, to: string) => ({ occurred: { from, to, nature: 'span' } });
const exactly = (value: number) => ({ value, exactness: 'exact' });
const title = { nl: 'Titel', fr: 'Titre' };
const year = { from: '2021-01-01', to: '2021-12-31' };

const step = (command: string, body: object, as?: string): Step => ({ command, body, ...(as === undefined ? {} : { as }) });
const refused = (command: string, body: object, code: string): Step => ({ command, body, refused: code });

const target = {
  plan: 'j1',
  action: 1,
  target: '1-1',
  indicator: 'information-sessions',
  comparator: '>=',
  lo: 5,
  kind: 'session',
  period: year,
  comparatorPrinted: '5',
  label: title,
};
const request = { kind: 'multidisciplinary', concerns: 'unnamed-person' };
const claim = { indicator: 'conventions', period: year, kind: 'convention', quantity: exactly(27), raw: '27' };
const covered = { factType: 'convention-signed', ...year, basis: 'register-kept' };
const include = { person: 'person-syn-j1', programme: 'protocol-3', period: '2021', commune: '21004' };

/** Per term the usual course of things, and what is refused on the way. */
export const journeys: Readonly<Record<string, readonly Step[]>> = {
  plan: [
    refused('define-action', { plan: 'j1', action: 1, objective: 'A', title, ...on('2021-01-02') }, 'plan.not-adopted'),
    step('adopt-plan', { plan: 'j1', title, period: year, ...on('2021-01-01') }),
    step('define-objective', { plan: 'j1', level: 'strategic', code: 'A', title, ...on('2021-01-01') }),
    refused('define-action', { plan: 'j1', action: 1, objective: 'B', title, ...on('2021-01-02') }, 'plan.unknown-objective'),
    step('define-action', { plan: 'j1', action: 1, objective: 'A', title, ...on('2021-01-02') }),
    step('set-target', { ...target, ...on('2021-01-02') }),
    refused('set-target', { ...target, lo: 6, ...on('2021-01-03') }, 'plan.target-exists'),
    step('revise-target', { ...target, lo: 6, reason: 'not-stated', ...on('2021-03-01') }),
    step('suspend-action', { plan: 'j1', action: 1, reason: 'external-crisis', ...on('2021-04-01') }),
    step('resume-action', { plan: 'j1', action: 1, ...on('2021-05-01') }),
    step('close-action', { plan: 'j1', action: 1, reason: 'done', ...on('2021-12-31') }),
    refused('reword-action', { plan: 'j1', action: 1, title, reason: 'not-stated', ...on('2022-01-01') }, 'plan.action-ended'),
  ],
  claim: [
    step('import-claim', { ...claim, ...on('2021-12-31') }, 'claim'),
    refused('import-claim', { ...claim, claim: '$claim', quantity: exactly(28), ...on('2021-12-31') }, 'claim.already-imported'),
  ],
  coverage: [
    step('declare-coverage', { ...covered, ...span(year.from, year.to) }, 'coverage'),
    refused(
      'declare-coverage',
      { ...covered, coverage: '$coverage', basis: 'opening-balance', ...span(year.from, year.to) },
      'coverage.already-declared',
    ),
  ],
  record: [
    step('hold-session', { kind: 'info-session', title, heads: exactly(9), ...on('2021-03-01') }, 'session'),
    refused(
      'mark-duplicate',
      { stream: '$session', event: '#session', duplicateOf: '#session', ...on('2021-03-02') },
      'record.duplicate-of-itself',
    ),
    step('withdraw-record', { stream: '$session', event: '#session', reason: 'did-not-happen', ...on('2021-03-02') }),
  ],
  partner: [
    step('join-partner', { name: 'Thuiszorg Oost', kind: 'hospital', ...on('2021-01-01') }, 'partner'),
    step('rename-partner', { partner: '$partner', name: 'Thuiszorg', ...on('2021-02-01') }),
    refused(
      'leave-partner',
      { partner: '$partner', lastDay: '2020-06-30', reason: 'by-partner', ...on('2021-06-30') },
      'partner.leaves-before-joining',
    ),
    step('leave-partner', { partner: '$partner', lastDay: '2021-06-30', reason: 'by-partner', ...on('2021-06-30') }),
    refused('rename-partner', { partner: '$partner', name: 'Weer anders', ...on('2021-07-01') }, 'partner.already-left'),
  ],
  convention: [
    step('request-convention', { institutionName: 'Huis A', institutionType: 'rest-home', ...on('2021-01-10') }, 'convention'),
    refused(
      'end-convention',
      { convention: '$convention', endedOn: '2021-02-01', reason: 'not-stated', ...on('2021-02-01') },
      'convention.not-signed',
    ),
    step('sign-convention', {
      convention: '$convention',
      institutionName: 'Huis A',
      institutionType: 'rest-home',
      lastDay: '2021-12-31',
      signatoryRole: 'director',
      ...on('2021-03-01'),
    }),
    step('extend-convention', { convention: '$convention', lastDay: '2022-06-30', ...on('2021-11-01') }),
    refused('extend-convention', { convention: '$convention', lastDay: '2022-03-31', ...on('2021-12-01') }, 'convention.not-longer'),
  ],
  meeting: [
    step('convene-meeting', { body: 'board', kind: 'board', ...on('2021-04-20') }, 'meeting'),
    refused(
      'take-decision',
      { meeting: '$meeting', number: 1, basis: 'consensus', decisionNl: 'Ja', ...on('2021-04-20') },
      'meeting.not-held',
    ),
    step('hold-meeting', { meeting: '$meeting', body: 'board', kind: 'board', mode: 'in-person', heads: exactly(6), ...on('2021-04-20') }),
    step('take-decision', { meeting: '$meeting', number: 1, basis: 'consensus', decisionNl: 'Ja', ...on('2021-04-20') }),
    refused('cancel-meeting', { meeting: '$meeting', reason: 'not-stated', ...on('2021-04-21') }, 'meeting.already-held'),
  ],
  body: [
    step('constitute-body', { body: 'council', type: 'board', name: title, level: 'partnership', ...on('2021-01-01') }),
    step('give-mandate', { body: 'council', seat: 's1', organisationKind: 'citizen', userRepresentative: true, ...on('2021-01-01') }),
    refused(
      'give-mandate',
      { body: 'council', seat: 's1', organisationKind: 'citizen', userRepresentative: false, ...on('2021-02-01') },
      'body.seat-taken',
    ),
    step('end-mandate', { body: 'council', seat: 's1', lastDay: '2021-09-30', reason: 'resigned', ...on('2021-09-30') }),
    refused(
      'end-mandate',
      { body: 'council', seat: 's2', lastDay: '2021-09-30', reason: 'resigned', ...on('2021-09-30') },
      'body.no-such-mandate',
    ),
  ],
  output: [
    step('deliver-output', { kind: 'guide', stage: 'draft', title, ...on('2021-02-01') }, 'output'),
    step('advance-output', { output: '$output', stage: 'published', ...on('2021-03-01') }),
    refused('advance-output', { output: '$output', stage: 'tested', ...on('2021-04-01') }, 'output.not-further'),
    step('withdraw-output', { output: '$output', reason: 'outdated', ...on('2021-12-01') }),
    refused('withdraw-output', { output: '$output', reason: 'rights', ...on('2021-12-02') }, 'output.already-withdrawn'),
  ],
  campaign: [
    step('send-campaign', { kind: 'newsletter', channel: 'email', sent: exactly(100), ...on('2021-02-01') }, 'campaign'),
    refused('measure-campaign', { campaign: '$campaign', ...on('2021-02-08') }, 'campaign.nothing-measured'),
    step('measure-campaign', { campaign: '$campaign', delivered: exactly(90), ...on('2021-02-08') }),
  ],
  observation: [
    step('observe-posts', { channel: 'j1', category: 'news', posts: exactly(5), ...span(year.from, year.to) }),
    refused(
      'observe-posts',
      { channel: 'j1', category: 'news', posts: exactly(2), ...span('2021-12-01', '2022-01-31') },
      'observation.overlaps',
    ),
    step('observe-subscribers', { network: 'j1', subscribers: exactly(300), ...on('2021-12-30') }),
    refused('observe-subscribers', { network: 'j1', subscribers: exactly(301), ...on('2021-12-30') }, 'observation.already-observed'),
  ],
  session: [
    step('plan-session', { kind: 'webinar', title, ...on('2021-06-15') }, 'webinar'),
    step('register-participant', { session: '$webinar', participant: 'pro-a1', ...on('2021-06-01') }),
    step('hold-session', { session: '$webinar', kind: 'webinar', title, heads: exactly(3), ...on('2021-06-15') }),
    refused('cancel-session', { session: '$webinar', reason: 'health-measures', ...on('2021-06-16') }, 'session.already-held'),
  ],
  'exchange-group': [
    step('create-exchange-group', { name: title, ...on('2021-01-01') }, 'group'),
    step('hold-exchange-group-meeting', { group: '$group', heads: exactly(8), ...on('2021-03-23') }),
    refused(
      'hold-exchange-group-meeting',
      { group: '$group', heads: exactly(9), ...on('2021-03-23') },
      'exchange-group.meeting-already-held',
    ),
    step('end-exchange-group', { group: '$group', reason: 'done', ...on('2021-12-31') }),
    refused('hold-exchange-group-meeting', { group: '$group', heads: exactly(8), ...on('2022-03-23') }, 'exchange-group.ended'),
  ],
  'training-cycle': [
    step('open-training-cycle', { programme: 'palliative-volunteers', days: 8, ...on('2021-02-01') }, 'cycle'),
    step('close-training-cycle', { cycle: '$cycle', heads: exactly(13), ...on('2021-04-01') }),
    refused('cancel-training-cycle', { cycle: '$cycle', reason: 'funding', ...on('2021-04-02') }, 'training-cycle.already-closed'),
  ],
  'training-request': [
    step('request-training', { programme: 'rest-home-volunteers', structure: 'org-s1', places: 4, ...on('2021-01-10') }, 'asked'),
    step('decline-training', { request: '$asked', reason: 'capacity', ...on('2021-01-20') }),
    refused('grant-training', { request: '$asked', places: 2, ...on('2021-01-21') }, 'training-request.already-declined'),
  ],
  volunteer: [
    step('interview-volunteer', { volunteer: 'pro-v1', outcome: 'accepted', ...on('2021-01-10') }),
    step('qualify-volunteer', { volunteer: 'pro-v1', ...on('2021-05-10') }),
    step('record-volunteer-leaving', { volunteer: 'pro-v1', reason: 'moved', ...on('2021-09-10') }),
    refused('record-volunteer-leaving', { volunteer: 'pro-v1', reason: 'health', ...on('2021-09-11') }, 'volunteer.has-left'),
  ],
  appointment: [
    step('appoint-function', { function: 'hospital-referent', holder: 'pro-h1', fteHundredths: 50, ...on('2021-02-01') }, 'appointed'),
    step('end-function', { appointment: '$appointed', reason: 'no-funding', ...on('2021-09-01') }),
    refused('end-function', { appointment: '$appointed', reason: 'no-funding', ...on('2021-10-01') }, 'appointment.already-ended'),
  ],
  community: [
    step('start-community', { kind: 'neighbourhood-referents', title, ...on('2021-01-15') }, 'community'),
    step('join-community', { community: '$community', member: 'pro-a1', profession: 'nurse', ...on('2021-02-01') }),
    refused(
      'join-community',
      { community: '$community', member: 'pro-a1', profession: 'nurse', ...on('2021-03-01') },
      'community.already-member',
    ),
    step('leave-community', { community: '$community', member: 'pro-a1', reason: 'changed-work', ...on('2021-06-30') }),
  ],
  concertation: [
    step('request-concertation', { ...request, ...on('2021-04-01') }, 'request'),
    step('assign-request', { concertation: '$request', organiser: 'pro-a1', ...on('2021-04-10') }),
    step('hold-concertation', { concertation: '$request', ...request, mode: 'in-person', heads: exactly(5), ...on('2021-05-03') }),
    refused('refuse-request', { concertation: '$request', reason: 'outside-brussels', ...on('2021-05-04') }, 'concertation.request-closed'),
  ],
  'helpdesk-contact': [
    step('register-contact', { channel: 'call', line: 'psychology', ...on('2021-02-01') }, 'contact'),
    step('answer-contact', { contact: '$contact', handling: 'direct', ...on('2021-02-01') }),
    refused('answer-contact', { contact: '$contact', handling: 'deferred', ...on('2021-02-02') }, 'helpdesk-contact.already-answered'),
  ],
  'follow-up': [
    step('open-psychological-follow-up', { psychologist: 'pro-p1', ...on('2021-02-01') }, 'followUp'),
    step('hold-psychological-session', { followUp: '$followUp', mode: 'home-visit', ...on('2021-02-10') }),
    step('close-psychological-follow-up', { followUp: '$followUp', reason: 'own-wish', ...on('2021-05-01') }),
    refused(
      'close-psychological-follow-up',
      { followUp: '$followUp', reason: 'own-wish', ...on('2021-05-02') },
      'follow-up.already-closed',
    ),
  ],
  'diapason-cycle': [
    step('open-diapason-cycle', { theme: title, ...on('2021-01-20') }, 'diapason'),
    step('hold-diapason-meeting', { cycle: '$diapason', heads: exactly(7), ...on('2021-02-20') }),
    step('close-diapason-cycle', { cycle: '$diapason', reason: 'done', ...on('2021-10-26') }),
    refused('hold-diapason-meeting', { cycle: '$diapason', heads: exactly(7), ...on('2021-11-20') }, 'diapason-cycle.closed'),
  ],
  inclusion: [
    step('include-person', { ...include, ...on('2021-03-10') }, 'inclusion'),
    refused('include-person', { ...include, ...on('2021-04-01') }, 'inclusion.already-included'),
    step('end-inclusion', { inclusion: '$inclusion', reason: 'moved-away', ...on('2021-09-30') }),
    refused(
      'transfer-inclusion',
      { inclusion: '$inclusion', from: 'protocol-3', to: 'integreo', ...on('2021-10-01') },
      'inclusion.already-ended',
    ),
  ],
};
