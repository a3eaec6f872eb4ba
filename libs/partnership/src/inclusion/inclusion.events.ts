import { defineEvent, type Quantity, type Sealed, type SealedText } from '@app/decider';
import type { Programme } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const CRITERIA = [
  'chronic-condition',
  'multimorbidity',
  'loss-of-autonomy',
  'social-vulnerability',
  'mental-health',
  'polypharmacy',
  'complex-situation',
] as const;
export type Criterion = (typeof CRITERIA)[number];

export const REFERRER_TYPES = [
  'gp',
  'hospital',
  'home-care',
  'pharmacy',
  'social-service',
  'mental-health-service',
  'person-or-family',
  'other',
] as const;
export type ReferrerType = (typeof REFERRER_TYPES)[number];

export const AGE_BANDS = ['0-17', '18-39', '40-64', '65-79', '80-plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const SHARING_SCOPES = ['everything', 'outside-care-team', 'research', 'social-actors'] as const;
export type SharingScope = (typeof SHARING_SCOPES)[number];

export const END_REASONS = ['goals-reached', 'own-wish', 'moved-away', 'residential-care', 'deceased', 'contact-lost', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const OUTCOMES = ['better', 'stable', 'worse', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface PersonIncludedData {
  readonly programme: Programme;
  readonly period: string;
  readonly criteriaMet?: Sealed<Criterion[]>;
  readonly consentRef?: SealedText;
  readonly referrerType?: Sealed<ReferrerType>;
  readonly commune?: SealedText;
  readonly ageBand?: Sealed<AgeBand>;
  readonly personLanguage?: SealedText;
}

export const personIncluded = defineEvent<PersonIncludedData>()({
  type: 'PersonIncluded',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: {
    programme: 'core',
    period: 'core',
    criteriaMet: 'personal',
    consentRef: 'personal',
    referrerType: 'quasi',
    commune: 'quasi',
    ageBand: 'quasi',
    personLanguage: 'quasi',
  },
});

export interface AnonymousInclusionRecordedData {
  readonly programme: Programme;
  readonly period: string;
  readonly heads: Quantity;
}

export const anonymousInclusionRecorded = defineEvent<AnonymousInclusionRecordedData>()({
  type: 'AnonymousInclusionRecorded',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { programme: 'core', period: 'core', heads: 'core' },
});

export interface SharingRefusedData {
  readonly scope: SharingScope;
}

export const sharingRefused = defineEvent<SharingRefusedData>()({
  type: 'SharingRefused',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { scope: 'internal' },
});

export interface InclusionTransferredData {
  readonly from: Programme;
  readonly to: Programme;
}

export const inclusionTransferred = defineEvent<InclusionTransferredData>()({
  type: 'InclusionTransferred',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { from: 'core', to: 'core' },
});

export interface InclusionEndedData {
  /** The programme that the person was in last. */
  readonly programme: Programme;
  readonly reason: EndReason;
  readonly outcome?: Outcome;
}

export const inclusionEnded = defineEvent<InclusionEndedData>()({
  type: 'InclusionEnded',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { programme: 'core', reason: 'more', outcome: 'more' },
});
