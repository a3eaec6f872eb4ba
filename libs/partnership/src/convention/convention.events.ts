import { defineEvent, type SubjectKind } from '@app/decider';
import type { Profession, Programme } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/**
 * `palliative-culture`: a rest home and palliative care; `provider`: a professional who delivers services of a programme; `hospital-commitment`: a
 * hospital takes part in a programme, such as medication reconciliation; `collaboration`: two organisations work together; `commune`: a commune offers a
 * programme, such as exercise on referral.
 */
export const CONVENTION_KINDS = ['palliative-culture', 'provider', 'hospital-commitment', 'collaboration', 'commune', 'other'] as const;
export type ConventionKind = (typeof CONVENTION_KINDS)[number];

export const INSTITUTION_TYPES = [
  'rest-home',
  'rest-and-nursing-home',
  'hospital',
  'commune',
  'care-organisation',
  'welfare-organisation',
  'other',
] as const;
export type InstitutionType = (typeof INSTITUTION_TYPES)[number];

export const SIGNATORY_ROLES = [
  'director',
  'board',
  'organising-authority',
  'coordinating-physician',
  'provider',
  'commune',
  'not-stated',
] as const;
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
  readonly kind: ConventionKind;
  readonly institution?: string;
  readonly institutionName?: string;
  /** There unless the convention is with a provider. */
  readonly institutionType?: InstitutionType;
  /** The professional with whom it is; for a convention with a provider alone. */
  readonly provider?: string;
  readonly profession?: Profession;
  readonly programme?: Programme;
}

export type ConventionRequestedData = InstitutionData;

const INSTITUTION_FIELDS = {
  kind: 'core',
  institution: 'more',
  institutionName: 'public-text',
  institutionType: 'core',
  provider: 'more',
  profession: 'core',
  programme: 'core',
} as const;

const subject = ({ kind }: InstitutionData): SubjectKind => (kind === 'provider' ? 'professional' : 'structure');

export const conventionRequested = defineEvent<ConventionRequestedData>()({
  type: 'ConventionRequested',
  version: 2,
  subject,
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
  version: 2,
  subject,
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
