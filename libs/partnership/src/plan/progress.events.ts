import { defineEvent, type SealedText } from '@app/decider';
import type { ActionReason, PlanPeriod } from './plan.events';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Taken over, replaced and blocked are links beside the lifecycle, not states of it; `split` and `merged` end an action as closing does. */
export const LIFECYCLES = [
  'planned',
  'running',
  'in-test',
  'suspended',
  'postponed',
  'transfer-pending',
  'closed',
  'removed',
  'split',
  'merged',
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** Readings of a narrative, one per action (source: the domain's list of the 98 actions of 2021), and what a later report may print. */
export const ASSESSED_STATUSES = [
  'achieved',
  'achieved-closed',
  'exceeded',
  'exceeded-partly',
  'exceeded-partly-dropped',
  'partly',
  'partly-postponed',
  'not-achieved',
  'unquantified',
  'ongoing',
  'in-progress',
  'in-test',
  'not-started',
  'unfinished',
  'uncertain',
  'postponed',
  'suspended',
  'blocked',
  'transfer-pending',
  'taken-over',
  'replaced-form',
  'closed-replaced',
  'removed',
  'abandoned',
  'redesign',
  'no-demand',
  'not-solicited',
  'not-funded',
  'not-priority',
] as const;
export type AssessedStatus = (typeof ASSESSED_STATUSES)[number];

export const ACHIEVEMENTS = ['none', 'partly', 'met', 'exceeded', 'not-quantified', 'not-comparable'] as const;
export type Achievement = (typeof ACHIEVEMENTS)[number];

/** `printed`: the document says so in these words; `reading`: someone read it out of a narrative; `judgement`: the team's own. */
export const ASSESSMENT_BASES = ['printed', 'reading', 'judgement'] as const;
export type AssessmentBasis = (typeof ASSESSMENT_BASES)[number];

/** What the lifecycle events say that need no more than the action. */
export interface ActionData {
  readonly plan: string;
  readonly action: number;
}

export interface ActionReasonData extends ActionData {
  readonly reason: ActionReason;
}

const ACTION_FIELDS = { plan: 'core', action: 'core' } as const;
const REASON_FIELDS = { ...ACTION_FIELDS, reason: 'core' } as const;

/** A move of the lifecycle that needs no more than the action. */
const moveEvent = <Type extends string>(type: Type) =>
  defineEvent<ActionData>()({ type, version: 1, subject: 'none', tense: 'fact', fields: ACTION_FIELDS });

/** A move that has a reason. */
const reasonedEvent = <Type extends string>(type: Type) =>
  defineEvent<ActionReasonData>()({ type, version: 1, subject: 'none', tense: 'fact', fields: REASON_FIELDS });

export const actionStarted = moveEvent('ActionStarted');

export const actionTestStarted = moveEvent('ActionTestStarted');

export const actionSuspended = reasonedEvent('ActionSuspended');

export const actionResumed = moveEvent('ActionResumed');

export interface ActionPostponedData extends ActionReasonData {
  /** The new period, when one is known. */
  readonly toPeriod?: PlanPeriod;
}

export const actionPostponed = defineEvent<ActionPostponedData>()({
  type: 'ActionPostponed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...ACTION_FIELDS, toPeriod: 'core', reason: 'core' },
});

/** A transfer to another body is asked for and not settled; `ActionTakenOver` closes it, `ActionResumed` takes it back. */
export const actionTransferOpened = reasonedEvent('ActionTransferOpened');

export const actionClosed = reasonedEvent('ActionClosed');

/** Struck from the plan; its number stays taken. */
export const actionRemoved = reasonedEvent('ActionRemoved');

/** Where an action stands after each move. */
export const LIFECYCLE_AFTER = {
  ActionStarted: 'running',
  ActionTestStarted: 'in-test',
  ActionSuspended: 'suspended',
  ActionResumed: 'running',
  ActionPostponed: 'postponed',
  ActionTransferOpened: 'transfer-pending',
  ActionClosed: 'closed',
  ActionRemoved: 'removed',
} as const satisfies Readonly<Record<string, Lifecycle>>;
export type LifecycleMove = keyof typeof LIFECYCLE_AFTER;

export interface ActionBlockedData extends ActionData {
  /** The action that must be done first. */
  readonly by: number;
}

export const actionBlocked = defineEvent<ActionBlockedData>()({
  type: 'ActionBlocked',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...ACTION_FIELDS, by: 'core' },
});

export const actionUnblocked = defineEvent<ActionBlockedData>()({
  type: 'ActionUnblocked',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...ACTION_FIELDS, by: 'core' },
});

/** Narrative, and what it points at: figures come from events, never from this text. */
export interface ProgressReportedData extends ActionData {
  readonly textNl?: SealedText;
  readonly textFr?: SealedText;
  /** Streams of the outputs that the report speaks of. */
  readonly outputs?: readonly string[];
  /** Ids of the figures that it shows: whoever opens one sees what it rests on. */
  readonly figures?: readonly string[];
}

export const progressReported = defineEvent<ProgressReportedData>()({
  type: 'ProgressReported',
  version: 2,
  subject: 'none',
  tense: 'fact',
  fields: { ...ACTION_FIELDS, textNl: 'text', textFr: 'text', outputs: 'internal', figures: 'core' },
});

/** A judgement beside what targets and events compute, never instead of it. */
export interface ActionStatusAssessedData extends ActionData {
  readonly status: AssessedStatus;
  readonly achievement?: Achievement;
  /** Why, where the text says so and no lifecycle event does. */
  readonly reason?: ActionReason;
  readonly basis: AssessmentBasis;
}

export const actionStatusAssessed = defineEvent<ActionStatusAssessedData>()({
  type: 'ActionStatusAssessed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { ...ACTION_FIELDS, status: 'core', achievement: 'core', reason: 'core', basis: 'core' },
});
