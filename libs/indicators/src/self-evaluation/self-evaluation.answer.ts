import type { Aim, AimScoredData, EvaluationKey, SelfEvaluationOpenedData } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Claim, DayRange, Figure } from '../figure.answer';

/** Agreement on an aim: scores are ordinal, so they have a median and never a mean. */
export type AgreementState = 'not-scored' | 'too-few' | 'agreed' | 'split';

export interface Agreement {
  readonly state: AgreementState;
  readonly scorers: number;
  /** How many lie more than one step from the median; absent where the rule is not applied. */
  readonly outside?: number;
  /** Only where the scorers agree; between two steps when an even number scored. */
  readonly median?: number;
}

/** `unknown`: it was not in the record by then. */
export type EventEvidenceState = 'stands' | 'corrected' | 'withdrawn' | 'unknown';

export type FigureEvidenceState = 'stands' | 'moved' | 'unknown';

export interface EventEvidence {
  readonly event: string;
  readonly state: EventEvidenceState;
}

export interface FigureEvidence {
  readonly figureId: string;
  readonly state: FigureEvidenceState;
  /** What it showed when it was pinned, and what the same query with the same cut-off shows now. */
  readonly then?: Figure;
  readonly now?: Figure;
}

export interface Evidence {
  readonly events: readonly EventEvidence[];
  readonly figures: readonly FigureEvidence[];
}

export type ClaimFlag = 'no-scale' | 'no-evidence' | 'no-scorers';

/** A score that a document prints. It stands beside the scores, is never one of them, and is never added to another. */
export interface ClaimedScore extends Claim {
  readonly period: DayRange;
  readonly flags: readonly ClaimFlag[];
}

export type SelfEvaluationStatus = 'not-opened' | 'open' | 'closed';

/** What one scorer gave last; who it was is not shown, as whom is. */
export interface ScoreView extends Pick<AimScoredData, 'score' | 'role' | 'rationale' | 'implementation'> {
  /** The event that says it. */
  readonly event: string;
  readonly on: string;
  readonly evidence: Evidence;
  readonly stale: boolean;
  /** What the same scorer gave before, the oldest first. */
  readonly replaced: readonly { readonly event: string; readonly score: number; readonly on: string }[];
}

/** The outcome of the evaluation before. `comparable`: both were scored on the same scale; otherwise the series breaks between them. */
export interface Outcome {
  readonly year: number;
  readonly comparable: boolean;
  readonly agreement: Agreement;
  readonly claimed: readonly ClaimedScore[];
}

export interface AimView {
  readonly aim: Aim;
  readonly scores: readonly ScoreView[];
  readonly agreement: Agreement;
  readonly claimed: readonly ClaimedScore[];
  readonly previous?: Outcome;
  /** Counted figures that may serve as evidence. */
  readonly suggestions: readonly Figure[];
}

export interface SelfEvaluationView extends EvaluationKey, Partial<Pick<SelfEvaluationOpenedData, 'period' | 'scale' | 'caveat'>> {
  readonly status: SelfEvaluationStatus;
  readonly position: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  /** Never a total or a mean of them: the steps of an ordinal scale have no distance. */
  readonly aims: readonly AimView[];
}

export interface SelfEvaluationSummary extends EvaluationKey {
  readonly status: SelfEvaluationStatus;
  /** How many scores stand. */
  readonly scores: number;
  /** A document prints scores for it. */
  readonly claimed: boolean;
}
