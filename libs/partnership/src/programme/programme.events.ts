import { defineEvent } from '@app/decider';
import type { Programme } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const PHASES = ['exploration', 'preparation', 'start', 'implementation', 'consolidation', 'evaluation'] as const;
export type Phase = (typeof PHASES)[number];

/** How the partnership follows it: with its own people in the field, or from a distance. */
export const FOLLOWED = ['on-site', 'remote'] as const;
export type Followed = (typeof FOLLOWED)[number];

export const PHASE_END_REASONS = [
  'next-phase',
  'completed',
  'followed-otherwise',
  'no-funding',
  'taken-over',
  'abandoned',
  'not-stated',
] as const;
export type PhaseEndReason = (typeof PHASE_END_REASONS)[number];

export interface ProgrammePhaseOpenedData {
  /** The nth phase of the programme in this territory, whichever it is: what its end names. */
  readonly run: number;
  readonly programme: Programme;
  readonly phase: Phase;
  readonly followed: Followed;
}

export const programmePhaseOpened = defineEvent<ProgrammePhaseOpenedData>()({
  type: 'ProgrammePhaseOpened',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { run: 'core', programme: 'core', phase: 'core', followed: 'core' },
});

export interface ProgrammePhaseClosedData {
  readonly run: number;
  readonly programme: Programme;
  readonly phase: Phase;
  /** First day on which it no longer runs. */
  readonly closedOn: string;
  readonly reason: PhaseEndReason;
}

export const programmePhaseClosed = defineEvent<ProgrammePhaseClosedData>()({
  type: 'ProgrammePhaseClosed',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { run: 'core', programme: 'core', phase: 'core', closedOn: 'core', reason: 'core' },
});
