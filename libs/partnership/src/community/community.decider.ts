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
  communityEnded,
  type CommunityEndedData,
  communityMeetingHeld,
  type CommunityMeetingHeldData,
  communityStarted,
  type CommunityStartedData,
  memberJoined,
  type MemberJoinedData,
  memberLeft,
  type MemberLeftData,
} from './community.events';

export type StartCommunity = CommunityStartedData;
export type JoinCommunity = Omit<MemberJoinedData, 'membership'>;
export type LeaveCommunity = Omit<MemberLeftData, 'membership' | 'leftOn'>;
export type HoldCommunityMeeting = CommunityMeetingHeldData;
export type EndCommunity = CommunityEndedData;

interface Membership {
  readonly joined?: Kept<MemberJoinedData>;
  readonly left?: Kept<MemberLeftData>;
}

export interface CommunityState {
  readonly started?: Kept<CommunityStartedData>;
  /** By member; the present membership of each. */
  readonly members: Readonly<Record<string, Membership>>;
  readonly meetings: readonly Kept<CommunityMeetingHeldData>[];
  readonly ended?: Kept<CommunityEndedData>;
}

export const communityEvolution: Evolution<CommunityState> = {
  initialState: { members: {}, meetings: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case communityStarted.type:
        return { ...state, started: kept(event) };
      case memberJoined.type:
        return { ...state, members: { ...state.members, [event.data.member]: { joined: kept(event) } } };
      case memberLeft.type:
        return { ...state, members: { ...state.members, [event.data.member]: { ...state.members[event.data.member], left: kept(event) } } };
      case communityMeetingHeld.type:
        return { ...state, meetings: [...state.meetings, kept(event)] };
      case communityEnded.type:
        return { ...state, ended: kept(event) };
      default:
        return state;
    }
  },
};

function ensureRunning({ started, ended }: CommunityState, { from, to }: Occurred): void {
  ensure(started !== undefined, 'community.not-started');
  ensure(to >= started.occurred.from, 'community.before-start', {}, '/occurred');
  ensure(ended === undefined || from <= ended.occurred.to, 'community.ended', {}, '/occurred');
}

export const startCommunity: Decide<StartCommunity, CommunityState> = (command, state, { occurred }) => {
  const data = dataOf(communityStarted, command);
  if (repeats(state.started, data, occurred)) return [];
  ensure(state.started === undefined, 'community.already-started');
  const joined = Object.values(state.members).flatMap((membership) => membership.joined ?? []);
  ensure(
    [...joined, ...state.meetings].every((later) => later.occurred.to >= occurred.from),
    'community.before-start',
    {},
    '/occurred',
  );
  return [happened(communityStarted, data)];
};

export const joinCommunity: Decide<JoinCommunity, CommunityState> = (command, state, { occurred }) => {
  const { joined, left } = state.members[command.member] ?? {};
  const before = joined?.data.membership ?? 0;
  if (joined && repeats(joined, dataOf(memberJoined, { ...command, membership: before }), occurred)) return [];
  ensureRunning(state, occurred);
  ensure(joined === undefined || left !== undefined, 'community.already-member', {}, '/member');
  ensure(joined === undefined || left === undefined || occurred.from >= left.data.leftOn, 'community.still-member', {}, '/occurred');
  return [happened(memberJoined, dataOf(memberJoined, { ...command, membership: before + 1 }))];
};

/** The last day of `occurred` is the first on which the member no longer belongs. */
export const leaveCommunity: Decide<LeaveCommunity, CommunityState> = (command, state, { occurred }) => {
  const { joined, left } = state.members[command.member] ?? {};
  ensure(joined !== undefined, 'community.not-a-member', {}, '/member');
  const data = dataOf(memberLeft, { ...command, membership: joined.data.membership, leftOn: occurred.to });
  if (repeats(left, data, occurred)) return [];
  ensure(left === undefined, 'community.already-left', {}, '/member');
  ensure(occurred.to >= joined.occurred.from, 'community.left-before-joining', {}, '/occurred');
  return [happened(memberLeft, data)];
};

export const holdCommunityMeeting: Decide<HoldCommunityMeeting, CommunityState> = (command, state, { occurred }) => {
  const data = dataOf(communityMeetingHeld, command);
  const earlier = state.meetings.find((meeting) => isSameMeeting(meeting, command.number, occurred));
  if (repeats(earlier, data, occurred)) return [];
  ensureRunning(state, occurred);
  ensure(earlier === undefined, 'community.meeting-already-held', {}, command.number === undefined ? '/occurred' : '/number');
  return [happened(communityMeetingHeld, data)];
};

/** Every member who is still there leaves with the community. */
export const endCommunity: Decide<EndCommunity, CommunityState> = (command, state, { occurred }) => {
  const data = dataOf(communityEnded, command);
  if (repeats(state.ended, data, occurred)) return [];
  ensure(state.ended === undefined, 'community.already-ended');
  ensureRunning(state, occurred);
  ensure(
    state.meetings.every((meeting) => meeting.occurred.from <= occurred.to),
    'community.meets-after-end',
    {},
    '/occurred',
  );
  const staying = Object.values(state.members).flatMap(({ joined, left }) => (joined && !left ? [joined.data] : []));
  return [
    happened(communityEnded, data),
    ...staying.map(({ member, membership }) =>
      happened(memberLeft, { membership, member, reason: 'community-ended', leftOn: occurred.to } as const),
    ),
  ];
};
