import type { Term } from '../term';
import { reportCommands } from './report.commands';
import { reportEvolution, type ReportState } from './report.decider';
import { reportDrafted, reportIssued, reportReopened, sectionApproved, sectionWritten } from './report.events';
import { reportFacts } from './report.facts';

export const reportTerm: Term<ReportState> = {
  name: 'report',
  events: [reportDrafted, sectionWritten, sectionApproved, reportIssued, reportReopened],
  evolution: reportEvolution,
  commands: reportCommands,
  facts: reportFacts,
  folded: true,
};
