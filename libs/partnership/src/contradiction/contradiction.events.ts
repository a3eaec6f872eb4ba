import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field: it names nobody. */
export interface ExplanationText {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

/** Which side holds when nothing is corrected: what is printed, what the record counts, or both, since they count different things. */
export const ACCEPTED_READINGS = ['printed', 'recorded', 'both'] as const;
export type AcceptedReading = (typeof ACCEPTED_READINGS)[number];

export const REOPENING_REASONS = ['evidence-changed', 'explanation-wrong', 'new-document', 'other'] as const;
export type ReopeningReason = (typeof REOPENING_REASONS)[number];

export interface ContradictionExplainedData {
  /** Key of the contradiction, as the list shows it. */
  readonly contradiction: string;
  /** Digest of what the explainer saw, as the list showed it. */
  readonly seen: string;
  readonly text: ExplanationText;
}

export const contradictionExplained = defineEvent<ContradictionExplainedData>()({
  type: 'ContradictionExplained',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { contradiction: 'core', seen: 'core', text: 'public-text' },
});

/** Either `correction` or `reading`. */
export interface ContradictionResolvedData {
  readonly contradiction: string;
  readonly seen: string;
  /** The event that corrected what was wrong. */
  readonly correction?: string;
  readonly reading?: AcceptedReading;
}

export const contradictionResolved = defineEvent<ContradictionResolvedData>()({
  type: 'ContradictionResolved',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { contradiction: 'core', seen: 'core', correction: 'core', reading: 'core' },
});

export interface ContradictionReopenedData {
  readonly contradiction: string;
  readonly reason: ReopeningReason;
}

export const contradictionReopened = defineEvent<ContradictionReopenedData>()({
  type: 'ContradictionReopened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { contradiction: 'core', reason: 'core' },
});
