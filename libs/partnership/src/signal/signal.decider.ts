import {
  dataOf,
  type Decide,
  ensure,
  type EventDefinition,
  type Evolution,
  happened,
  type Kept,
  kept,
  type NewEvent,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  type Addressee,
  signalAcknowledged,
  type SignalAcknowledgedData,
  signalActedUpon,
  type SignalActedUponData,
  signalClosedWithoutAction,
  type SignalClosedWithoutActionData,
  signalPassedOn,
  type SignalPassedOnData,
  signalPickedUp,
  type SignalPickedUpData,
  signalQualified,
  type SignalQualifiedData,
  signalReceived,
  type SignalReceivedData,
} from './signal.events';

export type PickUpSignal = SignalPickedUpData;
export type ReceiveSignal = SignalReceivedData;
export type QualifySignal = SignalQualifiedData;
export type PassOnSignal = SignalPassedOnData;
export type AcknowledgeSignal = SignalAcknowledgedData;
export type RecordSignalAction = SignalActedUponData;
export type CloseSignal = SignalClosedWithoutActionData;

export interface SignalState {
  readonly pickedUp?: Kept<SignalPickedUpData>;
  readonly received?: Kept<SignalReceivedData>;
  readonly qualifications: readonly Kept<SignalQualifiedData>[];
  readonly passings: readonly Kept<SignalPassedOnData>[];
  readonly acknowledgements: readonly Kept<SignalAcknowledgedData>[];
  readonly actions: readonly Kept<SignalActedUponData>[];
  readonly closed?: Kept<SignalClosedWithoutActionData>;
}

export const signalEvolution: Evolution<SignalState> = {
  initialState: { qualifications: [], passings: [], acknowledgements: [], actions: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case signalPickedUp.type:
        return { ...state, pickedUp: kept(event) };
      case signalReceived.type:
        return { ...state, received: kept(event) };
      case signalQualified.type:
        return { ...state, qualifications: [...state.qualifications, kept(event)] };
      case signalPassedOn.type:
        return { ...state, passings: [...state.passings, kept(event)] };
      case signalAcknowledged.type:
        return { ...state, acknowledgements: [...state.acknowledgements, kept(event)] };
      case signalActedUpon.type:
        return { ...state, actions: [...state.actions, kept(event)] };
      case signalClosedWithoutAction.type:
        return { ...state, closed: kept(event) };
      default:
        return state;
    }
  },
};

type Step = Kept<object>;

const ensureNoneBefore = (steps: readonly Step[], { from }: Occurred, code: string): void => {
  ensure(
    steps.every((step) => step.occurred.to >= from),
    code,
    {},
    '/occurred',
  );
};

function raise<Data extends object>(
  definition: EventDefinition<string, Data>,
  command: Data,
  earlier: Kept<Data> | undefined,
  state: SignalState,
  occurred: Occurred,
): readonly NewEvent[] {
  const data = dataOf(definition, command);
  if (repeats(earlier, data, occurred)) return [];
  ensure(state.pickedUp === undefined && state.received === undefined, 'signal.already-raised');
  const { qualifications, passings, closed } = state;
  ensureNoneBefore([...qualifications, ...passings, ...(closed ? [closed] : [])], occurred, 'signal.before-raising');
  return [happened(definition, data)];
}

export const pickUpSignal: Decide<PickUpSignal, SignalState> = (command, state, { occurred }) =>
  raise(signalPickedUp, command, state.pickedUp, state, occurred);

export const receiveSignal: Decide<ReceiveSignal, SignalState> = (command, state, { occurred }) =>
  raise(signalReceived, command, state.received, state, occurred);

/** Raised, not closed, and not later than `occurred`. */
function ensureOpen({ pickedUp, received, closed }: SignalState, { from, to }: Occurred): void {
  const raised = pickedUp ?? received;
  ensure(raised !== undefined, 'signal.not-raised');
  ensure(to >= raised.occurred.from, 'signal.before-raising', {}, '/occurred');
  ensure(closed === undefined || from <= closed.occurred.to, 'signal.closed');
}

/** A signal may be qualified anew; the last word counts. */
export const qualifySignal: Decide<QualifySignal, SignalState> = (command, state, { occurred }) => {
  const data = dataOf(signalQualified, command);
  if (state.qualifications.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensureOpen(state, occurred);
  return [happened(signalQualified, data)];
};

const same =
  ({ authority, organisation }: Addressee) =>
  ({ data }: Kept<Addressee>): boolean =>
    data.authority === authority && data.organisation === organisation;

/** Once to each authority. */
export const passOnSignal: Decide<PassOnSignal, SignalState> = (command, state, { occurred }) => {
  const data = dataOf(signalPassedOn, command);
  const earlier = state.passings.find(same(data));
  if (repeats(earlier, data, occurred)) return [];
  ensureOpen(state, occurred);
  ensure(earlier === undefined, 'signal.already-passed-on', { authority: data.authority }, '/authority');
  ensureNoneBefore([...state.acknowledgements, ...state.actions].filter(same(data)), occurred, 'signal.before-passing');
  return [happened(signalPassedOn, data)];
};

/** What an authority answers to a signal that was passed on to it. */
function ensureAnswers({ passings }: SignalState, addressee: Addressee, { to }: Occurred): void {
  const passed = passings.find(same(addressee));
  ensure(passed !== undefined, 'signal.not-passed-on', { authority: addressee.authority }, '/authority');
  ensure(to >= passed.occurred.from, 'signal.before-passing', {}, '/occurred');
}

export const acknowledgeSignal: Decide<AcknowledgeSignal, SignalState> = (command, state, { occurred }) => {
  const data = dataOf(signalAcknowledged, command);
  const earlier = state.acknowledgements.find(same(data));
  if (repeats(earlier, data, occurred)) return [];
  ensureAnswers(state, data, occurred);
  ensure(earlier === undefined, 'signal.already-acknowledged', { authority: data.authority }, '/authority');
  return [happened(signalAcknowledged, data)];
};

/** An authority may act more than once, each time with its own evidence. It counts as one signal acted upon. */
export const recordSignalAction: Decide<RecordSignalAction, SignalState> = (command, state, { occurred }) => {
  const data = dataOf(signalActedUpon, command);
  if (state.actions.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensureAnswers(state, data, occurred);
  ensure(state.closed === undefined, 'signal.closed');
  return [happened(signalActedUpon, data)];
};

export const closeSignal: Decide<CloseSignal, SignalState> = (command, state, { occurred }) => {
  const data = dataOf(signalClosedWithoutAction, command);
  if (repeats(state.closed, data, occurred)) return [];
  ensureOpen(state, occurred);
  ensure(state.closed === undefined, 'signal.closed');
  ensure(state.actions.length === 0, 'signal.acted-upon');
  ensure(
    state.passings.every((passing) => passing.occurred.from <= occurred.to),
    'signal.before-passing',
    {},
    '/occurred',
  );
  return [happened(signalClosedWithoutAction, data)];
};
