import { defineEvent } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const MILESTONE_KINDS = ['founding', 'start', 'merger', 'integration', 'reform', 'new-mission', 'end', 'other'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** Reviewed text in the languages of the field. */
export interface MilestoneTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

/** A line of the timeline that a report opens with: what changed the partnership itself. `occurred` of the event is the day, month or year. */
export interface MilestoneReachedData {
  readonly kind: MilestoneKind;
  readonly title: MilestoneTitle;
  /** Stable ids of the organisations that it is about. */
  readonly organisations?: readonly string[];
}

export const milestoneReached = defineEvent<MilestoneReachedData>()({
  type: 'MilestoneReached',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { kind: 'core', title: 'public-text', organisations: 'more' },
});
