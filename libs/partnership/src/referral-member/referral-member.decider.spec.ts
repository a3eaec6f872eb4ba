import { type Given, given, onDay, recorded } from '@app/decider/spec';
import { onboardReferrer, onboardSupporter, recordLeaving, referralMemberEvolution } from './referral-member.decider';
import { referralMemberLeft, referrerOnboarded, supporterOnboarded } from './referral-member.events';
import { referralMemberFacts } from './referral-member.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const who = { route: 'zipster', member: 'org-p1' } as const;
const referrer = { ...who, sector: 'health', profession: 'nurse' } as const;
const supporter = { ...who, kind: 'welfare-organisation' } as const;
const leaves = { ...who, role: 'referrer', reason: 'own-choice' } as const;
const end = { ...leaves, membership: 1, leftOn: '2024-07-01' } as const;

const refers = [referrerOnboarded, { ...referrer, membership: 1 }, on('2024-01-15')] as const;
const left = [referralMemberLeft, end, on('2024-07-01')] as const;
const back = [referrerOnboarded, { ...referrer, membership: 2 }, on('2024-09-01')] as const;
const supports = [supporterOnboarded, { ...supporter, membership: 1 }, on('2024-02-01')] as const;
const member = (...history: readonly Given[]) => given(referralMemberEvolution, history);

describe('onboard a referrer', () => {
  it('opens a membership, and another one for who comes back', () => {
    expect(member().then(onboardReferrer, referrer)).toEqual([['ReferrerOnboarded', { ...referrer, membership: 1 }]]);
    expect(member(refers, left).then(onboardReferrer, referrer, on('2024-09-01'))).toEqual([
      ['ReferrerOnboarded', { ...referrer, membership: 2 }],
    ]);
  });

  it('counts beside a membership as supporter', () => {
    expect(member(supports).then(onboardReferrer, referrer, on('2024-03-01'))).toEqual([
      ['ReferrerOnboarded', { ...referrer, membership: 2 }],
    ]);
  });

  it('says nothing twice, not even later', () => {
    expect(member(refers).then(onboardReferrer, referrer, on('2024-01-15'))).toEqual([]);
    expect(member(refers, left, back).then(onboardReferrer, referrer, on('2024-01-15'))).toEqual([]);
  });

  it('is corrected with its end in sight, under the same number', () => {
    const undone = member(left, back);
    expect(undone.then(onboardReferrer, { ...referrer, sector: 'welfare' }, on('2024-02-15'))).toEqual([
      ['ReferrerOnboarded', { ...referrer, sector: 'welfare', membership: 1 }],
    ]);
    const corrected = member(refers, left, [referrerOnboarded, { ...referrer, membership: 1 }, { ...on('2024-02-15'), corrects: FIRST }]);
    expect(corrected.then(onboardReferrer, referrer, on('2024-02-15'))).toEqual([]);
  });

  it.each([
    ['referral-member.already-member', member(refers), '2024-03-01'],
    ['referral-member.already-member', member(refers, left, back), '2024-06-30'],
    ['referral-member.leaves-before-joining', member(left), '2024-07-01'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(onboardReferrer, referrer, on(day))).toBe(code);
  });
});

describe('onboard a supporter', () => {
  it('opens a membership, once', () => {
    expect(member().then(onboardSupporter, supporter)).toEqual([['SupporterOnboarded', { ...supporter, membership: 1 }]]);
    expect(member(supports, refers).then(onboardSupporter, supporter, on('2024-02-01'))).toEqual([]);
  });

  it.each([
    ['referral-member.already-member', member(supports), '2024-03-01'],
    ['referral-member.leaves-before-joining', member([referralMemberLeft, { ...end, role: 'supporter' }]), '2024-07-02'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(history.refuses(onboardSupporter, supporter, on(day))).toBe(code);
  });
});

describe('record that a member leaves', () => {
  it('takes the first day without the member, the last day with it, or the day of the record', () => {
    const event = [['ReferralMemberLeft', end]];
    expect(member(refers).then(recordLeaving, { ...leaves, leftOn: '2024-07-01' })).toEqual(event);
    expect(member(refers).then(recordLeaving, { ...leaves, lastDay: '2024-06-30' })).toEqual(event);
    expect(member(refers).then(recordLeaving, leaves, on('2024-07-01'))).toEqual(event);
  });

  it('ends the membership that runs', () => {
    expect(member(refers, left, back).then(recordLeaving, leaves, on('2024-12-01'))).toEqual([
      ['ReferralMemberLeft', { ...end, membership: 2, leftOn: '2024-12-01' }],
    ]);
  });

  it('says nothing twice, not even later', () => {
    expect(member(refers, left).then(recordLeaving, leaves, on('2024-07-01'))).toEqual([]);
    expect(member(refers, left, back).then(recordLeaving, leaves, on('2024-07-01'))).toEqual([]);
  });

  it.each([
    ['referral-member.two-ends', member(refers), { ...leaves, leftOn: '2024-07-01', lastDay: '2024-06-30' }],
    ['referral-member.unknown', member(), leaves],
    ['referral-member.unknown', member(supports), leaves],
    ['referral-member.has-left', member(refers, left), { ...leaves, leftOn: '2024-08-01' }],
    ['referral-member.leaves-before-joining', member(refers), { ...leaves, leftOn: '2024-01-15' }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(history.refuses(recordLeaving, command, on('2024-08-01'))).toBe(code);
  });
});

describe('facts of a member', () => {
  const at = { streamId: 'referral-member-zipster.org-p1' };
  const row = (type: string, dims: object, subjectKind = 'structure', subjectKey = 'org-p1') => ({
    type,
    countKind: 'membership',
    exactness: 'exact',
    v: 1,
    lo: 1,
    hi: 1,
    subjectKind,
    subjectKey,
    occurrenceKey: 'referral-member-zipster.org-p1/1',
    dims,
  });

  it('are memberships under the key of the member', () => {
    expect(referralMemberFacts['ReferrerOnboarded']!(recorded(referrerOnboarded, { ...referrer, membership: 1 }, at))).toEqual([
      row('referrer-onboarded', { route: 'zipster', sector: 'health', profession: 'nurse' }),
    ]);
    const named = { route: 'zipster', member: 'pro-r1', membership: 1, sector: 'welfare' } as const;
    expect(referralMemberFacts['ReferrerOnboarded']!(recorded(referrerOnboarded, named, at))).toEqual([
      row('referrer-onboarded', { route: 'zipster', sector: 'welfare' }, 'professional', 'pro-r1'),
    ]);
    expect(referralMemberFacts['SupporterOnboarded']!(recorded(supporterOnboarded, { ...supporter, membership: 1 }, at))).toEqual([
      row('supporter-onboarded', { route: 'zipster', kind: 'welfare-organisation' }),
    ]);
  });

  it('an end changes that membership alone', () => {
    expect(referralMemberFacts['ReferralMemberLeft']!(recorded(referralMemberLeft, end, at))).toEqual([
      { change: ['referrer-onboarded'], occurrenceKey: 'referral-member-zipster.org-p1/1', validTo: '2024-07-01' },
      row('referral-member-left', { route: 'zipster', role: 'referrer', reason: 'own-choice' }),
    ]);
  });
});
