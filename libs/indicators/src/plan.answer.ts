import type { CountKind, Occurred } from '@app/decider';
import type { Comparator, Title } from '@app/partnership/plan/plan.events';
import type { DayRange, Figure } from './figure.answer';

export interface LinkView {
  readonly kind: string;
  readonly plan?: string;
  readonly action?: number;
  readonly body?: Title;
  readonly reason?: string;
}

/** What a report says or someone judged: a claim beside the computed achievement, never instead of it. */
export interface PrintedStatus {
  readonly status: string;
  readonly achievement?: string;
  readonly basis: string;
  readonly eventId: string;
  readonly source?: { readonly ref: string; readonly line: number };
}

export interface PartnerView {
  readonly partner: string;
  readonly contribution: string;
}

export type SinceWhen = Pick<Occurred, 'from' | 'to' | 'precision'>;

export interface ActionOutline {
  readonly number: number;
  readonly objective: string;
  readonly title: Title;
  readonly lifecycle: string;
  readonly reason: string | null;
  /** First day of the last move. */
  readonly since: string;
  /** When that was, as precisely as it is known. */
  readonly sinceWhen: SinceWhen;
  readonly links: readonly LinkView[];
  readonly partners: readonly PartnerView[];
  readonly printedStatus: PrintedStatus | null;
}

export interface ObjectiveView {
  readonly code: string;
  readonly level: string;
  readonly parent: string | null;
  readonly title: Title;
  /** Of an objective of a care zone. */
  readonly zone?: string;
  readonly diagnosis?: Title;
  readonly regional?: { readonly plan: string; readonly objective: string };
}

/** What a plan says and what became of its actions, without any figure. */
export interface PlanOutline {
  readonly plan: string;
  readonly title: Title;
  readonly period: DayRange;
  /** Code of the care zone whose plan it is. */
  readonly zone?: string;
  readonly objectives: readonly ObjectiveView[];
  readonly actions: readonly ActionOutline[];
}

export type AchievementState =
  | 'met'
  | 'exceeded'
  | 'not-met'
  | 'not-yet'
  | 'within-so-far'
  | 'violated'
  | 'overshot'
  | 'undecided'
  | 'not-comparable'
  | 'not-quantified'
  | 'unknown';

export interface Achievement {
  readonly state: AchievementState;
  /** The period still runs, or the data end before it does. */
  readonly provisional: boolean;
  /** Settled only when the period closes: a stock or a share may still move back. */
  readonly soFar?: true;
  /** The realised value is approximate. */
  readonly about?: true;
  /** Realised in percent of the goal, one decimal, half away from zero on the exact fraction; of a range, of its lower end. */
  readonly percent?: number;
  /** Percent of the period's days that had passed: there is no pro-rata goal. */
  readonly periodPassed: number;
}

export type ActionAchievement = 'none' | 'partly' | 'met' | 'exceeded' | 'not-quantified' | 'not-comparable' | 'unknown';

export interface Filter {
  readonly dim: string;
  readonly value: readonly string[];
}

export interface TargetView {
  readonly target: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: CountKind;
  readonly period: { readonly from: string; readonly to: string };
  readonly per?: { readonly dimension: string; readonly quantifier: 'each' | 'mean' };
  readonly rhythm?: string;
  readonly stage?: string;
  readonly where?: readonly Filter[];
  readonly comparatorPrinted: string;
  readonly label: Title;
  readonly eventId: string;
  /** The figure that answers it; null when no definition of the indicator exists. */
  readonly realised: Figure | null;
  readonly achievement: Achievement;
}

export interface ActionView extends ActionOutline {
  readonly targets: readonly TargetView[];
  readonly achievement: ActionAchievement;
}

export interface PlanView extends PlanOutline {
  readonly position: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  readonly actions: readonly ActionView[];
}

export interface PlanSummary {
  readonly plan: string;
  readonly title: Title;
  readonly period: DayRange;
  /** Code of the care zone whose plan it is. */
  readonly zone?: string;
}
