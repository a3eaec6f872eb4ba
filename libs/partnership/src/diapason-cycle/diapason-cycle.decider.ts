import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  isSameMeeting,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  diapasonAgreementTested,
  type DiapasonAgreementTestedData,
  diapasonCycleClosed,
  type DiapasonCycleClosedData,
  diapasonCycleEvaluated,
  type DiapasonCycleEvaluatedData,
  diapasonCycleOpened,
  type DiapasonCycleOpenedData,
  diapasonGuideDelivered,
  type DiapasonGuideDeliveredData,
  diapasonMeetingHeld,
  type DiapasonMeetingHeldData,
} from './diapason-cycle.events';

export interface DiapasonCycleState {
  readonly opened?: Kept<DiapasonCycleOpenedData>;
  readonly meetings: readonly Kept<DiapasonMeetingHeldData>[];
  readonly tested?: Kept<DiapasonAgreementTestedData>;
  readonly evaluated?: Kept<DiapasonCycleEvaluatedData>;
  readonly guide?: Kept<DiapasonGuideDeliveredData>;
  readonly closed?: Kept<DiapasonCycleClosedData>;
}

export const diapasonCycleEvolution: Evolution<DiapasonCycleState> = {
  initialState: { meetings: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case diapasonCycleOpened.type:
        return { ...state, opened: kept(event) };
      case diapasonMeetingHeld.type:
        return { ...state, meetings: [...state.meetings, kept(event)] };
      case diapasonAgreementTested.type:
        return { ...state, tested: kept(event) };
      case diapasonCycleEvaluated.type:
        return { ...state, evaluated: kept(event) };
      case diapasonGuideDelivered.type:
        return { ...state, guide: kept(event) };
      case diapasonCycleClosed.type:
        return { ...state, closed: kept(event) };
      default:
        return state;
    }
  },
};

const stepsOf = ({ meetings, tested, evaluated }: DiapasonCycleState): readonly Pick<Kept<object>, 'occurred'>[] => [
  ...meetings,
  ...(tested ? [tested] : []),
  ...(evaluated ? [evaluated] : []),
];

function ensureRunning({ opened, closed }: DiapasonCycleState, { from, to }: Occurred): void {
  ensure(opened !== undefined, 'diapason-cycle.not-opened');
  ensure(to >= opened.occurred.from, 'diapason-cycle.before-opening', {}, '/occurred');
  ensure(closed === undefined || from <= closed.occurred.to, 'diapason-cycle.closed', {}, '/occurred');
}

export const openDiapasonCycle: Decide<DiapasonCycleOpenedData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonCycleOpened, command);
  if (repeats(state.opened, data, occurred)) return [];
  ensure(state.opened === undefined, 'diapason-cycle.already-opened');
  ensure(
    [...stepsOf(state), ...(state.guide ? [state.guide] : [])].every((step) => step.occurred.to >= occurred.from),
    'diapason-cycle.before-opening',
    {},
    '/occurred',
  );
  return [happened(diapasonCycleOpened, data)];
};

export const holdDiapasonMeeting: Decide<DiapasonMeetingHeldData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonMeetingHeld, command);
  const earlier = state.meetings.find((meeting) => isSameMeeting(meeting, command.number, occurred));
  if (repeats(earlier, data, occurred)) return [];
  ensureRunning(state, occurred);
  ensure(earlier === undefined, 'diapason-cycle.meeting-already-held', {}, command.number === undefined ? '/occurred' : '/number');
  return [happened(diapasonMeetingHeld, data)];
};

/** The agreement is tried out in practice, as a rule over a span. */
export const testDiapasonAgreement: Decide<DiapasonAgreementTestedData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonAgreementTested, command);
  if (repeats(state.tested, data, occurred)) return [];
  ensureRunning(state, occurred);
  ensure(state.tested === undefined, 'diapason-cycle.already-tested');
  return [happened(diapasonAgreementTested, data)];
};

/** Closes the test: nobody evaluates what was not tested. */
export const evaluateDiapasonCycle: Decide<DiapasonCycleEvaluatedData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonCycleEvaluated, command);
  if (repeats(state.evaluated, data, occurred)) return [];
  ensureRunning(state, occurred);
  ensure(state.evaluated === undefined, 'diapason-cycle.already-evaluated');
  ensure(state.tested !== undefined, 'diapason-cycle.not-tested');
  ensure(occurred.to >= state.tested.occurred.from, 'diapason-cycle.before-test', {}, '/occurred');
  return [happened(diapasonCycleEvaluated, data)];
};

export const deliverDiapasonGuide: Decide<DiapasonGuideDeliveredData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonGuideDelivered, command);
  if (repeats(state.guide, data, occurred)) return [];
  ensure(state.opened !== undefined, 'diapason-cycle.not-opened');
  ensure(occurred.to >= state.opened.occurred.from, 'diapason-cycle.before-opening', {}, '/occurred');
  ensure(state.guide === undefined, 'diapason-cycle.already-delivered');
  return [happened(diapasonGuideDelivered, data)];
};

export const closeDiapasonCycle: Decide<DiapasonCycleClosedData, DiapasonCycleState> = (command, state, { occurred }) => {
  const data = dataOf(diapasonCycleClosed, command);
  if (repeats(state.closed, data, occurred)) return [];
  ensure(state.closed === undefined, 'diapason-cycle.already-closed');
  ensureRunning(state, occurred);
  ensure(
    stepsOf(state).every((step) => step.occurred.from <= occurred.to),
    'diapason-cycle.goes-on-after-closing',
    {},
    '/occurred',
  );
  return [happened(diapasonCycleClosed, data)];
};
