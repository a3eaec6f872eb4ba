export * from './model';
export * from './render';
export { type DraftedReport, reportsOf, reportView } from './report-view';
export type { ReportAsked } from './sources';
export { sectionsOf, type Template, templates } from './templates';
