import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const INSTITUTION_TYPES = ['rest-home', 'rest-and-nursing-home', 'other'] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];

export const SIGNATORY_ROLES = ['director', 'board', 'organising-authority', 'coordinating-physician', 'not-stated'] as const;
export type SignatoryRole = (typeof SIGNATORY_ROLES)[number];

export const DECLINE_REASONS = ['outside-brussels', 'outside-mission', 'no-capacity', 'conditions-not-met', 'not-stated'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CONVENTION_END_REASONS = [
  'term-reached',
  'by-institution',
  'by-partnership',
  'institution-closed',
  'replaced',
  'not-stated',
] as const;
export type ConventionEndReason = (typeof CONVENTION_END_REASONS)[number];

/** The institution is named by its stable id, by its public name, or by both; never by the name of one natural person. */
export interface InstitutionData {
  readonly institution?: string;
  readonly institutionName?: string;
  readonly institutionType: InstitutionType;
}

export type ConventionRequestedData = InstitutionData;

const INSTITUTION_FIELDS = { institution: 'more', institutionName: 'public-text', institutionType: 'core' } as const;

export const conventionRequested = defineEvent<ConventionRequestedData>()({
  type: 'ConventionRequested',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: INSTITUTION_FIELDS,
});

export interface ConventionDeclinedData {
  readonly reason: DeclineReason;
}

export const conventionDeclined = defineEvent<ConventionDeclinedData>()({
  type: 'ConventionDeclined',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { reason: 'core' },
});

export interface ConventionSignedData extends InstitutionData {
  /** First day of its term; without it, the day of signing. */
  readonly from?: string;
  /** Last day of its term; without it, the convention runs until it is ended. */
  readonly lastDay?: string;
  readonly signatoryRole: SignatoryRole;
}

export const conventionSigned = defineEvent<ConventionSignedData>()({
  type: 'ConventionSigned',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...INSTITUTION_FIELDS, from: 'core', lastDay: 'core', signatoryRole: 'core' },
});

/** A new term that follows the running one without a gap; after a gap a convention is signed anew. */
export interface ConventionRenewedData {
  readonly from: string;
  readonly lastDay: string;
}

export const conventionRenewed = defineEvent<ConventionRenewedData>()({
  type: 'ConventionRenewed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { from: 'core', lastDay: 'core' },
});

/** The running term lasts longer than agreed at first. */
export interface ConventionExtendedData {
  readonly lastDay: string;
}

export const conventionExtended = defineEvent<ConventionExtendedData>()({
  type: 'ConventionExtended',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { lastDay: 'core' },
});

export interface ConventionEndedData {
  /** First day on which it no longer holds. */
  readonly endedOn: string;
  readonly reason: ConventionEndReason;
}

export const conventionEnded = defineEvent<ConventionEndedData>()({
  type: 'ConventionEnded',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { endedOn: 'core', reason: 'core' },
});
