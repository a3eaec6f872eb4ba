import { type FactMapping, noFacts } from '../facts';

/** A plan states what is meant to happen; what happened is counted by the other terms. Targets are read from the events themselves. */
export const planFacts: FactMapping = {
  PlanAdopted: noFacts,
  ObjectiveDefined: noFacts,
  ActionDefined: noFacts,
  TargetSet: noFacts,
  TargetRevised: noFacts,
  ActionReworded: noFacts,
  ActionSplit: noFacts,
  ActionsMerged: noFacts,
  ActionReplaced: noFacts,
  ActionTakenOver: noFacts,
  PartnerCommittedToAction: noFacts,
  ActionStarted: noFacts,
  ActionTestStarted: noFacts,
  ProgressReported: noFacts,
  ActionSuspended: noFacts,
  ActionResumed: noFacts,
  ActionPostponed: noFacts,
  ActionClosed: noFacts,
  ActionRemoved: noFacts,
  ActionBlocked: noFacts,
  ActionUnblocked: noFacts,
  ActionTransferOpened: noFacts,
  ActionStatusAssessed: noFacts,
};
