import { placesAbove } from '@app/partnership/territory/territory.places';
import type { Database } from 'better-sqlite3';
import { monthsFrom, quarterOf } from './calendar';
import type { IndicatorDefinition } from './definition';
import { definitionsFor } from './definitions-at';
import { type TracedCoverage, type TracedRow, type Traces, tracesOf } from './event-traces';
import type { DayRange } from './fact-range';
import { judge } from './fact-rows';
import { checkDay, type FigureQuery, parsePeriod } from './figure-query';
import type { Figure, FigureOptions } from './figure';
import { evaluate, resolve } from './figures';
import { type Known, knownAt, knownOf } from './known';
import { selectionsOf } from './measures';
import { showsTheSame } from './moved';
import { statement } from './statements';
import { treeAt } from './territories';

/** A figure as it answers at one K. */
export interface PinnedFigure extends Pick<Figure, 'countKind' | 'value' | 'lo' | 'hi' | 'exactness' | 'shown'> {
  readonly figureId: string;
}

export interface MovedFigure extends Pick<FigureQuery, 'plan' | 'action' | 'target' | 'territory' | 'organisation' | 'where'> {
  readonly indicator: string;
  readonly period: DayRange;
  /** With K just before the event, and through the event. */
  readonly before: PinnedFigure;
  readonly after: PinnedFigure;
  /** With everything recorded. */
  readonly current: PinnedFigure;
}

export interface EventFigures {
  readonly event: string;
  readonly asOf: string;
  /** Those that show something else through the event than before it; its whole chain of corrections says which may. */
  readonly figures: readonly MovedFigure[];
  /** The targets that the event set: a target moves no figure, its figure is judged by it. */
  readonly targets: readonly { readonly plan: string; readonly action: number; readonly target: string }[];
  /** How many figures may be moved, over all pages. */
  readonly candidates: number;
  /** To hand in as `after` for the rest; null when this is the end. */
  readonly next: number | null;
}

type Candidate = Omit<FigureQuery, 'period'> & { readonly indicator: string; readonly period: DayRange };

const PAGE = 200;

/** The year, quarter and month of every month that some days touch. */
function periodsOf(days: readonly DayRange[]): readonly DayRange[] {
  const names = new Set<string>();
  for (const { from, to } of days) {
    for (const month of monthsFrom(from.slice(0, 7), to.slice(0, 7))) {
      const year = month.slice(0, 4);
      for (const name of [year, `${year}-Q${quarterOf(month)}`, month]) names.add(name);
    }
  }
  return [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).map(parsePeriod);
}

type Scope = Pick<FigureQuery, 'plan' | 'action' | 'territory' | 'organisation'>;

/** None; each plan and action that the fact serves; its organisation; its territory and those above it. */
function scopesOf(db: Database, known: Known, { scope, organisation, origin }: TracedRow): readonly Scope[] {
  const served = statement<{ plan: string; action: number }>(
    db,
    'SELECT plan, action FROM scope_plan WHERE scope = ? ORDER BY plan, action',
  ).all(scope);
  const codes = statement<string>(db, 'SELECT code FROM scope_territory WHERE scope = ?', true).all(scope);
  const tree = treeAt(db, known, { origin: origin === 'synthetic' ? 'synthetic' : 'record' });
  const places = new Set(codes.flatMap((code) => [code, ...placesAbove(tree, code)]));
  const plans = [...new Set(served.map(({ plan }) => plan))].map((plan) => ({ plan }));
  return [{}, ...plans, ...served, { organisation }, ...[...places].map((territory) => ({ territory }))];
}

type All = ReadonlyMap<string, IndicatorDefinition>;

/** Whether a definition, or a part of it, takes such a fact. */
function takes({ measure }: IndicatorDefinition, all: All, fits: (definition: IndicatorDefinition) => boolean): boolean {
  if (measure.op !== 'compose') return false;
  return measure.parts.some(({ indicator }) => {
    const part = all.get(indicator);
    return part !== undefined && (fits(part) || takes(part, all, fits));
  });
}

const takingAny = (all: All, fits: (definition: IndicatorDefinition) => boolean): readonly IndicatorDefinition[] =>
  [...all.values()].filter((definition) => fits(definition) || takes(definition, all, fits));

const takesRow =
  ({ factType, countKind, dims }: TracedRow) =>
  ({ measure }: IndicatorDefinition): boolean =>
    selectionsOf(measure).some(
      (of) => of.countKind === countKind && of.factType.includes(factType) && judge(of.where?.all ?? [], dims) !== 'no',
    );

function ofRow(db: Database, known: Known, all: All, row: TracedRow): readonly Candidate[] {
  const scopes = scopesOf(db, known, row);
  const serves = ({ scope }: IndicatorDefinition): boolean =>
    scope === undefined || scopes.some(({ plan, action }) => plan === scope.plan && action === scope.action);
  const taking = takingAny(all, takesRow(row)).filter(serves);
  // A definition that is about an action already asks of that action alone.
  return periodsOf(row.days).flatMap((period) =>
    scopes.flatMap((scope) =>
      taking
        .filter((definition) => scope.plan === undefined || definition.scope === undefined)
        .map(({ code }) => ({ indicator: code, period, ...scope })),
    ),
  );
}

function ofCoverage(all: All, { factType, period, ...scope }: TracedCoverage): readonly Candidate[] {
  const reads = ({ measure }: IndicatorDefinition): boolean => selectionsOf(measure).some((of) => of.factType.includes(factType));
  return periodsOf([period]).flatMap((days) => takingAny(all, reads).map(({ code }) => ({ indicator: code, period: days, ...scope })));
}

/** Claims answer a question about nothing in particular too, as long as they are about one matter. */
function ofClaims({ claims }: Traces): readonly Candidate[] {
  return claims.flatMap(({ plan, action, target, ...claim }) => [
    claim,
    ...(plan === undefined ? [] : [{ ...claim, plan }]),
    ...(plan === undefined || action === undefined ? [] : [{ ...claim, plan, action }]),
    ...(plan === undefined || action === undefined || target === undefined ? [] : [{ ...claim, plan, action, target }]),
  ]);
}

/** Every figure that what an event left may move, each once, the widest scopes and periods first. */
function candidatesOf(db: Database, known: Known, traces: Traces, all: All): readonly Candidate[] {
  const origin = traces.synthetic ? { origin: 'synthetic' as const } : {};
  const found = [
    ...traces.rows.flatMap((row) => ofRow(db, known, all, row)),
    ...ofClaims(traces).filter(({ indicator }) => all.has(indicator)),
    ...traces.coverage.flatMap((coverage) => ofCoverage(all, coverage)),
  ];
  return [...new Map(found.map((candidate) => [JSON.stringify(candidate), { ...candidate, ...origin }])).values()];
}

/** K just before an event. */
function knownBefore(db: Database, ordinal: number, day: string, options: FigureOptions): Known {
  const through = statement<string>(db, 'SELECT event_id FROM fact_events WHERE ordinal < ? ORDER BY ordinal DESC LIMIT 1', true).get(
    ordinal,
  );
  return through === undefined ? knownOf(db, { knownOn: day }, options) : knownAt(db, { through }, options);
}

const pinned = ({ id: figureId, countKind, value, lo, hi, exactness, shown }: Figure): PinnedFigure => ({
  figureId,
  countKind,
  value,
  lo,
  hi,
  exactness,
  shown,
});

export type EventFiguresOptions = FigureOptions & { readonly asOf?: string; readonly after?: number; readonly limit?: number };

/**
 * Every figure that an event moves: asked twice, with K just before it and through it, both as of the same day. A correction or a withdrawal moves what
 * any event of its chain bore on. Periods are the years, quarters and months of its facts. Undefined for an event that bears on no figure.
 * @throws BadQuery `query.bad-day` for an `asOf` that is none.
 */
export function eventFigures(db: Database, event: string, options: EventFiguresOptions = {}): EventFigures | undefined {
  const traces = tracesOf(db, event);
  if (!traces) return undefined;
  const now = knownAt(db, {}, options);
  const all = definitionsFor(db, now, options.definitions).latest;
  const through = knownAt(db, { through: event }, options);
  const before = knownBefore(db, traces.ordinal, through.day, options);
  const asOf = options.asOf === undefined ? now.day : checkDay(options.asOf, 'asOf');

  const candidates = candidatesOf(db, now, traces, all);
  const start = options.after ?? 0;
  const page = candidates.slice(start, start + (options.limit ?? PAGE));
  const figures = page.flatMap(({ period, origin, ...scope }): readonly MovedFigure[] => {
    const definition = all.get(scope.indicator);
    if (!definition) return [];
    const query = { ...scope, ...(origin ? { origin } : {}), asOf };
    const at = (known: Known): Figure => evaluate(db, known, resolve(db, query, definition, period, known), definition, all).figure;
    const [then, since] = [at(before), at(through)];
    if (showsTheSame(then, since)) return [];
    return [{ ...scope, period, before: pinned(then), after: pinned(since), current: pinned(at(now)) }];
  });
  const end = start + page.length;
  const { targets } = traces;
  return { event, asOf, figures, targets, candidates: candidates.length, next: end < candidates.length ? end : null };
}
