import type { CountKind, Exactness } from '@app/decider';
import { daysBetween, earlier } from './calendar';
import type { DayRange } from './fact-range';
import type { Achievement, AchievementState, ActionAchievement } from './plan.answer';
import { percent } from './rounding';

export type { Achievement, ActionAchievement } from './plan.answer';

export type Comparator = '=' | '>=' | '>' | '<=' | 'range' | 'none';

/** `lo` and `hi` in the indicator's minor units: `>=` and `>` carry `lo`, `<=` carries `hi`, `=` either, `range` both. */
export interface Goal {
  readonly comparator: Comparator;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: CountKind;
  readonly period: DayRange;
}

/** What was realised: [lo, hi], null = open on that side; an approximate value has no bounds and stands for itself. */
export interface Realised {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness;
  readonly kind: CountKind;
  /** A sum, count or distinct that cannot go down: what it has reached is settled at once. */
  readonly growing: boolean;
}

/** The goal as an interval, both ends included; on integers, more than T is at least T + 1. Undefined when the plan prints no number. */
function intervalOf({ comparator, lo, hi }: Goal): { readonly lo: number | null; readonly hi: number | null } | undefined {
  switch (comparator) {
    case 'none':
      return undefined;
    case '>=':
      return lo === null ? undefined : { lo, hi: null };
    case '>':
      return lo === null ? undefined : { lo: lo + 1, hi: null };
    case '<=':
      return hi === null ? undefined : { lo: null, hi };
    case '=':
    case 'range':
      return lo === null && hi === null ? undefined : { lo: lo ?? hi, hi: hi ?? lo };
  }
}

function stateOf(
  goal: { readonly lo: number | null; readonly hi: number | null },
  l: number | null,
  h: number | null,
  open: boolean,
): AchievementState {
  if (goal.hi === null && goal.lo !== null) {
    if (l !== null && l > goal.lo) return 'exceeded';
    if (l !== null && l >= goal.lo) return 'met';
    if (h !== null && h < goal.lo) return open ? 'not-yet' : 'not-met';
    return 'undecided';
  }
  if (goal.lo === null && goal.hi !== null) {
    if (l !== null && l > goal.hi) return 'violated';
    if (h !== null && h <= goal.hi) return open ? 'within-so-far' : 'met';
    return 'undecided';
  }
  if (goal.lo === null || goal.hi === null) return 'not-quantified';
  if (l !== null && l > goal.hi) return 'overshot';
  if (h !== null && h < goal.lo) return open ? 'not-yet' : 'not-met';
  if (l !== null && h !== null && l >= goal.lo && h <= goal.hi) return open ? 'within-so-far' : 'met';
  return 'undecided';
}

/** How far the goal's period had passed on `until` (included), in percent. */
function passed({ from, to }: DayRange, until: string): number {
  if (until < from) return 0;
  return percent(daysBetween(from, earlier(until, to)) + 1, daysBetween(from, to) + 1);
}

/**
 * A goal against what was realised (design: figures 5). `until` is the last day that the realised value knows of: the earliest of A, K's day, the day of
 * a claim's data, the end of coverage.
 */
export function achieve(goal: Goal, realised: Realised | undefined, until: string): Achievement {
  const open = until < goal.period.to;
  const frame = { provisional: open, periodPassed: passed(goal.period, until) };
  const wanted = intervalOf(goal);
  if (!wanted) return { state: 'not-quantified', ...frame };
  if (!realised) return { state: 'unknown', ...frame };
  if (realised.kind !== goal.kind) return { state: 'not-comparable', ...frame };
  const about = realised.exactness === 'approximate' && realised.value !== null;
  const l = about ? realised.value : realised.lo;
  const h = about ? realised.value : realised.hi;
  const state = stateOf(wanted, l, h, open);
  const settled = state === 'met' || state === 'exceeded' || state === 'violated' || state === 'overshot';
  const reference = goal.comparator === '<=' ? goal.hi : (goal.lo ?? goal.hi);
  return {
    state,
    ...frame,
    ...(open && settled && !realised.growing ? { soFar: true as const } : {}),
    ...(about ? { about: true as const } : {}),
    ...(realised.value !== null && reference !== null && reference !== 0 ? { percent: percent(realised.value, reference) } : {}),
  };
}

const REACHED: readonly AchievementState[] = ['met', 'exceeded'];
const MISSED: readonly AchievementState[] = ['not-met', 'violated', 'overshot'];

/** An action by its targets: all met, some exceeded, partly, none; what is not known stays unknown and never counts as missed. */
export function achievementOf(states: readonly AchievementState[]): ActionAchievement {
  const judged = states.filter((state) => state !== 'not-quantified');
  if (judged.length === 0) return 'not-quantified';
  if (judged.every((state) => state === 'not-comparable')) return 'not-comparable';
  const reached = judged.filter((state) => REACHED.includes(state));
  if (reached.length === judged.length) return reached.includes('exceeded') ? 'exceeded' : 'met';
  if (reached.length > 0) return 'partly';
  return judged.every((state) => MISSED.includes(state)) ? 'none' : 'unknown';
}
