import { dataOf, type Decide, ensure, type EventDefinition, happened, sameData } from '@app/decider';
import {
  actionBlocked,
  type ActionBlockedData,
  actionClosed,
  type ActionData,
  actionPostponed,
  type ActionPostponedData,
  type ActionReasonData,
  actionRemoved,
  actionResumed,
  actionStarted,
  actionStatusAssessed,
  type ActionStatusAssessedData,
  actionSuspended,
  actionTestStarted,
  actionTransferOpened,
  actionUnblocked,
  type Lifecycle,
  LIFECYCLE_AFTER,
  type LifecycleMove,
  progressReported,
  type ProgressReportedData,
} from './progress.events';
import { actionOf, liveAction, type PlanState } from './state.decider';

/**
 * A move of the lifecycle: nothing when the action stands there already for the same reason, else only out of `from`. A move to where it stands for
 * another reason is refused like any other that does not fit.
 */
function move<Data extends ActionData>(
  definition: EventDefinition<LifecycleMove, Data>,
  from: readonly Lifecycle[],
): Decide<Data, PlanState> {
  const to = LIFECYCLE_AFTER[definition.type];
  return (command, state) => {
    const data = dataOf(definition, command);
    const { lifecycle, reason, toPeriod } = actionOf(state, data.action);
    const said = { reason: undefined, toPeriod: undefined, ...data } as { reason?: string; toPeriod?: object };
    const same = said.reason === undefined || (said.reason === reason && sameData(said.toPeriod, toPeriod));
    if (lifecycle === to && same) return [];
    liveAction(state, data.action);
    ensure(from.includes(lifecycle), 'plan.not-from-here', { action: data.action, lifecycle }, '/action');
    return [happened(definition, data)];
  };
}

const OPEN: readonly Lifecycle[] = ['planned', 'running', 'in-test', 'suspended', 'postponed', 'transfer-pending'];

export const startAction = move<ActionData>(actionStarted, ['planned', 'postponed', 'in-test']);

export const startActionTest = move<ActionData>(actionTestStarted, ['planned', 'running', 'postponed']);

export const suspendAction = move<ActionReasonData>(actionSuspended, ['planned', 'running', 'in-test', 'postponed', 'transfer-pending']);

export const resumeAction = move<ActionData>(actionResumed, ['suspended', 'transfer-pending']);

/** From one new period to another as well. */
export const postponeAction: Decide<ActionPostponedData, PlanState> = (command, state, context) => {
  const { toPeriod } = command;
  ensure(toPeriod === undefined || toPeriod.from <= toPeriod.to, 'plan.period-backwards', {}, '/toPeriod/to');
  return move<ActionPostponedData>(actionPostponed, OPEN)(command, state, context);
};

export const openActionTransfer = move<ActionReasonData>(actionTransferOpened, ['planned', 'running', 'in-test', 'suspended', 'postponed']);

export const closeAction = move<ActionReasonData>(actionClosed, OPEN);

export const removeAction = move<ActionReasonData>(actionRemoved, OPEN);

export const reportProgress: Decide<ProgressReportedData, PlanState> = (command, state) => {
  actionOf(state, command.action);
  const { textNl, textFr, outputs, figures } = command;
  const says = [textNl, textFr, outputs, figures].some((part) => part !== undefined);
  ensure(says, 'plan.nothing-reported', { action: command.action }, '/textNl');
  return [happened(progressReported, dataOf(progressReported, command))];
};

const waitsFor = (state: PlanState, action: number, other: number, seen: readonly number[] = []): boolean =>
  !seen.includes(action) &&
  (state.actions[action]?.blockedBy ?? []).some((by) => by === other || waitsFor(state, by, other, [...seen, action]));

export const blockAction: Decide<ActionBlockedData, PlanState> = (command, state) => {
  const data = dataOf(actionBlocked, command);
  const { blockedBy } = actionOf(state, data.action);
  if (blockedBy.includes(data.by)) return [];
  liveAction(state, data.action);
  actionOf(state, data.by, '/by');
  const circle = data.by === data.action || waitsFor(state, data.by, data.action);
  ensure(!circle, 'plan.blocked-in-a-circle', { action: data.action, by: data.by }, '/by');
  return [happened(actionBlocked, data)];
};

export const unblockAction: Decide<ActionBlockedData, PlanState> = (command, state) => {
  const data = dataOf(actionUnblocked, command);
  const { blockedBy } = actionOf(state, data.action);
  return blockedBy.includes(data.by) ? [happened(actionUnblocked, data)] : [];
};

export const assessActionStatus: Decide<ActionStatusAssessedData, PlanState> = (command, state) => {
  const data = dataOf(actionStatusAssessed, command);
  const { assessed } = actionOf(state, data.action);
  return assessed && sameData(assessed, data) ? [] : [happened(actionStatusAssessed, data)];
};
