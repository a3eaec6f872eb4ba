import type { ActionView, PlanView } from '../plan-view';
import type { TargetView } from '../target-view';
import { actionNumber, actionRef, goalSpan, realisedLine, targetName } from './plan-blocks';
import { type Bar, type Block, type Inline, type Line, text } from './model';
import { nameSpan, type Wording } from './wording';
import { paragraph, type Writing } from './writing';

function standing(wording: Wording, { lifecycle, sinceWhen, reason, achievement, printedStatus }: ActionView): readonly Line[] {
  const words = (key: string): Inline => text(wording.label(key).toLowerCase());
  return [
    wording.sentence('report-text.sheet.state', { state: words(`plan.lifecycle.${lifecycle}`), since: text(wording.when(sinceWhen)) }),
    ...(reason === null ? [] : [wording.sentence('report-text.sheet.reason', { reason: words(`plan.value.reason.${reason}`) })]),
    wording.sentence('report-text.sheet.result', { result: words(`achievement.action.${achievement}`) }),
    ...(printedStatus === null
      ? []
      : [wording.sentence('report-text.sheet.printed', { status: words(`plan.value.status.${printedStatus.status}`) })]),
  ];
}

const spaced = (lines: readonly Line[]): Line => lines.flatMap((line, at) => [...(at === 0 ? [] : [text(' ')]), ...line]);

const COLUMNS = ['target', 'wanted', 'realised', 'compared'] as const;

const isJudged = (state: string): boolean => state !== 'not-quantified' && state !== 'unknown' && state !== 'not-comparable';

/** How a target and what was realised compare: in a word, in percent, and with what is not certain or not over about it. */
function comparedLine(wording: Wording, { achievement, realised, per }: TargetView): Line {
  const { state, percent, about, provisional } = achievement;
  const words = [
    ...(about && isJudged(state) ? [wording.label('report-text.sheet.about')] : []),
    ...(provisional && isJudged(state) ? [wording.label('report-text.sheet.provisional')] : []),
  ];
  const share: Line =
    percent === undefined || !realised || per || !isJudged(state)
      ? []
      : [text(', '), { kind: 'number', text: wording.percent(percent), figure: realised.id }];
  return [text(wording.label(`achievement.state.${state}`)), ...share, ...words.map((word) => text(`, ${word}`))];
}

function targetTable(wording: Wording, plan: string, { number, targets }: ActionView): readonly Block[] {
  if (targets.length === 0) return [];
  const rows = targets.map((target): readonly Line[] => {
    return [[targetName(wording, target)], [goalSpan(wording, target)], realisedLine(wording, target), comparedLine(wording, target)];
  });
  const head = COLUMNS.map((column) => [text(wording.label(`report-text.sheet.${column}`))]);
  return [{ kind: 'table', caption: wording.sentence('report-text.sheet.caption', { action: actionNumber(plan, number) }), head, rows }];
}

function whereOf(wording: Wording, plan: string, link: ActionView['links'][number]): Inline | Line {
  if (link.body) return nameSpan(wording.titleIn(link.body), `${plan}/${link.kind}`);
  const action = actionNumber(link.plan ?? plan, link.action ?? 0);
  return wording.sentence('report-text.sheet.action', { action });
}

const linksOf = (wording: Wording, plan: string, { links }: ActionView): readonly Line[] =>
  links.map((link) =>
    wording.sentence('report-text.sheet.goes-on', {
      kind: text(wording.label(`report-text.link.${link.kind}`)),
      where: whereOf(wording, plan, link),
    }),
  );

/** The sheet of one action, but for what somebody writes: how it stands, its targets beside what was realised, where it goes on. */
export function sheetOf(writing: Writing, { plan }: PlanView, action: ActionView): readonly Block[] {
  const { wording } = writing;
  const links = linksOf(wording, plan, action);
  return [
    paragraph(spaced(standing(wording, action))),
    ...targetTable(wording, plan, action),
    ...(links.length > 0 ? [{ kind: 'list', items: links } as const] : []),
  ];
}

/** No bar is longer than three times its target: what lies far above would flatten all others. The number beside it says it in full. */
const LONGEST = 300;

/** The targets under an objective as bars, in percent of what was wanted; nothing where none can be compared. */
export function objectiveChart({ wording }: Writing, view: PlanView, objective: string): readonly Block[] {
  const actions = view.actions.filter((action) => action.objective === objective);
  const bars = actions.flatMap(({ number, targets }) =>
    targets.flatMap((target): readonly Bar[] => {
      const { percent } = target.achievement;
      // A goal for each group is not what all groups realised together.
      if (percent === undefined || !target.realised || target.per) return [];
      const shown = realisedLine(wording, target);
      const label = wording.sentence('report-text.sheets.label', {
        action: actionNumber(view.plan, number),
        target: targetName(wording, target),
      });
      return [{ label, value: Math.min(percent, LONGEST), shown, wanted: { value: 100, shown: [goalSpan(wording, target)] } }];
    }),
  );
  if (bars.length === 0) return [];
  const title = wording.sentence('report-text.sheets.chart', {
    objective: nameSpan(objective, `plan/${view.plan}/objective/${objective}`),
  });
  const head = ['target', 'realised', 'wanted'].map((column) => [text(wording.label(`report-text.sheet.${column}`))]);
  return [{ kind: 'chart', title, head, bars }];
}

export const sheetCode = (action: number): string => `action-${action}`;
export const sheetTitle = (wording: Wording, plan: string, { number, title }: ActionView): Line => [
  nameSpan(wording.titleIn(title), actionRef(plan, number)),
];
