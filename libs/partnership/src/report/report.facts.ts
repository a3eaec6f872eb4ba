import type { RecordedEvent } from '@app/decider';
import { type FactMapping, noFacts, one } from '../facts';
import type { ReportIssuedData, SectionWrittenData } from './report.events';

/** A report that goes out counts each time; writing and approving are work on it. */
export const reportFacts: FactMapping = {
  ReportDrafted: noFacts,
  SectionWritten: ({ streamId, data: { template, section, textLanguage } }: RecordedEvent<string, SectionWrittenData>) => [
    one('report-section-written', 'document', {
      subjectKind: 'none',
      subjectKey: `${streamId}/${section}/${textLanguage}`,
      dims: { template, textLanguage },
    }),
  ],
  SectionApproved: noFacts,
  ReportIssued: ({ streamId, data: { template } }: RecordedEvent<string, ReportIssuedData>) => [
    one('report-issued', 'publication', { groupKey: streamId, dims: { template } }),
  ],
  ReportReopened: noFacts,
};
