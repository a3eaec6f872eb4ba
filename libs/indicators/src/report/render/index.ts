export { REPORT_POLICY, reportHtml } from './html';
export { reportFile } from './report-file';
