import { ensure, type Evolution, type RecordedEvent } from '@app/decider';
import type {
  ActionDefinedData,
  ActionReason,
  ActionReplacedData,
  ActionsMergedData,
  ActionSplitData,
  ActionTakenOverData,
  ObjectiveDefinedData,
  PartnerCommittedToActionData,
  PlanAdoptedData,
  PlanPeriod,
  TargetSetData,
  ZoneObjectiveSetData,
} from './plan.events';
import { type ActionBlockedData, type ActionStatusAssessedData, type Lifecycle, LIFECYCLE_AFTER } from './progress.events';

export interface ActionState {
  readonly definition: ActionDefinedData;
  readonly lifecycle: Lifecycle;
  /** Of the last event that gave one. */
  readonly reason?: ActionReason;
  readonly toPeriod?: PlanPeriod;
  readonly partners: readonly PartnerCommittedToActionData[];
  readonly blockedBy: readonly number[];
  readonly replaced?: ActionReplacedData;
  readonly takenOver?: ActionTakenOverData;
  readonly split?: ActionSplitData;
  readonly merged?: ActionsMergedData;
  readonly assessed?: ActionStatusAssessedData;
}

export interface PlanState {
  readonly adopted?: PlanAdoptedData;
  readonly objectives: Readonly<Record<string, ObjectiveDefinedData | ZoneObjectiveSetData>>;
  readonly actions: Readonly<Record<number, ActionState>>;
  readonly targets: Readonly<Record<string, TargetSetData>>;
}

const initialState: PlanState = { objectives: {}, actions: {}, targets: {} };

/** An action may be missing while the event that defined it is being corrected: then nothing changes. */
function withAction(state: PlanState, number: number, change: (action: ActionState) => Partial<ActionState>): PlanState {
  const action = state.actions[number];
  return action ? { ...state, actions: { ...state.actions, [number]: { ...action, ...change(action) } } } : state;
}

const moved =
  (lifecycle: Lifecycle) =>
  (state: PlanState, { action, reason, toPeriod }: { action: number; reason?: ActionReason; toPeriod?: PlanPeriod }): PlanState =>
    withAction(state, action, () => ({ lifecycle, reason, toPeriod }));

const addObjective = (state: PlanState, objective: ObjectiveDefinedData | ZoneObjectiveSetData): PlanState => ({
  ...state,
  objectives: { ...state.objectives, [objective.code]: objective },
});

const define = (state: PlanState, definition: ActionDefinedData): PlanState => ({
  ...state,
  actions: { ...state.actions, [definition.action]: { definition, lifecycle: 'planned', partners: [], blockedBy: [] } },
});

const setTarget = (state: PlanState, target: TargetSetData): PlanState => ({
  ...state,
  targets: { ...state.targets, [target.target]: target },
});

const merge = (state: PlanState, merged: ActionsMergedData): PlanState =>
  merged.actions.reduce(
    (before, number) =>
      withAction(before, number, ({ lifecycle }) => ({ merged, lifecycle: number === merged.into ? lifecycle : 'merged' })),
    state,
  );

const takeOver = (state: PlanState, takenOver: ActionTakenOverData): PlanState =>
  withAction(state, takenOver.action, ({ lifecycle, reason }) =>
    lifecycle === 'transfer-pending' ? { takenOver, lifecycle: 'closed', reason: takenOver.reason } : { takenOver, lifecycle, reason },
  );

const block = (state: PlanState, { action, by }: ActionBlockedData): PlanState =>
  withAction(state, action, ({ blockedBy }) => ({ blockedBy: [...blockedBy, by] }));

const unblock = (state: PlanState, { action, by }: ActionBlockedData): PlanState =>
  withAction(state, action, ({ blockedBy }) => ({ blockedBy: blockedBy.filter((other) => other !== by) }));

const EVOLUTIONS: Readonly<Record<string, (state: PlanState, data: any) => PlanState>> = {
  PlanAdopted: (state, adopted: PlanAdoptedData) => ({ ...state, adopted }),
  ObjectiveDefined: addObjective,
  ZoneObjectiveSet: addObjective,
  ActionDefined: define,
  TargetSet: setTarget,
  TargetRevised: setTarget,
  ActionReworded: (state, { action, title }: { action: number; title: ActionDefinedData['title'] }) =>
    withAction(state, action, ({ definition }) => ({ definition: { ...definition, title } })),
  PartnerCommittedToAction: (state, commitment: PartnerCommittedToActionData) =>
    withAction(state, commitment.action, ({ partners }) => ({ partners: [...partners, commitment] })),
  ActionSplit: (state, split: ActionSplitData) => withAction(state, split.action, () => ({ split, lifecycle: 'split' })),
  ActionsMerged: merge,
  ActionReplaced: (state, replaced: ActionReplacedData) => withAction(state, replaced.action, () => ({ replaced })),
  ActionTakenOver: takeOver,
  ...Object.fromEntries(Object.entries(LIFECYCLE_AFTER).map(([move, lifecycle]) => [move, moved(lifecycle)])),
  ActionBlocked: block,
  ActionUnblocked: unblock,
  ActionStatusAssessed: (state, assessed: ActionStatusAssessedData) => withAction(state, assessed.action, () => ({ assessed })),
};

export const planEvolution: Evolution<PlanState> = {
  initialState,
  evolve: (state, event: RecordedEvent) => EVOLUTIONS[event.type]?.(state, event.data) ?? state,
};

export function adoptedPlan(state: PlanState): PlanAdoptedData {
  ensure(state.adopted !== undefined, 'plan.not-adopted');
  return state.adopted;
}

/** @throws Refusal for a number that the plan does not have. */
export function actionOf(state: PlanState, action: number, field = '/action'): ActionState {
  adoptedPlan(state);
  const found = state.actions[action];
  ensure(found !== undefined, 'plan.unknown-action', { action }, field);
  return found;
}

const ENDED: readonly Lifecycle[] = ['closed', 'removed', 'split', 'merged'];

export const hasEnded = ({ lifecycle }: ActionState): boolean => ENDED.includes(lifecycle);

/** @throws Refusal for an unknown action and for one that was closed, removed, split or merged. */
export function liveAction(state: PlanState, action: number): ActionState {
  const found = actionOf(state, action);
  ensure(!hasEnded(found), 'plan.action-ended', { action, lifecycle: found.lifecycle }, '/action');
  return found;
}
