import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** The five aims, in the order in which the field numbers them. */
export const AIMS = ['experience', 'population-health', 'value', 'workforce', 'equity'] as const;
export type Aim = (typeof AIMS)[number];

/** As whom somebody scores. */
export const SCORER_ROLES = [
  'coordinator',
  'partner',
  'care-professional',
  'patient-representative',
  'carer-representative',
  'authority',
  'evaluator',
  'other',
] as const;
export type ScorerRole = (typeof SCORER_ROLES)[number];

export const REOPENING_REASONS = ['new-evidence', 'scoring-error', 'scorer-missing', 'other'] as const;
export type ReopeningReason = (typeof REOPENING_REASONS)[number];

/** Reviewed text in the languages of the field. */
export interface EvaluationText {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

/** What one step of the scale stands for. */
export interface Anchor {
  readonly step: number;
  readonly label: EvaluationText;
}

/** An ordinal scale: its steps have an order, but no distance, so they are never added or averaged. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** One for each step from `min` to `max`. */
  readonly anchors: readonly Anchor[];
}

/** Which evaluation: of a year, of the whole Region or of one care zone. */
export interface EvaluationKey {
  readonly year: number;
  readonly zone?: string;
}

/** `occurred` is the day from which it can be scored. */
export interface SelfEvaluationOpenedData extends EvaluationKey {
  /** What it judges. */
  readonly period: { readonly from: string; readonly to: string };
  readonly scale: Scale;
  /** What is shown with every score: influence cannot be told apart from context. */
  readonly caveat: EvaluationText;
}

export interface AimScoredData extends EvaluationKey {
  readonly aim: Aim;
  readonly score: number;
  /** The scale as it stood: the score means something on that one only. */
  readonly scale: Scale;
  /** Stable random id; the name stands in the vault. */
  readonly scorer: string;
  readonly role: ScorerRole;
  readonly rationale: EvaluationText;
  /** What was done for the aim. */
  readonly implementation?: EvaluationText;
  /** Ids of the events that it rests on. */
  readonly events?: readonly string[];
  /** Ids of the figures that it rests on: each pins query, cut-off and what was known. */
  readonly figures?: readonly string[];
}

export interface SelfEvaluationReopenedData extends EvaluationKey {
  readonly reason: ReopeningReason;
}

export const selfEvaluationOpened = defineEvent<SelfEvaluationOpenedData>()({
  type: 'SelfEvaluationOpened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { year: 'core', zone: 'core', period: 'core', scale: 'public-text', caveat: 'public-text' },
});

export const aimScored = defineEvent<AimScoredData>()({
  type: 'AimScored',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    year: 'core',
    zone: 'core',
    aim: 'core',
    score: 'core',
    scale: 'public-text',
    scorer: 'more',
    role: 'core',
    rationale: 'public-text',
    implementation: 'public-text',
    events: 'core',
    figures: 'core',
  },
});

export const selfEvaluationClosed = defineEvent<EvaluationKey>()({
  type: 'SelfEvaluationClosed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { year: 'core', zone: 'core' },
});

export const selfEvaluationReopened = defineEvent<SelfEvaluationReopenedData>()({
  type: 'SelfEvaluationReopened',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { year: 'core', zone: 'core', reason: 'core' },
});
