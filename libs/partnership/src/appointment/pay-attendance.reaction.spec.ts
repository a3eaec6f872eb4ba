import { exactly, type RecordedEvent } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import { communityMeetingHeld } from '../community/community.events';
import { diapasonMeetingHeld } from '../diapason-cycle/diapason-cycle.events';
import { participationFeeAgreed } from './appointment.events';
import { payAttendance } from './pay-attendance.reaction';

const agreed = (amountCents: number, day: string, model: 'attendance-fee' | 'lump-sum' = 'attendance-fee') =>
  recorded(participationFeeAgreed, { paidFor: 'community-c1', model, amountCents }, { occurred: onDay(day) });
const meeting = (day: string, present?: readonly string[]) =>
  recorded(
    communityMeetingHeld,
    { ...(present ? { present } : {}), heads: exactly(3) },
    { streamId: 'community-c1', occurred: onDay(day) },
  );

const effects = (cause: RecordedEvent<string, any>, ...agreements: readonly RecordedEvent<string, any>[]) =>
  payAttendance.react(cause, (streamId) => (streamId === `appointment-fee.${cause.streamId}` ? agreements : []));

it('asks for what is agreed for the community or cycle of the meeting', () => {
  expect(payAttendance.looksAt!(meeting('2021-03-01'), () => [])).toEqual(['appointment-fee.community-c1']);
});

it('pays each person who is named, on the day of the meeting, for its actions', () => {
  const planRefs = [{ plan: '2021', action: 4 }];
  expect(effects({ ...meeting('2021-03-01', ['pro-a1', 'pro-a2']), planRefs }, agreed(8_500, '2021-01-01'))).toEqual(
    ['pro-a1', 'pro-a2'].map((payee) => ({
      key: payee,
      command: 'pay-participation',
      body: {
        model: 'attendance-fee',
        amountCents: 8_500,
        payee,
        paidFor: 'community-c1',
        occurred: onDay('2021-03-01'),
        planRefs,
      },
      record: 'appointment',
    })),
  );
});

it('pays what was agreed for that day, by lump sum or fee', () => {
  const agreements = [agreed(12_000, '2021-06-01', 'lump-sum'), agreed(8_500, '2021-01-01')];
  const amounts = (day: string) => effects(meeting(day, ['pro-a1']), ...agreements).map(({ body }) => body);
  expect(amounts('2021-05-31')).toMatchObject([{ model: 'attendance-fee', amountCents: 8_500 }]);
  expect(amounts('2021-06-01')).toMatchObject([{ model: 'lump-sum', amountCents: 12_000 }]);
  expect(amounts('2020-12-31')).toEqual([]);
});

it('pays nobody when nothing is agreed, when nothing is agreed any more, or when only heads are known', () => {
  expect(effects(meeting('2021-03-01', ['pro-a1']))).toEqual([]);
  expect(effects(meeting('2021-03-01', ['pro-a1']), agreed(8_500, '2021-01-01'), agreed(0, '2021-02-01'))).toEqual([]);
  expect(effects(meeting('2021-03-01'), agreed(8_500, '2021-01-01'))).toEqual([]);
});

it('pays for a Diapason meeting alike', () => {
  const held = recorded(diapasonMeetingHeld, { present: ['pro-a1'] }, { streamId: 'diapason-cycle-d1', occurred: onDay('2021-03-01') });
  expect(effects(held, agreed(8_500, '2021-01-01')).map(({ key }) => key)).toEqual(['pro-a1']);
});
