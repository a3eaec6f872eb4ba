import { dataOf, type Decide, DUPLICATE, ensure, type Evolution, happened, type RecordedEvent, WITHDRAWN } from '@app/decider';
import { duplicateMarked, type DuplicateMarkedData, recordWithdrawn, type RecordWithdrawnData } from './record.events';

export interface StandingRecord {
  readonly id: string;
  readonly type: string;
  /** It began the stream: whatever else stands there is about it. */
  readonly first: boolean;
}

export interface GoneRecord {
  readonly id: string;
  /** The stable id of what it doubles, when that is why it is gone. */
  readonly duplicateOf?: string;
}

/** What stands in a stream of any term, folded over every event as it was appended. */
export interface RecordState {
  readonly standing: readonly StandingRecord[];
  /** Taken over by a correction. */
  readonly superseded: readonly string[];
  readonly gone: readonly GoneRecord[];
}

function remove(state: RecordState, { type, corrects, data }: RecordedEvent): RecordState {
  const id = corrects!;
  const duplicateOf = type === DUPLICATE ? (data as unknown as DuplicateMarkedData).duplicateOf : undefined;
  return {
    ...state,
    standing: state.standing.filter((record) => record.id !== id),
    gone: [...state.gone, duplicateOf === undefined ? { id } : { id, duplicateOf }],
  };
}

const correct = (state: RecordState, { id, type, corrects }: RecordedEvent): RecordState => ({
  ...state,
  standing: state.standing.map((record) => (record.id === corrects ? { id, type, first: record.first } : record)),
  superseded: [...state.superseded, corrects!],
});

const add = (state: RecordState, { id, type, revision }: RecordedEvent): RecordState => ({
  ...state,
  standing: [...state.standing, { id, type, first: revision === 0 }],
});

export const recordEvolution: Evolution<RecordState> = {
  initialState: { standing: [], superseded: [], gone: [] },
  evolve: (state, event) => {
    if (event.corrects === undefined) return add(state, event);
    return event.type === WITHDRAWN || event.type === DUPLICATE ? remove(state, event) : correct(state, event);
  },
};

/** @throws Refusal unless the event stands, is the head of its chain, and nothing else of the stream rests on it. */
function ensureRemovable({ standing, superseded }: RecordState, event: string): void {
  ensure(!superseded.includes(event), 'record.not-the-head', {}, '/event');
  const record = standing.find(({ id }) => id === event);
  ensure(record !== undefined, 'record.unknown-event', {}, '/event');
  ensure(!record.first || standing.length === 1, 'record.others-build-on-it', { others: standing.length - 1 }, '/event');
}

export const withdrawRecord: Decide<RecordWithdrawnData, RecordState> = (command, state) => {
  const gone = state.gone.find(({ id }) => id === command.event);
  if (gone && gone.duplicateOf === undefined) return [];
  ensure(gone === undefined, 'record.already-withdrawn', {}, '/event');
  ensureRemovable(state, command.event);
  return [happened(recordWithdrawn, dataOf(recordWithdrawn, command))];
};

export const markDuplicate: Decide<DuplicateMarkedData, RecordState> = (command, state) => {
  const gone = state.gone.find(({ id }) => id === command.event);
  if (gone && gone.duplicateOf === command.duplicateOf) return [];
  ensure(gone === undefined, 'record.already-withdrawn', {}, '/event');
  ensure(command.duplicateOf !== command.event, 'record.duplicate-of-itself', {}, '/duplicateOf');
  ensureRemovable(state, command.event);
  return [happened(duplicateMarked, dataOf(duplicateMarked, command))];
};
