import { defineEvent } from '@app/decider';
import type { OrganisationKind } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const LEAVE_REASONS = ['by-partner', 'by-partnership', 'ceased', 'merged', 'not-stated'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

export const PARTNER_LANGUAGES = ['nl', 'fr', 'both', 'other'] as const;
export type PartnerLanguage = (typeof PARTNER_LANGUAGES)[number];

/** One membership; who comes back after leaving joins anew. `occurred` of the event is its first day. */
export interface PartnerJoinedData {
  /** Name of the organisation; never that of one natural person. */
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly organisation?: string;
}

export const partnerJoined = defineEvent<PartnerJoinedData>()({
  type: 'PartnerJoined',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { name: 'public-text', kind: 'core', organisation: 'more' },
});

export interface PartnerLeftData {
  /** First day on which it is no longer a partner. */
  readonly leftOn: string;
  readonly reason: LeaveReason;
}

export const partnerLeft = defineEvent<PartnerLeftData>()({
  type: 'PartnerLeft',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { leftOn: 'core', reason: 'core' },
});

export interface PartnerRenamedData {
  readonly name: string;
}

export const partnerRenamed = defineEvent<PartnerRenamedData>()({
  type: 'PartnerRenamed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { name: 'public-text' },
});

/** Recorded for each partner that goes up in another one. */
export interface PartnersMergedData {
  /** Stream of the partner that goes on. */
  readonly into: string;
  /** First day on which this one is no longer a partner of its own. */
  readonly leftOn: string;
}

export const partnersMerged = defineEvent<PartnersMergedData>()({
  type: 'PartnersMerged',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { into: 'core', leftOn: 'core' },
});

/** The whole profile anew, never a difference. */
export interface PartnerProfiledData {
  readonly languages?: PartnerLanguage;
  /** Codes of the zones in which it works, which need not be where its seat is. */
  readonly zones?: readonly string[];
  readonly domains?: readonly string[];
}

export const partnerProfiled = defineEvent<PartnerProfiledData>()({
  type: 'PartnerProfiled',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { languages: 'core', zones: 'core', domains: 'core' },
});
