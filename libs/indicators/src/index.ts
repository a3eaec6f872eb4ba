export type { Claim } from './claims';
export type { Coverage } from './coverage';
export * from './dashboard';
export * from './contradictions';
export * from './definition';
export type { PersonOf } from './persons';
export { definitions, type IndicatorGroup, indicatorGroups } from './definitions';
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
export type { DayRange } from './fact-range';
export * from './facts.projection';
export * from './figure-query';
export type { ClaimBeside, ComputedFigure, Figure, FigureAnswer, FigureOptions, Part, Refused, Shown } from './figure';
export { figures } from './figures';
export { indicators, type Indicator, type IndicatorVersion, indicatorView, indicatorViews, type IndicatorView } from './indicators';
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
  type DraftedReport,
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
export { type TerritoryRow, type TerritoryTable, territoryTable, type TerritoryTableQuery } from './territory-table';
export { type Rest, RESTS } from './places';
export * from './scopes';
export { unitOf } from './units';
