import { given, onDay, recorded } from '@app/decider/spec';
import { bodyEvolution, constituteBody, coverParticipantCategory, dissolveBody, endMandate, giveMandate } from './body.decider';
import { bodyConstituted, bodyDissolved, mandateEnded, mandateGiven, participantCategoryCovered } from './body.events';
import { bodyFacts } from './body.facts';

const council = { body: 'users-council', type: 'committee', name: { nl: 'Raad', fr: 'Conseil' }, level: 'region' } as const;
const seat = { seat: 'users-1', organisationKind: 'patient-organisation', holder: 'pro-7Q', userRepresentative: true } as const;
const untilYearEnd = { ...seat, from: '2021-01-01', lastDay: '2021-12-31' } as const;

const unknown = given(bodyEvolution, []);
const constituted = given(bodyEvolution, [[bodyConstituted, council]]);
const dissolved = given(bodyEvolution, [
  [bodyConstituted, council],
  [bodyDissolved, { dissolvedOn: '2021-10-01', reason: 'replaced' }],
]);
const seated = given(bodyEvolution, [[mandateGiven, { mandate: 'users-1.1', ...seat }]]);
const termed = given(bodyEvolution, [[mandateGiven, { mandate: 'users-1.1', ...untilYearEnd }]]);
const left = given(bodyEvolution, [
  [mandateGiven, { mandate: 'users-1.1', ...seat }],
  [mandateEnded, { mandate: 'users-1.1', seat: 'users-1', leftOn: '2021-09-01', reason: 'resigned' }],
]);

describe('constitute a body', () => {
  it('records what it is and what it rests on', () => {
    const command = { ...council, legalBasis: 'ordonnance 2019-04-04' };
    expect(unknown.then(constituteBody, command)).toEqual([['BodyConstituted', command]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(constituted.when(constituteBody, council)).toEqual([]);
  });

  it('refuses a second founding', () => {
    expect(constituted.refuses(constituteBody, { ...council, level: 'zone' })).toBe('body.already-constituted');
    expect(constituted.refuses(constituteBody, council, { occurred: onDay('2021-06-16') })).toBe('body.already-constituted');
  });
});

describe('dissolve a body', () => {
  it('takes the first day without it, the last day with it, or the day of the record', () => {
    const reason = 'replaced' as const;
    expect(constituted.then(dissolveBody, { dissolvedOn: '2021-10-01', reason })).toEqual([
      ['BodyDissolved', { dissolvedOn: '2021-10-01', reason }],
    ]);
    expect(constituted.then(dissolveBody, { lastDay: '2021-09-30', reason })).toEqual([
      ['BodyDissolved', { dissolvedOn: '2021-10-01', reason }],
    ]);
    expect(constituted.then(dissolveBody, { reason })).toEqual([['BodyDissolved', { dissolvedOn: '2021-06-15', reason }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(dissolved.when(dissolveBody, { dissolvedOn: '2021-10-01', reason: 'replaced' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(constituted.refuses(dissolveBody, { dissolvedOn: '2021-10-01', lastDay: '2021-09-30', reason: 'merged' })).toBe('body.two-ends');
    expect(dissolved.refuses(dissolveBody, { dissolvedOn: '2021-11-01', reason: 'replaced' })).toBe('body.already-dissolved');
    expect(constituted.refuses(dissolveBody, { dissolvedOn: '2021-06-14', reason: 'merged' })).toBe('body.ends-before-it-begins');
  });
});

describe('give a mandate', () => {
  it('names the first mandate of the seat', () => {
    expect(unknown.then(giveMandate, seat)).toEqual([['MandateGiven', { mandate: 'users-1.1', ...seat }]]);
  });

  it('names the next one when the seat is free again', () => {
    expect(left.then(giveMandate, { ...seat, holder: 'pro-8R', from: '2021-09-01' })).toEqual([
      ['MandateGiven', { mandate: 'users-1.2', ...seat, holder: 'pro-8R', from: '2021-09-01' }],
    ]);
    expect(termed.then(giveMandate, { ...seat, from: '2022-01-01' })).toEqual([
      ['MandateGiven', { mandate: 'users-1.2', ...seat, from: '2022-01-01' }],
    ]);
    expect(termed.then(giveMandate, { ...seat, from: '2020-01-01', lastDay: '2020-12-31' })).toEqual([
      ['MandateGiven', { mandate: 'users-1.2', ...seat, from: '2020-01-01', lastDay: '2020-12-31' }],
    ]);
  });

  it('says nothing new when it is repeated', () => {
    expect(seated.when(giveMandate, seat)).toEqual([]);
    expect(left.when(giveMandate, seat)).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(unknown.refuses(giveMandate, { ...seat, lastDay: '2021-06-14' })).toBe('body.ends-before-it-begins');
    expect(dissolved.refuses(giveMandate, { ...seat, from: '2021-10-01' })).toBe('body.already-dissolved');
    expect(seated.refuses(giveMandate, { ...seat, holder: 'pro-8R', from: '2021-12-01' })).toBe('body.seat-taken');
    expect(termed.refuses(giveMandate, { ...seat, from: '2021-12-31' })).toBe('body.seat-taken');
  });
});

describe('end a mandate', () => {
  it('takes the first day without it, the last day with it, or the day of the record', () => {
    const end = { mandate: 'users-1.1', seat: 'users-1', reason: 'resigned' } as const;
    const command = { seat: 'users-1', reason: 'resigned' } as const;
    expect(seated.then(endMandate, { ...command, leftOn: '2021-09-01' })).toEqual([['MandateEnded', { ...end, leftOn: '2021-09-01' }]]);
    expect(seated.then(endMandate, { ...command, lastDay: '2021-08-31' })).toEqual([['MandateEnded', { ...end, leftOn: '2021-09-01' }]]);
    expect(termed.then(endMandate, command)).toEqual([['MandateEnded', { ...end, leftOn: '2021-06-15' }]]);
  });

  it('says nothing new when it is repeated', () => {
    expect(left.when(endMandate, { seat: 'users-1', leftOn: '2021-09-01', reason: 'resigned' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    const reason = 'resigned' as const;
    expect(seated.refuses(endMandate, { seat: 'users-1', leftOn: '2021-09-01', lastDay: '2021-08-31', reason })).toBe('body.two-ends');
    expect(seated.refuses(endMandate, { seat: 'users-2', reason })).toBe('body.no-such-mandate');
    expect(left.refuses(endMandate, { seat: 'users-1', leftOn: '2021-10-01', reason })).toBe('body.mandate-already-ended');
    expect(seated.refuses(endMandate, { seat: 'users-1', leftOn: '2021-06-14', reason })).toBe('body.not-in-office');
    expect(termed.refuses(endMandate, { seat: 'users-1', leftOn: '2022-02-01', reason })).toBe('body.not-in-office');
  });
});

describe('cover a kind of participant', () => {
  const on = (day: string) => ({ occurred: onDay(day) });
  const category = 'patient-organisation' as const;
  const body = 'users-council';
  const covered = given(bodyEvolution, [[participantCategoryCovered, { category, lastDay: '2021-12-31' }, on('2021-03-01')]]);

  it('says from when on, and until when where that is known', () => {
    expect(unknown.then(coverParticipantCategory, { category })).toEqual([['ParticipantCategoryCovered', { category }]]);
    expect(covered.then(coverParticipantCategory, { category, lastDay: '2022-12-31' }, on('2022-01-01'))).toEqual([
      ['ParticipantCategoryCovered', { category, lastDay: '2022-12-31' }],
    ]);
    expect(covered.then(coverParticipantCategory, { category: 'citizen' }, on('2021-06-01'))).toHaveLength(1);
  });

  it('says nothing twice', () => {
    expect(covered.then(coverParticipantCategory, { category, lastDay: '2021-12-31' }, on('2021-03-01'))).toEqual([]);
  });

  it.each([
    ['body.ends-before-it-begins', unknown, '2022-01-01', '2021-12-31'],
    ['body.already-dissolved', dissolved, '2022-01-01', '2022-12-31'],
    ['body.category-covered', covered, '2021-12-31', '2022-12-31'],
  ] as const)('refuses with %s', (code, history, day, lastDay) => {
    expect(history.refuses(coverParticipantCategory, { category, lastDay }, on(day))).toBe(code);
  });

  it('lasts until its last day', () => {
    const event = recorded(participantCategoryCovered, { category, lastDay: '2021-12-31' }, { streamId: `body-${body}` });
    expect(bodyFacts['ParticipantCategoryCovered']!(event)).toEqual([
      {
        type: 'category-covered',
        countKind: 'other',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'structure',
        subjectKey: 'body-users-council/patient-organisation',
        validTo: '2022-01-01',
        dims: { body, category },
      },
    ]);
  });
});

describe('a corrected mandate', () => {
  it('takes the place of the first one', () => {
    const corrected = given(bodyEvolution, [
      [mandateGiven, { mandate: 'users-1.1', ...seat }],
      [mandateGiven, { mandate: 'users-1.1', ...seat, userRepresentative: false }, { corrects: '00000000-0000-8000-8000-000000000000' }],
    ]);
    expect(corrected.when(giveMandate, { ...seat, userRepresentative: false })).toEqual([]);
    expect(corrected.refuses(giveMandate, seat)).toBe('body.seat-taken');
  });
});

describe('facts of a body', () => {
  const streamId = 'body-users-council';

  it('a mandate is a stock by its own key, to the day after its last', () => {
    expect(bodyFacts['MandateGiven']!(recorded(mandateGiven, { mandate: 'users-1.1', ...untilYearEnd }, { streamId }))).toEqual([
      {
        type: 'mandate',
        countKind: 'mandate',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        subjectKind: 'professional',
        subjectKey: 'body-users-council/users-1.1',
        occurred: { from: '2021-01-01', to: '2021-01-01', nature: 'point', precision: 'day' },
        validTo: '2022-01-01',
        validToExpected: true,
        dims: { body: 'users-council', organisationKind: 'patient-organisation', userRepresentative: true },
      },
    ]);
  });

  it('an end changes that mandate alone', () => {
    const ended = { mandate: 'users-1.1', seat: 'users-1', leftOn: '2021-09-01', reason: 'resigned' } as const;
    expect(bodyFacts['MandateEnded']!(recorded(mandateEnded, ended, { streamId }))).toEqual([
      { change: ['mandate'], subjectKey: 'body-users-council/users-1.1', validTo: '2021-09-01', validToExpected: false },
    ]);
  });
});
