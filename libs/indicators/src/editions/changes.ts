import type { Title } from '@app/partnership/plan/plan.events';
import { figureIdOf, queryOfFigure } from '../figure-query';
import type { Figure, FigureOptions } from '../figures';
import { definitionsFor } from '../definitions-at';
import { knownAt } from '../known';
import { showsTheSame, standing } from '../moved';
import type { EditionReaders, EditionView } from './edition-view';
import type { Edition } from './editions';
import { eventsBetween } from './moving-events';
import { type Quoted, type QuotedAction, type QuotedFigure, quotedIn, type QuotedTarget } from './quoted';

export interface FigureChange {
  /** The figure as the edition shows it; absent when the edition did not have it. */
  readonly before?: Figure;
  readonly after: Figure;
  /** Of the target that it answers, else of its indicator. */
  readonly label: Title;
  /** What was recorded, corrected or withdrawn since, of all that the figure rests on. */
  readonly events: readonly string[];
  /** Versions of the definition, where it was revised since. */
  readonly definition?: { readonly before: number; readonly after: number };
  /** Events that set or revised the target that the figure answers, where it was revised since. */
  readonly target?: { readonly before: string; readonly after: string };
}

/** A target that was revised, set (no `before`) or taken back (no `after`) since. */
export interface TargetChange {
  readonly before?: QuotedTarget;
  readonly after?: QuotedTarget;
}

export interface ActionChange {
  readonly before?: QuotedAction;
  readonly after?: QuotedAction;
}

/** How the record differs today from what an edition shows, at the same `asOf`. */
export interface Changes {
  /** The last event that was looked at. */
  readonly through: string;
  readonly figures: readonly FigureChange[];
  readonly targets: readonly TargetChange[];
  readonly actions: readonly ActionChange[];
}

export const countOf = ({ figures, targets, actions }: Changes): number => figures.length + targets.length + actions.length;

/** What a figure asks, whatever was known and however its indicator was defined. */
function questionOf(figureId: string): string {
  const { through: _through, ...query } = queryOfFigure(figureId);
  return figureIdOf({ ...query, version: 0, knownOn: query.asOf });
}

const questionsOf = ({ figures }: Quoted): ReadonlyMap<string, QuotedFigure> =>
  new Map([...figures].map(([id, figure]) => [questionOf(id), figure]));

/** Pairs of what has the same key in both lists, those of one list alone included. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): readonly { before?: T; after?: T }[] {
  const pairs = new Map<string, { before?: T; after?: T }>(before.map((item) => [keyOf(item), { before: item }]));
  for (const item of after) pairs.set(keyOf(item), { ...pairs.get(keyOf(item)), after: item });
  return [...pairs.values()];
}

const placeOf = (plan = '', action = 0, target = ''): string => `${plan}/${action}/${target}`;

const targetChanges = (before: Quoted, after: Quoted): readonly TargetChange[] =>
  paired(before.targets, after.targets, ({ plan, action, target }) => placeOf(plan, action, target)).filter(
    (pair) => pair.before?.eventId !== pair.after?.eventId,
  );

const actionChanges = (before: Quoted, after: Quoted): readonly ActionChange[] =>
  paired(before.actions, after.actions, ({ plan, number }) => placeOf(plan, number)).filter(
    (pair) => pair.before?.lifecycle !== pair.after?.lifecycle,
  );

/** Compares the content of an edition with what its view shows now. */
class Comparison {
  readonly through: string;
  private readonly before: Quoted;
  private readonly after: Quoted;
  private readonly now: ReadonlyMap<string, QuotedFigure>;
  private readonly targets: readonly TargetChange[];

  constructor(
    private readonly read: EditionReaders,
    view: EditionView,
    edition: Edition,
    content: object,
    private readonly options: FigureOptions,
  ) {
    const known = knownAt(read.facts, {}, options);
    this.through = known.through ?? edition.through;
    this.before = quotedIn(content);
    const at = { ...options, asOf: edition.asOf, knownOn: known.day, through: this.through };
    this.after = quotedIn(view.content(read, edition, at) ?? {});
    this.now = questionsOf(this.after);
    this.targets = targetChanges(this.before, this.after);
  }

  changes(): Changes {
    const moved = [...this.before.figures.values()].flatMap((quoted) => this.moved(quoted) ?? []);
    return {
      through: this.through,
      figures: [...moved, ...this.added()],
      targets: this.targets,
      actions: actionChanges(this.before, this.after),
    };
  }

  private moved({ figureId, sent, label }: QuotedFigure): FigureChange | undefined {
    const shownNow = this.now.get(questionOf(figureId))?.sent;
    const stands = sent && shownNow ? undefined : standing(this.read.facts, figureId, { ...this.options, at: { through: this.through } });
    const before = sent ?? stands!.then;
    const after = shownNow ?? stands!.now;
    if (showsTheSame(before, after)) return undefined;
    const revised = this.revisionOf(figureId);
    const versions = { before: before.definition.version, after: after.definition.version };
    return {
      before,
      after,
      label: label ?? this.labelOf(after),
      events: eventsBetween(this.read.facts, figureId, after.id, this.options),
      ...(versions.before === versions.after ? {} : { definition: versions }),
      ...(revised ? { target: revised } : {}),
    };
  }

  /** Figures that the view has now and the edition had not, but for those of targets, which the targets tell of. */
  private added(): readonly FigureChange[] {
    const asked = questionsOf(this.before);
    return [...this.now].flatMap(([question, { figureId, sent, label }]) => {
      if (asked.has(question) || !sent || label) return [];
      const { through: _through, ...query } = queryOfFigure(figureId);
      const unknown = figureIdOf(query);
      return [{ after: sent, label: this.labelOf(sent), events: eventsBetween(this.read.facts, unknown, figureId, this.options) }];
    });
  }

  private revisionOf(figureId: string): FigureChange['target'] {
    const { plan, action, target } = queryOfFigure(figureId);
    const change = this.targets.find(({ before }) => before?.plan === plan && before?.action === action && before?.target === target);
    return change?.before && change.after ? { before: change.before.eventId, after: change.after.eventId } : undefined;
  }

  private labelOf({ definition: { code }, through }: Figure): Title {
    const known = knownAt(this.read.facts, through === undefined ? {} : { through });
    return definitionsFor(this.read.facts, known, this.options.definitions).chosen(code, undefined, known.day).labels;
  }
}

/** `content` is that of the edition, as it was frozen. */
export const changesSince = (
  read: EditionReaders,
  view: EditionView,
  edition: Edition,
  content: object,
  options: FigureOptions = {},
): Changes => new Comparison(read, view, edition, content, options).changes();
