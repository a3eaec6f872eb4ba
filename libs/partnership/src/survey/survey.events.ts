import { defineEvent, type Quantity, type SealedText, type SubjectKind } from '@app/decider';
import type { Profession } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// Of a resident who answers only the part, the language and whether the answer can be used stand in the clear: nothing that tells one apart.

/** Reviewed text in the languages of the field. */
export interface SurveyTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const SURVEY_KINDS = ['consultation', 'satisfaction', 'members', 'feedback-form', 'tool-evaluation', 'other'] as const;
export type SurveyKind = (typeof SURVEY_KINDS)[number];

/** As whom somebody answers. */
export const SURVEY_PARTS = ['professional', 'referrer', 'supporter', 'organisation', 'citizen', 'patient', 'carer', 'other'] as const;
export type SurveyPart = (typeof SURVEY_PARTS)[number];

const WORKING: readonly SurveyPart[] = ['professional', 'referrer', 'supporter', 'organisation'];
/** Whether who answers does so from their work, not as a resident. */
export const answersFromWork = (part: SurveyPart): boolean => WORKING.includes(part);

export const SURVEY_LANGUAGES = ['nl', 'fr', 'en', 'other'] as const;
export type SurveyLanguage = (typeof SURVEY_LANGUAGES)[number];

/** Where who answers had taken part before. */
export const EARLIER_PARTICIPATIONS = ['open-day', 'focus-group', 'both', 'neither'] as const;
export type EarlierParticipation = (typeof EARLIER_PARTICIPATIONS)[number];

export interface SurveyOpenedData {
  readonly kind: SurveyKind;
  readonly title: SurveyTitle;
  readonly parts: readonly SurveyPart[];
  readonly languages?: readonly SurveyLanguage[];
  /** People who were asked to answer. */
  readonly recipients?: Quantity;
  /** Stream of what is asked about, for example a session. */
  readonly about?: string;
  readonly url?: string;
}

export const surveyOpened = defineEvent<SurveyOpenedData>()({
  type: 'SurveyOpened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: {
    kind: 'core',
    title: 'public-text',
    parts: 'core',
    languages: 'core',
    recipients: 'core',
    about: 'internal',
    url: 'core',
  },
});

export interface AnswerReceivedData {
  readonly kind: SurveyKind;
  /** Number of the answer or form: what tells a repetition from a second answer that says the same. */
  readonly answer: number;
  readonly part: SurveyPart;
  readonly usable: boolean;
  readonly answerLanguage?: SurveyLanguage;
  /** Only of who answers from their work. */
  readonly profession?: Profession;
  readonly earlier?: EarlierParticipation;
  /** From 1, not at all, to 5, entirely. */
  readonly satisfaction?: number;
  readonly comment?: SealedText;
}

export const answerReceived = defineEvent<AnswerReceivedData>()({
  type: 'AnswerReceived',
  version: 1,
  subject: ({ part }): SubjectKind => (answersFromWork(part) ? 'professional' : 'care'),
  tense: 'fact',
  fields: {
    kind: 'core',
    answer: 'core',
    part: 'core',
    usable: 'core',
    answerLanguage: 'core',
    profession: 'core',
    earlier: 'core',
    satisfaction: 'core',
    comment: 'text',
  },
});

export interface PartCount {
  readonly part: SurveyPart;
  readonly profession?: Profession;
  readonly answers: Quantity;
}

export interface LanguageCount {
  readonly answerLanguage: SurveyLanguage;
  readonly answers: Quantity;
}

/** All answers of a survey at once. Parts need not add up to the whole: somebody may answer as two. */
export interface AnswersCountedData {
  readonly kind: SurveyKind;
  readonly answers: Quantity;
  readonly usable?: Quantity;
  readonly byPart?: readonly PartCount[];
  readonly byLanguage?: readonly LanguageCount[];
}

export const answersCounted = defineEvent<AnswersCountedData>()({
  type: 'AnswersCounted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', answers: 'core', usable: 'core', byPart: 'core', byLanguage: 'core' },
});

/** `occurred` is the last day on which it could be answered. */
export interface SurveyClosedData {
  readonly kind: SurveyKind;
}

export const surveyClosed = defineEvent<SurveyClosedData>()({
  type: 'SurveyClosed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core' },
});
