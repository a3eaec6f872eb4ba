import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const REQUESTED_PROGRAMMES = [
  'palliative-assistants',
  'palliative-volunteers',
  'rest-home-volunteers',
  'half-yearly-training',
  'neighbourhood-action-relays',
  'inclusive-care-path',
  'resilience-course',
  'work-in-care',
  'information',
  'other',
] as const;
export type RequestedProgramme = (typeof REQUESTED_PROGRAMMES)[number];

export const TRAINING_DECLINE_REASONS = ['capacity', 'outside-mission', 'wrong-profile', 'withdrawn', 'other'] as const;
export type TrainingDeclineReason = (typeof TRAINING_DECLINE_REASONS)[number];

/** Places asked for, by a structure, a professional or nobody named. Without it "more requests than places" cannot be shown. */
export interface TrainingRequestedData {
  readonly programme: RequestedProgramme;
  readonly cycle?: string;
  readonly structure?: string;
  readonly participant?: string;
  readonly places: number;
}

export const trainingRequested = defineEvent<TrainingRequestedData>()({
  type: 'TrainingRequested',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', cycle: 'internal', structure: 'more', participant: 'more', places: 'core' },
});

export interface TrainingGrantedData {
  readonly programme: RequestedProgramme;
  readonly cycle?: string;
  readonly places: number;
}

export const trainingGranted = defineEvent<TrainingGrantedData>()({
  type: 'TrainingGranted',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', cycle: 'internal', places: 'core' },
});

export interface TrainingDeclinedData {
  readonly programme: RequestedProgramme;
  readonly reason: TrainingDeclineReason;
  readonly places: number;
  readonly remark?: SealedText;
}

export const trainingDeclined = defineEvent<TrainingDeclinedData>()({
  type: 'TrainingDeclined',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', reason: 'core', places: 'core', remark: 'text' },
});
