// What the views answer, as types alone: who reads them over HTTP, as the pages do, holds to the very shapes that are made here.
export type * from './contradictions/contradiction.answer';
export type * from './dashboard.answer';
export type * from './editions/edition.answer';
export type * from './figure.answer';
export type * from './indicator.answer';
export type * from './plan.answer';
export type * from './provenance.answer';
export type * from './report/report.answer';
export type * from './scopes.answer';
export type {
  Agreement,
  AimView,
  ClaimedScore,
  Evidence as ScoreEvidence,
  ScoreView,
  SelfEvaluationSummary,
  SelfEvaluationView,
} from './self-evaluation/self-evaluation.answer';
export type * from './territory-table.answer';
