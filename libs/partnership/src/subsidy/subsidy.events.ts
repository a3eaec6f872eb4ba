import { defineEvent } from '@app/decider';
import type { Authority } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const SUBSIDY_KINDS = ['structural', 'project', 'exceptional', 'other'] as const;
export type SubsidyKind = (typeof SUBSIDY_KINDS)[number];

export const STOP_REASONS = ['period-over', 'not-renewed', 'passed-to-successor', 'withdrawn', 'other'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What every event of a subsidy says again, so that its facts can be told apart. */
export interface SubsidyDimensions {
  readonly funder: Authority;
  readonly kind: SubsidyKind;
}

const dimensions = { funder: 'core', kind: 'core' } as const;

/** The envelope's `occurred` is the day of the decision. */
export interface SubsidyGrantedData extends SubsidyDimensions {
  /** In euro cents. */
  readonly amountCents?: number;
  /** First day of the period that it is meant for, when that is not the day of the decision. */
  readonly firstDay?: string;
  /** Last day of that period. */
  readonly lastDay?: string;
}

export const subsidyGranted = defineEvent<SubsidyGrantedData>()({
  type: 'SubsidyGranted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...dimensions, amountCents: 'core', firstDay: 'core', lastDay: 'core' },
});

/** One payment, of the whole or a part. */
export interface SubsidyReceivedData extends SubsidyDimensions {
  /** Whether it came later than was agreed. */
  readonly late: boolean;
  readonly amountCents?: number;
}

export const subsidyReceived = defineEvent<SubsidyReceivedData>()({
  type: 'SubsidyReceived',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...dimensions, late: 'core', amountCents: 'core' },
});

export interface SubsidyStoppedData extends SubsidyDimensions {
  readonly reason: StopReason;
  /** First day without it. */
  readonly stoppedOn: string;
}

export const subsidyStopped = defineEvent<SubsidyStoppedData>()({
  type: 'SubsidyStopped',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { ...dimensions, reason: 'core', stoppedOn: 'core' },
});
