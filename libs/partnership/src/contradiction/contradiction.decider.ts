import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, sameData } from '@app/decider';
import {
  contradictionExplained,
  type ContradictionExplainedData,
  contradictionReopened,
  type ContradictionReopenedData,
  contradictionResolved,
  type ContradictionResolvedData,
} from './contradiction.events';

export type ExplainContradiction = ContradictionExplainedData;
export type ResolveContradiction = ContradictionResolvedData;
export type ReopenContradiction = ContradictionReopenedData;

/** What was last said of a contradiction; one that was reopened is open, with neither explanation nor resolution. */
export interface ContradictionState {
  readonly explained?: ContradictionExplainedData;
  readonly resolved?: ContradictionResolvedData;
  readonly reopened?: ContradictionReopenedData;
}

type ContradictionEvent =
  EventOf<typeof contradictionExplained> | EventOf<typeof contradictionResolved> | EventOf<typeof contradictionReopened>;

const evolve = (state: ContradictionState, event: ContradictionEvent): ContradictionState => {
  switch (event.type) {
    case 'ContradictionExplained':
      return { explained: event.data };
    case 'ContradictionResolved':
      return { ...state, resolved: event.data };
    case 'ContradictionReopened':
      return { reopened: event.data };
    default:
      return state;
  }
};

export const contradictionEvolution: Evolution<ContradictionState> = { initialState: {}, evolve };

/** A later explanation takes the place of the earlier one. */
export const explainContradiction: Decide<ExplainContradiction, ContradictionState> = (command, { explained, resolved }) => {
  const data = dataOf(contradictionExplained, command);
  ensure(!resolved, 'contradiction.already-resolved');
  if (explained && sameData(explained, data)) return [];
  return [happened(contradictionExplained, data)];
};

/** It may be resolved without an explanation: a correction speaks for itself. */
export const resolveContradiction: Decide<ResolveContradiction, ContradictionState> = (command, { resolved }) => {
  const data = dataOf(contradictionResolved, command);
  if (resolved && sameData(resolved, data)) return [];
  ensure(!resolved, 'contradiction.already-resolved');
  ensure((data.correction === undefined) !== (data.reading === undefined), 'contradiction.correction-or-reading', {}, '/reading');
  return [happened(contradictionResolved, data)];
};

export const reopenContradiction: Decide<ReopenContradiction, ContradictionState> = (command, { explained, resolved, reopened }) => {
  const data = dataOf(contradictionReopened, command);
  if (reopened && !resolved && sameData(reopened, data)) return [];
  ensure(explained !== undefined || resolved !== undefined, 'contradiction.open-already');
  return [happened(contradictionReopened, data)];
};
