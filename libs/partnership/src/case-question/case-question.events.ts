import { defineEvent, type SealedText, type SubjectKind } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const NETWORKS = ['care-neighbourhood', 'caring-neighbourhood', 'community', 'other'] as const;
export type Network = (typeof NETWORKS)[number];

export const CHANNELS = ['meeting', 'online', 'mailing', 'phone', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `anonymous-case`: the situation of one person whom nobody names; it is still a care record. */
export const ABOUT = ['anonymous-case', 'practice', 'project'] as const;
export type About = (typeof ABOUT)[number];

export const OUTCOMES = ['solved', 'partly-solved', 'not-solved', 'passed-on', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const subject = ({ about }: { readonly about: About }): SubjectKind => (about === 'anonymous-case' ? 'care' : 'professional');

interface Asked {
  readonly network: Network;
  readonly channel: Channel;
  readonly about: About;
}

const ASKED_FIELDS = { network: 'core', channel: 'core', about: 'core' } as const;

export interface QuestionAskedData extends Asked {
  /** Organisation whose member asks. */
  readonly askedBy?: string;
  readonly question?: SealedText;
}

export const questionAsked = defineEvent<QuestionAskedData>()({
  type: 'QuestionAsked',
  version: 1,
  subject,
  tense: 'fact',
  fields: { ...ASKED_FIELDS, askedBy: 'more', question: 'text' },
});

export interface QuestionAnsweredData extends Asked {
  /** The nth answer; tells two answers of one date apart. */
  readonly number?: number;
  readonly answeredBy?: string;
  readonly solutionFound: boolean;
  readonly answer?: SealedText;
}

export const questionAnswered = defineEvent<QuestionAnsweredData>()({
  type: 'QuestionAnswered',
  version: 1,
  subject,
  tense: 'fact',
  fields: { ...ASKED_FIELDS, number: 'core', answeredBy: 'more', solutionFound: 'core', answer: 'text' },
});

export interface QuestionClosedData extends Asked {
  readonly outcome: Outcome;
}

export const questionClosed = defineEvent<QuestionClosedData>()({
  type: 'QuestionClosed',
  version: 1,
  subject,
  tense: 'fact',
  fields: { ...ASKED_FIELDS, outcome: 'core' },
});
