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
const asked = { institutionName: 'Huis J', institutionType: 'rest-home' };

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
];
