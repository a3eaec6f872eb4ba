export * from './model';
export * from './render';
export { type DraftedReport, reportFrom, reportsOf, reportView, type WantedReport } from './report-view';
export { type ReportAsked, ReportSources } from './sources';
export { sectionsOf, type Template, templates } from './templates';
