import { defineEvent } from '@app/decider';
import type { Profession } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** A look at another service's work, a placement of a student, or a first job in care for somebody who changes careers. */
export const PLACEMENT_KINDS = ['immersion-visit', 'student-placement', 'career-switch'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

export const PLACEMENT_OUTCOMES = ['completed', 'hired', 'stopped', 'other'] as const;
export type PlacementOutcome = (typeof PLACEMENT_OUTCOMES)[number];

export const PLACEMENT_DECLINE_REASONS = ['no-host', 'health-measures', 'outside-mission', 'withdrawn', 'other'] as const;
export type PlacementDeclineReason = (typeof PLACEMENT_DECLINE_REASONS)[number];

export const HOST_WITHDRAWAL_REASONS = ['own-wish', 'no-capacity', 'health-measures', 'quality', 'other'] as const;
export type HostWithdrawalReason = (typeof HOST_WITHDRAWAL_REASONS)[number];

/** One request of one or several trainees; only a single one may be named. */
export interface PlacementRequestedData {
  readonly kind: PlacementKind;
  readonly trainees: number;
  readonly trainee?: string;
  /** What the trainees want to see or become. */
  readonly profession?: Profession;
  /** School, employer or service that sends them. */
  readonly sender?: string;
}

export const placementRequested = defineEvent<PlacementRequestedData>()({
  type: 'PlacementRequested',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', trainees: 'core', trainee: 'more', profession: 'core', sender: 'more' },
});

export interface PlacementStartedData extends PlacementRequestedData {
  /** Organisation or independent professional. */
  readonly host: string;
}

export const placementStarted = defineEvent<PlacementStartedData>()({
  type: 'PlacementStarted',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { kind: 'core', trainees: 'core', trainee: 'more', profession: 'core', sender: 'more', host: 'more' },
});

export interface PlacementEndedData {
  readonly kind: PlacementKind;
  readonly trainees: number;
  readonly outcome: PlacementOutcome;
  /** First day on which nobody is placed any more. */
  readonly endedOn: string;
}

export const placementEnded = defineEvent<PlacementEndedData>()({
  type: 'PlacementEnded',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { kind: 'core', trainees: 'core', outcome: 'core', endedOn: 'core' },
});

export interface PlacementDeclinedData {
  readonly kind: PlacementKind;
  readonly trainees: number;
  readonly reason: PlacementDeclineReason;
}

export const placementDeclined = defineEvent<PlacementDeclinedData>()({
  type: 'PlacementDeclined',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', trainees: 'core', reason: 'core' },
});

export interface HostOfferedData {
  /** The nth offer of this host for this kind: who withdraws may come back. */
  readonly offer: number;
  readonly kind: PlacementKind;
  readonly host: string;
  /** Trainees who can be received. */
  readonly places?: number;
}

export const hostOffered = defineEvent<HostOfferedData>()({
  type: 'HostOffered',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { offer: 'core', kind: 'core', host: 'more', places: 'core' },
});

export interface HostWithdrawnData {
  readonly offer: number;
  readonly kind: PlacementKind;
  readonly host: string;
  readonly reason: HostWithdrawalReason;
  /** First day on which the host receives nobody any more. */
  readonly withdrawnOn: string;
}

export const hostWithdrawn = defineEvent<HostWithdrawnData>()({
  type: 'HostWithdrawn',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { offer: 'core', kind: 'core', host: 'more', reason: 'core', withdrawnOn: 'core' },
});
