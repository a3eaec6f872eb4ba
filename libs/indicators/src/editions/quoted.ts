import type { Title } from '@app/partnership/plan/plan.events';
import type { Figure } from '../figures';
import type { ActionView } from '../plan-view';
import type { TargetView } from '../target-view';

export interface QuotedFigure {
  readonly figureId: string;
  /** As it stands in the content; absent when it is pinned by its id alone. */
  readonly sent?: Figure;
  /** Label of the target that it answers. */
  readonly label?: Title;
}

export interface QuotedTarget extends Pick<TargetView, 'target' | 'eventId' | 'label'> {
  readonly plan?: string;
  readonly action?: number;
}

export interface QuotedAction extends Pick<ActionView, 'number' | 'lifecycle' | 'title'> {
  readonly plan?: string;
}

/** What a content shows that later events may move. */
export interface Quoted {
  readonly figures: ReadonlyMap<string, QuotedFigure>;
  readonly targets: readonly QuotedTarget[];
  readonly actions: readonly QuotedAction[];
}

type Loose = Readonly<Record<string, unknown>>;

const isFigure = (value: Loose): boolean => typeof value['id'] === 'string' && 'shown' in value && 'definition' in value;
const isTarget = (value: Loose): boolean => typeof value['target'] === 'string' && 'comparator' in value && 'eventId' in value;
const isAction = (value: Loose): boolean => typeof value['number'] === 'number' && 'lifecycle' in value && 'title' in value;

interface Around {
  readonly plan?: string;
  readonly action?: number;
  readonly label?: Title;
}

/** Goes through a content, whatever its view, and finds figures, targets and actions by the shapes that this library gives them. */
export function quotedIn(content: object): Quoted {
  const figures = new Map<string, QuotedFigure>();
  const targets: QuotedTarget[] = [];
  const actions: QuotedAction[] = [];

  const quote = (figureId: string, { label }: Around, sent?: Figure): void => {
    if (!figures.has(figureId)) figures.set(figureId, { figureId, ...(sent ? { sent } : {}), ...(label ? { label } : {}) });
  };

  function walk(value: unknown, around: Around): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach((item) => walk(item, around));
    const members = value as Loose;
    // The parts of a figure are its own, not further figures of the content.
    if (isFigure(members)) return quote(members['id'] as string, around, value as Figure);
    if (typeof members['figureId'] === 'string') quote(members['figureId'], around);
    let inside = typeof members['plan'] === 'string' ? { ...around, plan: members['plan'] } : around;
    if (isAction(members)) {
      const { number, lifecycle, title } = value as ActionView;
      actions.push({ ...(inside.plan === undefined ? {} : { plan: inside.plan }), number, lifecycle, title });
      inside = { ...inside, action: number };
    }
    if (isTarget(members)) {
      const { target, eventId, label } = value as TargetView;
      const { plan, action } = inside;
      targets.push({ ...(plan === undefined ? {} : { plan }), ...(action === undefined ? {} : { action }), target, eventId, label });
      inside = { ...inside, label };
    }
    for (const member of Object.values(members)) walk(member, inside);
  }

  walk(content, {});
  return { figures, targets, actions };
}
