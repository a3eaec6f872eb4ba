import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type RecordedEvent,
  repeats,
  sameData,
} from '@app/decider';
import {
  coachingHeld,
  type CoachingHeldData,
  functionAppointed,
  type FunctionAppointedData,
  functionEnded,
  type FunctionEndedData,
  intervisionHeld,
  type IntervisionHeldData,
  participationFeeAgreed,
  type ParticipationFeeAgreedData,
  participationPaid,
  type ParticipationPaidData,
} from './appointment.events';

export type AppointFunction = FunctionAppointedData;
export type EndFunction = Pick<FunctionEndedData, 'reason'>;
export type HoldCoaching = CoachingHeldData;
export type HoldIntervision = IntervisionHeldData;
export type PayParticipation = ParticipationPaidData;
export type AgreeParticipationFee = ParticipationFeeAgreedData;

/** A stream is one appointment, one gathering of those who hold a function, one payment, or what is agreed for one community or cycle. */
export interface AppointmentState {
  readonly appointed?: Kept<FunctionAppointedData>;
  readonly ended?: Kept<FunctionEndedData>;
  readonly coaching?: Kept<CoachingHeldData>;
  readonly intervision?: Kept<IntervisionHeldData>;
  readonly payment?: Kept<ParticipationPaidData>;
  readonly fees: readonly Kept<ParticipationFeeAgreedData>[];
}

export const appointmentEvolution: Evolution<AppointmentState> = {
  initialState: { fees: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case functionAppointed.type:
        return { ...state, appointed: kept(event) };
      case functionEnded.type:
        return { ...state, ended: kept(event) };
      case coachingHeld.type:
        return { ...state, coaching: kept(event) };
      case intervisionHeld.type:
        return { ...state, intervision: kept(event) };
      case participationPaid.type:
        return { ...state, payment: kept(event) };
      case participationFeeAgreed.type:
        return { ...state, fees: [...state.fees, kept(event)] };
      default:
        return state;
    }
  },
};

const ensureUnused = ({ appointed, coaching, intervision, payment, fees }: AppointmentState): void => {
  ensure(
    [appointed, coaching, intervision, payment, fees[0]].every((record) => record === undefined),
    'appointment.already-recorded',
  );
};

export const appointFunction: Decide<AppointFunction, AppointmentState> = (command, state, { occurred }) => {
  const data = dataOf(functionAppointed, command);
  if (repeats(state.appointed, data, occurred)) return [];
  ensureUnused(state);
  ensure(state.ended === undefined || occurred.from <= state.ended.data.endedOn, 'appointment.ends-before-it-starts', {}, '/occurred');
  return [happened(functionAppointed, data)];
};

/** The last day of `occurred` is the first on which the function is no longer held. */
export const endFunction: Decide<EndFunction, AppointmentState> = ({ reason }, state, { occurred }) => {
  ensure(state.appointed !== undefined, 'appointment.not-appointed');
  const data = { function: state.appointed.data.function, reason, endedOn: occurred.to };
  if (repeats(state.ended, data, occurred)) return [];
  ensure(state.ended === undefined, 'appointment.already-ended');
  ensure(occurred.to >= state.appointed.occurred.from, 'appointment.ends-before-it-starts', {}, '/occurred');
  return [happened(functionEnded, data)];
};

export const holdCoaching: Decide<HoldCoaching, AppointmentState> = (command, state, { occurred }) => {
  const data = dataOf(coachingHeld, command);
  if (repeats(state.coaching, data, occurred)) return [];
  ensureUnused(state);
  return [happened(coachingHeld, data)];
};

export const holdIntervision: Decide<HoldIntervision, AppointmentState> = (command, state, { occurred }) => {
  const data = dataOf(intervisionHeld, command);
  if (repeats(state.intervision, data, occurred)) return [];
  ensureUnused(state);
  return [happened(intervisionHeld, data)];
};

export const payParticipation: Decide<PayParticipation, AppointmentState> = (command, state, { occurred }) => {
  const data = dataOf(participationPaid, command);
  if (repeats(state.payment, data, occurred)) return [];
  ensureUnused(state);
  return [happened(participationPaid, data)];
};

/** What is agreed on a day: the agreement that began last. */
export const feeOn = (fees: AppointmentState['fees'], day: string): ParticipationFeeAgreedData | undefined =>
  fees
    .filter(({ occurred }) => occurred.from <= day)
    .toSorted((a, b) => (a.occurred.from < b.occurred.from ? -1 : 1))
    .at(-1)?.data;

export const agreeParticipationFee: Decide<AgreeParticipationFee, AppointmentState> = (command, { fees }, { occurred }) => {
  const data = dataOf(participationFeeAgreed, command);
  if (sameData(feeOn(fees, occurred.from), data)) return [];
  ensure(
    fees.every((fee) => fee.occurred.from !== occurred.from),
    'appointment.fee-already-agreed',
    {},
    '/amountCents',
  );
  return [happened(participationFeeAgreed, data)];
};
