import { decodeEvent, encodeEvent, fieldClassProblems, PooledRandom } from '@app/audit';
import { fold } from '@app/decider';
import { onDay, recorded } from '@app/decider/spec';
import { reactionEvolution, reactionSettled, type ReactionSettledData, reactionStream, type Result } from './reaction-record';

/** Frozen: events of this shape are stored. */
const sample: ReactionSettledData = {
  reaction: 'pay-attendance',
  cause: '00000000-0000-8000-8000-000000000001',
  results: [
    {
      effect: 'pay-participation pro-a1',
      did: 'recorded',
      command: 'pay-participation',
      said: 'digest',
      stream: 'appointment-a',
      event: 'e1',
    },
    { effect: 'pay-participation pro-a2', did: 'kept', command: 'pay-participation', said: 'digest', stream: 'appointment-b' },
    { effect: 'pay-participation pro-a3', did: 'declined', command: 'pay-participation', said: 'digest', code: 'record.not-the-head' },
  ],
};

const after = (...results: readonly Result[]): ReactionSettledData => ({
  ...sample,
  cause: '00000000-0000-8000-8000-000000000002',
  results,
});
const standing = (...settled: readonly ReactionSettledData[]) =>
  fold(
    reactionEvolution,
    settled.map((data, revision) => recorded<string, any>(reactionSettled, data, { revision })),
  );

const a1 = { command: 'pay-participation', said: 'digest', stream: 'appointment-a', event: 'e1' };
const a2 = { command: 'pay-participation', said: 'digest', stream: 'appointment-b' };

it('knows which causes were dealt with, and which effects stand', () => {
  expect(standing(sample)).toEqual({
    settled: ['00000000-0000-8000-8000-000000000001'],
    standing: { 'pay-participation pro-a1': a1, 'pay-participation pro-a2': a2 },
  });
});

it.each<[string, Result, object | undefined]>([
  [
    'corrected',
    {
      effect: 'pay-participation pro-a1',
      did: 'corrected',
      command: 'pay-participation',
      said: 'other',
      stream: 'appointment-a',
      event: 'e2',
    },
    { ...a1, said: 'other', event: 'e2' },
  ],
  ['withdrawn', { effect: 'pay-participation pro-a1', did: 'withdrawn' }, undefined],
  ['declined', { effect: 'pay-participation pro-a1', did: 'declined', code: 'record.not-the-head' }, a1],
])('an effect that is %s', (_, result, stands) => {
  expect(standing(sample, after(result)).standing['pay-participation pro-a1']).toEqual(stands);
});

it('lets a cause go without an effect', () => {
  expect(standing(after({ effect: '*', did: 'skipped' }))).toEqual({ settled: ['00000000-0000-8000-8000-000000000002'], standing: {} });
});

it('is stored and read back as it was, out of sight of funders', () => {
  expect(fieldClassProblems(reactionSettled, sample)).toEqual([]);
  expect(Object.values(reactionSettled.fields)).toEqual(['internal', 'internal', 'internal']);
  const event = recorded(reactionSettled, sample, {
    streamId: reactionStream(sample.reaction, sample.cause),
    occurred: onDay('2021-03-18'),
  });
  const none = (): never => {
    throw new Error('nothing is sealed');
  };
  const encoded = encodeEvent({ ...event, definition: reactionSettled }, { textSlot: none, subjectSlot: none }, new PooledRandom());
  const decoded = decodeEvent({ ...encoded, streamId: event.streamId, revision: 0n, position: '0001-0000000000000001' });
  expect(decoded.data).toEqual(sample);
});
