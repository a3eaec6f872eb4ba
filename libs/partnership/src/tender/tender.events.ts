import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** What is asked from outside. */
export const TENDER_OBJECTS = [
  'accounting',
  'audit',
  'translation',
  'language-lessons',
  'it-management',
  'evaluation',
  'research',
  'communication',
  'premises',
  'equipment',
  'other',
] as const;
export type TenderObject = (typeof TENDER_OBJECTS)[number];

export const NO_AWARD_REASONS = ['no-bids', 'bids-not-fitting', 'no-funding', 'no-longer-needed', 'other'] as const;
export type NoAwardReason = (typeof NO_AWARD_REASONS)[number];

export interface TenderPublishedData {
  readonly object: TenderObject;
}

export const tenderPublished = defineEvent<TenderPublishedData>()({
  type: 'TenderPublished',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { object: 'core' },
});

export interface TenderAwardedData {
  readonly object: TenderObject;
  readonly bids?: number;
  readonly supplier?: string;
  /** What was agreed, in euro cents. */
  readonly amountCents?: number;
  readonly lastDay?: string;
}

export const tenderAwarded = defineEvent<TenderAwardedData>()({
  type: 'TenderAwarded',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { object: 'core', bids: 'core', supplier: 'more', amountCents: 'more', lastDay: 'core' },
});

export interface TenderNotAwardedData {
  readonly object: TenderObject;
  readonly reason: NoAwardReason;
}

export const tenderNotAwarded = defineEvent<TenderNotAwardedData>()({
  type: 'TenderNotAwarded',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { object: 'core', reason: 'core' },
});
