import { type CountKind, defineEvent, type FieldClass } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field. */
export interface Title {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface PlanPeriod {
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
}

export const OBJECTIVE_LEVELS = ['strategic', 'operational'] as const;
export type ObjectiveLevel = (typeof OBJECTIVE_LEVELS)[number];

/** `none`: the plan prints no number, so nothing can be compared. A bare printed number means at least (`>=`). */
export const COMPARATORS = ['=', '>=', '>', '<=', 'range', 'none'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const QUANTIFIERS = ['each', 'mean'] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

export const RHYTHMS = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'once'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Why an action does not run as planned, or ended. */
export const ACTION_REASONS = [
  'external-crisis',
  'no-demand',
  'not-solicited',
  'not-funded',
  'saturation-of-the-field',
  'duplicates-others',
  'dependency',
  'not-a-priority',
  'redesign',
  'done',
  'abandoned',
  'not-stated',
] as const;
export type ActionReason = (typeof ACTION_REASONS)[number];

export const REVISION_REASONS = ['ambition', 'method', 'scope', 'period', 'wording', 'redesign', 'not-stated'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

export const CONTRIBUTIONS = ['lead', 'staff', 'expertise', 'hosting', 'funding', 'participation'] as const;
export type Contribution = (typeof CONTRIBUTIONS)[number];

export interface PlanAdoptedData {
  readonly plan: string;
  readonly title: Title;
  readonly period: PlanPeriod;
  /** Code of the body that adopted it, where the document says which. */
  readonly adoptedBy?: string;
  /** Code of the document, for example `S000`. */
  readonly document?: string;
  /** Code of the care zone whose plan it is; without it, a plan of the whole partnership. */
  readonly zone?: string;
}

export const planAdopted = defineEvent<PlanAdoptedData>()({
  type: 'PlanAdopted',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', title: 'public-text', period: 'core', adoptedBy: 'core', document: 'core', zone: 'core' },
});

export interface ObjectiveDefinedData {
  readonly plan: string;
  readonly level: ObjectiveLevel;
  readonly code: string;
  readonly title: Title;
  readonly parent?: string;
}

export const objectiveDefined = defineEvent<ObjectiveDefinedData>()({
  type: 'ObjectiveDefined',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', level: 'core', code: 'core', title: 'public-text', parent: 'core' },
});

/** An objective of another plan, or of this one. */
export interface ObjectiveRef {
  readonly plan: string;
  readonly objective: string;
}

/** What a care zone sets itself after a shared look at how things stand there. Actions hang under it as under any objective. */
export interface ZoneObjectiveSetData {
  readonly plan: string;
  readonly code: string;
  readonly zone: string;
  readonly title: Title;
  /** How things stand in the zone, in a few reviewed words. */
  readonly diagnosis: Title;
  /** The objective of the Region that it serves. */
  readonly regional?: ObjectiveRef;
}

export const zoneObjectiveSet = defineEvent<ZoneObjectiveSetData>()({
  type: 'ZoneObjectiveSet',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', code: 'core', zone: 'core', title: 'public-text', diagnosis: 'public-text', regional: 'core' },
});

/** An action of an earlier plan. Its figures stay with it: this only says where it went on. */
export interface ActionRef {
  readonly plan: string;
  readonly action: number;
}

export interface ActionDefinedData {
  readonly plan: string;
  readonly action: number;
  readonly objective: string;
  readonly title: Title;
  /** Stable id of the professional who answers for it. */
  readonly referent?: string;
  /** Stable ids of organisations. */
  readonly partners?: readonly string[];
  /** Codes of the territories that it is meant for. */
  readonly territories?: readonly string[];
  readonly continues?: readonly ActionRef[];
}

export const actionDefined = defineEvent<ActionDefinedData>()({
  type: 'ActionDefined',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: {
    plan: 'core',
    action: 'core',
    objective: 'core',
    title: 'public-text',
    referent: 'more',
    partners: 'more',
    territories: 'core',
    continues: 'core',
  },
});

export interface TargetPer {
  readonly dimension: string;
  readonly quantifier: Quantifier;
}

/** Narrows the indicator to what the target is about. */
export interface TargetFilter {
  readonly dim: string;
  readonly value: readonly string[];
}

/** `lo` and `hi` in the indicator's minor units: `>=` and `>` carry `lo`, `<=` carries `hi`, `=` both alike, `range` both, `none` neither. */
export interface TargetSetData {
  readonly plan: string;
  readonly action: number;
  /** Unique in the plan, for example `32-2`. */
  readonly target: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly lo?: number;
  readonly hi?: number;
  readonly kind: CountKind;
  readonly period: PlanPeriod;
  readonly per?: TargetPer;
  readonly rhythm?: Rhythm;
  /** The stage an output must have reached, for example `published`. */
  readonly stage?: string;
  /** The value as printed: a few words, never a sentence. */
  readonly comparatorPrinted: string;
  readonly label: Title;
  readonly where?: readonly TargetFilter[];
}

const TARGET_FIELDS = {
  plan: 'core',
  action: 'core',
  target: 'core',
  indicator: 'core',
  comparator: 'core',
  lo: 'core',
  hi: 'core',
  kind: 'core',
  period: 'core',
  per: 'core',
  rhythm: 'core',
  stage: 'core',
  comparatorPrinted: 'public-text',
  label: 'public-text',
  where: 'core',
} as const satisfies { readonly [F in keyof Required<TargetSetData>]: FieldClass };

export const targetSet = defineEvent<TargetSetData>()({
  type: 'TargetSet',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: TARGET_FIELDS,
});

/** The whole target anew, never a difference. */
export interface TargetRevisedData extends TargetSetData {
  readonly reason: RevisionReason;
}

export const targetRevised = defineEvent<TargetRevisedData>()({
  type: 'TargetRevised',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { ...TARGET_FIELDS, reason: 'core' },
});

export interface ActionRewordedData {
  readonly plan: string;
  readonly action: number;
  readonly title: Title;
  readonly previous: Title;
  readonly reason: RevisionReason;
}

export const actionReworded = defineEvent<ActionRewordedData>()({
  type: 'ActionReworded',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', title: 'public-text', previous: 'public-text', reason: 'core' },
});

/** Where a target of a split or merged action goes on. */
export interface TargetMove {
  readonly target: string;
  readonly action: number;
}

export interface ActionSplitData {
  readonly plan: string;
  readonly action: number;
  readonly into: readonly number[];
  readonly mapping?: readonly TargetMove[];
  readonly reason: RevisionReason;
}

export const actionSplit = defineEvent<ActionSplitData>()({
  type: 'ActionSplit',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', into: 'core', mapping: 'core', reason: 'core' },
});

export interface ActionsMergedData {
  readonly plan: string;
  readonly actions: readonly number[];
  readonly into: number;
  readonly mapping?: readonly TargetMove[];
  readonly reason: RevisionReason;
}

export const actionsMerged = defineEvent<ActionsMergedData>()({
  type: 'ActionsMerged',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', actions: 'core', into: 'core', mapping: 'core', reason: 'core' },
});

/** By another action of the plan, or by another form that has no number. */
export interface ActionReplacedData {
  readonly plan: string;
  readonly action: number;
  readonly by?: number;
  readonly form?: Title;
  readonly reason: ActionReason;
}

export const actionReplaced = defineEvent<ActionReplacedData>()({
  type: 'ActionReplaced',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', by: 'core', form: 'public-text', reason: 'core' },
});

export interface ActionTakenOverData {
  readonly plan: string;
  readonly action: number;
  /** Name of the body or kind of body that goes on with it. */
  readonly by: Title;
  readonly organisation?: string;
  readonly reason: ActionReason;
}

export const actionTakenOver = defineEvent<ActionTakenOverData>()({
  type: 'ActionTakenOver',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', by: 'public-text', organisation: 'core', reason: 'core' },
});

export interface PartnerCommittedToActionData {
  readonly plan: string;
  readonly action: number;
  readonly partner: string;
  readonly contribution: Contribution;
}

export const partnerCommittedToAction = defineEvent<PartnerCommittedToActionData>()({
  type: 'PartnerCommittedToAction',
  version: 1,
  subject: 'structure',
  tense: 'plan',
  fields: { plan: 'core', action: 'core', partner: 'core', contribution: 'core' },
});
