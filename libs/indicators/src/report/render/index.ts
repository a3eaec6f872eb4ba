export { pagePolicy, reportHtml } from './html';
export { reportFile } from './report-file';
