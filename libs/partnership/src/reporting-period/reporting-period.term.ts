import type { Term } from '../term';
import { reportingPeriodCommands } from './reporting-period.commands';
import { reportingPeriodEvolution, type ReportingPeriodState } from './reporting-period.decider';
import { periodFrozen, periodOpened, periodReopened } from './reporting-period.events';
import { reportingPeriodFacts } from './reporting-period.facts';

export const reportingPeriodTerm: Term<ReportingPeriodState> = {
  name: 'reporting-period',
  events: [periodOpened, periodFrozen, periodReopened],
  evolution: reportingPeriodEvolution,
  commands: reportingPeriodCommands,
  facts: reportingPeriodFacts,
  folded: true,
};
