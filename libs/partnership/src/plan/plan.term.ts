import type { Term } from '../term';
import { planCommands } from './plan.commands';
import * as planEvents from './plan.events';
import { planFacts } from './plan.facts';
import { planUpcasters } from './plan.upcast';
import { progressCommands } from './progress.commands';
import * as progressEvents from './progress.events';
import { planEvolution, type PlanState } from './state.decider';

export const planTerm: Term<PlanState> = {
  name: 'plan',
  events: [
    planEvents.planAdopted,
    planEvents.objectiveDefined,
    planEvents.zoneObjectiveSet,
    planEvents.actionDefined,
    planEvents.targetSet,
    planEvents.targetRevised,
    planEvents.actionReworded,
    planEvents.actionSplit,
    planEvents.actionsMerged,
    planEvents.actionReplaced,
    planEvents.actionTakenOver,
    planEvents.partnerCommittedToAction,
    progressEvents.actionStarted,
    progressEvents.actionTestStarted,
    progressEvents.progressReported,
    progressEvents.actionSuspended,
    progressEvents.actionResumed,
    progressEvents.actionPostponed,
    progressEvents.actionClosed,
    progressEvents.actionRemoved,
    progressEvents.actionBlocked,
    progressEvents.actionUnblocked,
    progressEvents.actionTransferOpened,
    progressEvents.actionStatusAssessed,
  ],
  evolution: planEvolution,
  commands: [...planCommands, ...progressCommands],
  facts: planFacts,
  upcasters: planUpcasters,
  folded: true,
};
