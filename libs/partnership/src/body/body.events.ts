import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface BodyName {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const BODY_TYPES = [
  'general-assembly',
  'board',
  'committee',
  'plenary',
  'steering-group',
  'project-group',
  'working-group',
  'neighbourhood-group',
  'zone-council',
  'external-body',
  'forum',
  'other',
] as const;
export type BodyType = (typeof BODY_TYPES)[number];

export const BODY_LEVELS = ['partnership', 'neighbourhood', 'zone', 'region', 'community', 'federal'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

export const ORGANISATION_KINDS = [
  'care-provider',
  'hospital',
  'welfare-organisation',
  'patient-organisation',
  'carer-organisation',
  'professional-association',
  'sickness-fund',
  'local-authority',
  'regional-authority',
  'research',
  'citizen',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const MANDATE_END_REASONS = [
  'term-reached',
  'resigned',
  'replaced',
  'organisation-left',
  'body-dissolved',
  'function-ended',
  'not-stated',
] as const;
export type MandateEndReason = (typeof MANDATE_END_REASONS)[number];

export const DISSOLUTION_REASONS = ['mission-completed', 'merged', 'replaced', 'legal-change', 'not-stated'] as const;
export type DissolutionReason = (typeof DISSOLUTION_REASONS)[number];

export interface BodyConstitutedData {
  /** Code of the body, for example `general-assembly`; its meetings name it too. */
  readonly body: string;
  readonly type: BodyType;
  readonly name: BodyName;
  readonly level: BodyLevel;
  /** Reference of the act or decision that it rests on. */
  readonly legalBasis?: string;
}

export const bodyConstituted = defineEvent<BodyConstitutedData>()({
  type: 'BodyConstituted',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { body: 'core', type: 'core', name: 'public-text', level: 'core', legalBasis: 'public-text' },
});

export interface BodyDissolvedData {
  /** First day on which it no longer exists. */
  readonly dissolvedOn: string;
  readonly reason: DissolutionReason;
}

export const bodyDissolved = defineEvent<BodyDissolvedData>()({
  type: 'BodyDissolved',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { dissolvedOn: 'core', reason: 'core' },
});

export interface MandateGivenData {
  /** The seat and the number of its mandate, for example `users-1.2`: what a later end names. */
  readonly mandate: string;
  readonly seat: string;
  readonly organisationKind: OrganisationKind;
  readonly organisation?: string;
  /** Stable id of the person who holds it; the name stands in the vault. */
  readonly holder?: string;
  /** Whether the seat speaks for the users of care. */
  readonly userRepresentative: boolean;
  readonly from?: string;
  readonly lastDay?: string;
}

export const mandateGiven = defineEvent<MandateGivenData>()({
  type: 'MandateGiven',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: {
    mandate: 'core',
    seat: 'core',
    organisationKind: 'core',
    organisation: 'more',
    holder: 'internal',
    userRepresentative: 'core',
    from: 'core',
    lastDay: 'core',
  },
});

/** Somebody in the body speaks for this kind of participant from a day on, with or without a seat of their own. */
export interface ParticipantCategoryCoveredData {
  readonly category: OrganisationKind;
  /** Last day, where the body counts on it for a time. */
  readonly lastDay?: string;
}

export const participantCategoryCovered = defineEvent<ParticipantCategoryCoveredData>()({
  type: 'ParticipantCategoryCovered',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { category: 'core', lastDay: 'core' },
});

export interface MandateEndedData {
  readonly mandate: string;
  readonly seat: string;
  /** First day on which it no longer holds. */
  readonly leftOn: string;
  readonly reason: MandateEndReason;
}

export const mandateEnded = defineEvent<MandateEndedData>()({
  type: 'MandateEnded',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { mandate: 'core', seat: 'core', leftOn: 'core', reason: 'core' },
});
