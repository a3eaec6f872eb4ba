import { defineEvent } from '@app/decider';
import type { Programme } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const REJECTION_REASONS = [
  'data-missing',
  'person-not-insured',
  'not-agreed',
  'too-late',
  'duplicate',
  'technical',
  'other',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface BatchOf {
  readonly programme: Programme;
  /** The sickness fund that is billed. */
  readonly sicknessFund: string;
  /** The billed period, for example `2021-03`. */
  readonly period: string;
  /** 1 for the first sending; what a fund did not accept is sent again under the next number. */
  readonly sending: number;
}

const BATCH_FIELDS = { programme: 'core', sicknessFund: 'more', period: 'core', sending: 'core' } as const;

interface Content {
  /** Billed services. */
  readonly lines: number;
  /** Cents. */
  readonly amountCents: number;
}

export interface BillingBatchSentData extends BatchOf, Content {}

export const billingBatchSent = defineEvent<BillingBatchSentData>()({
  type: 'BillingBatchSent',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...BATCH_FIELDS, lines: 'core', amountCents: 'more' },
});

/** In full, or fewer lines than were sent: the others may be sent again. */
export interface BillingBatchAcceptedData extends BatchOf, Content {
  readonly refusedLines: number;
  readonly refusedCents: number;
}

export const billingBatchAccepted = defineEvent<BillingBatchAcceptedData>()({
  type: 'BillingBatchAccepted',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...BATCH_FIELDS, lines: 'core', amountCents: 'more', refusedLines: 'core', refusedCents: 'more' },
});

/** Nothing of it was accepted. */
export interface BillingBatchRejectedData extends BatchOf, Content {
  readonly reason: RejectionReason;
}

export const billingBatchRejected = defineEvent<BillingBatchRejectedData>()({
  type: 'BillingBatchRejected',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...BATCH_FIELDS, lines: 'core', amountCents: 'more', reason: 'core' },
});
