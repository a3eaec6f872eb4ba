import { correcting, exactly, type Journey, on, refused, span, step, title } from './steps';

const year = { from: '2021-01-01', to: '2021-12-31' };
const of = { planRefs: [{ plan: 'j1', action: 1 }] };
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
const claim = { indicator: 'conventions', period: year, kind: 'convention', quantity: exactly(27), raw: '27' };
const covered = { factType: 'convention-signed', ...year, basis: 'register-kept' };
const sent = { view: 'plan', subject: 'j2', period: '2021' };
const edition = {
  ...sent,
  asOf: '2021-12-31',
  knownOn: '2022-01-31',
  through: '3f0c9a52-4a1b-8c3d-9e5f-6a7b8c9d0e1f',
  hierarchy: 'then',
  definitions: [{ code: 'information-sessions', version: 1 }],
  targets: [],
  sha256: 'a'.repeat(64),
  renderings: [],
};
const rendered = { language: 'nl', mediaType: 'application/pdf', sha256: 'c'.repeat(64) };
const recounted = { ...edition, sha256: 'b'.repeat(64) };
const why = { nl: 'Een sessie ontbrak', fr: 'Une séance manquait' };
const asked = { institutionName: 'Huis J', institutionType: 'rest-home' };

const words = { nl: 'Woorden', fr: 'Mots' };
const anchor = (step: number) => ({ step, label: words });
const evaluation = { year: 2031, period: year, scale: { min: 0, max: 2, anchors: [0, 1, 2].map(anchor) }, caveat: words };
const score = { year: 2031, aim: 'workforce', score: 2, scorer: 'pro-s1', role: 'partner', rationale: words };
const disagreement = { contradiction: 'claims-disagree.0123456789abcdef01234567', seen: '89abcdef0123456789abcdef' };

/** The plan, what documents claim about it, and what is taken back. */
export const planningJourneys: readonly Journey[] = [
  {
    name: 'plan',
    systems: ['SYS-55'],
    steps: [
      refused('define-action', { plan: 'j1', action: 1, objective: 'A', title, ...on('2021-01-02') }, 'plan.not-adopted'),
      step('adopt-plan', { plan: 'j1', title, period: year, ...on('2021-01-01') }),
      step('define-objective', { plan: 'j1', level: 'strategic', code: 'A', title, ...on('2021-01-01') }),
      refused('define-action', { plan: 'j1', action: 1, objective: 'B', title, ...on('2021-01-02') }, 'plan.unknown-objective'),
      step('define-action', { plan: 'j1', action: 1, objective: 'A', title, ...on('2021-01-02') }),
      step('set-target', { ...target, ...on('2021-01-02') }, 'target'),
      refused('set-target', { ...target, lo: 6, ...on('2021-01-03') }, 'plan.target-exists'),
      step('revise-target', { ...target, lo: 6, reason: 'not-stated', ...on('2021-03-01') }, 'revised'),
      step('hold-session', { kind: 'lunch', title, heads: exactly(11), ...of, ...on('2021-03-02') }, 'lunch'),
      step('suspend-action', { plan: 'j1', action: 1, reason: 'external-crisis', ...on('2021-04-01') }),
      step('resume-action', { plan: 'j1', action: 1, ...on('2021-05-01') }),
      step('revise-target', { ...target, lo: 7, reason: 'not-stated', ...on('2021-03-01'), ...correcting('revised') }),
      step('hold-session', {
        session: '$lunch',
        kind: 'lunch',
        title,
        heads: exactly(12),
        ...of,
        ...on('2021-03-02'),
        ...correcting('lunch'),
      }),
      step('close-action', { plan: 'j1', action: 1, reason: 'done', ...on('2021-12-31') }),
      refused('reword-action', { plan: 'j1', action: 1, title, reason: 'not-stated', ...on('2022-01-01') }, 'plan.action-ended'),
    ],
    figures: [
      { indicator: 'information-sessions', period: '2021-03', where: 'kind:lunch', by: [1, 1] },
      { indicator: 'information-session-attendances', period: '2021-03', where: 'kind:lunch', by: [11, 12] },
    ],
  },
  {
    name: 'claim-and-coverage',
    systems: ['SYS-55', 'SYS-17'],
    steps: [
      step('import-claim', { ...claim, ...on('2021-12-31') }, 'claim'),
      refused('import-claim', { ...claim, claim: '$claim', quantity: exactly(28), ...on('2021-12-31') }, 'claim.already-imported'),
      refused('import-claim', { ...claim, period: { from: year.to, to: year.from }, ...on('2021-12-31') }, 'claim.period-backwards'),
      step('declare-coverage', { ...covered, ...span(year.from, year.to) }, 'coverage'),
      refused(
        'declare-coverage',
        { ...covered, coverage: '$coverage', basis: 'opening-balance', ...span(year.from, year.to) },
        'coverage.already-declared',
      ),
      step('sign-convention', { ...asked, lastDay: '2022-12-31', signatoryRole: 'director', ...on('2021-05-03') }),
      step('import-claim', { ...claim, claim: '$claim', quantity: exactly(28), raw: '28', ...on('2021-12-31'), ...correcting('claim') }),
      step('explain-contradiction', { ...disagreement, text: title, ...on('2022-01-10') }, 'explained'),
      step('explain-contradiction', {
        ...disagreement,
        text: { nl: 'Dubbel geteld', fr: 'Compté deux fois' },
        ...on('2022-01-10'),
        ...correcting('explained'),
      }),
      step('resolve-contradiction', { ...disagreement, reading: 'recorded', ...on('2022-01-11') }),
      refused('explain-contradiction', { ...disagreement, text: title, ...on('2022-01-12') }, 'contradiction.already-resolved'),
      step('reopen-contradiction', { contradiction: disagreement.contradiction, reason: 'new-document', ...on('2022-01-13') }),
    ],
    // What a document claims is never added to what is counted.
    figures: [{ indicator: 'conventions', period: '2021', by: [1, 1] }],
  },
  {
    name: 'reporting-period',
    systems: ['SYS-55'],
    steps: [
      refused('freeze-period', edition, 'reporting-period.not-opened'),
      step('open-period', sent, 'period'),
      refused('reopen-period', { ...sent, reason: why }, 'reporting-period.not-frozen'),
      step('freeze-period', edition, 'first'),
      refused('open-period', sent, 'reporting-period.frozen'),
      refused('freeze-period', recounted, 'reporting-period.frozen'),
      // What is frozen is sent; recording goes on.
      step('hold-session', { kind: 'webinar', title, heads: exactly(13), ...on('2021-10-05') }),
      step('reopen-period', { ...sent, reason: why }, 'reopened'),
      step('freeze-period', recounted, 'second'),
      refused('freeze-period', edition, 'reporting-period.frozen'),
      refused(
        'freeze-period',
        { ...edition, renderings: [rendered, rendered], ...correcting('second') },
        'reporting-period.rendered-twice',
      ),
      step('freeze-period', { ...recounted, renderings: [rendered], ...correcting('second') }),
    ],
    figures: [{ indicator: 'information-session-attendances', period: '2021-10', where: 'kind:webinar', by: [13, 13] }],
  },
  {
    name: 'record',
    systems: ['SYS-55', 'SYS-40'],
    steps: [
      step('hold-session', { kind: 'info-session', title, heads: exactly(9), ...on('2021-06-01') }, 'session'),
      step('hold-session', { kind: 'info-session', title, heads: exactly(9), ...on('2021-06-01') }, 'twice'),
      refused(
        'mark-duplicate',
        { stream: '$session', event: '#session', duplicateOf: '#session', ...on('2021-06-02') },
        'record.duplicate-of-itself',
      ),
      step(
        'hold-session',
        { session: '$session', kind: 'info-session', title, heads: exactly(7), ...on('2021-06-01'), ...correcting('session') },
        'corrected',
      ),
      refused(
        'hold-session',
        { session: '$session', kind: 'info-session', title, heads: exactly(8), ...on('2021-06-01'), ...correcting('session') },
        'record.not-the-head',
      ),
      step('hold-session', { kind: 'info-session', title, heads: exactly(4), ...on('2021-06-08') }, 'entered'),
      step('withdraw-record', { stream: '$entered', event: '#entered', reason: 'test-entry', ...on('2021-06-08') }),
      step('mark-duplicate', { stream: '$twice', event: '#twice', duplicateOf: '#corrected', ...on('2021-06-02') }),
      refused(
        'withdraw-record',
        { stream: '$twice', event: '#twice', reason: 'did-not-happen', ...on('2021-06-03') },
        'record.already-withdrawn',
      ),
    ],
    figures: [
      { indicator: 'information-sessions', period: '2021-06', by: [2, 1] },
      { indicator: 'information-session-attendances', period: '2021-06', by: [18, 7] },
    ],
  },
  {
    name: 'self-evaluation',
    systems: ['SYS-55'],
    steps: [
      refused('score-aim', { ...score, score: 0, ...on('2021-07-01') }, 'self-evaluation.not-opened'),
      step('open-self-evaluation', { ...evaluation, ...on('2021-07-01') }, 'opened'),
      step('open-self-evaluation', { ...evaluation, caveat: title, ...on('2021-07-01'), ...correcting('opened') }),
      refused('open-self-evaluation', { ...evaluation, caveat: words, ...on('2021-07-02') }, 'self-evaluation.already-opened'),
      step('hold-session', { kind: 'lunch', title, heads: exactly(8), ...on('2021-07-02') }, 'proof'),
      refused('score-aim', { ...score, ...on('2021-07-03') }, 'self-evaluation.without-evidence'),
      refused('score-aim', { ...score, score: 3, events: ['#proof'], ...on('2021-07-03') }, 'self-evaluation.outside-scale'),
      step('score-aim', { ...score, events: ['#proof'], ...on('2021-07-03') }, 'score'),
      step('score-aim', { ...score, score: 1, events: ['#proof'], ...on('2021-07-03'), ...correcting('score') }),
      step('close-self-evaluation', { year: 2031, ...on('2021-07-10') }),
      refused('score-aim', { ...score, score: 0, ...on('2021-07-11') }, 'self-evaluation.closed'),
      step('reopen-self-evaluation', { year: 2031, reason: 'scorer-missing', ...on('2021-07-12') }),
      step('score-aim', { ...score, scorer: 'pro-s2', role: 'evaluator', events: ['#proof'], ...on('2021-07-12') }),
      step('hold-session', { session: '$proof', kind: 'lunch', title, heads: exactly(9), ...on('2021-07-02'), ...correcting('proof') }),
    ],
    figures: [{ indicator: 'information-session-attendances', period: '2021-07', where: 'kind:lunch', by: [0, 9] }],
  },
];
