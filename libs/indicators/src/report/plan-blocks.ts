import { queryOfFigure } from '../figure-query';
import type { Figure } from '../figure';
import type { ActionView, PlanView } from '../plan-view';
import type { TargetView } from '../target-view';
import type { ActionAchievement } from '../targets';
import { type Block, type Inline, type Line, text } from './model';
import { countSpan, figureSpan, nameSpan, type Wording } from './wording';
import { note, paragraph, type Writing } from './writing';

export const actionRef = (plan: string, action: number): string => `plan/${plan}/action/${action}`;
export const actionNumber = (plan: string, action: number): Inline => nameSpan(String(action), actionRef(plan, action));

const viewOf = ({ sources, plan }: Writing): PlanView | undefined => (plan === undefined ? undefined : sources.plan(plan));
const noPlan = ({ wording }: Writing): readonly Block[] => [note(wording.sentence('report-text.plan.none'))];

const RESULTS: readonly ActionAchievement[] = ['exceeded', 'met', 'partly', 'none', 'unknown', 'not-quantified', 'not-comparable'];

/** What is said before the sheets of the actions, which are sections of their own. */
export const sheetsIntro = (writing: Writing): readonly Block[] =>
  viewOf(writing) ? [paragraph(writing.wording.sentence('report-text.sheets.intro'))] : noPlan(writing);

/** How large the plan is, and how many actions came how far. Every count is of actions that the report can name. */
export function planSummary(writing: Writing): readonly Block[] {
  const { wording } = writing;
  const view = viewOf(writing);
  if (!view) return noPlan(writing);
  const { plan, actions } = view;
  const intro = wording.sentence('report-text.plan.intro', {
    plan: nameSpan(wording.titleIn(view.title), `plan/${plan}`),
    actions: wording.counted(
      'action',
      actions.map(({ number }) => actionRef(plan, number)),
    ),
    targets: wording.counted(
      'target',
      actions.flatMap(({ targets }) => targets.map(({ eventId }) => eventId)),
    ),
  });
  const rows = RESULTS.flatMap((result): readonly (readonly Line[])[] => {
    const reached = actions.filter(({ achievement }) => achievement === result).map(({ number }) => actionRef(plan, number));
    return reached.length === 0 ? [] : [[[text(wording.label(`achievement.action.${result}`))], [countSpan(wording, reached)]]];
  });
  const head = ['report-text.plan.result', 'report-text.plan.actions'].map((column) => [text(wording.label(column))]);
  return [paragraph(intro), { kind: 'table', caption: wording.sentence('report-text.plan.results'), head, rows }];
}

/** Rhythms that a goal of a year does not say already. */
const RHYTHMS: readonly (string | undefined)[] = ['weekly', 'monthly', 'quarterly', 'half-yearly'];

function goalWords(wording: Wording, target: TargetView): string | undefined {
  const goal = wording.goal(target);
  if (goal === undefined) return undefined;
  if (target.per) {
    const group = wording.known(`report-text.group.${target.per.dimension}`, wording.label('report-text.group.other'));
    return wording.label(`report-text.per.${target.per.quantifier}`, { goal, group });
  }
  return RHYTHMS.includes(target.rhythm) ? `${goal}, ${wording.label(`plan.value.rhythm.${target.rhythm}`).toLowerCase()}` : goal;
}

export const goalSpan = (wording: Wording, target: TargetView): Inline => {
  const written = goalWords(wording, target);
  return written === undefined
    ? text(wording.label('report-text.sheet.no-number'))
    : { kind: 'target', text: written, event: target.eventId };
};

/** What a document prints of each group; otherwise a number is of all groups together. */
const isOfEachGroup = ({ id }: Figure): boolean => queryOfFigure(id).where?.some(({ dim }) => dim === 'per') ?? false;

/** What was realised of a target, with what it counts; of a goal for each group it says when it is of all together. */
export function realisedLine(wording: Wording, { per, realised }: TargetView): Line {
  if (!realised) return [text(wording.label('report-text.number.not-recorded'))];
  const value = figureSpan(wording, realised, 'value-with-kind');
  const together = per !== undefined && realised.shown !== 'none' && realised.shown !== 'disputed' && !isOfEachGroup(realised);
  return together ? wording.sentence('report-text.per.together', { value }) : [value];
}

export const targetName = (wording: Wording, target: TargetView): Inline => nameSpan(wording.titleIn(target.label), target.eventId);

/** The targets that were exceeded, those that were exceeded most first. */
export function successes(writing: Writing): readonly Block[] {
  const { wording } = writing;
  const view = viewOf(writing);
  if (!view) return noPlan(writing);
  const items = view.actions
    .flatMap(({ number, targets }) => targets.map((target) => ({ number, target })))
    .filter(({ target }) => target.achievement.state === 'exceeded')
    .toSorted((a, b) => (b.target.achievement.percent ?? 0) - (a.target.achievement.percent ?? 0))
    .flatMap(({ number, target }): readonly Line[] => {
      if (!target.realised) return [];
      return [
        wording.sentence('report-text.successes.item', {
          label: targetName(wording, target),
          action: actionNumber(view.plan, number),
          value: realisedLine(wording, target),
          goal: goalSpan(wording, target),
        }),
      ];
    });
  if (items.length === 0) return [note(wording.sentence('report-text.successes.none'))];
  return [paragraph(wording.sentence('report-text.successes.intro')), { kind: 'list', items }];
}

const HELD_BACK: readonly string[] = ['suspended', 'postponed', 'removed', 'closed', 'transfer-pending'];

/** Whether an action did not run as planned: closing one that is done is no limit. */
const heldBack = ({ lifecycle, reason }: ActionView): boolean => HELD_BACK.includes(lifecycle) && reason !== 'done';

/** What held the plan back, by the reasons given with each action that did not run as planned. */
export function limits(writing: Writing): readonly Block[] {
  const { wording } = writing;
  const view = viewOf(writing);
  if (!view) return noPlan(writing);
  const { plan } = view;
  const stopped = view.actions.filter(heldBack);
  if (stopped.length === 0) return [note(wording.sentence('report-text.limits.none'))];
  const byReason = Map.groupBy(stopped, ({ reason }) => reason ?? 'not-stated');
  const items = [...byReason].map(([reason, actions]) =>
    wording.sentence('report-text.limits.item', {
      reason: text(wording.label(`plan.value.reason.${reason}`)),
      actions: wording.listed(
        actions.map(({ number, title, lifecycle }) =>
          wording.sentence('report-text.limits.action', {
            title: nameSpan(wording.titleIn(title), actionRef(plan, number)),
            number: actionNumber(plan, number),
            state: text(wording.label(`plan.lifecycle.${lifecycle}`).toLowerCase()),
          }),
        ),
      ),
    }),
  );
  const count = countSpan(
    wording,
    stopped.map(({ number }) => actionRef(plan, number)),
  );
  return [paragraph(wording.sentence('report-text.limits.intro', { count })), { kind: 'list', items }];
}
