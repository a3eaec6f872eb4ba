import { defineEvent, type Sealed } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const REFERRER_TYPES = [
  'second-line-team',
  'gp',
  'hospital',
  'home-care',
  'rest-home',
  'social-service',
  'person-or-family',
  'other',
] as const;
export type ReferrerType = (typeof REFERRER_TYPES)[number];

/** Who is followed: psychological support at the end of life is for the person, the people close by, or those who mourn. */
export const FOLLOWED = ['patient', 'relative', 'mourner', 'other'] as const;
export type Followed = (typeof FOLLOWED)[number];

export const SESSION_MODES = ['home-visit', 'institution-visit', 'consultation', 'phone', 'video'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const CLOSING_REASONS = ['goals-reached', 'own-wish', 'referred-on', 'deceased', 'contact-lost', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const REFUSAL_REASONS = ['no-capacity', 'outside-brussels', 'outside-mission', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface PsychologicalFollowUpOpenedData {
  readonly psychologist?: string;
  readonly followed?: Sealed<Followed>;
  readonly referrerType?: Sealed<ReferrerType>;
}

export const psychologicalFollowUpOpened = defineEvent<PsychologicalFollowUpOpenedData>()({
  type: 'PsychologicalFollowUpOpened',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { psychologist: 'more', followed: 'quasi', referrerType: 'quasi' },
});

export interface PsychologicalSessionHeldData {
  /** The nth session of the follow-up; tells two sessions of one uncertain date apart. */
  readonly number?: number;
  readonly mode?: SessionMode;
  readonly durationMinutes?: number;
}

export const psychologicalSessionHeld = defineEvent<PsychologicalSessionHeldData>()({
  type: 'PsychologicalSessionHeld',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { number: 'internal', mode: 'core', durationMinutes: 'more' },
});

export interface PsychologicalFollowUpClosedData {
  readonly reason: ClosingReason;
}

export const psychologicalFollowUpClosed = defineEvent<PsychologicalFollowUpClosedData>()({
  type: 'PsychologicalFollowUpClosed',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { reason: 'more' },
});

export interface PsychologicalFollowUpRefusedData {
  readonly reason: RefusalReason;
  readonly referrerType?: Sealed<ReferrerType>;
}

/** We could not take the person on. */
export const psychologicalFollowUpRefused = defineEvent<PsychologicalFollowUpRefusedData>()({
  type: 'PsychologicalFollowUpRefused',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { reason: 'core', referrerType: 'quasi' },
});
