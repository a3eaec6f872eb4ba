import { defineEvent, DUPLICATE, type SealedText, WITHDRAWN } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const WITHDRAWAL_REASONS = [
  'did-not-happen',
  'wrong-record',
  'wrong-person',
  'typing-error',
  'test-entry',
  'at-request',
  'other',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** `event` (the envelope's `corrects`) stands no longer, and nothing comes in its place. */
export interface RecordWithdrawnData {
  readonly event: string;
  readonly reason: WithdrawalReason;
  readonly note?: SealedText;
}

export const recordWithdrawn = defineEvent<RecordWithdrawnData>()({
  type: WITHDRAWN,
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { event: 'core', reason: 'core', note: 'text' },
});

/** `event` (the envelope's `corrects`) records what another event, perhaps of another stream, records already. */
export interface DuplicateMarkedData {
  readonly event: string;
  readonly duplicateOf: string;
}

export const duplicateMarked = defineEvent<DuplicateMarkedData>()({
  type: DUPLICATE,
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { event: 'core', duplicateOf: 'core' },
});
