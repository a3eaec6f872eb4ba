import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// The territory of the envelope is where the service works, which need not be where its organisation has its seat.

export const CATEGORIES = [
  'first-line-care',
  'specialised-care',
  'mental-health',
  'palliative-care',
  'home-help',
  'welfare',
  'low-threshold',
  'residential',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const OUTCOMES = ['confirmed', 'changed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DEGREES = ['waiting-list', 'intake-stopped'] as const;
export type Degree = (typeof DEGREES)[number];

export const DELISTING_REASONS = ['service-closed', 'on-request', 'out-of-scope', 'merged', 'other'] as const;
export type DelistingReason = (typeof DELISTING_REASONS)[number];

export interface ServiceListedData {
  /** Code of the directory. */
  readonly directory: string;
  readonly organisation: string;
  readonly category: Category;
}

export const serviceListed = defineEvent<ServiceListedData>()({
  type: 'ServiceListed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { directory: 'core', organisation: 'core', category: 'core' },
});

/** Somebody looked whether the listing still holds. */
export interface ListingUpdatedData {
  readonly directory: string;
  readonly outcome: Outcome;
}

export const listingUpdated = defineEvent<ListingUpdatedData>()({
  type: 'ListingUpdated',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { directory: 'core', outcome: 'core' },
});

export interface SaturationReportedData {
  readonly directory: string;
  /** The nth saturation of this service: its end names the same one. */
  readonly saturation: number;
  readonly degree: Degree;
}

export const saturationReported = defineEvent<SaturationReportedData>()({
  type: 'SaturationReported',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { directory: 'core', saturation: 'internal', degree: 'core' },
});

export interface SaturationEndedData {
  readonly directory: string;
  readonly saturation: number;
  /** First day on which the service was no longer saturated. */
  readonly endedOn: string;
}

export const saturationEnded = defineEvent<SaturationEndedData>()({
  type: 'SaturationEnded',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { directory: 'core', saturation: 'internal', endedOn: 'core' },
});

export interface ServiceDelistedData {
  readonly directory: string;
  /** First day on which the service was no longer listed. */
  readonly delistedOn: string;
  readonly reason: DelistingReason;
}

export const serviceDelisted = defineEvent<ServiceDelistedData>()({
  type: 'ServiceDelisted',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { directory: 'core', delistedOn: 'core', reason: 'core' },
});
