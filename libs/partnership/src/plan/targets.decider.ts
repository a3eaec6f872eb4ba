import { dataOf, type Decide, ensure, happened, sameData } from '@app/decider';
import { targetRevised, type TargetRevisedData, targetSet, type TargetSetData } from './plan.events';
import { actionOf, type PlanState } from './state.decider';

function boundsFit({ comparator, lo, hi }: TargetSetData): boolean {
  switch (comparator) {
    case '=':
      return lo !== undefined && lo === hi;
    case '>=':
    case '>':
      return lo !== undefined && hi === undefined;
    case '<=':
      return lo === undefined && hi !== undefined;
    case 'range':
      return lo !== undefined && hi !== undefined && lo < hi;
    case 'none':
      return lo === undefined && hi === undefined;
  }
}

function ensureSound(target: TargetSetData): void {
  ensure(boundsFit(target), 'plan.comparator-does-not-fit', { comparator: target.comparator }, '/comparator');
  ensure(target.period.from <= target.period.to, 'plan.period-backwards', {}, '/period/to');
}

export const setTarget: Decide<TargetSetData, PlanState> = (command, state) => {
  actionOf(state, command.action);
  const data = dataOf(targetSet, command);
  const known = state.targets[data.target];
  if (known && sameData(dataOf(targetSet, known), data)) return [];
  ensure(known === undefined, 'plan.target-exists', { target: data.target }, '/target');
  ensureSound(data);
  return [happened(targetSet, data)];
};

/** The old value stays known to whoever asks as of an earlier day; a target never wanders to another action. */
export const reviseTarget: Decide<TargetRevisedData, PlanState> = (command, state) => {
  actionOf(state, command.action);
  const data = dataOf(targetRevised, command);
  const known = state.targets[data.target];
  ensure(known !== undefined, 'plan.unknown-target', { target: data.target }, '/target');
  ensure(known.action === data.action, 'plan.target-of-another-action', { target: data.target, action: known.action }, '/action');
  if (sameData(dataOf(targetSet, known), dataOf(targetSet, data))) return [];
  ensureSound(data);
  return [happened(targetRevised, data)];
};
