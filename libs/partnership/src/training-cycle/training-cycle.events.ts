import { defineEvent, type Occurred, type Quantity, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** What kind of cycle it is: courses that end in a qualification, and learning paths of several sessions. */
export const TRAINING_PROGRAMMES = [
  'palliative-assistants',
  'palliative-volunteers',
  'rest-home-volunteers',
  'neighbourhood-action-relays',
  'concertation-organisers',
  'resilience-course',
  'inclusive-care-path',
  'learning-path',
  'other',
] as const;
export type TrainingProgramme = (typeof TRAINING_PROGRAMMES)[number];

export const CYCLE_CANCELLATION_REASONS = ['health-measures', 'too-few-registrations', 'trainer-absent', 'funding', 'other'] as const;
export type CycleCancellationReason = (typeof CYCLE_CANCELLATION_REASONS)[number];

/** The envelope's `occurred` is the programme's dates, or the period in which they lie. */
export interface TrainingCycleOpenedData {
  readonly programme: TrainingProgramme;
  /** The running number that the field gives its cycles ("#34"). */
  readonly cycleNumber?: number;
  readonly days?: number;
  readonly capacity?: number;
}

export const trainingCycleOpened = defineEvent<TrainingCycleOpenedData>()({
  type: 'TrainingCycleOpened',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { programme: 'core', cycleNumber: 'core', days: 'core', capacity: 'core' },
});

/** The cycle was given to its end. Who registered, who took part and who completed it are three counts. */
export interface TrainingCycleClosedData {
  readonly programme: TrainingProgramme;
  readonly registrations?: Quantity;
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  /** Organisations that the participants come from, as far as they were counted. */
  readonly organisations?: Quantity;
  readonly remark?: SealedText;
}

export const trainingCycleClosed = defineEvent<TrainingCycleClosedData>()({
  type: 'TrainingCycleClosed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', registrations: 'core', present: 'more', heads: 'core', organisations: 'core', remark: 'text' },
});

export interface TrainingCycleCancelledData {
  readonly programme: TrainingProgramme;
  readonly reason: CycleCancellationReason;
  /** The dates that fall away; the envelope's `occurred` is the day of the cancellation. */
  readonly plannedFor: Occurred;
  readonly remark?: SealedText;
}

export const trainingCycleCancelled = defineEvent<TrainingCycleCancelledData>()({
  type: 'TrainingCycleCancelled',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', reason: 'core', plannedFor: 'core', remark: 'text' },
});

export interface ParticipantCompletedTrainingData {
  readonly programme: TrainingProgramme;
  readonly participant: string;
  readonly daysAttended?: number;
}

export const participantCompletedTraining = defineEvent<ParticipantCompletedTrainingData>()({
  type: 'ParticipantCompletedTraining',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', participant: 'more', daysAttended: 'core' },
});

export interface CompletionsCountedData {
  readonly programme: TrainingProgramme;
  readonly completions: Quantity;
  /** How many of them are recorded by name already. */
  readonly named: number;
}

export const completionsCounted = defineEvent<CompletionsCountedData>()({
  type: 'CompletionsCounted',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { programme: 'core', completions: 'core', named: 'core' },
});
