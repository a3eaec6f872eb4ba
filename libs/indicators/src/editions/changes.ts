import { sameData } from '@app/decider';
import type { Title } from '@app/partnership/plan/plan.events';
import { BadQuery, figureIdOf, queryOfFigure } from '../figure-query';
import type { Figure, FigureOptions } from '../figure';
import { definitionsFor } from '../definitions-at';
import { knownAt } from '../known';
import { showsTheSame, standing } from '../moved';
import type { EditionReaders, EditionView } from './edition-view';
import type { Edition } from './editions';
import { chainOfEvent, eventsBetween } from './moving-events';
import { type Pair, paired } from './paired';
import { type Quoted, type QuotedAction, type QuotedFigure, quotedIn, type QuotedTarget } from './quoted';
import { type ListingChange, listingChanges, type TextChange, textChanges } from './report-changes';
import { type AgreementChange, agreementChanges, type ScoreChange, scoreChanges } from './score-changes';

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
export type TargetChange = Pair<QuotedTarget>;

/** An action that took another course, or of which other things are said: its title, reason, links, partners, printed status. */
export type ActionChange = Pair<QuotedAction>;

/** How the record differs today from what an edition shows, at the same `asOf`. */
export interface Changes {
  /** The last event that was looked at. */
  readonly through: string;
  readonly figures: readonly FigureChange[];
  readonly targets: readonly TargetChange[];
  readonly actions: readonly ActionChange[];
  readonly scores: readonly ScoreChange[];
  readonly agreements: readonly AgreementChange[];
  readonly texts: readonly TextChange[];
  readonly listings: readonly ListingChange[];
}

export const countOf = ({ through: _through, ...kinds }: Changes): number =>
  Object.values(kinds).reduce((total, changes: readonly object[]) => total + changes.length, 0);

/** What a figure asks, whatever was known and however its indicator was defined. */
function questionOf(figureId: string): string {
  const { through: _through, ...query } = queryOfFigure(figureId);
  return figureIdOf({ ...query, version: 0, knownOn: query.asOf });
}

const versioned = (figureId: string): string => `${questionOf(figureId)} ${queryOfFigure(figureId).version}`;

/** By a key: what stands in full says more than what is named. */
function figuresBy({ figures }: Quoted, keyOf: (figureId: string) => string): ReadonlyMap<string, QuotedFigure> {
  const found = new Map<string, QuotedFigure>();
  for (const quoted of figures.values()) {
    const key = keyOf(quoted.figureId);
    if (!found.get(key)?.sent) found.set(key, quoted);
  }
  return found;
}

const placeOf = (plan = '', action = 0, target = ''): string => `${plan}/${action}/${target}`;

const targetChanges = (before: Quoted, after: Quoted): readonly TargetChange[] =>
  paired(before.targets, after.targets, ({ plan, action, target }) => placeOf(plan, action, target)).filter(
    (pair) => pair.before?.eventId !== pair.after?.eventId,
  );

/** What is said of an action, by whichever events. */
function described({ printedStatus, ...outline }: QuotedAction): object {
  const { status, achievement, basis } = printedStatus ?? {};
  return { ...outline, ...(printedStatus ? { status, basis, ...(achievement === undefined ? {} : { achievement }) } : {}) };
}

const actionChanges = (before: Quoted, after: Quoted): readonly ActionChange[] =>
  paired(before.actions, after.actions, ({ plan, number }) => placeOf(plan, number)).filter(
    (pair) => !pair.before || !pair.after || !sameData(described(pair.before), described(pair.after)),
  );

/** Compares the content of an edition with what its view shows now. */
class Comparison {
  readonly through: string;
  private readonly before: Quoted;
  private readonly after: Quoted;
  private readonly asked: ReadonlyMap<string, QuotedFigure>;
  private readonly answered: ReadonlyMap<string, QuotedFigure>;
  private readonly targets: readonly TargetChange[];

  constructor(
    private readonly read: EditionReaders,
    view: EditionView,
    private readonly edition: Edition,
    content: object,
    private readonly options: FigureOptions,
  ) {
    const known = knownAt(read.facts, {}, options);
    this.through = known.through ?? edition.through;
    this.before = quotedIn(content);
    const at = { ...options, asOf: edition.asOf, knownOn: known.day, through: this.through };
    this.after = quotedIn(view.content(read, edition, at) ?? {});
    this.asked = figuresBy(this.after, questionOf);
    this.answered = figuresBy(this.after, versioned);
    this.targets = targetChanges(this.before, this.after);
  }

  changes(): Changes {
    const { before, after } = this;
    const chainOf = (eventId: string) => chainOfEvent(this.read.facts, eventId);
    return {
      through: this.through,
      figures: [...[...figuresBy(before, versioned).values()].flatMap((quoted) => this.moved(quoted) ?? []), ...this.added()],
      targets: this.targets,
      actions: actionChanges(before, after),
      scores: scoreChanges(before.evaluations, after.evaluations, chainOf),
      agreements: agreementChanges(before.evaluations, after.evaluations),
      texts: textChanges(before.reports, after.reports),
      listings: listingChanges(before.reports, after.reports),
    };
  }

  private moved({ figureId, sent, label }: QuotedFigure): FigureChange | undefined {
    const before = sent ?? this.shown(figureId, this.edition);
    const after = (sent && this.sentNow(figureId)) ?? this.shown(figureId, { through: this.through });
    if (!before || !after || showsTheSame(before, after)) return undefined;
    const revised = this.revisionOf(figureId);
    const versions = { before: before.definition.version, after: after.definition.version };
    return {
      before,
      after,
      label: label ?? this.labelOf(after),
      events: eventsBetween(this.read.facts, before.id, after.id, this.options),
      ...(versions.before === versions.after ? {} : { definition: versions }),
      ...(revised ? { target: revised } : {}),
    };
  }

  /** By the same version of the definition, else by the one that answers today. */
  private sentNow(figureId: string): Figure | undefined {
    return this.answered.get(versioned(figureId))?.sent ?? this.asked.get(questionOf(figureId))?.sent;
  }

  /** What a pinned figure shows at a K; undefined where it cannot be read. What it showed when it was pinned may be older than the edition. */
  private shown(figureId: string, { through, knownOn }: Pick<Edition, 'through'> & Partial<Edition>): Figure | undefined {
    const at = { through, ...(knownOn === undefined ? {} : { knownOn }) };
    try {
      return standing(this.read.facts, figureId, { ...this.options, at }).now;
    } catch (error) {
      if (error instanceof BadQuery) return undefined;
      throw error;
    }
  }

  /** Figures that the view has now and the edition had not, but for those of targets and scores, which these tell of. */
  private added(): readonly FigureChange[] {
    const asked = figuresBy(this.before, questionOf);
    const { knownOn, through } = this.edition;
    return [...this.asked].flatMap(([question, { figureId, sent, label, evidence }]) => {
      if (asked.has(question) || !sent || label || evidence) return [];
      const before = figureIdOf({ ...queryOfFigure(figureId), knownOn, through });
      return [{ after: sent, label: this.labelOf(sent), events: eventsBetween(this.read.facts, before, figureId, this.options) }];
    });
  }

  private revisionOf(figureId: string): FigureChange['target'] {
    const { plan, action, target } = queryOfFigure(figureId);
    const change = this.targets.find(({ before }) => before?.plan === plan && before?.action === action && before?.target === target);
    return change?.before && change.after ? { before: change.before.eventId, after: change.after.eventId } : undefined;
  }

  /** As its indicator is called now; of one that was taken back since, as it was called. */
  private labelOf({ definition: { code } }: Figure): Title {
    const { facts } = this.read;
    const calledAt = (through: string) =>
      definitionsFor(facts, knownAt(facts, { through }), this.options.definitions).versions.get(code)?.at(-1);
    return (calledAt(this.through) ?? calledAt(this.edition.through))?.labels ?? { nl: code, fr: code };
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
