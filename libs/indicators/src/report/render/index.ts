export { reportDocx } from './docx';
export { REPORT_POLICY, reportHtml } from './html';
export { reportPdf } from './pdf';
