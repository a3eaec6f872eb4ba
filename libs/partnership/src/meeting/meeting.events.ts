import { defineEvent, type Quantity, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface MeetingTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const MEETING_KINDS = [
  'plenary',
  'general-assembly',
  'board',
  'committee',
  'steering-group',
  'project-group',
  'resonance-group',
  'working-group',
  'neighbourhood-group',
  'zone-council',
  'external-body',
  'open-forum',
  'network-meeting',
  'programme',
  'preparatory',
  'team',
  'other',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_MODES = ['in-person', 'online', 'hybrid', 'not-stated'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const ATTENDEE_CATEGORIES = [
  'first-line',
  'hospital',
  'welfare',
  'low-threshold',
  'local-authority',
  'authority',
  'user-organisation',
  'patient-or-carer',
  'citizen',
  'research',
  'team',
  'other',
] as const;
export type AttendeeCategory = (typeof ATTENDEE_CATEGORIES)[number];

/** What the partnership is in a body of others. */
export const MEETING_ROLES = ['organiser', 'chair', 'member', 'deputy', 'observer', 'guest'] as const;
export type MeetingRole = (typeof MEETING_ROLES)[number];

export const CANCELLATION_REASONS = [
  'external-crisis',
  'no-quorum',
  'no-participants',
  'organiser-unavailable',
  'no-longer-needed',
  'not-stated',
] as const;
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

export const DECISION_BASES = ['consensus', 'consent', 'vote', 'advice', 'statutory', 'not-stated'] as const;
export type DecisionBasis = (typeof DECISION_BASES)[number];

export const PAGE_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** `occurred` of the event is the day it is meant for. */
export interface MeetingConvenedData {
  /** Code of the body that meets. */
  readonly body: string;
  readonly kind: MeetingKind;
  readonly mode?: MeetingMode;
  readonly title?: MeetingTitle;
}

export const meetingConvened = defineEvent<MeetingConvenedData>()({
  type: 'MeetingConvened',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { body: 'core', kind: 'core', mode: 'core', title: 'public-text' },
});

export interface MeetingRescheduledData {
  readonly body: string;
  readonly kind: MeetingKind;
}

export const meetingRescheduled = defineEvent<MeetingRescheduledData>()({
  type: 'MeetingRescheduled',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { body: 'core', kind: 'core' },
});

export interface MeetingCancelledData {
  readonly reason: CancellationReason;
}

export const meetingCancelled = defineEvent<MeetingCancelledData>()({
  type: 'MeetingCancelled',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { reason: 'core' },
});

export interface CategoryCount {
  readonly category: AttendeeCategory;
  readonly count: number;
}

export interface MeetingHeldData {
  readonly body: string;
  readonly kind: MeetingKind;
  readonly mode: MeetingMode;
  readonly title?: MeetingTitle;
  readonly role?: MeetingRole;
  readonly quorumReached?: boolean;
  /** Heads in all; who is also named in `attendees` is one of them. */
  readonly heads?: Quantity;
  /** Stable ids of known professionals, volunteers and members. */
  readonly attendees?: readonly string[];
  /** Heads by what they stand for; they need not cover everybody. */
  readonly categories?: readonly CategoryCount[];
  readonly outcome?: SealedText;
}

export const meetingHeld = defineEvent<MeetingHeldData>()({
  type: 'MeetingHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    body: 'core',
    kind: 'core',
    mode: 'core',
    title: 'public-text',
    role: 'core',
    quorumReached: 'core',
    heads: 'core',
    attendees: 'internal',
    categories: 'core',
    outcome: 'text',
  },
});

export interface DecisionTakenData {
  /** Number in the minutes of the meeting. */
  readonly number: number;
  readonly basis: DecisionBasis;
  readonly decisionNl?: SealedText;
  readonly decisionFr?: SealedText;
}

export const decisionTaken = defineEvent<DecisionTakenData>()({
  type: 'DecisionTaken',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { number: 'core', basis: 'core', decisionNl: 'text', decisionFr: 'text' },
});

export interface OnePagePublishedData {
  readonly url: string;
  readonly languages: readonly PageLanguage[];
}

export const onePagePublished = defineEvent<OnePagePublishedData>()({
  type: 'OnePagePublished',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { url: 'core', languages: 'core' },
});
