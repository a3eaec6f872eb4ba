export type * from './answers';
export * from './dashboard';
export * from './contradictions';
export * from './definition';
export type { PersonOf } from './persons';
export { definitions, indicatorGroups } from './definitions';
export { type DefinitionChoice, Definitions, definitionsAt, definitionsFor } from './definitions-at';
export * from './editions/changes';
export * from './editions/edition-bytes';
export * from './editions/edition-view';
export * from './editions/edition-views';
export * from './editions/editions';
export * from './editions/made-with';
export * from './editions/quoted';
export type { ListingChange, TextChange, TextCourse } from './editions/report-changes';
export type { ReportSent } from './editions/report.edition';
export type { AgreementChange, ScoreChange, ScoreShown } from './editions/score-changes';
export * from './event-figures';
export * from './exports';
export * from './facts.projection';
export * from './figure-query';
export type { FigureOptions } from './figure';
export { figures } from './figures';
export { indicators, indicatorView, indicatorViews } from './indicators';
export { type Known, knownAt } from './known';
export { type Standing, showsTheSame, standing } from './moved';
export * from './plan-outline';
export * from './plan-view';
export * from './target-view';
export { periodAt } from './periods';
export * from './provenance';
export * from './self-evaluation/self-evaluation-view';
export * from './targets';
export {
  pagePolicy,
  reportFile,
  reportHtml,
  type ReportAsked,
  type ReportModel,
  reportsOf,
  templates as reportTemplates,
  reportView,
  unboundNumbers,
  type WantedReport,
} from './report';
export { territoryTable } from './territory-table';
export { RESTS } from './places';
export * from './scopes';
export { unitOf } from './units';
