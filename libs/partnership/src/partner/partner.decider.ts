import { dataOf, type Decide, dayAfter, ensure, type EventOf, type Evolution, happened, type Occurred, sameData } from '@app/decider';
import {
  type LeaveReason,
  partnerJoined,
  type PartnerJoinedData,
  partnerLeft,
  type PartnerLeftData,
  partnerProfiled,
  type PartnerProfiledData,
  partnerRenamed,
  partnersMerged,
  type PartnersMergedData,
} from './partner.events';

export type JoinPartner = PartnerJoinedData;
export interface LeavePartner {
  readonly leftOn?: string;
  readonly lastDay?: string;
  readonly reason: LeaveReason;
}
export interface RenamePartner {
  readonly name: string;
}
export interface MergePartners {
  readonly into: string;
  readonly leftOn?: string;
  readonly lastDay?: string;
}
export type ChangePartnerProfile = PartnerProfiledData;

export interface PartnerState {
  readonly joined?: { readonly data: PartnerJoinedData; readonly occurred: Occurred };
  readonly name?: string;
  readonly profile?: PartnerProfiledData;
  readonly left?: PartnerLeftData;
  readonly merged?: PartnersMergedData;
}

type PartnerEvent =
  | EventOf<typeof partnerJoined>
  | EventOf<typeof partnerLeft>
  | EventOf<typeof partnerRenamed>
  | EventOf<typeof partnersMerged>
  | EventOf<typeof partnerProfiled>;

const evolve = (state: PartnerState, event: PartnerEvent): PartnerState => {
  switch (event.type) {
    case 'PartnerJoined':
      return { ...state, joined: { data: event.data, occurred: event.occurred }, name: event.data.name };
    case 'PartnerLeft':
      return { ...state, left: event.data };
    case 'PartnerRenamed':
      return { ...state, name: event.data.name };
    case 'PartnersMerged':
      return { ...state, merged: event.data };
    case 'PartnerProfiled':
      return { ...state, profile: event.data };
    default:
      return state;
  }
};

export const partnerEvolution: Evolution<PartnerState> = { initialState: {}, evolve };

export const joinPartner: Decide<JoinPartner, PartnerState> = (command, state, { occurred }) => {
  const data = dataOf(partnerJoined, command);
  if (sameData(state.joined, { data, occurred })) return [];
  ensure(!state.joined, 'partner.already-joined');
  return [happened(partnerJoined, data)];
};

const lastingUntil = ({ leftOn, lastDay }: { leftOn?: string; lastDay?: string }, occurred: Occurred): string => {
  ensure(leftOn === undefined || lastDay === undefined, 'partner.two-ends', {}, '/lastDay');
  return leftOn ?? (lastDay === undefined ? occurred.from : dayAfter(lastDay));
};

const ensureMember = (state: PartnerState): { readonly since: string } => {
  ensure(state.joined !== undefined, 'partner.not-joined');
  ensure(!state.left, 'partner.already-left');
  ensure(!state.merged, 'partner.already-merged');
  return { since: state.joined.occurred.from };
};

export const leavePartner: Decide<LeavePartner, PartnerState> = (command, state, { occurred }) => {
  const data = { leftOn: lastingUntil(command, occurred), reason: command.reason };
  if (sameData(state.left, data)) return [];
  const { since } = ensureMember(state);
  ensure(data.leftOn >= since, 'partner.leaves-before-joining', {}, '/leftOn');
  return [happened(partnerLeft, data)];
};

export const renamePartner: Decide<RenamePartner, PartnerState> = ({ name }, state) => {
  ensureMember(state);
  return state.name === name ? [] : [happened(partnerRenamed, { name })];
};

export const mergePartners: Decide<MergePartners, PartnerState> = (command, state, { occurred, streamId }) => {
  const data = { into: command.into, leftOn: lastingUntil(command, occurred) };
  if (sameData(state.merged, data)) return [];
  ensure(command.into !== streamId, 'partner.merges-into-itself', {}, '/into');
  const { since } = ensureMember(state);
  ensure(data.leftOn >= since, 'partner.leaves-before-joining', {}, '/leftOn');
  return [happened(partnersMerged, data)];
};

export const changePartnerProfile: Decide<ChangePartnerProfile, PartnerState> = (command, state) => {
  const data = dataOf(partnerProfiled, command);
  ensureMember(state);
  ensure(Object.keys(data).length > 0, 'partner.profile-empty');
  return sameData(state.profile, data) ? [] : [happened(partnerProfiled, data)];
};
