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
  sameData,
} from '@app/decider';
import {
  psychologicalFollowUpClosed,
  type PsychologicalFollowUpClosedData,
  psychologicalFollowUpOpened,
  type PsychologicalFollowUpOpenedData,
  psychologicalFollowUpRefused,
  type PsychologicalFollowUpRefusedData,
  psychologicalSessionHeld,
  type PsychologicalSessionHeldData,
} from './follow-up.events';

interface Named {
  /** Left out for who wishes no file. */
  readonly person?: string;
}

export type OpenFollowUp = PsychologicalFollowUpOpenedData & Named;
export type HoldPsychologicalSession = PsychologicalSessionHeldData;
export type CloseFollowUp = PsychologicalFollowUpClosedData;
export type RefuseFollowUp = PsychologicalFollowUpRefusedData & Named;

export interface FollowUpState {
  readonly opened?: Kept<PsychologicalFollowUpOpenedData>;
  readonly sessions: readonly Kept<PsychologicalSessionHeldData>[];
  readonly closed?: Kept<PsychologicalFollowUpClosedData>;
  readonly refused?: Kept<PsychologicalFollowUpRefusedData>;
}

export const followUpEvolution: Evolution<FollowUpState> = {
  initialState: { sessions: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case psychologicalFollowUpOpened.type:
        return { ...state, opened: kept(event) };
      case psychologicalSessionHeld.type:
        return { ...state, sessions: [...state.sessions, kept(event)] };
      case psychologicalFollowUpClosed.type:
        return { ...state, closed: kept(event) };
      case psychologicalFollowUpRefused.type:
        return { ...state, refused: kept(event) };
      default:
        return state;
    }
  },
};

const ensureNamed = (person: string | undefined, sealedOfPerson: readonly unknown[]): void => {
  ensure(person !== undefined || sealedOfPerson.every((field) => field === undefined), 'follow-up.person-missing', {}, '/person');
};

function openedOf({ opened }: FollowUpState, { to }: Occurred): Kept<PsychologicalFollowUpOpenedData> {
  ensure(opened !== undefined, 'follow-up.not-opened');
  ensure(to >= opened.occurred.from, 'follow-up.before-opening', {}, '/occurred');
  return opened;
}

export const openFollowUp: Decide<OpenFollowUp, FollowUpState> = (command, state, { occurred }) => {
  const data = dataOf(psychologicalFollowUpOpened, command);
  if (repeats(state.opened, data, occurred)) return [];
  ensure(state.opened === undefined && state.refused === undefined, 'follow-up.already-opened');
  ensureNamed(command.person, [command.followed, command.referrerType]);
  ensure(
    state.sessions.every((session) => session.occurred.to >= occurred.from),
    'follow-up.before-opening',
    {},
    '/occurred',
  );
  return [happened(psychologicalFollowUpOpened, data)];
};

const isSameSession = (session: Kept<PsychologicalSessionHeldData>, number: number | undefined, occurred: Occurred): boolean =>
  number === undefined || session.data.number === undefined ? sameData(session.occurred, occurred) : session.data.number === number;

/** A session is known by its number, else by its date. */
export const holdPsychologicalSession: Decide<HoldPsychologicalSession, FollowUpState> = (command, state, { occurred }) => {
  openedOf(state, occurred);
  const data = dataOf(psychologicalSessionHeld, command);
  const earlier = state.sessions.find((session) => isSameSession(session, command.number, occurred));
  if (repeats(earlier, data, occurred)) return [];
  ensure(earlier === undefined, 'follow-up.session-already-held', {}, command.number === undefined ? '/occurred' : '/number');
  ensure(state.closed === undefined || occurred.from <= state.closed.occurred.to, 'follow-up.closed', {}, '/occurred');
  return [happened(psychologicalSessionHeld, data)];
};

export const closeFollowUp: Decide<CloseFollowUp, FollowUpState> = (command, state, { occurred }) => {
  openedOf(state, occurred);
  const data = dataOf(psychologicalFollowUpClosed, command);
  if (repeats(state.closed, data, occurred)) return [];
  ensure(state.closed === undefined, 'follow-up.already-closed');
  ensure(
    state.sessions.every((session) => session.occurred.from <= occurred.to),
    'follow-up.session-after-closing',
    {},
    '/occurred',
  );
  return [happened(psychologicalFollowUpClosed, data)];
};

export const refuseFollowUp: Decide<RefuseFollowUp, FollowUpState> = (command, state, { occurred }) => {
  const data = dataOf(psychologicalFollowUpRefused, command);
  if (repeats(state.refused, data, occurred)) return [];
  ensure(state.refused === undefined, 'follow-up.already-refused');
  ensure(state.opened === undefined, 'follow-up.already-opened');
  ensureNamed(command.person, [command.referrerType]);
  return [happened(psychologicalFollowUpRefused, data)];
};
