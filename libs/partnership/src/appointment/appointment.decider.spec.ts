import { exactly } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import {
  agreeParticipationFee,
  appointFunction,
  appointmentEvolution,
  endFunction,
  feeOn,
  holdCoaching,
  holdIntervision,
  payParticipation,
} from './appointment.decider';
import {
  coachingHeld,
  functionAppointed,
  functionEnded,
  intervisionHeld,
  participationFeeAgreed,
  participationPaid,
} from './appointment.events';
import { appointmentFacts } from './appointment.facts';

const FIRST = '00000000-0000-8000-8000-000000000000';
const on = (day: string) => ({ occurred: onDay(day) });
const referent = {
  function: 'hospital-referent',
  holder: 'pro-a1',
  hostStructure: 'org-s1',
  fteHundredths: 50,
  fundingModel: 'subsidy',
} as const;
const coaching = { function: 'concertation-organiser', present: ['pro-a1'], heads: exactly(3), coach: 'pro-c1' } as const;
const intervision = { function: 'concertation-organiser', mode: 'online', heads: exactly(6) } as const;
const payment = { model: 'lump-sum', amountCents: 125_000, payee: 'org-s1', paidFor: 'community-c1' } as const;
const over = { function: 'hospital-referent', reason: 'no-funding', endedOn: '2021-09-01' } as const;
const none = given(appointmentEvolution, []);
const appointed = given(appointmentEvolution, [[functionAppointed, referent, on('2021-02-01')]]);
const ended = given(appointmentEvolution, [
  [functionAppointed, referent, on('2021-02-01')],
  [functionEnded, over, on('2021-09-01')],
]);
const coached = given(appointmentEvolution, [[coachingHeld, coaching, on('2021-05-05')]]);
const exchanged = given(appointmentEvolution, [[intervisionHeld, intervision, on('2021-05-05')]]);
const paid = given(appointmentEvolution, [[participationPaid, payment, on('2021-12-01')]]);

describe('a function', () => {
  it('is appointed once per stream', () => {
    expect(none.then(appointFunction, referent)).toEqual([['FunctionAppointed', referent]]);
    expect(appointed.then(appointFunction, referent, on('2021-02-01'))).toEqual([]);
    expect(appointed.refuses(appointFunction, { ...referent, fteHundredths: 80 }, on('2021-02-01'))).toBe('appointment.already-recorded');
    expect(coached.refuses(appointFunction, referent)).toBe('appointment.already-recorded');
  });

  it('ends on the first day it is no longer held, once', () => {
    expect(appointed.then(endFunction, { reason: 'no-funding' }, on('2021-09-01'))).toEqual([['FunctionEnded', over]]);
    expect(ended.then(endFunction, { reason: 'no-funding' }, on('2021-09-01'))).toEqual([]);
    expect(ended.refuses(endFunction, { reason: 'no-funding' }, on('2021-09-02'))).toBe('appointment.already-ended');
    expect(none.refuses(endFunction, { reason: 'other' })).toBe('appointment.not-appointed');
    expect(appointed.refuses(endFunction, { reason: 'other' }, on('2021-01-31'))).toBe('appointment.ends-before-it-starts');
  });

  it('is corrected with its end in sight', () => {
    const orphaned = given(appointmentEvolution, [[functionEnded, over, on('2021-09-01')]]);
    expect(orphaned.then(appointFunction, referent, on('2021-03-01'))).toHaveLength(1);
    expect(orphaned.refuses(appointFunction, referent, on('2021-09-02'))).toBe('appointment.ends-before-it-starts');
    const corrected = given(appointmentEvolution, [
      [functionAppointed, referent, on('2021-02-01')],
      [functionEnded, over, on('2021-09-01')],
      [functionAppointed, { ...referent, fteHundredths: 80 }, { ...on('2021-03-01'), corrects: FIRST }],
    ]);
    expect(corrected.state.appointed!.data.fteHundredths).toBe(80);
    expect(corrected.state.ended!.data).toEqual(over);
  });
});

describe('coaching, intervision and payment', () => {
  it('record a coaching once', () => {
    expect(none.then(holdCoaching, coaching)).toEqual([['CoachingHeld', coaching]]);
    expect(coached.then(holdCoaching, coaching, on('2021-05-05'))).toEqual([]);
    expect(coached.refuses(holdCoaching, coaching, on('2021-05-06'))).toBe('appointment.already-recorded');
  });

  it('record an intervision once', () => {
    expect(none.then(holdIntervision, intervision)).toEqual([['IntervisionHeld', intervision]]);
    expect(exchanged.then(holdIntervision, intervision, on('2021-05-05'))).toEqual([]);
    expect(exchanged.refuses(holdIntervision, { ...intervision, heads: exactly(5) }, on('2021-05-05'))).toBe(
      'appointment.already-recorded',
    );
  });

  it('record a payment once', () => {
    expect(none.then(payParticipation, payment)).toEqual([['ParticipationPaid', payment]]);
    expect(paid.then(payParticipation, payment, on('2021-12-01'))).toEqual([]);
    expect(paid.refuses(payParticipation, { ...payment, amountCents: 1 }, on('2021-12-01'))).toBe('appointment.already-recorded');
  });
});

describe('facts of functions', () => {
  const exact = { exactness: 'exact', v: 1, lo: 1, hi: 1 };
  const at = { streamId: 'appointment-a' };

  it('state who holds a function, how much of it and where', () => {
    const held = {
      exactness: 'exact',
      subjectKind: 'professional',
      subjectKey: 'pro-a1',
      groupKey: 'appointment-a',
      dims: { function: 'hospital-referent', fundingModel: 'subsidy' },
    };
    expect(appointmentFacts.FunctionAppointed!(recorded(functionAppointed, referent, at))).toEqual([
      { ...exact, ...held, type: 'function', countKind: 'function' },
      {
        type: 'function-fte-hundredths',
        countKind: 'fte',
        exactness: 'exact',
        v: 50,
        lo: 50,
        hi: 50,
        subjectKind: 'professional',
        groupKey: 'appointment-a',
        dims: held.dims,
      },
      {
        ...exact,
        type: 'function-host',
        countKind: 'structure',
        subjectKind: 'structure',
        subjectKey: 'org-s1',
        groupKey: 'appointment-a',
        dims: { function: 'hospital-referent' },
      },
    ]);
    expect(appointmentFacts.FunctionEnded!(recorded(functionEnded, over, at))).toEqual([
      { change: ['function', 'function-fte-hundredths', 'function-host'], validTo: '2021-09-01' },
      {
        ...exact,
        type: 'function-ended',
        countKind: 'function',
        subjectKind: 'professional',
        groupKey: 'appointment-a',
        dims: { function: 'hospital-referent', reason: 'no-funding' },
      },
    ]);
  });

  it('count coaching and intervision with their heads', () => {
    const gathering = {
      ...exact,
      subjectKind: 'professional',
      occurrenceKey: 'appointment-a',
      dims: { function: 'concertation-organiser' },
    };
    expect(appointmentFacts.CoachingHeld!(recorded(coachingHeld, coaching, at))).toEqual([
      { ...gathering, type: 'coaching-session', countKind: 'session' },
      { ...gathering, type: 'coaching-attendances', countKind: 'attendance', subjectKey: 'pro-a1' },
      { ...gathering, type: 'coaching-attendances', countKind: 'attendance', v: 2, lo: 2, hi: 2 },
    ]);
    const online = { ...gathering, dims: { function: 'concertation-organiser', mode: 'online' } };
    expect(appointmentFacts.IntervisionHeld!(recorded(intervisionHeld, intervision, at))).toEqual([
      { ...online, type: 'intervision-session', countKind: 'session' },
      { ...online, type: 'intervision-attendances', countKind: 'attendance', v: 6, lo: 6, hi: 6 },
    ]);
  });

  it('sum payments in cents', () => {
    const cents = {
      exactness: 'exact',
      type: 'participation-paid',
      countKind: 'euro',
      dims: { model: 'lump-sum' },
      v: 125_000,
      lo: 125_000,
      hi: 125_000,
    };
    expect(appointmentFacts.ParticipationPaid!(recorded(participationPaid, payment, at))).toEqual([
      { ...cents, subjectKind: 'structure', subjectKey: 'org-s1' },
    ]);
    const { payee: _, ...anonymous } = payment;
    expect(appointmentFacts.ParticipationPaid!(recorded(participationPaid, anonymous, at))).toEqual([
      { ...cents, subjectKind: 'professional' },
    ]);
  });
});

describe('what taking part is paid', () => {
  const fee = { paidFor: 'community-c1', model: 'attendance-fee', amountCents: 8_500 } as const;
  const more = { ...fee, amountCents: 9_000 };
  const agreed = given(appointmentEvolution, [[participationFeeAgreed, fee, on('2021-01-01')]]);
  const raised = given(appointmentEvolution, [
    [participationFeeAgreed, fee, on('2021-01-01')],
    [participationFeeAgreed, more, on('2022-01-01')],
  ]);

  it('is agreed from a day on, until something else is', () => {
    expect(none.then(agreeParticipationFee, fee, on('2021-01-01'))).toEqual([['ParticipationFeeAgreed', fee]]);
    expect(agreed.then(agreeParticipationFee, more, on('2022-01-01'))).toEqual([['ParticipationFeeAgreed', more]]);
    expect([
      feeOn(raised.state.fees, '2020-12-31'),
      feeOn(raised.state.fees, '2021-12-31'),
      feeOn(raised.state.fees, '2022-01-01'),
    ]).toEqual([undefined, fee, more]);
  });

  it('is said once, also after a later agreement', () => {
    expect(agreed.then(agreeParticipationFee, fee, on('2021-01-01'))).toEqual([]);
    expect(raised.then(agreeParticipationFee, fee, on('2021-01-01'))).toEqual([]);
    expect(raised.then(agreeParticipationFee, more, on('2022-03-01'))).toEqual([]);
  });

  it('is one amount on one day, and counts nothing', () => {
    expect(agreed.refuses(agreeParticipationFee, more, on('2021-01-01'))).toBe('appointment.fee-already-agreed');
    expect(appointmentFacts['ParticipationFeeAgreed']!(recorded(participationFeeAgreed, fee))).toEqual([]);
  });

  it('leaves no room for a payment in its stream', () => {
    expect(agreed.refuses(payParticipation, payment)).toBe('appointment.already-recorded');
  });
});
