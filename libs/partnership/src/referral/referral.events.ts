import { defineEvent, type SealedText } from '@app/decider';
import type { ReferralRoute } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// The person is named by their slot or not at all; what is told about them is sealed. Theme and supporter could tell somebody apart in a small area: they
// are counted, and shown to nobody outside event by event.

export const THEMES = [
  'housing',
  'income-and-debts',
  'administration',
  'loneliness',
  'daily-activities',
  'family-and-parenting',
  'mental-wellbeing',
  'exercise',
  'nutrition',
  'addiction',
  'language-and-integration',
  'legal-help',
  'home-help',
  'care',
  'other',
] as const;
export type Theme = (typeof THEMES)[number];

export const DECLINE_REASONS = ['saturation', 'outside-mission', 'outside-area', 'person-does-not-wish', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const FEEDBACK_OUTCOMES = ['contact-made', 'no-contact', 'support-started', 'support-ended', 'referred-on', 'other'] as const;
export type FeedbackOutcome = (typeof FEEDBACK_OUTCOMES)[number];

/** Who says how satisfied they are. */
export const PARTIES = ['person', 'referrer', 'supporter'] as const;
export type Party = (typeof PARTIES)[number];

/** What every later step repeats of the referral, so that each is counted by itself. */
export interface Way {
  readonly route: ReferralRoute;
  readonly theme: Theme;
}

export interface ReferralMadeData extends Way {
  /** The professional or practice that refers. */
  readonly referrer?: string;
  /** The organisation that is asked to support. */
  readonly supporter?: string;
  /** NIS code of the commune where the person lives. */
  readonly commune?: SealedText;
  readonly question?: SealedText;
}

export const referralMade = defineEvent<ReferralMadeData>()({
  type: 'ReferralMade',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal', referrer: 'internal', supporter: 'internal', commune: 'quasi', question: 'personal' },
});

export type ReferralAcceptedData = Way;

export const referralAccepted = defineEvent<ReferralAcceptedData>()({
  type: 'ReferralAccepted',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal' },
});

export interface ReferralDeclinedData extends Way {
  readonly reason: DeclineReason;
}

export const referralDeclined = defineEvent<ReferralDeclinedData>()({
  type: 'ReferralDeclined',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal', reason: 'core' },
});

/** The supporter tells the referrer how it goes. */
export interface FeedbackGivenData extends Way {
  readonly outcome: FeedbackOutcome;
}

export const feedbackGiven = defineEvent<FeedbackGivenData>()({
  type: 'FeedbackGiven',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal', outcome: 'core' },
});

export type HelpQuestionResolvedData = Way;

export const helpQuestionResolved = defineEvent<HelpQuestionResolvedData>()({
  type: 'HelpQuestionResolved',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal' },
});

export interface SatisfactionGivenData extends Way {
  readonly by: Party;
  /** From 1, not at all, to 5, very. */
  readonly score: number;
}

export const satisfactionGiven = defineEvent<SatisfactionGivenData>()({
  type: 'SatisfactionGiven',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { route: 'core', theme: 'internal', by: 'core', score: 'core' },
});
