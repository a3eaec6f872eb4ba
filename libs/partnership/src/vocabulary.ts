// Words that several terms share. Their events may import this file: it holds constants alone. Never remove or reuse a word: it stands in stored events.

/** Who works in the field, as far as figures tell professions apart. */
export const PROFESSIONS = [
  'general-practitioner',
  'physician-specialist',
  'nurse',
  'pharmacist',
  'physiotherapist',
  'occupational-therapist',
  'psychologist',
  'social-worker',
  'care-assistant',
  'family-assistant',
  'case-manager',
  'coordinator',
  'neighbourhood-worker',
  'moderator',
  'manager',
  'volunteer',
  'student',
  'expert-by-experience',
  'other',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** The programmes of the field: what people are included in, what is followed per zone, and what services are delivered and billed for. */
export const PROGRAMMES = [
  'boost',
  'protocol-3',
  'integreo',
  'palliative-care',
  'perinatal',
  'vulnerable-persons',
  'childhood-obesity',
  'prevention',
  'medication-reconciliation',
  'exercise-on-referral',
  'cohort-covid',
  'other',
] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** What an organisation of the field is. */
export const ORGANISATION_KINDS = [
  'care-provider',
  'hospital',
  'welfare-organisation',
  'low-threshold',
  'patient-organisation',
  'carer-organisation',
  'professional-association',
  'sickness-fund',
  'local-authority',
  'regional-authority',
  'research',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Who decides over the field: where signals go, and where money comes from. */
export const AUTHORITIES = [
  'common-community-commission',
  'flemish-community-commission',
  'french-community-commission',
  'flemish-community',
  'french-community',
  'iriscare',
  'riziv-inami',
  'federal',
  'region',
  'commune',
  'other',
] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** How work in the field is paid for. */
export const FUNDING_MODELS = ['lump-sum', 'attendance-fee', 'salary', 'subsidy', 'own-means', 'engagement', 'none'] as const;
export type FundingModel = (typeof FUNDING_MODELS)[number];

/** Along which way a person is referred, and professionals and organisations refer and support. */
export const REFERRAL_ROUTES = ['zipster', 'exercise-on-referral', 'direct', 'other'] as const;
export type ReferralRoute = (typeof REFERRAL_ROUTES)[number];
