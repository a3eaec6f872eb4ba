import { Sealed } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import {
  acceptReferral,
  declineReferral,
  giveFeedback,
  giveSatisfaction,
  makeReferral,
  referralEvolution,
  resolveHelpQuestion,
} from './referral.decider';
import {
  feedbackGiven,
  helpQuestionResolved,
  referralAccepted,
  referralDeclined,
  referralMade,
  satisfactionGiven,
} from './referral.events';
import { referralFacts } from './referral.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const way = { route: 'zipster', theme: 'housing' } as const;
const referral = { ...way, referrer: 'pro-r1', supporter: 'org-s1' } as const;

const made = [referralMade, referral, on('2024-03-01')] as const;
const accepted = [referralAccepted, way, on('2024-03-05')] as const;
const declined = [referralDeclined, { ...way, reason: 'saturation' }, on('2024-03-05')] as const;
const fedBack = [feedbackGiven, { ...way, outcome: 'support-started' }, on('2024-03-10')] as const;
const resolved = [helpQuestionResolved, way, on('2024-05-01')] as const;
const satisfied = [satisfactionGiven, { ...way, by: 'referrer', score: 4 }, on('2024-05-02')] as const;
/** The referral was about something else, as it turned out after the steps that followed. */
const corrected = [referralMade, { ...referral, theme: 'legal-help' }, { ...on('2024-03-01'), corrects: FIRST }] as const;
const history = (...events: readonly Given[]) => given(referralEvolution, events);
const none = history();
const succeeded = history(made, accepted, fedBack, resolved, satisfied);
const retold = history(made, accepted, fedBack, resolved, satisfied, corrected);

describe('make a referral', () => {
  it('records the way, and the person by their slot alone', () => {
    const [event] = none.when(makeReferral, { ...referral, person: 'kid-1', commune: new Sealed('21010'), question: new Sealed('vraag') });
    expect(event!.data).toEqual({ ...referral, commune: new Sealed('21010'), question: new Sealed('vraag') });
    expect(JSON.stringify(event!.data)).not.toMatch(/kid-1|21010|vraag/);
    expect(none.then(makeReferral, referral)).toEqual([['ReferralMade', referral]]);
  });

  it('says nothing twice, not even later', () => {
    expect(history(made).then(makeReferral, referral, on('2024-03-01'))).toEqual([]);
    expect(succeeded.then(makeReferral, referral, on('2024-03-01'))).toEqual([]);
    expect(retold.then(makeReferral, { ...referral, theme: 'legal-help' }, on('2024-03-01'))).toEqual([]);
  });

  it('says at most the zone', () => {
    const territory = (level: 'zone' | 'commune') => ({ ...referral, territory: { code: 'Z-N', level, hierarchy: '2022' } });
    expect(none.then(makeReferral, territory('zone'))).toEqual([['ReferralMade', referral]]);
    expect(none.refuses(makeReferral, territory('commune'))).toBe('referral.territory-too-fine');
  });

  it('tells nothing of a person who is not named', () => {
    expect(none.refuses(makeReferral, { ...referral, commune: new Sealed('21010') })).toBe('referral.person-missing');
    expect(none.refuses(makeReferral, { ...referral, question: new Sealed('vraag') })).toBe('referral.person-missing');
  });

  it.each([
    ['referral.already-made', history(made), '2024-03-02'],
    ['referral.before-referral', history(accepted), '2024-03-06'],
    ['referral.before-referral', history(declined), '2024-03-06'],
    ['referral.before-referral', history(satisfied), '2024-05-03'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(makeReferral, referral, on(day))).toBe(code);
  });
});

describe('accept a referral', () => {
  it('is recorded once, with the way of the referral', () => {
    expect(history(made).then(acceptReferral, {}, on('2024-03-05'))).toEqual([['ReferralAccepted', way]]);
    expect(succeeded.then(acceptReferral, {}, on('2024-03-05'))).toEqual([]);
    expect(retold.then(acceptReferral, {}, on('2024-03-05'))).toEqual([]);
  });

  it.each([
    ['referral.not-made', none, '2024-03-05'],
    ['referral.before-referral', history(made), '2024-02-28'],
    ['referral.already-answered', history(made, accepted), '2024-03-06'],
    ['referral.already-answered', history(made, declined), '2024-03-05'],
    ['referral.before-acceptance', history(made, fedBack), '2024-03-11'],
    ['referral.before-acceptance', history(made, resolved), '2024-05-02'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(acceptReferral, {}, on(day))).toBe(code);
  });
});

describe('decline a referral', () => {
  it('says why, once', () => {
    expect(history(made).then(declineReferral, { reason: 'saturation' }, on('2024-03-05'))).toEqual([
      ['ReferralDeclined', { ...way, reason: 'saturation' }],
    ]);
    expect(history(made, declined).then(declineReferral, { reason: 'saturation' }, on('2024-03-05'))).toEqual([]);
    expect(history(made, declined, corrected).then(declineReferral, { reason: 'saturation' }, on('2024-03-05'))).toEqual([]);
  });

  it.each([
    ['referral.not-made', none, '2024-03-05'],
    ['referral.before-referral', history(made), '2024-02-28'],
    ['referral.already-answered', history(made, declined), '2024-03-05'],
    ['referral.already-answered', history(made, accepted), '2024-03-05'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(declineReferral, { reason: 'outside-mission' }, on(day))).toBe(code);
  });
});

describe('give feedback', () => {
  it('may come more than once, each once', () => {
    const outcome = 'support-started';
    expect(history(made, accepted).then(giveFeedback, { outcome }, on('2024-03-10'))).toEqual([['FeedbackGiven', { ...way, outcome }]]);
    expect(succeeded.then(giveFeedback, { outcome }, on('2024-03-10'))).toEqual([]);
    expect(retold.then(giveFeedback, { outcome }, on('2024-03-10'))).toEqual([]);
    expect(succeeded.then(giveFeedback, { outcome: 'support-ended' }, on('2024-05-01'))).toEqual([
      ['FeedbackGiven', { ...way, outcome: 'support-ended' }],
    ]);
  });

  it.each([
    ['referral.not-made', none, '2024-03-10'],
    ['referral.before-referral', history(made), '2024-02-28'],
    ['referral.not-accepted', history(made, declined), '2024-03-10'],
    ['referral.before-acceptance', history(made, accepted), '2024-03-04'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(giveFeedback, { outcome: 'no-contact' }, on(day))).toBe(code);
  });
});

describe('resolve a help question', () => {
  it('is recorded once', () => {
    expect(history(made, accepted).then(resolveHelpQuestion, {}, on('2024-05-01'))).toEqual([['HelpQuestionResolved', way]]);
    expect(succeeded.then(resolveHelpQuestion, {}, on('2024-05-01'))).toEqual([]);
    expect(retold.then(resolveHelpQuestion, {}, on('2024-05-01'))).toEqual([]);
  });

  it.each([
    ['referral.not-made', none, '2024-05-01'],
    ['referral.before-referral', history(made), '2024-02-28'],
    ['referral.not-accepted', history(made), '2024-05-01'],
    ['referral.before-acceptance', history(made, accepted), '2024-03-04'],
    ['referral.already-resolved', succeeded, '2024-05-02'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(resolveHelpQuestion, {}, on(day))).toBe(code);
  });
});

describe('say how satisfied one is', () => {
  const four = { by: 'referrer', score: 4 } as const;

  it('is for each party, once', () => {
    expect(history(made).then(giveSatisfaction, four, on('2024-05-02'))).toEqual([['SatisfactionGiven', { ...way, ...four }]]);
    expect(succeeded.then(giveSatisfaction, four, on('2024-05-02'))).toEqual([]);
    expect(retold.then(giveSatisfaction, four, on('2024-05-02'))).toEqual([]);
    expect(succeeded.then(giveSatisfaction, { by: 'person', score: 5 }, on('2024-05-02'))).toEqual([
      ['SatisfactionGiven', { ...way, by: 'person', score: 5 }],
    ]);
  });

  it.each([
    ['referral.not-made', none, '2024-05-02'],
    ['referral.before-referral', history(made), '2024-02-28'],
    ['referral.satisfaction-already-given', succeeded, '2024-05-03'],
  ] as const)('refuses with %s', (code, past, day) => {
    expect(past.refuses(giveSatisfaction, four, on(day))).toBe(code);
  });
});

describe('facts of a referral', () => {
  const at = { streamId: 'referral-r' };
  const row = (type: string, dims: object = {}) => ({
    type,
    countKind: 'referral',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind: 'care',
    groupKey: 'referral-r',
    dims: { ...way, ...dims },
  });

  it('name the person by their slot, or not at all', () => {
    expect(referralFacts['ReferralMade']!(recorded(referralMade, referral, { ...at, subjects: ['kid-1'] }))).toEqual([
      { ...row('referral-made', { anonymous: false }), subjectKey: 'kid-1', occurrenceKey: 'referral-r' },
    ]);
    expect(referralFacts['ReferralMade']!(recorded(referralMade, referral, at))).toEqual([
      { ...row('referral-made', { anonymous: true }), occurrenceKey: 'referral-r' },
    ]);
  });

  it('are the steps of one group, a refusal with its reason', () => {
    expect(referralFacts['ReferralAccepted']!(recorded(referralAccepted, way, at))).toEqual([row('referral-accepted')]);
    expect(referralFacts['ReferralDeclined']!(recorded(referralDeclined, { ...way, reason: 'saturation' } as const, at))).toEqual([
      row('referral-declined', { reason: 'saturation' }),
    ]);
    expect(referralFacts['HelpQuestionResolved']!(recorded(helpQuestionResolved, way, at))).toEqual([row('help-question-resolved')]);
    expect(referralFacts['FeedbackGiven']!(recorded(feedbackGiven, { ...way, outcome: 'no-contact' } as const, at))).toEqual([
      { ...row('feedback-given', { outcome: 'no-contact' }), countKind: 'answer' },
    ]);
  });

  it('a satisfaction is worth its score', () => {
    expect(referralFacts['SatisfactionGiven']!(recorded(satisfactionGiven, { ...way, by: 'person', score: 3 } as const, at))).toEqual([
      { ...row('satisfaction-given', { by: 'person' }), countKind: 'score', v: 3, lo: 3, hi: 3 },
    ]);
  });
});
