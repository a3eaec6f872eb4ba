import {
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Occurred,
  sameData,
  type SealedText,
} from '@app/decider';
import {
  type CancellationReason,
  type DecisionBasis,
  decisionTaken,
  meetingCancelled,
  meetingConvened,
  type MeetingConvenedData,
  meetingHeld,
  type MeetingHeldData,
  meetingRescheduled,
  onePagePublished,
  type OnePagePublishedData,
} from './meeting.events';

export type ConveneMeeting = MeetingConvenedData;
export type HoldMeeting = MeetingHeldData;
export interface CancelMeeting {
  readonly reason: CancellationReason;
}
export interface TakeDecision {
  readonly number: number;
  readonly basis: DecisionBasis;
  readonly decisionNl?: SealedText;
  readonly decisionFr?: SealedText;
}
export type PublishOnePage = OnePagePublishedData;

interface Said<Data> {
  readonly data: Data;
  readonly occurred: Occurred;
}

export interface MeetingState {
  readonly convened?: Said<MeetingConvenedData>;
  /** The day it is meant for, after every change. */
  readonly meantFor?: Occurred;
  readonly cancelled?: CancellationReason;
  /** Without its sealed outcome, which no decision can read. */
  readonly held?: Said<MeetingHeldData>;
  readonly decisions: readonly number[];
  readonly onePages: readonly OnePagePublishedData[];
}

type MeetingEvent =
  | EventOf<typeof meetingConvened>
  | EventOf<typeof meetingRescheduled>
  | EventOf<typeof meetingCancelled>
  | EventOf<typeof meetingHeld>
  | EventOf<typeof decisionTaken>
  | EventOf<typeof onePagePublished>;

const withoutOutcome = ({ outcome: _sealed, ...data }: MeetingHeldData): MeetingHeldData => data;

const evolve = (state: MeetingState, event: MeetingEvent): MeetingState => {
  switch (event.type) {
    case 'MeetingConvened':
      return { ...state, convened: { data: event.data, occurred: event.occurred }, meantFor: event.occurred };
    case 'MeetingRescheduled':
      return { ...state, meantFor: event.occurred };
    case 'MeetingCancelled':
      return { ...state, cancelled: event.data.reason };
    case 'MeetingHeld':
      return { ...state, held: { data: withoutOutcome(event.data), occurred: event.occurred } };
    case 'DecisionTaken':
      return { ...state, decisions: [...state.decisions, event.data.number] };
    case 'OnePagePublished':
      return { ...state, onePages: [...state.onePages, event.data] };
    default:
      return state;
  }
};

export const meetingEvolution: Evolution<MeetingState> = { initialState: { decisions: [], onePages: [] }, evolve };

export const conveneMeeting: Decide<ConveneMeeting, MeetingState> = (command, state, { occurred }) => {
  const data = dataOf(meetingConvened, command);
  if (sameData(state.convened, { data, occurred })) return [];
  ensure(!state.convened, 'meeting.already-convened');
  ensure(!state.held, 'meeting.already-held');
  return [happened(meetingConvened, data)];
};

export const rescheduleMeeting: Decide<object, MeetingState> = (_command, state, { occurred }) => {
  ensure(state.convened !== undefined, 'meeting.not-convened');
  if (sameData(state.meantFor, occurred)) return [];
  ensure(state.cancelled === undefined, 'meeting.already-cancelled');
  ensure(!state.held, 'meeting.already-held');
  const { body, kind } = state.convened.data;
  return [happened(meetingRescheduled, { body, kind })];
};

export const cancelMeeting: Decide<CancelMeeting, MeetingState> = ({ reason }, state) => {
  if (state.cancelled === reason) return [];
  ensure(state.cancelled === undefined, 'meeting.already-cancelled');
  ensure(!state.held, 'meeting.already-held');
  ensure(state.convened !== undefined, 'meeting.not-convened');
  return [happened(meetingCancelled, { reason })];
};

const counted = ({ categories = [] }: MeetingHeldData): number => categories.reduce((sum, { count }) => sum + count, 0);

/** A meeting may be held that was never convened in the record; a repeat cannot show whether its sealed outcome is another. */
export const holdMeeting: Decide<HoldMeeting, MeetingState> = (command, state, { occurred }) => {
  const data = dataOf(meetingHeld, command);
  if (sameData(state.held, { data: withoutOutcome(data), occurred })) return [];
  ensure(!state.held, 'meeting.already-held');
  ensure(state.cancelled === undefined, 'meeting.already-cancelled');
  ensure(
    !state.convened || state.convened.data.body === data.body,
    'meeting.another-body',
    { body: state.convened?.data.body ?? '' },
    '/body',
  );
  const { heads } = data;
  ensure(
    heads?.exactness !== 'exact' || counted(data) <= (heads.value ?? 0),
    'meeting.more-by-category',
    { counted: counted(data) },
    '/categories',
  );
  return [happened(meetingHeld, data)];
};

/** The text is sealed, so a second decision under one number can never be told from a repeat: it is refused, a slip is corrected. */
export const takeDecision: Decide<TakeDecision, MeetingState> = (command, state) => {
  ensure(state.held !== undefined, 'meeting.not-held');
  ensure(!state.decisions.includes(command.number), 'meeting.number-taken', { number: command.number }, '/number');
  ensure(command.decisionNl !== undefined || command.decisionFr !== undefined, 'meeting.decision-missing', {}, '/decisionNl');
  return [happened(decisionTaken, dataOf(decisionTaken, command))];
};

export const publishOnePage: Decide<PublishOnePage, MeetingState> = (command, state) => {
  const data = dataOf(onePagePublished, command);
  ensure(state.held !== undefined, 'meeting.not-held');
  if (state.onePages.some((page) => sameData(page, data))) return [];
  ensure(!state.onePages.some(({ url }) => url === data.url), 'meeting.page-already-published', {}, '/url');
  return [happened(onePagePublished, data)];
};
