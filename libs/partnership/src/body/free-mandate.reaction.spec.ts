import type { RecordedEvent } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import { functionAppointed, functionEnded } from '../appointment/appointment.events';
import { mandateGiven } from './body.events';
import { freeMandate } from './free-mandate.reaction';

const seat = { body: 'board', seat: 'seat-1' };
const appointed = (mandate?: typeof seat) =>
  recorded(functionAppointed, { function: 'hospital-referent', holder: 'pro-h1', ...(mandate ? { mandate } : {}) } as const);
const ended = recorded(functionEnded, { function: 'hospital-referent', reason: 'changed-work', endedOn: '2021-09-01' } as const, {
  streamId: 'appointment-a1',
  occurred: onDay('2021-09-01'),
});
const given = (holder: string, from: string, mandate = 'seat-1.1') =>
  recorded(mandateGiven, { mandate, seat: 'seat-1', organisationKind: 'hospital', holder, userRepresentative: false, from } as const);

const standing =
  (streams: Readonly<Record<string, readonly RecordedEvent<string, any>[]>>) =>
  (streamId: string): readonly RecordedEvent<string, any>[] =>
    streams[streamId] ?? [];
const effects = (mandates: readonly RecordedEvent<string, any>[], appointment = appointed(seat)) =>
  freeMandate.react(ended, standing({ 'appointment-a1': [appointment], 'body-board': mandates }));

it('looks at the body whose seat goes with the function', () => {
  expect(freeMandate.looksAt!(ended, standing({ 'appointment-a1': [appointed(seat)] }))).toEqual(['body-board']);
  expect(freeMandate.looksAt!(ended, standing({ 'appointment-a1': [appointed()] }))).toEqual([]);
});

it('ends the mandate on the first day that the function is no longer held', () => {
  expect(effects([given('pro-h1', '2021-01-01')])).toEqual([
    {
      key: 'board.seat-1',
      command: 'end-mandate',
      body: { ...seat, leftOn: '2021-09-01', reason: 'function-ended', occurred: onDay('2021-09-01') },
    },
  ]);
});

it('frees nothing that belongs to somebody else, or to no function', () => {
  expect(effects([given('pro-h2', '2021-01-01')])).toEqual([]);
  expect(effects([given('pro-h1', '2020-01-01'), given('pro-h2', '2021-06-01', 'seat-1.2')])).toEqual([]);
  expect(effects([given('pro-h1', '2021-10-01')])).toEqual([]);
  expect(effects([given('pro-h1', '2021-01-01')], appointed())).toEqual([]);
});

it('sees the seat taken by another only from the day on which that begins', () => {
  expect(effects([given('pro-h1', '2020-01-01'), given('pro-h2', '2021-12-01', 'seat-1.2')])).toHaveLength(1);
});
