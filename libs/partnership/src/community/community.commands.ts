import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsProfessionalRef, IsStreamOf, Nested, QuantityBody, TitleBody } from '../command-body';
import { type Profession, PROFESSIONS } from '../vocabulary';
import { created, defineCommand, existing, type Target } from '../term';
import {
  type CommunityState,
  endCommunity,
  holdCommunityMeeting,
  joinCommunity,
  leaveCommunity,
  startCommunity,
} from './community.decider';
import {
  COMMUNITY_END_REASONS,
  COMMUNITY_KINDS,
  communityEnded,
  type CommunityEndReason,
  type CommunityKind,
  communityMeetingHeld,
  communityStarted,
  LEAVING_REASONS,
  type LeavingReason,
  MEETING_MODES,
  type MeetingMode,
  memberJoined,
  memberLeft,
} from './community.events';

export class StartCommunityBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('community') community?: string;
  @IsIn(COMMUNITY_KINDS) kind: CommunityKind;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsOrganisationRef() steeredBy?: string;
  @IsOptional() @Nested(() => QuantityBody) targetMembers?: QuantityBody;
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(20) @IsIn(PROFESSIONS, { each: true }) targetProfessions?: Profession[];
}

export class JoinCommunityBody extends CommandBody {
  @IsStreamOf('community') community: string;
  @IsProfessionalRef() member: string;
  @IsIn(PROFESSIONS) profession: Profession;
  @IsOptional() @IsOrganisationRef() structure?: string;
}

export class LeaveCommunityBody extends CommandBody {
  @IsStreamOf('community') community: string;
  @IsProfessionalRef() member: string;
  @IsIn(LEAVING_REASONS) reason: LeavingReason;
}

export class HoldCommunityMeetingBody extends CommandBody {
  @IsStreamOf('community') community: string;
  @IsOptional() @IsCount(1) number?: number;
  @IsOptional() @IsIn(MEETING_MODES) mode?: MeetingMode;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: QuantityBody;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) structures?: string[];
  @IsOptional() @IsCount() situations?: number;
  @IsOptional() @IsBoolean() onePage?: boolean;
  @IsOptional() @IsOrganisationRef() accompaniedBy?: string;
}

export class EndCommunityBody extends CommandBody {
  @IsStreamOf('community') community: string;
  @IsIn(COMMUNITY_END_REASONS) reason: CommunityEndReason;
}

const define = defineCommand<CommunityState>();
const ofRecordOrNew = ({ community }: { readonly community?: string }): Target =>
  community === undefined ? created() : existing(community);
const named = ({ community }: { readonly community: string }): Target => existing(community);

export const communityCommands = [
  define({
    name: 'start-community',
    systems: ['SYS-01', 'SYS-02', 'SYS-29', 'SYS-30'],
    body: StartCommunityBody,
    emits: [communityStarted],
    target: ofRecordOrNew,
    decide: startCommunity,
    refusals: ['community.already-started', 'community.before-start'],
  }),
  define({
    name: 'join-community',
    systems: ['SYS-01', 'SYS-02', 'SYS-03', 'SYS-29', 'SYS-30'],
    body: JoinCommunityBody,
    emits: [memberJoined],
    target: named,
    decide: joinCommunity,
    refusals: ['community.not-started', 'community.before-start', 'community.ended', 'community.already-member', 'community.still-member'],
  }),
  define({
    name: 'leave-community',
    systems: ['SYS-01', 'SYS-02', 'SYS-03', 'SYS-29', 'SYS-30'],
    body: LeaveCommunityBody,
    emits: [memberLeft],
    target: named,
    decide: leaveCommunity,
    refusals: ['community.not-a-member', 'community.already-left', 'community.left-before-joining'],
  }),
  define({
    name: 'hold-community-meeting',
    systems: ['SYS-01', 'SYS-02', 'SYS-29', 'SYS-30', 'SYS-47'],
    body: HoldCommunityMeetingBody,
    emits: [communityMeetingHeld],
    target: named,
    decide: holdCommunityMeeting,
    refusals: ['community.not-started', 'community.before-start', 'community.ended', 'community.meeting-already-held'],
  }),
  define({
    name: 'end-community',
    systems: ['SYS-01', 'SYS-02'],
    body: EndCommunityBody,
    emits: [communityEnded, memberLeft],
    target: named,
    decide: endCommunity,
    refusals: ['community.already-ended', 'community.not-started', 'community.before-start', 'community.meets-after-end'],
  }),
];
