import type { Title } from '@app/partnership/plan/plan.events';
import { BadQuery, queryOfFigure } from '../figure-query';
import type { Figure } from '../figure';
import type { ActionOutline } from '../plan-outline';
import type { ActionView } from '../plan-view';
import type { ReportModel } from '../report';
import type { TargetView } from '../target-view';
import type { EvaluationSent } from './self-evaluation.edition';

export interface QuotedFigure {
  readonly figureId: string;
  /** As it stands in the content; absent when it is pinned by its id alone. */
  readonly sent?: Figure;
  /** Label of the target that it answers. */
  readonly label?: Title;
  /** A score rests on it. */
  readonly evidence?: true;
}

export interface QuotedTarget extends Pick<TargetView, 'target' | 'eventId' | 'label'> {
  readonly plan?: string;
  readonly action?: number;
}

/** An action but for its targets, which stand apart. */
export interface QuotedAction extends ActionOutline {
  readonly plan?: string;
}

/** What a content shows that later events may move. */
export interface Quoted {
  readonly figures: ReadonlyMap<string, QuotedFigure>;
  readonly targets: readonly QuotedTarget[];
  readonly actions: readonly QuotedAction[];
  /** One for each language. */
  readonly reports: readonly ReportModel[];
  readonly evaluations: readonly EvaluationSent[];
}

type Loose = Readonly<Record<string, unknown>>;
type Shape = (value: Loose) => boolean;

const isFigure: Shape = (value) => typeof value['id'] === 'string' && 'shown' in value && 'definition' in value;
const isTarget: Shape = (value) => typeof value['target'] === 'string' && 'comparator' in value && 'eventId' in value;
const isAction: Shape = (value) => typeof value['number'] === 'number' && 'lifecycle' in value && 'title' in value;
const isReport: Shape = (value) => 'templateVersion' in value && 'sections' in value;
const isEvaluation: Shape = (value) => 'status' in value && Array.isArray(value['aims']);
/** A figure that a score rests on: as it was pinned, and as it showed when the content was made. */
const isEvidence: Shape = (value) => typeof value['figureId'] === 'string' && 'then' in value && 'now' in value;

/** The id of a figure that is named and not shown in full: by a member, or by a number in a line of a report. */
function pinnedIn(value: Loose): string | undefined {
  const id = value['kind'] === 'number' ? value['figure'] : value['figureId'];
  return typeof id === 'string' && isReadable(id) ? id : undefined;
}

/** A text or a score may name what no figure has as id; it shows it so, and nothing moves it. */
function isReadable(figureId: string): boolean {
  try {
    return queryOfFigure(figureId) !== undefined;
  } catch (error) {
    if (error instanceof BadQuery) return false;
    throw error;
  }
}

interface Around {
  readonly plan?: string;
  readonly action?: number;
  readonly label?: Title;
}

class Finder implements Quoted {
  readonly figures = new Map<string, QuotedFigure>();
  readonly targets: QuotedTarget[] = [];
  readonly actions: QuotedAction[] = [];
  readonly reports: ReportModel[] = [];
  readonly evaluations: EvaluationSent[] = [];

  walk(value: unknown, around: Around = {}): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item) => this.walk(item, around));
    const members = value as Loose;
    // The parts of a figure are its own, not further figures of the content.
    if (isFigure(members)) return this.quote({ figureId: members['id'] as string, sent: value as Figure, ...labelled(around) });
    if (isEvidence(members)) return this.evidence(members['now'] as Figure);
    const pinned = pinnedIn(members);
    if (pinned !== undefined) this.quote({ figureId: pinned, ...labelled(around) });
    if (isReport(members)) this.reports.push(value as ReportModel);
    if (isEvaluation(members)) this.evaluations.push(value as EvaluationSent);
    const inside = this.within(members, around);
    for (const member of Object.values(members)) this.walk(member, inside);
  }

  private within(members: Loose, around: Around): Around {
    const inside = typeof members['plan'] === 'string' ? { ...around, plan: members['plan'] } : around;
    if (isAction(members)) return this.action(members as unknown as ActionView, inside);
    return isTarget(members) ? this.target(members as unknown as TargetView, inside) : inside;
  }

  private action({ targets: _targets, achievement: _achievement, ...outline }: ActionView, around: Around): Around {
    this.actions.push({ ...inPlan(around), ...outline });
    return { ...around, action: outline.number };
  }

  private target({ target, eventId, label }: TargetView, around: Around): Around {
    const { action } = around;
    this.targets.push({ ...inPlan(around), ...(action === undefined ? {} : { action }), target, eventId, label });
    return { ...around, label };
  }

  private evidence(figure: Figure): void {
    this.quote({ figureId: figure.id, sent: figure, evidence: true });
  }

  /** What stands in full says more than what is named. */
  private quote(quoted: QuotedFigure): void {
    const before = this.figures.get(quoted.figureId);
    if (!before || (!before.sent && quoted.sent)) this.figures.set(quoted.figureId, quoted);
  }
}

const inPlan = ({ plan }: Around): Pick<QuotedAction, 'plan'> => (plan === undefined ? {} : { plan });
const labelled = ({ label }: Around): Pick<QuotedFigure, 'label'> => (label === undefined ? {} : { label });

/** Goes through a content, whatever its view, and finds what may be moved by the shapes that this library gives it. */
export function quotedIn(content: object): Quoted {
  const finder = new Finder();
  finder.walk(content);
  return finder;
}
