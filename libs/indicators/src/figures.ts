import type { Database } from 'better-sqlite3';
import { earlier } from './calendar';
import { type Claim, currentClaims, visibleClaims } from './claims';
import { addedUp, mixture, partsShown } from './composition';
import { type Coverage, coverageOf } from './coverage';
import { type IndicatorDefinition, type Measure, partsProblem } from './definition';
import { definitionsFor } from './definitions-at';
import type { DayRange } from './fact-range';
import { FactSource } from './fact-rows';
import type { ClaimBeside, ComputedFigure, Evaluated, Figure, FigureAnswer, FigureOptions } from './figure';
import { BadQuery, canonical, type CanonicalQuery, checkDay, figureIdOf, type FigureQuery, type Hierarchy } from './figure-query';
import { areApart } from './interval';
import { type Known, knownAt, positionOf, recordStarts } from './known';
import type { Computed } from './measured';
import { compute, countKindOf, isOfOneDay, selectionsOf } from './measures';
import { periodAt } from './periods';
import { roundedFraction } from './rounding';
import { NO_VALUE, type Recount, shownOf } from './shown';
import { statement } from './statements';
import { inUnitsOf } from './units';

/** Whether a measure adds up over territories, and so counts each fact in one of them at most. */
export const adds = ({ op }: Measure): boolean => op === 'sum';

type Simple = Exclude<Measure, { op: 'compose' }>;

/** What stands on one day is judged on it: a record that is complete then is complete enough. */
const judgedWindow = (measure: Measure, window: DayRange): DayRange => (isOfOneDay(measure) ? { from: window.to, to: window.to } : window);

function recount(db: Database, known: Known, query: CanonicalQuery, measure: Simple): Recount | undefined {
  const source = new FactSource(db, known, query, adds(measure));
  const window = source.window();
  if (!window) return undefined;
  const { coverage, events } = coverageOf(db, known, query, selectionsOf(measure), judgedWindow(measure, window));
  const computed = compute(measure, source, window);
  // What a condition could not judge may belong to the figure or not: then it is not complete, whatever was declared.
  return { computed, coverage: computed.notAssessable > 0 ? 'partial' : coverage, coverageEvents: events };
}

const quotient = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below === 0 ? null : roundedFraction(above, below, 2);

function beside(db: Database, known: Known, query: CanonicalQuery, definition: IndicatorDefinition, claim: Claim): ClaimBeside {
  const until = earlier(earlier(query.asOf, claim.dataOn ?? query.to), query.to);
  const provisional = earlier(earlier(query.asOf, known.day), claim.dataOn ?? query.to) < query.to;
  const { measure } = definition;
  if (measure.op === 'compose' || claim.kind !== countKindOf(definition)) return { ...claim, provisional };
  const then = recount(db, known, { ...query, asOf: until }, measure);
  if (!then || then.coverage === 'partial' || (claim.lo === null && claim.hi === null)) return { ...claim, provisional };
  const { lo, hi } = then.computed;
  const conflict = areApart({ lo, hi }, claim);
  return { ...claim, provisional, conflict, factor: { lo: quotient(lo, claim.hi), hi: quotient(hi, claim.lo) } };
}

function overlapOf(db: Database, query: CanonicalQuery, weighed: Computed['weighed']): number | undefined {
  if (query.plan === undefined || query.action !== undefined) return undefined;
  const several = new Set(
    statement<number>(db, 'SELECT scope FROM scope_plan WHERE plan = ? GROUP BY scope HAVING count(*) > 1', true).all(query.plan),
  );
  return weighed.filter(({ scope }) => scope !== null && several.has(scope)).reduce((total, { v }) => total + (v ?? 0), 0);
}

function figureOf({ rows: _rows, weighed: _weighed, facts, partly, notAssessable, late, ...measured }: Computed): ComputedFigure {
  return {
    ...measured,
    facts,
    ...(partly > 0 ? { partly } : {}),
    ...(notAssessable > 0 ? { notAssessable } : {}),
    ...(late > 0 ? { late } : {}),
  };
}

function composed(
  db: Database,
  known: Known,
  query: CanonicalQuery,
  definition: IndicatorDefinition,
  all: ReadonlyMap<string, IndicatorDefinition>,
): Evaluated {
  const { measure } = definition;
  const problem = partsProblem(definition, all);
  const wanted = measure.op === 'compose' && !problem ? measure.parts : [];
  const evaluated = wanted.map(({ indicator, sign }) => {
    const part = definitionOf(all, indicator);
    return { sign, ...evaluate(db, known, { ...query, indicator, version: part.version }, part, all) };
  });
  const parts = evaluated.map(({ figure }) => figure);
  const [kind = null, ...otherKinds] = new Set(parts.map(({ countKind }) => countKind));
  const coverage: Coverage = parts.every((part) => part.coverage === 'complete') ? 'complete' : 'partial';
  const coverageEvents = evaluated.flatMap((part) => part.coverageEvents);
  const computed = addedUp(evaluated);
  const { facts, rows } = computed;
  const base = frame(known, query, definition, coverage);
  if (new FactSource(db, known, query).window() === undefined) {
    const countKind = otherKinds.length > 0 ? null : kind;
    return { figure: { ...base, ...NO_VALUE, countKind, computed: null, claims: [], absence: 'not-begun' }, facts, rows, coverageEvents };
  }
  const claims = visibleClaims(db, known, query).map((claim) => beside(db, known, query, definition, claim));
  const refusal = problem ?? mixture(parts);
  if (refusal) {
    const none = { ...base, ...NO_VALUE, countKind: null, computed: null };
    return { figure: { ...none, claims, refusal: { code: refusal }, parts: partsShown(parts) }, facts, rows, coverageEvents };
  }
  const shown = shownOf(definition, { computed, coverage, coverageEvents }, claims);
  return {
    figure: {
      ...base,
      ...shown,
      countKind: shown.shown === 'claim' ? shown.countKind : kind,
      computed: figureOf(computed),
      claims,
      parts: partsShown(parts),
      ...(shown.shown === 'none' ? { absence: 'not-recorded' as const } : {}),
    },
    facts,
    rows,
    coverageEvents,
  };
}

function frame(known: Known, query: CanonicalQuery, definition: IndicatorDefinition, coverage: Coverage) {
  return {
    id: figureIdOf(query),
    definition: {
      code: definition.code,
      version: definition.version,
      ...(definition.eventId === undefined ? {} : { eventId: definition.eventId }),
    },
    ...(definition.retired ? { retired: true as const } : {}),
    ...(definition.measure.op === 'mean' ? { mean: true as const } : {}),
    unit: definition.unit,
    period: { from: query.from, to: query.to },
    asOf: query.asOf,
    knownOn: query.knownOn,
    ...(known.through === undefined ? {} : { through: known.through }),
    provisional: earlier(query.asOf, known.day) < query.to,
    coverage,
  };
}

/** One figure with the facts it rests on. */
export function evaluate(
  db: Database,
  known: Known,
  query: CanonicalQuery,
  definition: IndicatorDefinition,
  all: ReadonlyMap<string, IndicatorDefinition>,
): Evaluated {
  const { measure } = definition;
  const countKind = countKindOf(definition) ?? null;
  const nothing = { ...frame(known, query, definition, 'partial'), ...NO_VALUE, countKind, computed: null, claims: [] };
  if (known.ordinal === 0) {
    const starts = recordStarts(db);
    return {
      figure: { ...nothing, absence: 'not-recorded', ...(starts === undefined ? {} : { recordStarts: starts }) },
      facts: 0,
      rows: () => [],
      coverageEvents: [],
    };
  }
  if (measure.op === 'compose') return composed(db, known, query, definition, all);
  const counted = recount(db, known, query, measure);
  if (!counted) return { figure: { ...nothing, absence: 'not-begun' }, facts: 0, rows: () => [], coverageEvents: [] };
  const claims = visibleClaims(db, known, query).map((claim) => beside(db, known, query, definition, inUnitsOf(measure, claim)));
  const shown = shownOf(definition, counted, claims);
  const shownClaim = shown.shown === 'claim' ? currentClaims(claims).find((claim) => claim.kind === shown.countKind) : undefined;
  const base = frame(known, query, definition, counted.coverage);
  const overlap = overlapOf(db, query, counted.computed.weighed);
  const figure: Figure = {
    ...base,
    ...shown,
    provisional: claims.find((claim) => claim.eventId === shownClaim?.eventId)?.provisional ?? base.provisional,
    ...(measure.op === 'stock' && earlier(query.to, query.asOf) > known.day ? { forecast: true as const } : {}),
    computed: measure.op === 'reported' ? null : figureOf(counted.computed),
    claims,
    ...(overlap === undefined ? {} : { overlap }),
    ...(shown.shown === 'none' ? { absence: 'not-recorded' as const } : {}),
  };
  return { figure, facts: counted.computed.facts, rows: counted.computed.rows, coverageEvents: counted.coverageEvents };
}

/** @throws BadQuery `figure.unknown-indicator` */
export function definitionOf(all: ReadonlyMap<string, IndicatorDefinition>, code: string): IndicatorDefinition {
  const definition = all.get(code);
  if (!definition) throw new BadQuery('figure.unknown-indicator', 'indicator');
  return definition;
}

/** The years in which facts or claims of the indicator lie, at most the last sixty. */
function yearsOf(db: Database, definition: IndicatorDefinition, asOf: string, origin: FigureQuery['origin']): readonly string[] {
  const synthetic = origin === 'synthetic' ? 1 : 0;
  const extent = statement<{ first: string | null; last: string | null }>(
    db,
    `SELECT (SELECT min(r_to) FROM facts WHERE kind = k.id) AS first, (SELECT max(r_to) FROM facts WHERE kind = k.id) AS last
     FROM fact_kinds k WHERE k.synthetic = ? AND k.fact_type = ? AND k.count_kind = ?`,
  );
  const spans = selectionsOf(definition.measure).flatMap((of) => of.factType.map((type) => extent.get(synthetic, type, of.countKind)));
  spans.push(
    db
      .prepare<unknown[], { first: string | null; last: string | null }>(
        'SELECT min(period_from) AS first, max(period_to) AS last FROM claims WHERE synthetic = ? AND indicator = ?',
      )
      .get(synthetic, definition.code),
  );
  const years = spans.flatMap((span) => [span?.first, span?.last]).flatMap((day) => (day ? [Number(day.slice(0, 4))] : []));
  if (years.length === 0) return [asOf.slice(0, 4)];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - 59);
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** @throws BadQuery `query.bad-hierarchy` */
function hierarchyOf({ hierarchy = 'then' }: FigureQuery): Hierarchy {
  if (hierarchy !== 'then' && hierarchy !== 'now') throw new BadQuery('query.bad-hierarchy', 'hierarchy');
  return hierarchy;
}

/** Closes what a query leaves open: K, A, the version, the period, and the action where the definition is about one. */
export function resolve(db: Database, query: FigureQuery, definition: IndicatorDefinition, period: DayRange, known: Known): CanonicalQuery {
  const asOf = query.asOf === undefined ? known.day : checkDay(query.asOf, 'asOf');
  const { plan, action } = query.plan === undefined ? (definition.scope ?? {}) : query;
  return canonical({
    indicator: definition.code,
    version: definition.version,
    ...period,
    ...(query.territory === undefined ? {} : { territory: query.territory }),
    ...(hierarchyOf(query) === 'now' ? { hierarchy: 'now' as const } : {}),
    ...(query.organisation === undefined ? {} : { organisation: query.organisation }),
    ...(plan === undefined ? {} : { plan }),
    ...(action === undefined ? {} : { action }),
    ...(query.target === undefined ? {} : { target: query.target }),
    ...(query.where === undefined || query.where.length === 0 ? {} : { where: query.where }),
    origin: query.origin ?? 'record',
    asOf,
    knownOn: known.day,
    ...(known.through === undefined ? {} : { through: known.through }),
  });
}

/** Marks in a series where another version answers than for the period before. */
const withBreaks = (series: readonly Figure[]): readonly Figure[] =>
  series.map((figure, n) => {
    const before = series[n - 1];
    return before === undefined || before.definition.version === figure.definition.version ? figure : { ...figure, break: true };
  });

/**
 * The figures that answer a query, one per period.
 * @throws BadQuery for an unknown indicator or version, a day or period that cannot be read, or an event that is not in the record.
 */
export function figures(db: Database, query: FigureQuery, options: FigureOptions = {}): FigureAnswer {
  if (query.action !== undefined && query.plan === undefined) throw new BadQuery('query.action-without-plan', 'plan');
  const known = knownAt(db, query, options);
  const all = definitionsFor(db, known, options.definitions);
  const latest = all.chosen(query.indicator, undefined, known.day);
  const periods = query.period === undefined ? yearsOf(db, latest, query.asOf ?? known.day, query.origin) : [query.period];
  const answers = periods.map((text) => {
    const period = periodAt(db, known, text);
    const definition = all.chosen(query.indicator, query.definition, period.to);
    return evaluate(db, known, resolve(db, query, definition, period, known), definition, all.latest).figure;
  });
  return { query, position: positionOf(db) ?? null, figures: withBreaks(answers) };
}
