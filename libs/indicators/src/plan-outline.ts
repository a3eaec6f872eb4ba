import type { Occurred } from '@app/decider';
import type {
  ActionDefinedData,
  ActionReplacedData,
  ActionRewordedData,
  ActionsMergedData,
  ActionSplitData,
  ActionTakenOverData,
  ObjectiveDefinedData,
  PartnerCommittedToActionData,
  PlanAdoptedData,
  Title,
  ZoneObjectiveSetData,
} from '@app/partnership/plan/plan.events';
import {
  type ActionBlockedData,
  type ActionReasonData,
  type ActionStatusAssessedData,
  type Lifecycle,
  LIFECYCLE_AFTER,
  type LifecycleMove,
} from '@app/partnership/plan/progress.events';
import type { ActionOutline, LinkView, ObjectiveView, PartnerView, PlanOutline, PrintedStatus, SinceWhen } from './plan.answer';
import type { SaidEvent } from './said-events';

export type { ActionOutline, PlanOutline } from './plan.answer';

interface ActionDraft extends Pick<ActionOutline, 'number' | 'objective'> {
  title: Title;
  lifecycle: Lifecycle;
  reason: string | null;
  since: string;
  sinceWhen: SinceWhen;
  printedStatus: PrintedStatus | null;
  readonly links: Map<string, LinkView>;
  readonly partners: Map<string, PartnerView>;
}

interface Draft {
  adopted?: PlanAdoptedData;
  readonly objectives: Map<string, ObjectiveView>;
  readonly actions: Map<number, ActionDraft>;
}

/** The text of a plan holds as it is known at K, whatever day it is about; what happens to its actions only from its day on. */
const TEXT: ReadonlySet<string> = new Set([
  'PlanAdopted',
  'ObjectiveDefined',
  'ZoneObjectiveSet',
  'ActionDefined',
  'ActionReworded',
  'PartnerCommittedToAction',
]);

const whenOf = ({ from, to, precision }: Occurred): SinceWhen => ({ from, to, precision });

function move(action: ActionDraft | undefined, lifecycle: Lifecycle, reason: string | undefined, { occurred }: SaidEvent): void {
  if (action) Object.assign(action, { lifecycle, reason: reason ?? null, since: occurred.from, sinceWhen: whenOf(occurred) });
}

const linkKey = ({ kind, plan, action }: LinkView): string => `${kind}|${plan ?? ''}|${action ?? 0}`;

const link = (action: ActionDraft | undefined, made: LinkView): void => void action?.links.set(linkKey(made), made);

function define({ actions }: Draft, { action: number, objective, title, continues = [] }: ActionDefinedData, occurred: Occurred): void {
  const links = new Map<string, LinkView>();
  const action: ActionDraft = {
    number,
    objective,
    title,
    lifecycle: 'planned',
    reason: null,
    since: occurred.from,
    sinceWhen: whenOf(occurred),
    printedStatus: null,
    links,
    partners: new Map(),
  };
  for (const earlier of continues) link(action, { kind: 'continues', ...earlier });
  actions.set(number, action);
}

function assess(action: ActionDraft | undefined, { status, achievement, basis }: ActionStatusAssessedData, event: SaidEvent): void {
  if (!action) return;
  const { id: eventId, sourceRef } = event;
  action.printedStatus = {
    status,
    ...(achievement === undefined ? {} : { achievement }),
    basis,
    eventId,
    ...(sourceRef ? { source: { ref: sourceRef.ref, line: sourceRef.locator } } : {}),
  };
}

type Step = (draft: Draft, data: any, event: SaidEvent) => void;

const moved: Step = ({ actions }, { action, reason }: Partial<ActionReasonData>, event) =>
  move(actions.get(action ?? 0), LIFECYCLE_AFTER[event.type as LifecycleMove], reason, event);

const STEPS: Readonly<Record<string, Step>> = {
  PlanAdopted: (draft, adopted: PlanAdoptedData) => {
    draft.adopted = adopted;
  },
  ObjectiveDefined: ({ objectives }, { code, level, parent, title }: ObjectiveDefinedData) => {
    objectives.set(code, { code, level, parent: parent ?? null, title });
  },
  ZoneObjectiveSet: ({ objectives }, { code, title, zone, diagnosis, regional }: ZoneObjectiveSetData) => {
    objectives.set(code, { code, level: 'zone', parent: null, title, zone, diagnosis, ...(regional ? { regional } : {}) });
  },
  ActionDefined: (draft, data: ActionDefinedData, { occurred }) => define(draft, data, occurred),
  ActionReworded: ({ actions }, { action, title }: ActionRewordedData) => {
    const reworded = actions.get(action);
    if (reworded) reworded.title = title;
  },
  ...Object.fromEntries(Object.keys(LIFECYCLE_AFTER).map((type) => [type, moved])),
  ActionSplit: ({ actions }, { action, into, reason }: ActionSplitData, event) => {
    const split = actions.get(action);
    move(split, 'split', reason, event);
    for (const other of into) link(split, { kind: 'split-into', action: other, reason });
  },
  ActionsMerged: ({ actions }, { actions: merged, into, reason }: ActionsMergedData, event) => {
    for (const number of merged.filter((one) => one !== into)) {
      move(actions.get(number), 'merged', reason, event);
      link(actions.get(number), { kind: 'merged-into', action: into, reason });
    }
  },
  ActionReplaced: ({ actions }, { action, by, form, reason }: ActionReplacedData) =>
    link(actions.get(action), {
      kind: 'replaced-by',
      ...(by === undefined ? {} : { action: by }),
      ...(form ? { body: form } : {}),
      reason,
    }),
  ActionTakenOver: ({ actions }, { action, by, reason }: ActionTakenOverData, event) => {
    const taken = actions.get(action);
    link(taken, { kind: 'taken-over-by', body: by, reason });
    if (taken?.lifecycle === 'transfer-pending') move(taken, 'closed', reason, event);
  },
  ActionBlocked: ({ actions }, { action, by }: ActionBlockedData) => link(actions.get(action), { kind: 'blocked-by', action: by }),
  ActionUnblocked: ({ actions }, { action, by }: ActionBlockedData) => {
    actions.get(action)?.links.delete(linkKey({ kind: 'blocked-by', action: by }));
  },
  PartnerCommittedToAction: ({ actions }, { action, partner, contribution }: PartnerCommittedToActionData) => {
    actions.get(action)?.partners.set(`${partner}|${contribution}`, { partner, contribution });
  },
  ActionStatusAssessed: ({ actions }, data: ActionStatusAssessedData, event) => assess(actions.get(data.action), data, event),
};

const inOrder = <T>(items: Iterable<T>, ...keys: readonly ((item: T) => string | number)[]): readonly T[] =>
  [...items].sort((a, b) => {
    const key = keys.find((of) => of(a) !== of(b));
    return key === undefined ? 0 : key(a) < key(b) ? -1 : 1;
  });

const finished = ({ links, partners, ...action }: ActionDraft): ActionOutline => ({
  ...action,
  links: inOrder(
    links.values(),
    ({ kind }) => kind,
    ({ plan = '' }) => plan,
    ({ action: other = 0 }) => other,
  ),
  partners: inOrder(
    partners.values(),
    ({ partner }) => partner,
    ({ contribution }) => contribution,
  ),
});

/**
 * The outline of one plan from what was said of it, in log order. What happened to its actions after `asOf` is left out: a move of which the day is not
 * certain counts from the first day that it may have been. A fold of its own: the state that decides keeps neither days nor the events of a status, which
 * no decision needs. Undefined when nobody adopted the plan.
 */
export function planOutline(events: readonly SaidEvent[], asOf: string): PlanOutline | undefined {
  const draft: Draft = { objectives: new Map(), actions: new Map() };
  for (const event of events) {
    if (TEXT.has(event.type) || event.occurred.from <= asOf) STEPS[event.type]?.(draft, event.data, event);
  }
  if (!draft.adopted) return undefined;
  const { plan, title, period, zone } = draft.adopted;
  const actions = inOrder(draft.actions.values(), ({ number }) => number).map(finished);
  return { plan, title, period, ...(zone === undefined ? {} : { zone }), objectives: [...draft.objectives.values()], actions };
}
