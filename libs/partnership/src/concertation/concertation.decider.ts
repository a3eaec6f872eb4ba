import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  concertationDecisionRecorded,
  type ConcertationDecisionRecordedData,
  concertationHeld,
  type ConcertationHeldData,
  concertationRequested,
  type ConcertationRequestedData,
  decisionFollowedUp,
  type DecisionFollowedUpData,
  requestAssigned,
  type RequestAssignedData,
  requestCompleted,
  requestRefused,
  type RequestRefusedData,
  type RequestStep,
  requestWithdrawn,
  type RequestWithdrawnData,
} from './concertation.events';

export interface RequestConcertation extends Omit<ConcertationRequestedData, 'complete'> {
  readonly person?: string;
  readonly complete?: boolean;
}
export interface AssignRequest {
  readonly organiser: string;
}
export type RefuseRequest = Pick<RequestRefusedData, 'reason'>;
export type WithdrawRequest = Pick<RequestWithdrawnData, 'reason'>;
export interface HoldConcertation extends Omit<ConcertationHeldData, 'requested'> {
  readonly person?: string;
}
export type RecordDecision = Omit<ConcertationDecisionRecordedData, 'kind' | 'concerns'>;
export type FollowUpDecision = Omit<DecisionFollowedUpData, 'kind' | 'concerns'>;

/** Each step stands on its own, so that a correction of one still sees the others. */
export interface ConcertationState {
  readonly request?: Kept<ConcertationRequestedData>;
  readonly requestKid?: string;
  readonly completed?: Kept<RequestStep>;
  readonly assigned?: Kept<RequestAssignedData>;
  readonly refused?: Kept<RequestRefusedData>;
  readonly withdrawn?: Kept<RequestWithdrawnData>;
  readonly held?: Kept<ConcertationHeldData>;
  readonly decisions: Readonly<Record<number, Kept<ConcertationDecisionRecordedData>>>;
  readonly followUps: readonly Kept<DecisionFollowedUpData>[];
}

export const concertationEvolution: Evolution<ConcertationState> = {
  initialState: { decisions: {}, followUps: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case concertationRequested.type:
        return { ...state, request: kept(event), requestKid: event.subjects[0] };
      case requestCompleted.type:
        return { ...state, completed: kept(event) };
      case requestAssigned.type:
        return { ...state, assigned: kept(event) };
      case requestRefused.type:
        return { ...state, refused: kept(event) };
      case requestWithdrawn.type:
        return { ...state, withdrawn: kept(event) };
      case concertationHeld.type:
        return { ...state, held: kept(event) };
      case concertationDecisionRecorded.type:
        return { ...state, decisions: { ...state.decisions, [event.data.number]: kept(event) } };
      case decisionFollowedUp.type:
        return { ...state, followUps: [...state.followUps, kept(event)] };
      default:
        return state;
    }
  },
};

interface About {
  readonly concerns: ConcertationRequestedData['concerns'];
  readonly person?: string;
  readonly kit?: string;
}

/** A person is named exactly when the concertation is about a named one; a thematic kit belongs to a topic. */
function ensureSubject({ concerns, person, kit }: About, sealedOfPerson: readonly unknown[]): void {
  ensure(concerns !== 'person' || person !== undefined, 'concertation.person-missing', {}, '/person');
  ensure(concerns === 'person' || person === undefined, 'concertation.person-unexpected', {}, '/person');
  ensure(concerns === 'person' || sealedOfPerson.every((field) => field === undefined), 'concertation.person-missing', {}, '/person');
  ensure(concerns === 'topic' || kit === undefined, 'concertation.kit-with-person', {}, '/kit');
}

function requestOf({ request }: ConcertationState, { to }: Occurred): RequestStep {
  ensure(request !== undefined, 'concertation.no-request');
  ensure(to >= request.occurred.from, 'concertation.before-request', {}, '/occurred');
  return { kind: request.data.kind, concerns: request.data.concerns, requested: request.occurred };
}

const isComplete = ({ request, completed }: ConcertationState): boolean => completed !== undefined || request?.data.complete === true;

const ensureOpen = ({ refused, withdrawn, held }: ConcertationState): void => {
  ensure(refused === undefined && withdrawn === undefined && held === undefined, 'concertation.request-closed');
};

/** Requested, and not more: a request is not a held concertation. */
export const requestConcertation: Decide<RequestConcertation, ConcertationState> = (command, state, { occurred }) => {
  const data = dataOf(concertationRequested, { ...command, complete: command.complete ?? true });
  if (repeats(state.request, data, occurred)) return [];
  ensure(state.request === undefined, 'concertation.already-requested');
  ensure(state.held === undefined || state.held.data.requested !== undefined, 'concertation.already-held');
  const later = [state.completed, state.assigned, state.refused, state.withdrawn, state.held];
  ensure(
    later.every((step) => step === undefined || step.occurred.to >= occurred.from),
    'concertation.before-request',
    {},
    '/occurred',
  );
  ensureSubject(command, [command.requesterSector]);
  return [happened(concertationRequested, data)];
};

export const completeRequest: Decide<object, ConcertationState> = (_, state, { occurred }) => {
  const step = requestOf(state, occurred);
  if (isComplete(state)) return [];
  ensureOpen(state);
  return [happened(requestCompleted, step)];
};

/** May be assigned anew, to another organiser. */
export const assignRequest: Decide<AssignRequest, ConcertationState> = ({ organiser }, state, { occurred }) => {
  const data = { ...requestOf(state, occurred), organiser };
  if (state.assigned?.data.organiser === organiser) return [];
  ensureOpen(state);
  ensure(isComplete(state), 'concertation.request-incomplete');
  return [happened(requestAssigned, data)];
};

export const refuseRequest: Decide<RefuseRequest, ConcertationState> = ({ reason }, state, { occurred }) => {
  const data = { ...requestOf(state, occurred), reason };
  if (repeats(state.refused, data, occurred)) return [];
  ensureOpen(state);
  return [happened(requestRefused, data)];
};

export const withdrawRequest: Decide<WithdrawRequest, ConcertationState> = ({ reason }, state, { occurred }) => {
  const data = { ...requestOf(state, occurred), reason };
  if (repeats(state.withdrawn, data, occurred)) return [];
  ensureOpen(state);
  return [happened(requestWithdrawn, data)];
};

/** Follows a request, or stands alone. */
export const holdConcertation: Decide<HoldConcertation, ConcertationState> = (command, state, { occurred }) => {
  const requested = state.request && requestOf(state, occurred).requested;
  const data = dataOf(concertationHeld, { ...command, requested });
  if (repeats(state.held, data, occurred)) return [];
  ensure(state.held === undefined, 'concertation.already-held');
  ensureSubject(command, [command.personPresent, command.carerPresent]);
  if (state.request) {
    const { kind, concerns } = state.request.data;
    ensure(kind === command.kind, 'concertation.other-kind', {}, '/kind');
    ensure(concerns === command.concerns && state.requestKid === command.person, 'concertation.other-subject', {}, '/person');
    ensureOpen(state);
    ensure(isComplete(state), 'concertation.request-incomplete');
  }
  return [happened(concertationHeld, data)];
};

export const recordDecision: Decide<RecordDecision, ConcertationState> = (command, state, { occurred }) => {
  ensure(state.held !== undefined, 'concertation.not-held');
  const { kind, concerns } = state.held.data;
  const data = dataOf(concertationDecisionRecorded, { ...command, kind, concerns });
  const earlier = state.decisions[command.number];
  if (repeats(earlier, data, occurred)) return [];
  ensure(earlier === undefined, 'concertation.decision-number-taken', { number: command.number }, '/number');
  ensure(occurred.to >= state.held.occurred.from, 'concertation.before-concertation', {}, '/occurred');
  return [happened(concertationDecisionRecorded, data)];
};

export const followUpDecision: Decide<FollowUpDecision, ConcertationState> = (command, state, { occurred }) => {
  const decision = state.decisions[command.number];
  ensure(decision !== undefined, 'concertation.no-such-decision', { number: command.number }, '/number');
  const { kind, concerns } = decision.data;
  const data = dataOf(decisionFollowedUp, { ...command, kind, concerns });
  if (state.followUps.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensure(occurred.to >= decision.occurred.from, 'concertation.before-decision', {}, '/occurred');
  return [happened(decisionFollowedUp, data)];
};
