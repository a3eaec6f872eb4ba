import { correcting, exactly, type Journey, on, refused, step, title } from './steps';

const signed = {
  convention: '$convention',
  institutionName: 'Huis A',
  institutionType: 'rest-home',
  lastDay: '2021-12-31',
  signatoryRole: 'director',
};

/** Who takes part, what binds them, and how they decide. */
export const partnershipJourneys: readonly Journey[] = [
  {
    name: 'partner',
    systems: ['SYS-57'],
    steps: [
      step('join-partner', { name: 'Thuiszorg Oost', kind: 'hospital', ...on('2021-01-01') }, 'partner'),
      step('rename-partner', { partner: '$partner', name: 'Thuiszorg', ...on('2021-02-01') }),
      refused(
        'leave-partner',
        { partner: '$partner', lastDay: '2020-06-30', reason: 'by-partner', ...on('2021-06-30') },
        'partner.leaves-before-joining',
      ),
      step('leave-partner', { partner: '$partner', lastDay: '2021-06-30', reason: 'by-partner', ...on('2021-06-30') }, 'left'),
      refused('rename-partner', { partner: '$partner', name: 'Weer anders', ...on('2021-07-01') }, 'partner.already-left'),
      step('leave-partner', {
        partner: '$partner',
        lastDay: '2022-06-30',
        reason: 'by-partner',
        ...on('2021-06-30'),
        ...correcting('left', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'partners', period: '2021-03', by: [1, 1] },
      { indicator: 'partners', period: '2021', by: [0, 1] },
    ],
  },
  {
    name: 'convention',
    systems: ['SYS-17'],
    steps: [
      step('request-convention', { institutionName: 'Huis A', institutionType: 'rest-home', ...on('2021-01-10') }, 'convention'),
      refused(
        'end-convention',
        { convention: '$convention', endedOn: '2021-02-01', reason: 'not-stated', ...on('2021-02-01') },
        'convention.not-signed',
      ),
      step('sign-convention', { ...signed, ...on('2021-03-01') }, 'signed'),
      step('extend-convention', { convention: '$convention', lastDay: '2022-06-30', ...on('2021-11-01') }, 'extended'),
      refused('extend-convention', { convention: '$convention', lastDay: '2022-03-31', ...on('2021-12-01') }, 'convention.not-longer'),
      step('extend-convention', {
        convention: '$convention',
        lastDay: '2023-06-30',
        ...on('2021-11-01'),
        ...correcting('extended', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'convention-requests', period: '2021-01', by: [1, 1] },
      { indicator: 'conventions', period: '2021-03', by: [1, 1] },
      { indicator: 'conventions-in-force', period: '2022', by: [0, 1] },
    ],
  },
  {
    name: 'meeting',
    systems: ['SYS-60', 'SYS-21'],
    steps: [
      step('convene-meeting', { body: 'j-board', kind: 'board', ...on('2021-04-20') }, 'meeting'),
      refused(
        'take-decision',
        { meeting: '$meeting', number: 1, basis: 'consensus', decisionNl: 'Ja', ...on('2021-04-20') },
        'meeting.not-held',
      ),
      step(
        'hold-meeting',
        { meeting: '$meeting', body: 'j-board', kind: 'board', mode: 'in-person', heads: exactly(6), ...on('2021-04-20') },
        'held',
      ),
      step('take-decision', { meeting: '$meeting', number: 1, basis: 'consensus', decisionNl: 'Ja', ...on('2021-04-20') }),
      refused('cancel-meeting', { meeting: '$meeting', reason: 'not-stated', ...on('2021-04-21') }, 'meeting.already-held'),
      step('hold-meeting', {
        meeting: '$meeting',
        body: 'j-board',
        kind: 'board',
        mode: 'in-person',
        heads: exactly(8),
        ...on('2021-04-20'),
        ...correcting('held', 'wrong-count'),
      }),
    ],
    figures: [
      { indicator: 'governance-meetings', period: '2021-04-20', by: [1, 1] },
      { indicator: 'meeting-attendances', period: '2021-04-20', by: [6, 8] },
      { indicator: 'decisions', period: '2021-04-20', by: [1, 1] },
    ],
  },
  {
    name: 'body',
    systems: ['SYS-49', 'SYS-60'],
    steps: [
      step('constitute-body', { body: 'j-council', type: 'board', name: title, level: 'partnership', ...on('2021-01-01') }),
      step('give-mandate', { body: 'j-council', seat: 's1', organisationKind: 'citizen', userRepresentative: true, ...on('2021-01-01') }),
      refused(
        'give-mandate',
        { body: 'j-council', seat: 's1', organisationKind: 'citizen', userRepresentative: false, ...on('2021-02-01') },
        'body.seat-taken',
      ),
      step('cover-participant-category', { body: 'j-council', category: 'citizen', ...on('2021-01-01') }),
      refused(
        'cover-participant-category',
        { body: 'j-council', category: 'citizen', lastDay: '2021-12-31', ...on('2021-02-01') },
        'body.category-covered',
      ),
      step('end-mandate', { body: 'j-council', seat: 's1', lastDay: '2021-09-30', reason: 'resigned', ...on('2021-09-30') }, 'ended'),
      refused(
        'end-mandate',
        { body: 'j-council', seat: 's2', lastDay: '2021-09-30', reason: 'resigned', ...on('2021-09-30') },
        'body.no-such-mandate',
      ),
      step('end-mandate', {
        body: 'j-council',
        seat: 's1',
        lastDay: '2022-09-30',
        reason: 'resigned',
        ...on('2021-09-30'),
        ...correcting('ended', 'wrong-date'),
      }),
    ],
    figures: [
      { indicator: 'bodies', period: '2021', by: [1, 1] },
      { indicator: 'user-mandates', period: '2021', by: [0, 1] },
      { indicator: 'participant-categories-covered', period: '2021', where: 'body:j-council,category:citizen', by: [1, 1] },
    ],
  },
  {
    name: 'output',
    systems: ['SYS-41', 'SYS-43'],
    steps: [
      step('deliver-output', { kind: 'guide', stage: 'draft', title, ...on('2021-02-01') }, 'output'),
      step('advance-output', { output: '$output', stage: 'tested', ...on('2021-03-01') }, 'tested'),
      step('advance-output', { output: '$output', stage: 'published', ...on('2021-03-01'), ...correcting('tested', 'other') }),
      refused('advance-output', { output: '$output', stage: 'tested', ...on('2021-04-01') }, 'output.not-further'),
      refused('revise-output', { output: '$output', ...on('2021-01-31') }, 'output.revised-before-delivery'),
      step('revise-output', { output: '$output', languages: ['nl', 'fr'], copies: exactly(40), ...on('2021-06-01') }),
      step('withdraw-output', { output: '$output', reason: 'outdated', ...on('2021-12-01') }),
      refused('withdraw-output', { output: '$output', reason: 'rights', ...on('2021-12-02') }, 'output.already-withdrawn'),
    ],
    figures: [
      { indicator: 'outputs-delivered', period: '2021-Q1', by: [1, 1] },
      { indicator: 'outputs-published', period: '2021-Q1', by: [0, 1] },
      { indicator: 'outputs-revised', period: '2021-06', where: 'kind:guide', by: [0, 1] },
      { indicator: 'output-revisions', period: '2021-06', by: [0, 1] },
      { indicator: 'output-copies', period: '2021-06', where: 'kind:guide', by: [0, 40] },
    ],
  },
];
