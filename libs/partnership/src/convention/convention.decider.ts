import { type Decide, dayAfter, ensure, type EventOf, type Evolution, happened, type Occurred, sameData, stated } from '@app/decider';
import {
  conventionDeclined,
  type ConventionDeclinedData,
  conventionEnded,
  type ConventionEndReason,
  conventionExtended,
  type ConventionKind,
  conventionRenewed,
  conventionRequested,
  conventionSigned,
  type ConventionSignedData,
  type DeclineReason,
  type InstitutionData,
} from './convention.events';

/** `palliative-culture` when left out: what nobody named a kind for was with a rest home. */
type OfKind<Data extends InstitutionData> = Omit<Data, 'kind'> & { readonly kind?: ConventionKind };

export type RequestConvention = OfKind<InstitutionData>;
export type SignConvention = OfKind<ConventionSignedData>;
export interface DeclineConvention {
  readonly reason: DeclineReason;
}
export interface RenewConvention {
  readonly lastDay: string;
}
export type ExtendConvention = RenewConvention;
export interface EndConvention {
  readonly endedOn?: string;
  readonly lastDay?: string;
  readonly reason: ConventionEndReason;
}

interface Said<Data> {
  readonly data: Data;
  readonly occurred: Occurred;
}

export interface ConventionState {
  readonly requested?: Said<InstitutionData>;
  readonly declined?: ConventionDeclinedData;
  readonly signed?: Said<ConventionSignedData>;
  readonly beganOn?: string;
  readonly lastDay?: string;
  readonly lastRenewal?: { readonly from: string; readonly lastDay: string };
  readonly ended?: { readonly endedOn: string; readonly reason: ConventionEndReason };
}

type ConventionEvent =
  | EventOf<typeof conventionRequested>
  | EventOf<typeof conventionDeclined>
  | EventOf<typeof conventionSigned>
  | EventOf<typeof conventionRenewed>
  | EventOf<typeof conventionExtended>
  | EventOf<typeof conventionEnded>;

const evolve = (state: ConventionState, event: ConventionEvent): ConventionState => {
  switch (event.type) {
    case 'ConventionRequested':
      return { ...state, requested: { data: event.data, occurred: event.occurred } };
    case 'ConventionDeclined':
      return { ...state, declined: event.data };
    case 'ConventionSigned':
      return {
        ...state,
        signed: { data: event.data, occurred: event.occurred },
        beganOn: event.data.from ?? event.occurred.from,
        lastDay: event.data.lastDay,
      };
    case 'ConventionRenewed':
      return { ...state, lastDay: event.data.lastDay, lastRenewal: event.data };
    case 'ConventionExtended':
      return { ...state, lastDay: event.data.lastDay };
    case 'ConventionEnded':
      return { ...state, ended: event.data };
    default:
      return state;
  }
};

export const conventionEvolution: Evolution<ConventionState> = { initialState: {}, evolve };

const institutionOf = (command: RequestConvention): InstitutionData => {
  const { kind = 'palliative-culture', institution, institutionName, institutionType, provider, profession, programme } = command;
  return stated({ kind, institution, institutionName, institutionType, provider, profession, programme });
};

/** A convention is with one institution of a type, or with one provider of a profession. */
function ensureNamed({ kind, institution, institutionName, institutionType, provider, profession }: InstitutionData): void {
  const named = institution !== undefined || institutionName !== undefined;
  if (kind === 'provider') {
    ensure(named || provider !== undefined, 'convention.provider-missing', {}, '/provider');
    ensure(profession !== undefined, 'convention.profession-missing', {}, '/profession');
  } else {
    ensure(named, 'convention.institution-missing', {}, '/institution');
    ensure(institutionType !== undefined, 'convention.institution-type-missing', {}, '/institutionType');
    ensure(provider === undefined && profession === undefined, 'convention.provider-unexpected', {}, '/provider');
  }
}

export const requestConvention: Decide<RequestConvention, ConventionState> = (command, state, { occurred }) => {
  const data = institutionOf(command);
  ensureNamed(data);
  if (sameData(state.requested, { data, occurred })) return [];
  ensure(!state.requested, 'convention.already-requested');
  ensure(!state.signed, 'convention.already-signed');
  return [happened(conventionRequested, data)];
};

export const declineConvention: Decide<DeclineConvention, ConventionState> = ({ reason }, state) => {
  if (state.declined?.reason === reason) return [];
  ensure(!state.declined, 'convention.already-declined');
  ensure(!state.signed, 'convention.already-signed');
  ensure(state.requested !== undefined, 'convention.not-requested');
  return [happened(conventionDeclined, { reason })];
};

/** A convention may be signed that nobody asked for; one that was asked for is signed by the institution that asked. */
export const signConvention: Decide<SignConvention, ConventionState> = (command, state, { occurred }) => {
  const { from, lastDay, signatoryRole } = command;
  const partner = institutionOf(command);
  ensureNamed(partner);
  const data = stated({ ...partner, from, lastDay, signatoryRole });
  if (sameData(state.signed, { data, occurred })) return [];
  ensure(!state.signed, 'convention.already-signed');
  ensure(!state.declined, 'convention.already-declined');
  ensure(!state.requested || sameData(state.requested.data, partner), 'convention.another-institution', {}, '/institution');
  ensure(lastDay === undefined || lastDay >= (from ?? occurred.from), 'convention.ends-before-it-begins', {}, '/lastDay');
  return [happened(conventionSigned, data)];
};

export const renewConvention: Decide<RenewConvention, ConventionState> = ({ lastDay }, state) => {
  ensure(state.signed !== undefined, 'convention.not-signed');
  if (state.lastRenewal?.lastDay === lastDay && state.lastDay === lastDay) return [];
  ensure(!state.ended, 'convention.already-ended');
  ensure(state.lastDay !== undefined, 'convention.without-term');
  ensure(lastDay > state.lastDay, 'convention.not-longer', { lastDay: state.lastDay }, '/lastDay');
  return [happened(conventionRenewed, { from: dayAfter(state.lastDay), lastDay })];
};

export const extendConvention: Decide<ExtendConvention, ConventionState> = ({ lastDay }, state) => {
  ensure(state.signed !== undefined, 'convention.not-signed');
  if (state.lastDay === lastDay) return [];
  ensure(!state.ended, 'convention.already-ended');
  ensure(state.lastDay !== undefined, 'convention.without-term');
  ensure(lastDay > state.lastDay, 'convention.not-longer', { lastDay: state.lastDay }, '/lastDay');
  return [happened(conventionExtended, { lastDay })];
};

export const endConvention: Decide<EndConvention, ConventionState> = (command, state, { occurred }) => {
  ensure(state.signed !== undefined && state.beganOn !== undefined, 'convention.not-signed');
  ensure(command.endedOn === undefined || command.lastDay === undefined, 'convention.two-ends', {}, '/lastDay');
  const endedOn = command.endedOn ?? (command.lastDay === undefined ? occurred.from : dayAfter(command.lastDay));
  const data = { endedOn, reason: command.reason };
  if (sameData(state.ended, data)) return [];
  ensure(!state.ended, 'convention.already-ended');
  ensure(endedOn >= state.beganOn, 'convention.ends-before-it-begins', {}, '/endedOn');
  return [happened(conventionEnded, data)];
};
