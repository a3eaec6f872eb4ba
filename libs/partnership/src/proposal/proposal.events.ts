import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface ProposalTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

/** The four missions of a care zone. */
export const ZONE_FUNCTIONS = ['knowledge', 'network', 'coordination', 'prevention'] as const;
export type ZoneFunction = (typeof ZONE_FUNCTIONS)[number];

/** A proposal that participants put first, or an action beside those. Each list is numbered by itself. */
export const PROPOSAL_RANKS = ['priority', 'additional'] as const;
export type ProposalRank = (typeof PROPOSAL_RANKS)[number];

/** A service of the zone that a proposal is about, where it is about one. */
export const ZONE_SERVICES = ['directory', 'reference-person', 'one-stop-desk', 'duty-rota', 'liaison-function', 'other'] as const;
export type ZoneService = (typeof ZONE_SERVICES)[number];

export const CONDITION_KINDS = [
  'funding',
  'staffing',
  'training',
  'governance',
  'existing-initiatives',
  'accessibility',
  'privacy',
  'evaluation',
  'other',
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export const REJECTION_REASONS = [
  'not-funded',
  'not-a-priority',
  'not-feasible',
  'exists-already',
  'outside-mission',
  'not-stated',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** What every event of a proposal says again, so that its facts can be told apart. */
export interface ProposalDimensions {
  readonly rank: ProposalRank;
  readonly zoneFunction: ZoneFunction;
  readonly service?: ZoneService;
}

const dimensions = { rank: 'core', zoneFunction: 'core', service: 'core' } as const;

export interface ProposalFormulatedData extends ProposalDimensions {
  /** Code of the proposal, for example `workshops-2023-5`. */
  readonly proposal: string;
  readonly number: number;
  readonly title: ProposalTitle;
}

export const proposalFormulated = defineEvent<ProposalFormulatedData>()({
  type: 'ProposalFormulated',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { proposal: 'core', number: 'core', title: 'public-text', ...dimensions },
});

export interface ConditionAttachedData extends ProposalDimensions {
  /** Number of the condition within the proposal. */
  readonly condition: number;
  readonly kind: ConditionKind;
  readonly title: ProposalTitle;
}

export const conditionAttached = defineEvent<ConditionAttachedData>()({
  type: 'ConditionAttached',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { condition: 'core', kind: 'core', title: 'public-text', ...dimensions },
});

export interface ProposalAdoptedData extends ProposalDimensions {
  /** Code of the body that adopted it. */
  readonly body?: string;
}

export const proposalAdopted = defineEvent<ProposalAdoptedData>()({
  type: 'ProposalAdopted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { body: 'core', ...dimensions },
});

export const proposalStarted = defineEvent<ProposalDimensions>()({
  type: 'ProposalStarted',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: dimensions,
});

export interface ProposalRejectedData extends ProposalDimensions {
  readonly reason: RejectionReason;
}

export const proposalRejected = defineEvent<ProposalRejectedData>()({
  type: 'ProposalRejected',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { reason: 'core', ...dimensions },
});

/** In the stream of the proposal that goes up into another. */
export interface ProposalsMergedData extends ProposalDimensions {
  /** Code of the proposal that goes on for both. */
  readonly into: string;
}

export const proposalsMerged = defineEvent<ProposalsMergedData>()({
  type: 'ProposalsMerged',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { into: 'core', ...dimensions },
});
