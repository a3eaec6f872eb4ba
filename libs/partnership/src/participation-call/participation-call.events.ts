import { defineEvent, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface CallTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

/** What the candidates are asked for. */
export const CALL_PURPOSES = ['focus-group', 'council', 'working-group', 'advisory-group', 'panel', 'other'] as const;
export type CallPurpose = (typeof CALL_PURPOSES)[number];

/** What a candidate is in the field; nothing finer, so that a resident among them is not told apart. */
export const CANDIDATE_PROFILES = [
  'field-worker',
  'coordinator',
  'manager',
  'self-employed',
  'volunteer',
  'user-or-carer',
  'other',
] as const;
export type CandidateProfile = (typeof CANDIDATE_PROFILES)[number];

export const CANDIDATE_DECLINE_REASONS = ['places-taken', 'balance', 'other-territory', 'outside-scope', 'withdrew', 'not-stated'] as const;
export type CandidateDeclineReason = (typeof CANDIDATE_DECLINE_REASONS)[number];

export interface CallForCandidatesPublishedData {
  readonly purpose: CallPurpose;
  readonly title: CallTitle;
  /** Places in each group. More candidates may be kept all the same, in sub-groups. */
  readonly places?: number;
  /** Last day to apply. */
  readonly lastDay?: string;
  readonly url?: string;
}

export const callForCandidatesPublished = defineEvent<CallForCandidatesPublishedData>()({
  type: 'CallForCandidatesPublished',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { purpose: 'core', title: 'public-text', places: 'core', lastDay: 'core', url: 'core' },
});

export interface CandidateAppliedData {
  readonly purpose: CallPurpose;
  /** Stable id; the name stands in the vault. */
  readonly candidate: string;
  readonly profile: CandidateProfile;
}

export const candidateApplied = defineEvent<CandidateAppliedData>()({
  type: 'CandidateApplied',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { purpose: 'core', candidate: 'internal', profile: 'core' },
});

export interface CandidateSelectedData {
  readonly purpose: CallPurpose;
  readonly candidate: string;
  readonly profile: CandidateProfile;
  readonly subGroup?: string;
}

export const candidateSelected = defineEvent<CandidateSelectedData>()({
  type: 'CandidateSelected',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { purpose: 'core', candidate: 'internal', profile: 'core', subGroup: 'core' },
});

export interface CandidateDeclinedData {
  readonly purpose: CallPurpose;
  readonly candidate: string;
  readonly profile: CandidateProfile;
  readonly reason: CandidateDeclineReason;
}

export const candidateDeclined = defineEvent<CandidateDeclinedData>()({
  type: 'CandidateDeclined',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { purpose: 'core', candidate: 'internal', profile: 'core', reason: 'core' },
});

export interface SubGroupCreatedData {
  readonly purpose: CallPurpose;
  /** Code of the sub-group within the call, for example `b`. */
  readonly subGroup: string;
}

export const subGroupCreated = defineEvent<SubGroupCreatedData>()({
  type: 'SubGroupCreated',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { purpose: 'core', subGroup: 'core' },
});

export interface CallForCandidatesClosedData {
  readonly purpose: CallPurpose;
  /** Who applied, where nobody was entered one by one. */
  readonly candidates?: Quantity;
  /** Who was kept, where nobody was entered one by one. */
  readonly selected?: Quantity;
}

export const callForCandidatesClosed = defineEvent<CallForCandidatesClosedData>()({
  type: 'CallForCandidatesClosed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { purpose: 'core', candidates: 'core', selected: 'core' },
});
