import type { RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, noFacts, one } from '../facts';
import type {
  ActionReplacedData,
  ActionsMergedData,
  ActionSplitData,
  ActionTakenOverData,
  PartnerCommittedToActionData,
  PlanAdoptedData,
  ZoneObjectiveSetData,
} from './plan.events';
import type { ActionData, ActionReasonData } from './progress.events';

const ofAction = (
  type: string,
  { plan, action, reason }: ActionData & Partial<ActionReasonData>,
  rest: FactDraft['dims'] = {},
): FactDraft =>
  one(type, 'action', {
    subjectKind: 'none',
    subjectKey: `${plan}/${action}`,
    dims: { plan, ...(reason === undefined ? {} : { reason }), ...rest },
  });

const moved =
  (type: string) =>
  ({ data }: RecordedEvent<string, ActionData & Partial<ActionReasonData>>) => [ofAction(type, data)];

/**
 * What became of the actions, the plans and objectives of zones, and who committed to what. What the actions brought about is counted by the other
 * terms, and targets are read from the events themselves.
 */
export const planFacts: FactMapping = {
  PlanAdopted: ({ data: { plan, zone } }: RecordedEvent<string, PlanAdoptedData>) => [
    one('plan-adopted', 'document', {
      subjectKind: 'none',
      subjectKey: plan,
      dims: { level: zone === undefined ? 'partnership' : 'zone', ...(zone === undefined ? {} : { zone }) },
    }),
  ],
  ObjectiveDefined: noFacts,
  ZoneObjectiveSet: ({ data: { plan, code, zone, regional } }: RecordedEvent<string, ZoneObjectiveSetData>) => [
    one('zone-objective-set', 'objective', {
      subjectKind: 'none',
      subjectKey: `${plan}/${code}`,
      dims: { plan, zone, serves: regional === undefined ? 'the-zone' : 'the-region' },
    }),
  ],
  ActionDefined: noFacts,
  TargetSet: noFacts,
  TargetRevised: noFacts,
  ActionReworded: noFacts,
  // A split or a merger has a reason of its own kind: why the plan was revised, not why the action did not run.
  ActionSplit: ({ data: { plan, action } }: RecordedEvent<string, ActionSplitData>) => [ofAction('action-split', { plan, action })],
  ActionsMerged: ({ data: { plan, actions, into } }: RecordedEvent<string, ActionsMergedData>) =>
    actions.filter((action) => action !== into).map((action) => ofAction('actions-merged', { plan, action })),
  ActionReplaced: ({ data }: RecordedEvent<string, ActionReplacedData>) => [
    ofAction('action-replaced', data, { by: data.by === undefined ? 'form' : 'action' }),
  ],
  ActionTakenOver: ({ data }: RecordedEvent<string, ActionTakenOverData>) => [ofAction('action-taken-over', data)],
  PartnerCommittedToAction: ({ data }: RecordedEvent<string, PartnerCommittedToActionData>) => [
    one('partner-committed-to-action', 'structure', {
      subjectKind: 'structure',
      subjectKey: data.partner,
      groupKey: `${data.plan}/${data.action}`,
      dims: { plan: data.plan, action: data.action, contribution: data.contribution },
    }),
  ],
  ActionStarted: moved('action-started'),
  ActionTestStarted: moved('action-test-started'),
  ProgressReported: noFacts,
  ActionSuspended: moved('action-suspended'),
  ActionResumed: moved('action-resumed'),
  ActionPostponed: moved('action-postponed'),
  ActionClosed: moved('action-closed'),
  ActionRemoved: moved('action-removed'),
  ActionBlocked: moved('action-blocked'),
  ActionUnblocked: noFacts,
  ActionTransferOpened: moved('action-transfer-opened'),
  ActionStatusAssessed: noFacts,
};
