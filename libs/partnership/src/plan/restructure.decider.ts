import { dataOf, type Decide, ensure, happened, sameData } from '@app/decider';
import {
  actionReplaced,
  type ActionReplacedData,
  actionsMerged,
  type ActionsMergedData,
  actionSplit,
  type ActionSplitData,
  actionTakenOver,
  type ActionTakenOverData,
  type TargetMove,
} from './plan.events';
import { actionOf, liveAction, type PlanState } from './state.decider';

/** Old figures keep their old action; the mapping only says where each target goes on. */
function ensureMoves(state: PlanState, mapping: readonly TargetMove[] | undefined, from: readonly number[], into: readonly number[]): void {
  for (const { target, action } of mapping ?? []) {
    const known = state.targets[target];
    ensure(
      known !== undefined && from.includes(known.action) && into.includes(action),
      'plan.mapping-does-not-fit',
      { target, action },
      '/mapping',
    );
  }
}

export const splitAction: Decide<ActionSplitData, PlanState> = (command, state) => {
  const data = dataOf(actionSplit, command);
  const { split } = actionOf(state, data.action);
  if (split && sameData(split, data)) return [];
  liveAction(state, data.action);
  const into = new Set(data.into);
  ensure(into.size >= 2 && !into.has(data.action), 'plan.split-needs-two-others', { action: data.action }, '/into');
  for (const part of into) actionOf(state, part, '/into');
  ensureMoves(state, data.mapping, [data.action], data.into);
  return [happened(actionSplit, data)];
};

export const mergeActions: Decide<ActionsMergedData, PlanState> = (command, state) => {
  const data = dataOf(actionsMerged, command);
  const merged = data.actions.map((action) => actionOf(state, action, '/actions').merged);
  if (merged.length > 0 && merged.every((known) => known && sameData(known, data))) return [];
  ensure(new Set(data.actions).size >= 2, 'plan.merge-needs-two', {}, '/actions');
  actionOf(state, data.into, '/into');
  for (const action of data.actions) liveAction(state, action);
  ensureMoves(state, data.mapping, data.actions, [data.into]);
  return [happened(actionsMerged, data)];
};

export const replaceAction: Decide<ActionReplacedData, PlanState> = (command, state) => {
  const data = dataOf(actionReplaced, command);
  const { replaced } = actionOf(state, data.action);
  if (replaced && sameData(replaced, data)) return [];
  ensure(replaced === undefined, 'plan.already-replaced', { action: data.action }, '/action');
  ensure((data.by === undefined) !== (data.form === undefined), 'plan.replaced-by-one-thing', { action: data.action }, '/by');
  ensure(data.by !== data.action, 'plan.replaces-itself', { action: data.action }, '/by');
  if (data.by !== undefined) actionOf(state, data.by, '/by');
  return [happened(actionReplaced, data)];
};

export const takeOverAction: Decide<ActionTakenOverData, PlanState> = (command, state) => {
  const data = dataOf(actionTakenOver, command);
  const { takenOver } = actionOf(state, data.action);
  if (takenOver && sameData(takenOver, data)) return [];
  ensure(takenOver === undefined, 'plan.already-taken-over', { action: data.action }, '/action');
  return [happened(actionTakenOver, data)];
};
