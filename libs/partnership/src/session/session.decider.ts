import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  lessUnits,
  type Occurred,
  type Quantity,
  sameData,
  type SealedText,
  stated,
} from '@app/decider';
import {
  ANONYMOUS_KINDS,
  type Attendance,
  attendanceRecorded,
  type CancellationReason,
  type HeadsOfProfession,
  participantRegistered,
  type Registration,
  registrationCancelled,
  registrationsCounted,
  type Roll,
  sessionCancelled,
  type SessionDimensions,
  sessionHeld,
  type SessionHeldData,
  type SessionKind,
  sessionPlanned,
  type SessionPlannedData,
  sessionRescheduled,
  type SessionTitle,
  viewsRecorded,
} from './session.events';
import type { Profession } from '../vocabulary';

export interface DescribeSession extends Partial<SessionDimensions> {
  readonly title?: SessionTitle;
  readonly organisers?: readonly string[];
  readonly cycle?: string;
  readonly speakers?: number;
}

export interface PlanSession extends DescribeSession {
  readonly kind: SessionKind;
  readonly title: SessionTitle;
  readonly capacity?: number;
}

export interface RescheduleSession {
  readonly remark?: SealedText;
}

export interface CancelSession {
  readonly reason: CancellationReason;
  readonly remark?: SealedText;
}

export interface HoldSession extends DescribeSession, RecordAttendance {
  readonly registrations?: Quantity;
  readonly views?: Quantity;
  readonly organisations?: Quantity;
  readonly remark?: SealedText;
}

export interface RegisterParticipant {
  readonly participant?: string;
  readonly profession?: Profession;
}

export interface CancelRegistration {
  readonly participant?: string;
  readonly registration?: string;
}

/** What a date given by the command itself overrides. */
interface Dated {
  readonly occurred?: object;
}

export interface CountRegistrations extends Dated {
  readonly registrations: Quantity;
}

export interface RecordAttendance {
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly byProfession?: readonly HeadsOfProfession[];
}

export interface RecordViews extends Dated {
  readonly views: Quantity;
}

export interface SessionState {
  readonly planned?: { readonly data: SessionPlannedData; readonly occurred: Occurred };
  readonly moved?: boolean;
  readonly cancelled?: CancellationReason;
  readonly held?: { readonly data: SessionHeldData; readonly occurred: Occurred };
  readonly registrations: ReadonlyMap<string, Registration>;
  /** Ids and participants of cancelled registrations. */
  readonly left: ReadonlySet<string>;
  readonly counted?: { readonly registrations: Quantity; readonly occurred: Occurred };
  readonly attendance?: Attendance;
  readonly views?: Quantity;
}

const presenceOf = ({ present, heads, byProfession }: Attendance): Attendance | undefined =>
  present || heads || byProfession
    ? { ...(present ? { present } : {}), ...(heads ? { heads } : {}), ...(byProfession ? { byProfession } : {}) }
    : undefined;

export const sessionEvolution: Evolution<SessionState> = {
  initialState: { registrations: new Map(), left: new Set() },
  evolve: (state, { type, data, occurred }) => {
    switch (type) {
      case 'SessionPlanned':
        return { ...state, planned: { data, occurred } };
      case 'SessionRescheduled':
        return { ...state, ...(state.planned ? { planned: { ...state.planned, occurred } } : {}), moved: true };
      case 'SessionCancelled':
        return { ...state, cancelled: data.reason };
      case 'SessionHeld': {
        const attendance = presenceOf(data);
        return {
          ...state,
          held: { data, occurred },
          ...(attendance ? { attendance } : {}),
          ...(data.registrations ? { counted: { registrations: data.registrations, occurred } } : {}),
          ...(data.views ? { views: data.views } : {}),
        };
      }
      case 'ParticipantRegistered':
        return { ...state, registrations: enter(state.registrations, data.registration, data.participant, occurred) };
      case 'RegistrationCancelled':
        return withoutRegistration(state, data.registration, data.participant);
      case 'RegistrationsCounted':
        return { ...state, counted: { registrations: data.registrations, occurred } };
      case 'AttendanceRecorded':
        return { ...state, attendance: presenceOf(data) };
      case 'ViewsRecorded':
        return { ...state, views: data.views };
      default:
        return state;
    }
  },
};

const enter = (registrations: ReadonlyMap<string, Registration>, id: string, participant: string | undefined, occurred: Occurred) =>
  new Map([...registrations, [id, { ...(participant ? { participant } : {}), occurred }]]);

/** Who cancels was counted: the count loses one head too. */
function withoutRegistration(state: SessionState, registration: string, participant: string | undefined): SessionState {
  const registrations = new Map(state.registrations);
  registrations.delete(registration);
  return {
    ...state,
    registrations,
    left: new Set([...state.left, registration, ...(participant ? [participant] : [])]),
    ...(state.counted ? { counted: { ...state.counted, registrations: lessUnits(state.counted.registrations, 1) } } : {}),
  };
}

const rollOf = ({ registrations, counted }: SessionState): Roll => ({
  registered: [...registrations.values()],
  ...(counted ? { counted } : {}),
});

function dimensionsOf({ planned, held }: SessionState): SessionDimensions {
  const described = held?.data ?? planned?.data;
  ensure(described !== undefined, 'session.not-planned');
  const { kind, theme, mode, audience, slot, subGroup, sessionNumber } = described;
  return { kind, theme, mode, audience, slot, subGroup, sessionNumber };
}

const ensureAnonymous = (kind: SessionKind, named: boolean, field: string): void =>
  ensure(!named || !ANONYMOUS_KINDS.includes(kind), 'session.anonymous-only', {}, field);

const registrationOf = (state: SessionState, participant: string | undefined, id: string | undefined): [string, Registration] | undefined =>
  [...state.registrations].find(([key, registered]) => (participant ? registered.participant === participant : key === id));

/** A plan is corrected only while it is all there is: what came of it rests on it. */
export const planSession: Decide<PlanSession, SessionState> = (command, { planned, moved, held, cancelled }, { occurred }) => {
  const data = dataOf(sessionPlanned, command);
  if (sameData(planned, { data, occurred })) return [];
  ensure(!cancelled, 'session.cancelled');
  ensure(!held, 'session.already-held');
  ensure(!planned && !moved, 'session.already-planned');
  return [happened(sessionPlanned, data)];
};

export const rescheduleSession: Decide<RescheduleSession, SessionState> = ({ remark }, state, { occurred }) => {
  ensure(!state.cancelled, 'session.cancelled');
  ensure(!state.held, 'session.already-held');
  ensure(state.planned !== undefined, 'session.not-planned');
  if (sameData(state.planned.occurred, occurred)) return [];
  return [happened(sessionRescheduled, dataOf(sessionRescheduled, { ...dimensionsOf(state), remark }))];
};

export const cancelSession: Decide<CancelSession, SessionState> = ({ reason, remark }, state) => {
  ensure(!state.held, 'session.already-held');
  ensure(state.planned !== undefined, 'session.not-planned');
  if (state.cancelled === reason) return [];
  ensure(!state.cancelled, 'session.cancelled');
  const plannedFor = state.planned.occurred;
  return [happened(sessionCancelled, dataOf(sessionCancelled, { ...dimensionsOf(state), reason, plannedFor, remark }))];
};

function checkPresence({ heads, byProfession }: RecordAttendance): void {
  const parts = (byProfession ?? []).reduce((sum, part) => sum + part.heads, 0);
  const most = heads?.hi ?? (heads?.exactness === 'exact' ? heads.value : undefined);
  ensure(most === undefined || parts <= most, 'session.professions-exceed-heads', { parts, heads: most ?? 0 }, '/byProfession');
}

/** A session of the plan, or one that was never planned: then the command describes it. What the plan said stands unless the command says otherwise. */
export const holdSession: Decide<HoldSession, SessionState> = (command, state, { occurred }) => {
  ensure(!state.cancelled, 'session.cancelled');
  const plan: DescribeSession = state.planned?.data ?? {};
  const kind = command.kind ?? plan.kind;
  const title = command.title ?? plan.title;
  ensure(kind !== undefined && title !== undefined, 'session.not-described', {}, kind ? '/title' : '/kind');
  checkPresence(command);
  ensureAnonymous(kind, command.present !== undefined, '/present');
  const data = dataOf(sessionHeld, { ...plan, ...stated(command), kind, title, roll: undefined });
  if (state.held) {
    const repeated =
      sameData({ ...state.held.data, roll: undefined }, { ...data, remark: undefined }) && sameData(state.held.occurred, occurred);
    ensure(repeated, 'session.already-held');
    return [];
  }
  ensure(!(state.attendance && presenceOf(data)), 'session.attendance-recorded');
  ensure(!(state.counted && data.registrations), 'session.registrations-counted');
  ensure(!(state.views && data.views), 'session.views-recorded');
  if (!data.registrations || state.registrations.size === 0) return [happened(sessionHeld, data)];
  const roll = rollOf({ ...state, counted: { registrations: data.registrations, occurred } });
  return [happened(sessionHeld, { ...data, roll })];
};

export const registerParticipant: Decide<RegisterParticipant, SessionState> = ({ participant, profession }, state, { occurred, newId }) => {
  ensure(!state.cancelled, 'session.cancelled');
  const dimensions = dimensionsOf(state);
  ensureAnonymous(dimensions.kind, participant !== undefined, '/participant');
  if (participant && registrationOf(state, participant, undefined)) return [];
  const capacity = state.planned?.data.capacity;
  ensure(capacity === undefined || state.registrations.size < capacity, 'session.full', { capacity: capacity ?? 0 });
  const registration = newId(0);
  const roll = state.counted && rollOf({ ...state, registrations: enter(state.registrations, registration, participant, occurred) });
  return [happened(participantRegistered, dataOf(participantRegistered, { ...dimensions, registration, participant, profession, roll }))];
};

/** A named registration goes by its participant, an anonymous one by its id. */
export const cancelRegistration: Decide<CancelRegistration, SessionState> = (command, state) => {
  ensure(!state.cancelled, 'session.cancelled');
  const dimensions = dimensionsOf(state);
  const found = registrationOf(state, command.participant, command.registration);
  if (!found && state.left.has(command.participant ?? command.registration ?? '')) return [];
  ensure(found !== undefined, 'session.not-registered', {}, command.participant ? '/participant' : '/registration');
  const [registration, { participant }] = found;
  const roll = state.counted || !participant ? rollOf(withoutRegistration(state, registration, participant)) : undefined;
  return [happened(registrationCancelled, dataOf(registrationCancelled, { ...dimensions, registration, participant, roll }))];
};

/** Without a date of its own, a count of a held session counts on the session's date. */
export const countRegistrations: Decide<CountRegistrations, SessionState> = (command, state, context) => {
  ensure(!state.cancelled, 'session.cancelled');
  const dimensions = dimensionsOf(state);
  if (state.counted) {
    ensure(sameData(state.counted.registrations, command.registrations), 'session.registrations-counted');
    return [];
  }
  const occurred = command.occurred ? context.occurred : (state.held?.occurred ?? context.occurred);
  const { registrations } = command;
  const roll = state.registrations.size > 0 ? rollOf({ ...state, counted: { registrations, occurred } }) : undefined;
  return [happened(registrationsCounted, dataOf(registrationsCounted, { ...dimensions, registrations, roll }), { occurred })];
};

/** One record per session, on the session's date; a fuller list or another count corrects it. */
export const recordAttendance: Decide<RecordAttendance, SessionState> = (command, state) => {
  ensure(state.held !== undefined, 'session.not-held');
  ensure(presenceOf(command) !== undefined, 'session.nobody-counted');
  checkPresence(command);
  const dimensions = dimensionsOf(state);
  ensureAnonymous(dimensions.kind, command.present !== undefined, '/present');
  const data = dataOf(attendanceRecorded, { ...command, ...dimensions });
  if (state.attendance) {
    ensure(sameData(state.attendance, presenceOf(data)), 'session.attendance-recorded');
    return [];
  }
  return [happened(attendanceRecorded, data, { occurred: state.held.occurred })];
};

export const recordViews: Decide<RecordViews, SessionState> = (command, state, context) => {
  ensure(state.held !== undefined, 'session.not-held');
  if (sameData(state.views, command.views)) return [];
  const occurred = command.occurred ? context.occurred : state.held.occurred;
  return [happened(viewsRecorded, dataOf(viewsRecorded, { ...dimensionsOf(state), views: command.views }), { occurred })];
};
