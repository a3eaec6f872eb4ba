import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface ProjectName {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const PROJECT_KINDS = [
  'pilot',
  'call-for-projects',
  'research',
  'innovation',
  'digital-health',
  'shared-programme',
  'collective-activity',
  'quality',
  'other',
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** What the partnership is in a project. */
export const PROJECT_ROLES = ['carrier', 'steering', 'partner', 'stakeholder', 'jury', 'communication'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

export const PROJECT_CONTRIBUTIONS = [
  'steering-meeting',
  'workshop',
  'opinion',
  'jury',
  'training',
  'communication',
  'helpdesk',
  'test',
  'research-support',
  'other',
] as const;
export type ProjectContribution = (typeof PROJECT_CONTRIBUTIONS)[number];

export const REASSESSMENT_CONCLUSIONS = ['go-on', 'go-on-otherwise', 'uncertain', 'not-solicited', 'stop'] as const;
export type ReassessmentConclusion = (typeof REASSESSMENT_CONCLUSIONS)[number];

export const PARTNER_PARTS = ['addressed', 'takes-part', 'develops', 'tests'] as const;
export type PartnerPart = (typeof PARTNER_PARTS)[number];

export const DELIVERABLE_KINDS = [
  'platform',
  'game',
  'study',
  'tool',
  'method',
  'training-material',
  'inventory',
  'catalogue',
  'communication-plan',
  'presentation',
  'publication',
  'report',
  'other',
] as const;
export type DeliverableKind = (typeof DELIVERABLE_KINDS)[number];

/** In rising order, but for the last: what is dropped will not come. Only what was delivered or published counts as there. */
export const DELIVERABLE_STATES = ['draft', 'tested', 'delivered', 'published', 'dropped'] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

export const PROJECT_OUTCOMES = [
  'done',
  'not-funded',
  'not-solicited',
  'financing-ended',
  'transferred',
  'abandoned',
  'not-stated',
] as const;
export type ProjectOutcome = (typeof PROJECT_OUTCOMES)[number];

/** What the partnership supports and in which role; `occurred` of the event is the first day of its support. */
export interface ProjectSupportStartedData {
  readonly name: ProjectName;
  readonly kind: ProjectKind;
  readonly role: ProjectRole;
  /** Stable ids of the organisations that carry it. */
  readonly carriers?: readonly string[];
}

export const projectSupportStarted = defineEvent<ProjectSupportStartedData>()({
  type: 'ProjectSupportStarted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { name: 'public-text', kind: 'core', role: 'core', carriers: 'more' },
});

/** Kind and role of the project stand in each event that is counted, because an event states its facts alone. */
interface OfProject {
  readonly kind: ProjectKind;
  readonly role: ProjectRole;
}

export interface ContributionMadeData extends OfProject {
  readonly contribution: ProjectContribution;
  readonly remark?: SealedText;
}

export const contributionMade = defineEvent<ContributionMadeData>()({
  type: 'ContributionMade',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', role: 'core', contribution: 'core', remark: 'text' },
});

export interface ProjectPartnerInvolvedData {
  readonly kind: ProjectKind;
  /** Stable id of the organisation. */
  readonly partner: string;
  readonly part: PartnerPart;
}

export const projectPartnerInvolved = defineEvent<ProjectPartnerInvolvedData>()({
  type: 'ProjectPartnerInvolved',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { kind: 'core', partner: 'more', part: 'core' },
});

export interface ProjectReassessedData extends OfProject {
  readonly conclusion: ReassessmentConclusion;
  /** Day on which it is to be looked at again. */
  readonly againOn?: string;
  readonly remark?: SealedText;
}

export const projectReassessed = defineEvent<ProjectReassessedData>()({
  type: 'ProjectReassessed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', role: 'core', conclusion: 'core', againOn: 'core', remark: 'text' },
});

export interface DeliverableReachedData {
  /** Code of the deliverable in its project, for example `trial`. */
  readonly deliverable: string;
  readonly deliverableKind: DeliverableKind;
  readonly state: DeliverableState;
}

export const deliverableReached = defineEvent<DeliverableReachedData>()({
  type: 'DeliverableReached',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { deliverable: 'core', deliverableKind: 'core', state: 'core' },
});

export interface ProjectEndedData extends OfProject {
  readonly outcome: ProjectOutcome;
  /** First day on which it is no longer supported. */
  readonly endedOn: string;
}

export const projectEnded = defineEvent<ProjectEndedData>()({
  type: 'ProjectEnded',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', role: 'core', outcome: 'core', endedOn: 'core' },
});
