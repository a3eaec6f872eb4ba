import { defineEvent, type Quantity, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const MEETING_MODES = ['in-person', 'online', 'hybrid'] as const;
export type MeetingMode = (typeof MEETING_MODES)[number];

export const GUIDE_LANGUAGES = ['nl', 'fr', 'both', 'other'] as const;
export type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

export const CLOSING_REASONS = ['done', 'no-agreement', 'external-crisis', 'abandoned', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Reviewed text in the languages of the field. */
export interface ReviewedText {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface DiapasonCycleOpenedData {
  /** The point of practice on which the professions are to agree. */
  readonly theme: ReviewedText;
  readonly structures?: readonly string[];
}

export const diapasonCycleOpened = defineEvent<DiapasonCycleOpenedData>()({
  type: 'DiapasonCycleOpened',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { theme: 'public-text', structures: 'more' },
});

interface Gathering {
  readonly mode?: MeetingMode;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly byProfession?: readonly { readonly profession: string; readonly heads: number }[];
  readonly structures?: readonly string[];
}

export interface DiapasonMeetingHeldData extends Gathering {
  /** The nth meeting of the cycle; tells two meetings of one uncertain date apart. */
  readonly number?: number;
  /** Whether a patient trained to train others took part. */
  readonly patientTrainer?: boolean;
}

export const diapasonMeetingHeld = defineEvent<DiapasonMeetingHeldData>()({
  type: 'DiapasonMeetingHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    number: 'core',
    mode: 'core',
    present: 'more',
    heads: 'core',
    byProfession: 'core',
    structures: 'more',
    patientTrainer: 'core',
  },
});

export interface DiapasonAgreementTestedData {
  readonly structures?: readonly string[];
  /** Completed questionnaires of the test. */
  readonly answers?: Quantity;
}

export const diapasonAgreementTested = defineEvent<DiapasonAgreementTestedData>()({
  type: 'DiapasonAgreementTested',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { structures: 'more', answers: 'core' },
});

export interface DiapasonCycleEvaluatedData extends Gathering {
  readonly finding?: SealedText;
}

export const diapasonCycleEvaluated = defineEvent<DiapasonCycleEvaluatedData>()({
  type: 'DiapasonCycleEvaluated',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { mode: 'core', present: 'more', heads: 'core', byProfession: 'core', structures: 'more', finding: 'text' },
});

export interface DiapasonGuideDeliveredData {
  readonly title: ReviewedText;
  readonly guideLanguage?: GuideLanguage;
}

export const diapasonGuideDelivered = defineEvent<DiapasonGuideDeliveredData>()({
  type: 'DiapasonGuideDelivered',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { title: 'public-text', guideLanguage: 'core' },
});

export interface DiapasonCycleClosedData {
  readonly reason: ClosingReason;
}

export const diapasonCycleClosed = defineEvent<DiapasonCycleClosedData>()({
  type: 'DiapasonCycleClosed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { reason: 'core' },
});
