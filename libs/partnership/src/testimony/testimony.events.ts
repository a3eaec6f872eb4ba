import { defineEvent, type SealedText, type SubjectKind } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// Who speaks is a kind and nothing more: no id, no name, no organisation of a patient or carer.

export const SPEAKERS = ['patient', 'carer', 'professional', 'partner-organisation'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const TESTIMONY_TOPICS = ['collaboration', 'care-experience', 'governance', 'participation', 'wellbeing-at-work', 'other'] as const;
export type TestimonyTopic = (typeof TESTIMONY_TOPICS)[number];

export const TESTIMONY_LANGUAGES = ['nl', 'fr', 'en', 'other'] as const;
export type TestimonyLanguage = (typeof TESTIMONY_LANGUAGES)[number];

export const QUOTED_IN = ['activity-report', 'website', 'magazine', 'film', 'presentation', 'press', 'other'] as const;
export type QuotedIn = (typeof QUOTED_IN)[number];

interface Spoken {
  readonly speaker: Speaker;
}

const subject = ({ speaker }: Spoken): SubjectKind => (speaker === 'patient' || speaker === 'carer' ? 'care' : 'professional');

export interface TestimonyReceivedData extends Spoken {
  readonly testimonyLanguage: TestimonyLanguage;
  /** Whether who speaks agreed that it may be quoted. */
  readonly consentToQuote: boolean;
  readonly topic?: TestimonyTopic;
  /** Only of a partner organisation. */
  readonly organisation?: string;
  /** What was said. */
  readonly testimony?: SealedText;
}

export const testimonyReceived = defineEvent<TestimonyReceivedData>()({
  type: 'TestimonyReceived',
  version: 1,
  subject,
  tense: 'fact',
  fields: {
    speaker: 'core',
    testimonyLanguage: 'core',
    consentToQuote: 'core',
    topic: 'core',
    organisation: 'more',
    testimony: 'text',
  },
});

/** From `occurred` on it may be quoted no longer. */
export const consentToQuoteWithdrawn = defineEvent<Spoken>()({
  type: 'ConsentToQuoteWithdrawn',
  version: 1,
  subject,
  tense: 'fact',
  fields: { speaker: 'core' },
});

export interface TestimonyQuotedData extends Spoken {
  readonly quotedIn: QuotedIn;
  /** The output that it stands in. */
  readonly output?: string;
}

export const testimonyQuoted = defineEvent<TestimonyQuotedData>()({
  type: 'TestimonyQuoted',
  version: 1,
  subject,
  tense: 'fact',
  fields: { speaker: 'core', quotedIn: 'core', output: 'internal' },
});
