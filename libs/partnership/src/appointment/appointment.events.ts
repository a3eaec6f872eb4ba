import { defineEvent, type Quantity } from '@app/decider';
import type { FundingModel } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const FUNCTIONS = [
  'hospital-referent',
  'neighbourhood-referent',
  'neighbourhood-coordinator',
  'case-manager',
  'concertation-organiser',
  'community-moderator',
  'helpdesk-referent',
  'psychologist',
  'occupational-therapist',
  'medical-contact-point',
  'neighbourhood-action-relay',
  'community-health-worker',
  'prevention-worker',
  'liaison',
  'duty-rota',
  'zone-coordinator',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export const END_REASONS = ['project-ended', 'no-funding', 'changed-work', 'replaced', 'taken-over', 'reorganised', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];

export const GATHERING_MODES = ['in-person', 'online', 'hybrid'] as const;
export type GatheringMode = (typeof GATHERING_MODES)[number];

export const PAYMENT_MODELS = ['lump-sum', 'attendance-fee'] as const;
export type PaymentModel = (typeof PAYMENT_MODELS)[number];

export interface FunctionAppointedData {
  readonly function: FunctionName;
  readonly holder: string;
  readonly hostStructure?: string;
  /** Hundredths of a full-time equivalent. */
  readonly fteHundredths?: number;
  readonly fundingModel?: FundingModel;
  /** The seat in a body that the holder has by this function: it is free again when the function ends. */
  readonly mandate?: { readonly body: string; readonly seat: string };
}

export const functionAppointed = defineEvent<FunctionAppointedData>()({
  type: 'FunctionAppointed',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { function: 'core', holder: 'more', hostStructure: 'more', fteHundredths: 'core', fundingModel: 'core', mandate: 'core' },
});

export interface FunctionEndedData {
  readonly function: FunctionName;
  readonly reason: EndReason;
  /** First day on which the function is no longer held. */
  readonly endedOn: string;
}

export const functionEnded = defineEvent<FunctionEndedData>()({
  type: 'FunctionEnded',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { function: 'core', reason: 'core', endedOn: 'core' },
});

interface Gathering {
  readonly function: FunctionName;
  readonly mode?: GatheringMode;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
}

export interface CoachingHeldData extends Gathering {
  readonly coach?: string;
}

export const coachingHeld = defineEvent<CoachingHeldData>()({
  type: 'CoachingHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { function: 'core', mode: 'core', present: 'more', heads: 'core', coach: 'more' },
});

export interface IntervisionHeldData extends Gathering {
  readonly moderator?: string;
}

export const intervisionHeld = defineEvent<IntervisionHeldData>()({
  type: 'IntervisionHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { function: 'core', mode: 'core', present: 'more', heads: 'core', moderator: 'more' },
});

export interface ParticipationPaidData {
  readonly model: PaymentModel;
  readonly amountCents: number;
  /** Professional or organisation that is paid. */
  readonly payee?: string;
  /** Stream of the meeting, community or cycle that it pays for. */
  readonly paidFor?: string;
}

export const participationPaid = defineEvent<ParticipationPaidData>()({
  type: 'ParticipationPaid',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { model: 'core', amountCents: 'more', payee: 'more', paidFor: 'internal' },
});

export interface ParticipationFeeAgreedData {
  /** Stream of the community or cycle whose meetings are paid. */
  readonly paidFor: string;
  readonly model: PaymentModel;
  /** For each person at each meeting; 0 = nothing is paid from then on. */
  readonly amountCents: number;
}

/** Holds from the first day of `occurred` until the next agreement. */
export const participationFeeAgreed = defineEvent<ParticipationFeeAgreedData>()({
  type: 'ParticipationFeeAgreed',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { paidFor: 'internal', model: 'core', amountCents: 'more' },
});
