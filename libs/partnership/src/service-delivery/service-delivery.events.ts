import { defineEvent, type Occurred, type SubjectKind } from '@app/decider';
import type { Profession, Programme } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** `unnamed-person`: a service for one person without a file; it is still a care record. `structure`: for an organisation, such as a testing centre. */
export const CONCERNS = ['person', 'unnamed-person', 'structure'] as const;
export type Concerns = (typeof CONCERNS)[number];

/** Whether the demand is met with this delivery, or only a part of it. */
export const DEMAND = ['met', 'partly-met'] as const;
export type Demand = (typeof DEMAND)[number];

export const DECLINE_REASONS = [
  'no-capacity',
  'outside-brussels',
  'outside-mission',
  'conditions-not-met',
  'withdrawn-by-requester',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Whose record it is: a service to one person is a care record, whether the person is named or not. */
const subject = ({ concerns }: { readonly concerns: Concerns }): SubjectKind => (concerns === 'structure' ? 'structure' : 'care');

export interface ServiceOf {
  readonly programme: Programme;
  /** Code of the service, for example of the tariff that it is billed under. */
  readonly serviceCode: string;
  readonly concerns: Concerns;
}

const SERVICE_FIELDS = { programme: 'core', serviceCode: 'core', concerns: 'core' } as const;

export interface ServiceRequestedData extends ServiceOf {
  /** How many of the service were asked for. */
  readonly units: number;
  readonly structure?: string;
}

export const serviceRequested = defineEvent<ServiceRequestedData>()({
  type: 'ServiceRequested',
  version: 1,
  subject,
  tense: 'fact',
  fields: { ...SERVICE_FIELDS, units: 'core', structure: 'more' },
});

export interface ServiceDeliveredData extends ServiceOf {
  /** When it was asked for; absent for a service that nobody asked for first. */
  readonly requested?: Occurred;
  /** There exactly when the service was asked for. */
  readonly demand?: Demand;
  /** Tells two deliveries of one date apart. */
  readonly number?: number;
  readonly units: number;
  readonly structure?: string;
  /** Cents, for all units together. */
  readonly amountCents?: number;
  /** The period in which it is billed, for example `2021-03`. */
  readonly period?: string;
  readonly provider?: string;
  readonly profession?: Profession;
}

export const serviceDelivered = defineEvent<ServiceDeliveredData>()({
  type: 'ServiceDelivered',
  version: 1,
  subject,
  tense: 'fact',
  fields: {
    ...SERVICE_FIELDS,
    requested: 'internal',
    demand: 'core',
    number: 'internal',
    units: 'core',
    structure: 'more',
    amountCents: 'more',
    period: 'core',
    provider: 'more',
    profession: 'core',
  },
});

export interface ServiceDeclinedData extends ServiceOf {
  readonly requested: Occurred;
  readonly reason: DeclineReason;
}

export const serviceDeclined = defineEvent<ServiceDeclinedData>()({
  type: 'ServiceDeclined',
  version: 1,
  subject,
  tense: 'fact',
  fields: { ...SERVICE_FIELDS, requested: 'internal', reason: 'core' },
});
