import { defineEvent, type RecordedEvent, Refusal, type SealedText, Sealed } from '@app/decider';
import { recorded } from '@app/decider/spec';
import { markDuplicate, recordEvolution, type RecordState, withdrawRecord } from './record.decider';
import { duplicateMarked, recordWithdrawn } from './record.events';

const began = defineEvent<{ at: string }>()({ type: 'ThingBegan', version: 1, subject: 'none', tense: 'fact', fields: { at: 'core' } });
const counted = defineEvent<{ heads: number }>()({
  type: 'HeadsCounted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { heads: 'core' },
});

const ids = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-8000-8000-000000000000`) as [string, string, string, string];
const [A, B, C, D] = ids;
const ELSEWHERE = 'eeeeeeee-0000-8000-8000-000000000000';
const context = {
  streamId: 'thing-1',
  today: '2026-01-15',
  occurred: { from: '2026-01-15', to: '2026-01-15', nature: 'point', precision: 'day' } as const,
  newId: String,
};

const first = recorded(began, { at: 'hall' }, { id: A, revision: 0 });
const second = recorded(counted, { heads: 12 }, { id: B, revision: 1 });
const corrected = recorded(counted, { heads: 10 }, { id: C, revision: 2, corrects: B });
const withdrawn = (event: string, revision: number) =>
  recorded(recordWithdrawn, { event, reason: 'wrong-record' }, { id: D, revision, corrects: event });
const duplicate = (event: string, revision: number) =>
  recorded(duplicateMarked, { event, duplicateOf: ELSEWHERE }, { id: D, revision, corrects: event });

const stateOf = (...events: RecordedEvent<string, any>[]): RecordState =>
  events.reduce<RecordState>((state, event) => recordEvolution.evolve(state, event), recordEvolution.initialState);

const withdraw = (state: RecordState, event: string, note?: SealedText) =>
  withdrawRecord({ event, reason: 'wrong-record', ...(note ? { note } : {}) }, state, context).map(({ definition, data }) => [
    definition.type,
    data,
  ]);
const mark = (state: RecordState, event: string, duplicateOf = ELSEWHERE) =>
  markDuplicate({ event, duplicateOf }, state, context).map(({ definition, data }) => [definition.type, data]);

const codeOf = (decide: () => unknown): string => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('the command was not refused');
};

describe('what stands in a stream', () => {
  it('is every event that nothing took away, a correction in the place of what it corrects', () => {
    expect(stateOf(first, second, corrected)).toEqual({
      standing: [
        { id: A, type: 'ThingBegan', first: true },
        { id: C, type: 'HeadsCounted', first: false },
      ],
      superseded: [B],
      gone: [],
    });
    expect(stateOf(first, second, duplicate(B, 2))).toEqual({
      standing: [{ id: A, type: 'ThingBegan', first: true }],
      superseded: [],
      gone: [{ id: B, duplicateOf: ELSEWHERE }],
    });
  });

  it('stays the first when it is corrected', () => {
    const again = recorded(began, { at: 'garden' }, { id: C, revision: 2, corrects: A });
    expect(stateOf(first, second, again).standing[0]).toEqual({ id: C, type: 'ThingBegan', first: true });
  });
});

describe('withdraw-record', () => {
  it('takes an event away', () => {
    expect(withdraw(stateOf(first, second), B)).toEqual([['RecordWithdrawn', { event: B, reason: 'wrong-record' }]]);
  });

  it('leaves the note sealed', () => {
    const note = new Sealed('typed twice');
    expect(withdraw(stateOf(first, second), B, note)).toEqual([['RecordWithdrawn', { event: B, reason: 'wrong-record', note }]]);
  });

  it('takes the only event of a stream away, and the first once nothing rests on it', () => {
    expect(withdraw(stateOf(first), A)).toEqual([['RecordWithdrawn', { event: A, reason: 'wrong-record' }]]);
    expect(withdraw(stateOf(first, second, withdrawn(B, 2)), A)).toEqual([['RecordWithdrawn', { event: A, reason: 'wrong-record' }]]);
  });

  it('repeated yields nothing', () => {
    expect(withdraw(stateOf(first, second, withdrawn(B, 2)), B)).toEqual([]);
  });

  it.each<[string, RecordState, string]>([
    ['record.unknown-event', stateOf(first, second), C],
    ['record.unknown-event', stateOf(first, second, withdrawn(B, 2)), D],
    ['record.not-the-head', stateOf(first, second, corrected), B],
    ['record.already-withdrawn', stateOf(first, second, duplicate(B, 2)), B],
    ['record.others-build-on-it', stateOf(first, second), A],
  ])('%s', (code, state, event) => {
    expect(codeOf(() => withdraw(state, event))).toBe(code);
  });
});

describe('mark-duplicate', () => {
  it('names the event that stays', () => {
    expect(mark(stateOf(first, second), B)).toEqual([['DuplicateMarked', { event: B, duplicateOf: ELSEWHERE }]]);
  });

  it('repeated yields nothing', () => {
    expect(mark(stateOf(first, second, duplicate(B, 2)), B)).toEqual([]);
  });

  it.each<[string, RecordState, string, string]>([
    ['record.unknown-event', stateOf(first), C, ELSEWHERE],
    ['record.not-the-head', stateOf(first, second, corrected), B, ELSEWHERE],
    ['record.already-withdrawn', stateOf(first, second, withdrawn(B, 2)), B, ELSEWHERE],
    ['record.already-withdrawn', stateOf(first, second, duplicate(B, 2)), B, A],
    ['record.duplicate-of-itself', stateOf(first, second), B, B],
    ['record.others-build-on-it', stateOf(first, second), A, ELSEWHERE],
  ])('%s', (code, state, event, other) => {
    expect(codeOf(() => mark(state, event, other))).toBe(code);
  });
});
