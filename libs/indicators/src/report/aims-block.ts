import { AIMS, type Aim } from '@app/partnership/self-evaluation/self-evaluation.events';
import type { Figure } from '../figure';
import type { AimView, ScoreView } from '../self-evaluation/self-evaluation-view';
import { type Block, type Inline, type Line, text } from './model';
import { figureSpan, nameSpan, sureOf, type Wording } from './wording';
import { note, type Writing } from './writing';

/** What a report tells of an aim: what people scored, and what a document printed. */
interface AimTold {
  readonly aim: Aim;
  readonly scored?: AimView;
  readonly printed: Figure;
}

/** The score that a report prints for the year, or else states in the January after it. */
function printedScore({ sources, period }: Writing, aim: Aim): Figure {
  const where = [{ dim: 'aim', op: 'eq', value: [aim] }] as const;
  const inYear = sources.figure('aim-score', period, where);
  return inYear.shown === 'none' ? sources.figure('aim-score', `${Number(period.to.slice(0, 4)) + 1}-01`, where) : inYear;
}

const eventsOf = (scores: readonly ScoreView[]): readonly string[] => scores.map(({ event }) => event);

/** The median where the scorers agree, else every score: never a mean, for the steps of the scale have no distance. */
function scoreLine(wording: Wording, { aim, scored, printed }: AimTold): Line {
  if (!scored || scored.scores.length === 0) return [figureSpan(wording, printed)];
  const { median } = scored.agreement;
  if (median !== undefined) return [nameSpan(wording.number(median), `self-evaluation/${aim}/${eventsOf(scored.scores).join(',')}`)];
  return wording.listed(scored.scores.map(({ score, event }) => [nameSpan(wording.number(score), event)]));
}

function sureLine(wording: Wording, { scored, printed }: AimTold): Line {
  if (!scored || scored.scores.length === 0) return [text(wording.label(`report-text.sure.${sureOf(printed)}`))];
  const scorers = wording.counted('score', eventsOf(scored.scores));
  const agreement = wording.sentence(`report-text.aims.${scored.agreement.state}`, { scorers });
  if (printed.shown === 'none') return agreement;
  return wording.listed([agreement, wording.sentence('report-text.aims.printed', { score: figureSpan(wording, printed) })]);
}

const aimSpan = (wording: Wording, aim: Aim): Inline => text(wording.label(`self-evaluation.value.aim.${aim}`));

/** What the scorers wrote, in the words of the record: what was done, and why they scored so. */
function said(wording: Wording, aim: Aim, { role, implementation, rationale, event }: ScoreView): readonly Line[] {
  const name = aimSpan(wording, aim);
  const as = text(wording.label(`self-evaluation.value.role.${role}`).toLowerCase());
  return [
    ...(implementation
      ? [wording.sentence('report-text.aims.done', { aim: name, text: nameSpan(wording.titleIn(implementation), event) })]
      : []),
    wording.sentence('report-text.aims.why', { aim: name, role: as, text: nameSpan(wording.titleIn(rationale), event) }),
  ];
}

/** The five aims of the year: scores with their reasons, what is printed beside them, and always the caveat. One sentence where there is no score at all. */
export function aims(writing: Writing): readonly Block[] {
  const { sources, wording, period } = writing;
  const view = sources.selfEvaluation(Number(period.to.slice(0, 4)));
  const told = AIMS.map((aim): AimTold => {
    const scored = view?.aims.find((one) => one.aim === aim);
    return { aim, ...(scored ? { scored } : {}), printed: printedScore(writing, aim) };
  });
  if (told.every(({ scored, printed }) => printed.shown === 'none' && (scored?.scores.length ?? 0) === 0))
    return [note(wording.sentence('report-text.aims.none'))];
  const head = ['report-text.aims.aim', 'report-text.aims.score', 'report-text.figures.sure'].map((column) => [
    text(wording.label(column)),
  ]);
  const rows = told.map((one): readonly Line[] => [[aimSpan(wording, one.aim)], scoreLine(wording, one), sureLine(wording, one)]);
  const reasons = told.flatMap(({ aim, scored }) => scored?.scores.flatMap((score) => said(wording, aim, score)) ?? []);
  const stale = told.filter(({ scored }) => scored?.scores.some((score) => score.stale));
  return [
    { kind: 'table', caption: wording.sentence('report-text.aims.caption'), head, rows },
    ...(reasons.length > 0 ? [{ kind: 'list', items: reasons } as const] : []),
    ...stale.map(({ aim }): Block => ({
      kind: 'callout',
      tone: 'stale',
      line: wording.sentence('report-text.aims.stale', { aim: aimSpan(wording, aim) }),
    })),
    note(
      view?.caveat
        ? [nameSpan(wording.titleIn(view.caveat), `self-evaluation/${view.year}/caveat`)]
        : wording.sentence('report-text.aims.caveat'),
    ),
  ];
}
