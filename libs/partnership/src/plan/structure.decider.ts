import { dataOf, type Decide, ensure, happened, sameData } from '@app/decider';
import {
  actionDefined,
  type ActionDefinedData,
  actionReworded,
  type ActionRewordedData,
  objectiveDefined,
  type ObjectiveDefinedData,
  partnerCommittedToAction,
  type PartnerCommittedToActionData,
  planAdopted,
  type PlanAdoptedData,
  zoneObjectiveSet,
  type ZoneObjectiveSetData,
} from './plan.events';
import { actionOf, adoptedPlan, liveAction, type PlanState } from './state.decider';

export const adoptPlan: Decide<PlanAdoptedData, PlanState> = (command, { adopted }) => {
  const data = dataOf(planAdopted, command);
  if (adopted && sameData(adopted, data)) return [];
  ensure(adopted === undefined, 'plan.already-adopted', { plan: command.plan }, '/plan');
  ensure(data.period.from <= data.period.to, 'plan.period-backwards', {}, '/period/to');
  return [happened(planAdopted, data)];
};

const ensureObjective = (state: PlanState, objective: string, field: string): void =>
  ensure(state.objectives[objective] !== undefined, 'plan.unknown-objective', { objective }, field);

export const defineObjective: Decide<ObjectiveDefinedData, PlanState> = (command, state) => {
  adoptedPlan(state);
  const data = dataOf(objectiveDefined, command);
  const known = state.objectives[data.code];
  if (known && sameData(known, data)) return [];
  ensure(known === undefined, 'plan.objective-exists', { objective: data.code }, '/code');
  if (data.parent !== undefined) ensureObjective(state, data.parent, '/parent');
  return [happened(objectiveDefined, data)];
};

/** Of the plan of the zone itself, or of a common plan that has objectives for several zones. */
export const setZoneObjective: Decide<ZoneObjectiveSetData, PlanState> = (command, state) => {
  const { zone } = adoptedPlan(state);
  const data = dataOf(zoneObjectiveSet, command);
  const known = state.objectives[data.code];
  if (known && sameData(known, data)) return [];
  ensure(known === undefined, 'plan.objective-exists', { objective: data.code }, '/code');
  ensure(zone === undefined || zone === data.zone, 'plan.of-another-zone', { zone: zone ?? '' }, '/zone');
  if (data.regional?.plan === data.plan) ensureObjective(state, data.regional.objective, '/regional/objective');
  return [happened(zoneObjectiveSet, data)];
};

export const defineAction: Decide<ActionDefinedData, PlanState> = (command, state) => {
  adoptedPlan(state);
  const data = dataOf(actionDefined, command);
  const known = state.actions[data.action];
  if (known && sameData(known.definition, data)) return [];
  ensure(known === undefined, 'plan.action-exists', { action: data.action }, '/action');
  ensureObjective(state, data.objective, '/objective');
  ensure(
    !data.continues?.some((earlier) => earlier.plan === data.plan && earlier.action === data.action),
    'plan.continues-itself',
    { action: data.action },
    '/continues',
  );
  return [happened(actionDefined, data)];
};

export const rewordAction: Decide<Omit<ActionRewordedData, 'previous'>, PlanState> = (command, state) => {
  const { definition } = liveAction(state, command.action);
  const data = dataOf(actionReworded, { ...command, previous: definition.title });
  if (sameData(data.title, definition.title)) return [];
  return [happened(actionReworded, data)];
};

export const commitPartner: Decide<PartnerCommittedToActionData, PlanState> = (command, state) => {
  const { partners } = actionOf(state, command.action);
  const data = dataOf(partnerCommittedToAction, command);
  if (partners.some((known) => sameData(known, data))) return [];
  liveAction(state, command.action);
  return [happened(partnerCommittedToAction, data)];
};
