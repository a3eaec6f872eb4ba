import {
  boundsOf,
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Quantity,
  repeats,
} from '@app/decider';
import {
  callForCandidatesClosed,
  type CallForCandidatesClosedData,
  callForCandidatesPublished,
  type CallForCandidatesPublishedData,
  candidateApplied,
  type CandidateAppliedData,
  candidateDeclined,
  type CandidateDeclinedData,
  type CandidateDeclineReason,
  type CandidateProfile,
  candidateSelected,
  type CandidateSelectedData,
  subGroupCreated,
  type SubGroupCreatedData,
} from './participation-call.events';

export type PublishCallForCandidates = CallForCandidatesPublishedData;
export interface EnterCandidate {
  readonly candidate: string;
  readonly profile: CandidateProfile;
}
export interface SelectCandidate {
  readonly candidate: string;
  readonly subGroup?: string;
}
export interface DeclineCandidate {
  readonly candidate: string;
  readonly reason: CandidateDeclineReason;
}
export interface CreateSubGroup {
  readonly subGroup: string;
}
export interface CloseCallForCandidates {
  readonly candidates?: Quantity;
  readonly selected?: Quantity;
}

interface Candidate {
  readonly applied: Kept<CandidateAppliedData>;
  readonly selected?: Kept<CandidateSelectedData>;
  readonly declined?: Kept<CandidateDeclinedData>;
}

export interface ParticipationCallState {
  readonly published?: Kept<CallForCandidatesPublishedData>;
  readonly candidates: Readonly<Record<string, Candidate>>;
  readonly subGroups: Readonly<Record<string, Kept<SubGroupCreatedData>>>;
  readonly closed?: Kept<CallForCandidatesClosedData>;
}

type CallEvent =
  | EventOf<typeof callForCandidatesPublished>
  | EventOf<typeof candidateApplied>
  | EventOf<typeof candidateSelected>
  | EventOf<typeof candidateDeclined>
  | EventOf<typeof subGroupCreated>
  | EventOf<typeof callForCandidatesClosed>;

const withCandidate = (state: ParticipationCallState, id: string, said: Partial<Candidate>): ParticipationCallState => {
  const applied = said.applied ?? state.candidates[id]?.applied;
  if (!applied) return state;
  return { ...state, candidates: { ...state.candidates, [id]: { ...state.candidates[id], ...said, applied } } };
};

const evolve = (state: ParticipationCallState, event: CallEvent): ParticipationCallState => {
  switch (event.type) {
    case 'CallForCandidatesPublished':
      return { ...state, published: kept(event) };
    case 'CandidateApplied':
      return withCandidate(state, event.data.candidate, { applied: kept(event) });
    case 'CandidateSelected':
      return withCandidate(state, event.data.candidate, { selected: kept(event) });
    case 'CandidateDeclined':
      return withCandidate(state, event.data.candidate, { declined: kept(event) });
    case 'SubGroupCreated':
      return { ...state, subGroups: { ...state.subGroups, [event.data.subGroup]: kept(event) } };
    case 'CallForCandidatesClosed':
      return { ...state, closed: kept(event) };
    default:
      return state;
  }
};

export const participationCallEvolution: Evolution<ParticipationCallState> = { initialState: { candidates: {}, subGroups: {} }, evolve };

const isCounted = ({ closed }: ParticipationCallState): boolean =>
  closed?.data.candidates !== undefined || closed?.data.selected !== undefined;

function publishedIn({ published }: ParticipationCallState): CallForCandidatesPublishedData {
  ensure(published !== undefined, 'participation-call.not-published');
  return published.data;
}

function candidateIn({ candidates }: ParticipationCallState, id: string): Candidate {
  const candidate = candidates[id];
  ensure(candidate !== undefined, 'participation-call.no-such-candidate', {}, '/candidate');
  return candidate;
}

export const publishCallForCandidates: Decide<PublishCallForCandidates, ParticipationCallState> = (command, state, { occurred }) => {
  const data = dataOf(callForCandidatesPublished, command);
  if (repeats(state.published, data, occurred)) return [];
  ensure(!state.published, 'participation-call.already-published');
  ensure(data.lastDay === undefined || data.lastDay >= occurred.from, 'participation-call.closes-before-it-opens', {}, '/lastDay');
  return [happened(callForCandidatesPublished, data)];
};

/** Who applied in time may be entered after the closing; a closing with numbers stands for everybody, so nobody is added to it by name. */
export const enterCandidate: Decide<EnterCandidate, ParticipationCallState> = ({ candidate, profile }, state, { occurred }) => {
  const { purpose } = publishedIn(state);
  const data = { purpose, candidate, profile };
  const known = state.candidates[candidate];
  if (repeats(known?.applied, data, occurred)) return [];
  ensure(!known, 'participation-call.already-applied', {}, '/candidate');
  ensure(!isCounted(state), 'participation-call.candidates-counted');
  ensure(!state.closed || occurred.from <= state.closed.occurred.to, 'participation-call.already-closed');
  return [happened(candidateApplied, data)];
};

/** Who withdrew afterwards may be entered as selected late. */
export const selectCandidate: Decide<SelectCandidate, ParticipationCallState> = (command, state, { occurred }) => {
  const { purpose } = publishedIn(state);
  const { applied, selected, declined } = candidateIn(state, command.candidate);
  const data = dataOf(candidateSelected, { ...command, purpose, profile: applied.data.profile });
  if (repeats(selected, data, occurred)) return [];
  ensure(!selected, 'participation-call.already-selected', {}, '/candidate');
  const withdrewLater = declined?.data.reason === 'withdrew' && occurred.from <= declined.occurred.from;
  ensure(!declined || withdrewLater, 'participation-call.already-declined', {}, '/candidate');
  const { subGroup } = command;
  ensure(
    subGroup === undefined || state.subGroups[subGroup] !== undefined,
    'participation-call.no-such-sub-group',
    { subGroup: subGroup ?? '' },
    '/subGroup',
  );
  return [happened(candidateSelected, data)];
};

/** A selected candidate may still withdraw; for any other reason the selection is corrected. */
export const declineCandidate: Decide<DeclineCandidate, ParticipationCallState> = ({ candidate, reason }, state, { occurred }) => {
  const { purpose } = publishedIn(state);
  const { applied, selected, declined } = candidateIn(state, candidate);
  const data = { purpose, candidate, profile: applied.data.profile, reason };
  if (repeats(declined, data, occurred)) return [];
  ensure(!declined, 'participation-call.already-declined', {}, '/candidate');
  ensure(!selected || reason === 'withdrew', 'participation-call.already-selected', {}, '/candidate');
  return [happened(candidateDeclined, data)];
};

export const createSubGroup: Decide<CreateSubGroup, ParticipationCallState> = ({ subGroup }, state, { occurred }) => {
  const { purpose } = publishedIn(state);
  const data = { purpose, subGroup };
  if (repeats(state.subGroups[subGroup], data, occurred)) return [];
  ensure(!state.subGroups[subGroup], 'participation-call.sub-group-exists', { subGroup }, '/subGroup');
  return [happened(subGroupCreated, data)];
};

/** Candidates are entered one by one or counted at the closing, never both: nobody would know who is in the count. */
export const closeCallForCandidates: Decide<CloseCallForCandidates, ParticipationCallState> = (command, state, { occurred }) => {
  const { purpose } = publishedIn(state);
  const data = dataOf(callForCandidatesClosed, { ...command, purpose });
  if (repeats(state.closed, data, occurred)) return [];
  ensure(!state.closed, 'participation-call.already-closed');
  ensure(occurred.to >= state.published!.occurred.from, 'participation-call.closes-before-it-opens');
  const { candidates, selected } = command;
  ensure(
    (candidates === undefined && selected === undefined) || Object.keys(state.candidates).length === 0,
    'participation-call.candidates-named',
    {},
    candidates ? '/candidates' : '/selected',
  );
  ensure(
    !candidates || !selected || (boundsOf(selected).lo ?? 0) <= (boundsOf(candidates).hi ?? Infinity),
    'participation-call.more-selected',
    {},
    '/selected',
  );
  return [happened(callForCandidatesClosed, data)];
};
