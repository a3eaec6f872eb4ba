import { defineEvent, type Quantity } from '@app/decider';
import type { Profession } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const COMMUNITY_KINDS = [
  'neighbourhood-referents',
  'hospital-referents',
  'case-managers',
  'moderators',
  'care-neighbourhood',
  'caring-neighbourhood',
  'other',
] as const;
export type CommunityKind = (typeof COMMUNITY_KINDS)[number];

export const MEETING_MODES = ['in-person', 'online', 'hybrid'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const LEAVING_REASONS = ['own-wish', 'changed-work', 'structure-left', 'community-ended', 'other'] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

export const COMMUNITY_END_REASONS = ['merged', 'no-funding', 'too-few-members', 'mission-done', 'other'] as const;
export type CommunityEndReason = (typeof COMMUNITY_END_REASONS)[number];

/** Reviewed text in the languages of the field. */
export interface CommunityTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface CommunityStartedData {
  readonly kind: CommunityKind;
  readonly title: CommunityTitle;
  /** Organisation that steers it. */
  readonly steeredBy?: string;
  /** Members it aims at. */
  readonly targetMembers?: Quantity;
  /** Professions that it wants to bring together. */
  readonly targetProfessions?: readonly Profession[];
}

export const communityStarted = defineEvent<CommunityStartedData>()({
  type: 'CommunityStarted',
  version: 2,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', title: 'public-text', steeredBy: 'more', targetMembers: 'core', targetProfessions: 'core' },
});

export interface MemberJoinedData {
  /** The nth membership of this member here: who leaves may come back. */
  readonly membership: number;
  readonly member: string;
  readonly profession: string;
  readonly structure?: string;
}

export const memberJoined = defineEvent<MemberJoinedData>()({
  type: 'MemberJoined',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { membership: 'core', member: 'more', profession: 'core', structure: 'more' },
});

export interface MemberLeftData {
  readonly membership: number;
  readonly member: string;
  readonly reason: LeavingReason;
  /** First day on which the member no longer belongs. */
  readonly leftOn: string;
}

export const memberLeft = defineEvent<MemberLeftData>()({
  type: 'MemberLeft',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { membership: 'core', member: 'more', reason: 'core', leftOn: 'core' },
});

export interface CommunityMeetingHeldData {
  /** The nth meeting of the community; tells two meetings of one uncertain date apart. */
  readonly number?: number;
  readonly mode?: MeetingMode;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly structures?: readonly string[];
  /** How many situations were discussed; what they were is no part of the record. */
  readonly situations?: number;
  /** Whether the summary of one page was published. */
  readonly onePage?: boolean;
  /** Organisation from outside that guides or analyses the meeting. */
  readonly accompaniedBy?: string;
}

export const communityMeetingHeld = defineEvent<CommunityMeetingHeldData>()({
  type: 'CommunityMeetingHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    number: 'core',
    mode: 'core',
    present: 'more',
    heads: 'core',
    structures: 'more',
    situations: 'core',
    onePage: 'core',
    accompaniedBy: 'more',
  },
});

export interface CommunityEndedData {
  readonly reason: CommunityEndReason;
}

export const communityEnded = defineEvent<CommunityEndedData>()({
  type: 'CommunityEnded',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { reason: 'core' },
});
