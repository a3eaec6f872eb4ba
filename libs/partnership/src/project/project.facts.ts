import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type {
  ContributionMadeData,
  DeliverableReachedData,
  ProjectEndedData,
  ProjectPartnerInvolvedData,
  ProjectReassessedData,
  ProjectSupportStartedData,
} from './project.events';

/** `project-support` is a stock: it lasts until the first day on which the project is no longer supported. */
export const projectFacts: FactMapping = {
  ProjectSupportStarted: ({ streamId, data: { kind, role } }: RecordedEvent<string, ProjectSupportStartedData>) => [
    one('project-support', 'project', { subjectKind: 'none', subjectKey: streamId, dims: { kind, role } }),
  ],
  ContributionMade: ({ streamId, data: { kind, role, contribution } }: RecordedEvent<string, ContributionMadeData>) => [
    one('contribution-made', 'contribution', { groupKey: streamId, dims: { kind, role, contribution } }),
  ],
  ProjectPartnerInvolved: ({ streamId, data: { kind, partner, part } }: RecordedEvent<string, ProjectPartnerInvolvedData>) => [
    one('project-partner', 'structure', { subjectKind: 'structure', subjectKey: partner, groupKey: streamId, dims: { kind, part } }),
  ],
  ProjectReassessed: ({ streamId, data: { kind, role, conclusion } }: RecordedEvent<string, ProjectReassessedData>) => [
    one('project-reassessed', 'project', { subjectKind: 'none', subjectKey: streamId, dims: { kind, role, conclusion } }),
  ],
  // A row for each state under one key: counted distinct over the states that an indicator accepts, a deliverable counts once.
  DeliverableReached: ({ streamId, data }: RecordedEvent<string, DeliverableReachedData>) => [
    one('project-deliverable', 'output', {
      subjectKind: 'none',
      subjectKey: `${streamId}/${data.deliverable}`,
      groupKey: streamId,
      dims: { kind: data.deliverableKind, state: data.state },
    }),
  ],
  ProjectEnded: ({ streamId, data: { kind, role, outcome, endedOn } }: RecordedEvent<string, ProjectEndedData>) => [
    { change: ['project-support'], subjectKey: streamId, validTo: endedOn, validToExpected: false },
    one('project-ended', 'project', { subjectKind: 'none', subjectKey: streamId, dims: { kind, role, outcome } }),
  ],
};
