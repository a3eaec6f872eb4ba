import { defineEvent } from '@app/decider';
import type { IndicatorContent } from './definition.events';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

const CONTENT = {
  code: 'core',
  appliesFrom: 'core',
  labels: 'public-text',
  meaning: 'public-text',
  unit: 'core',
  subjectKind: 'core',
  territoryRole: 'core',
  measure: 'core',
  dimensions: 'core',
  source: 'core',
  scope: 'core',
  sameAs: 'core',
} as const;

export interface IndicatorDefinedData extends IndicatorContent {
  /** The version of the product's own set that it takes over from; the new one is numbered after it. */
  readonly follows?: number;
}

export const indicatorDefined = defineEvent<IndicatorDefinedData>()({
  type: 'IndicatorDefined',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { ...CONTENT, follows: 'core' },
});

/** The next version, in full. */
export const indicatorRevised = defineEvent<IndicatorContent>()({
  type: 'IndicatorRevised',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: CONTENT,
});

export const RETIREMENT_REASONS = ['replaced', 'no-longer-asked', 'cannot-be-measured', 'purpose-reached', 'other'] as const;
export type RetirementReason = (typeof RETIREMENT_REASONS)[number];

/** From the first day of `occurred` on it is asked no more; its figures go on answering. */
export interface IndicatorRetiredData {
  readonly code: string;
  readonly reason: RetirementReason;
  /** Code of the indicator to ask instead. */
  readonly replacedBy?: string;
}

export const indicatorRetired = defineEvent<IndicatorRetiredData>()({
  type: 'IndicatorRetired',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { code: 'core', reason: 'core', replacedBy: 'core' },
});
