import { type CountKind, daysLate, type Exactness, sameData } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { earlier, later } from './calendar';
import { type Claim, currentClaims, disputed, visibleClaims } from './claims';
import { type Coverage, coverageOf } from './coverage';
import { type IndicatorDefinition, type Measure, partsProblem, type PartsProblem } from './definition';
import { definitionsFor } from './definitions-at';
import type { DayRange } from './fact-range';
import { type FactRow, FactSource } from './fact-rows';
import { BadQuery, canonical, type CanonicalQuery, checkDay, figureIdOf, type FigureQuery, type Hierarchy } from './figure-query';
import { type Known, knownAt, positionOf, recordStarts } from './known';
import { periodAt } from './periods';
import type { PersonOf } from './persons';
import { compute, type Computed, countKindOf, isOfOneDay, type Measured, selectionsOf } from './measures';
import { roundedFraction } from './rounding';
import { statement } from './statements';
import { inUnitsOf } from './units';

export interface ComputedFigure extends Measured {
  /** How many facts it rests on, those that are only partly inside included. */
  readonly facts: number;
  /** How many of them are partly known: their days are not certain, or reach beyond the period, so they may belong to it or not. Absent: none. */
  readonly partly?: number;
  readonly notAssessable?: number;
  readonly late?: Late;
}

/** Facts that were recorded late, by `daysLate`. A figure as known on an earlier day is without them. */
export interface Late {
  readonly facts: number;
  /** Brussels day on which the last of them was recorded. */
  readonly lastRecordedOn: string;
}

/** A claim beside the recount of the same thing: only over a complete record, of the same kind, and as of the day of the claim's data. */
export interface ClaimBeside extends Claim {
  readonly provisional: boolean;
  /** The intervals do not meet. */
  readonly conflict?: boolean;
  /** Recount over claim, at two decimals; an interval where either is one. */
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
}

export interface Refused {
  readonly code: 'figure.mixed-count-kinds' | 'figure.mixed-scales' | PartsProblem;
}

export interface Part {
  readonly indicator: string;
  readonly countKind: CountKind;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness;
  readonly figureId: string;
}

/** What is shown: the recount, one claim, claims that disagree, or nothing; never a claim plus facts, never 0 without a complete record. */
export type Shown = 'computed' | 'claim' | 'disputed' | 'none';

export interface Figure {
  readonly id: string;
  /** `eventId`: the event that defines it; absent for the product's own set. */
  readonly definition: { readonly code: string; readonly version: number; readonly eventId?: string };
  /** The indicator is asked no more. */
  readonly retired?: true;
  /** In a series: another version than for the period before. */
  readonly break?: true;
  readonly countKind: CountKind | null;
  /** Value and bounds are of a mean, and its claims too: in hundredths of the units of the kind. */
  readonly mean?: true;
  readonly unit: string;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness | null;
  readonly period: DayRange;
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly provisional: boolean;
  readonly forecast?: true;
  readonly coverage: Coverage;
  readonly shown: Shown;
  readonly computed: ComputedFigure | null;
  readonly claims: readonly ClaimBeside[];
  /** Of a plan's total: how much of it serves several of its actions. */
  readonly overlap?: number;
  readonly refusal?: Refused;
  readonly parts?: readonly Part[];
  /** Why there is no value at all. */
  readonly absence?: 'not-begun' | 'not-recorded';
  readonly recordStarts?: string;
}

export interface FigureAnswer {
  readonly query: FigureQuery;
  readonly position: string | null;
  readonly figures: readonly Figure[];
}

export interface FigureOptions {
  /** Brussels day of the asking: K's day of a query for now. Absent: the last day of recording. */
  readonly today?: string;
  readonly definitions?: ReadonlyMap<string, IndicatorDefinition>;
  /** Whose slot a `kid` is, for counts of different care persons. */
  readonly personOf?: PersonOf;
}

/** A figure with what it rests on, for provenance. */
export interface Evaluated {
  readonly figure: Figure;
  readonly rows: readonly FactRow[];
  readonly coverageEvents: readonly string[];
}

/** Whether a measure adds up over territories, and so counts each fact in one of them at most. */
export const adds = ({ op }: Measure): boolean => op === 'sum';

type Simple = Exclude<Measure, { op: 'compose' }>;

interface Recount {
  readonly computed: Computed;
  readonly coverage: Coverage;
  readonly coverageEvents: readonly string[];
}

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
  const conflict = (hi !== null && claim.lo !== null && hi < claim.lo) || (lo !== null && claim.hi !== null && lo > claim.hi);
  return { ...claim, provisional, conflict, factor: { lo: quotient(lo, claim.hi), hi: quotient(hi, claim.lo) } };
}

function overlapOf(db: Database, query: CanonicalQuery, rows: readonly FactRow[]): number | undefined {
  if (query.plan === undefined || query.action !== undefined) return undefined;
  const several = new Set(
    statement<number>(db, 'SELECT scope FROM scope_plan WHERE plan = ? GROUP BY scope HAVING count(*) > 1', true).all(query.plan),
  );
  return rows.filter(({ scope }) => scope !== null && several.has(scope)).reduce((total, row) => total + (row.v ?? 0), 0);
}

type Value = Pick<Figure, 'value' | 'lo' | 'hi' | 'exactness' | 'shown' | 'countKind'>;

const NO_VALUE: Omit<Value, 'countKind'> = { value: null, lo: null, hi: null, exactness: null, shown: 'none' };

/** The rule of what is shown (design: figures 4). */
function shownOf(definition: IndicatorDefinition, counted: Recount, claims: readonly Claim[]): Value {
  const { computed, coverage } = counted;
  const countKind = countKindOf(definition) ?? null;
  const { value, lo, hi, exactness } = computed;
  if (coverage === 'complete') return { value, lo, hi, exactness, shown: 'computed', countKind };
  const current = currentClaims(claims);
  const alike = current.filter((claim) => claim.kind === countKind);
  const answering = alike.length > 0 ? alike : current;
  if (disputed(answering)) return { ...NO_VALUE, shown: 'disputed', countKind };
  const [claim] = answering;
  if (claim) return { value: claim.value, lo: claim.lo, hi: claim.hi, exactness: claim.exactness, shown: 'claim', countKind: claim.kind };
  if (computed.rows.length === 0) return { ...NO_VALUE, countKind };
  return { value, ...partialBounds(definition.measure, lo, hi), exactness, shown: 'computed', countKind };
}

/** Of a record that is not complete there may be more: of what is added up the upper bound is open, of what is taken away the lower. */
function partialBounds(measure: Measure, lo: number | null, hi: number | null): Pick<Value, 'lo' | 'hi'> {
  switch (measure.op) {
    case 'sum':
    case 'distinct':
    case 'stock':
    case 'milestone':
      return { lo, hi: null };
    case 'compose':
      return { lo: measure.parts.some(({ sign }) => sign < 0) ? null : lo, hi: measure.parts.some(({ sign }) => sign > 0) ? null : hi };
    default:
      return { lo, hi };
  }
}

function lateOf(rows: readonly FactRow[]): Late | undefined {
  const days = rows.flatMap((row) => (daysLate(row.on_to, row.recorded_on) > 0 ? row.recorded_on : []));
  return days.length === 0 ? undefined : { facts: days.length, lastRecordedOn: days.reduce(later) };
}

function figureOf(computed: Computed): ComputedFigure {
  const { rows, partly, notAssessable, ...measured } = computed;
  const late = lateOf(rows);
  return {
    ...measured,
    facts: rows.length,
    ...(partly > 0 ? { partly } : {}),
    ...(notAssessable > 0 ? { notAssessable } : {}),
    ...(late ? { late } : {}),
  };
}

/** Why the values of parts cannot be put together; undefined when they can. */
function mixture(parts: readonly Figure[]): Refused['code'] | undefined {
  const kinds = new Set(parts.map(({ countKind }) => countKind));
  if (kinds.size > 1 || kinds.has(null)) return 'figure.mixed-count-kinds';
  const [first, ...rest] = parts.map(({ computed }) => computed?.scale);
  return rest.every((scale) => sameData(scale, first)) ? undefined : 'figure.mixed-scales';
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
  const begun = new FactSource(db, known, query).window() !== undefined;
  const kinds = new Set(parts.map(({ countKind }) => countKind));
  const rows = evaluated.flatMap((part) => part.rows);
  const coverageEvents = evaluated.flatMap((part) => part.coverageEvents);
  const coverage: Coverage = parts.every((part) => part.coverage === 'complete') ? 'complete' : 'partial';
  const shownParts = parts.flatMap(({ definition: { code }, countKind, computed, id }) =>
    countKind === null || computed === null
      ? []
      : [
          {
            indicator: code,
            countKind,
            value: computed.value,
            lo: computed.lo,
            hi: computed.hi,
            exactness: computed.exactness,
            figureId: id,
          },
        ],
  );
  const base = frame(known, query, definition, coverage);
  if (!begun) {
    const countKind = kinds.size > 1 ? null : (parts[0]?.countKind ?? null);
    return { figure: { ...base, ...NO_VALUE, countKind, computed: null, claims: [], absence: 'not-begun' }, rows, coverageEvents };
  }
  const claims = visibleClaims(db, known, query).map((claim) => beside(db, known, query, definition, claim));
  const refusal = problem ?? mixture(parts);
  if (refusal) {
    const none = { ...base, ...NO_VALUE, countKind: null, computed: null };
    return { figure: { ...none, claims, refusal: { code: refusal }, parts: shownParts }, rows, coverageEvents };
  }
  // A part that nothing can count leaves the whole without a number.
  const total = (pick: (part: Measured) => number | null, other: (part: Measured) => number | null): number | null =>
    evaluated.reduce<number | null>((sum, { sign, figure: { computed: part } }) => {
      const value = part && (sign > 0 ? pick(part) : other(part));
      return sum === null || value === null ? null : sum + sign * value;
    }, 0);
  const about = shownParts.some(({ exactness }) => exactness === 'approximate');
  const value = total(
    (part) => part.value,
    (part) => part.value,
  );
  const lo = about
    ? null
    : total(
        (part) => part.lo,
        (part) => part.hi,
      );
  const hi = about
    ? null
    : total(
        (part) => part.hi,
        (part) => part.lo,
      );
  const exactness: Exactness = about ? 'approximate' : lo !== null && lo === hi ? 'exact' : hi === null ? 'lower-bound' : 'range';
  const partly = parts.reduce((count, part) => count + (part.computed?.partly ?? 0), 0);
  const computed: Computed = { value, lo, hi, exactness, rows, partly, notAssessable: 0 };
  const shown = shownOf(definition, { computed, coverage, coverageEvents }, claims);
  const countKind = parts[0]?.countKind ?? null;
  return {
    figure: {
      ...base,
      ...shown,
      countKind: shown.shown === 'claim' ? shown.countKind : countKind,
      computed: figureOf(computed),
      claims,
      parts: shownParts,
      ...(shown.shown === 'none' ? { absence: 'not-recorded' as const } : {}),
    },
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
      rows: [],
      coverageEvents: [],
    };
  }
  if (measure.op === 'compose') return composed(db, known, query, definition, all);
  const counted = recount(db, known, query, measure);
  if (!counted) return { figure: { ...nothing, absence: 'not-begun' }, rows: [], coverageEvents: [] };
  const claims = visibleClaims(db, known, query).map((claim) => beside(db, known, query, definition, inUnitsOf(measure, claim)));
  const shown = shownOf(definition, counted, claims);
  const shownClaim = shown.shown === 'claim' ? currentClaims(claims).find((claim) => claim.kind === shown.countKind) : undefined;
  const base = frame(known, query, definition, counted.coverage);
  const overlap = overlapOf(db, query, counted.computed.rows);
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
  return { figure, rows: counted.computed.rows, coverageEvents: counted.coverageEvents };
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
  const extent = db.prepare<unknown[], { first: string | null; last: string | null }>(
    `SELECT min(f.r_to) AS first, max(f.r_to) AS last FROM facts f WHERE f.kind IN (SELECT id FROM fact_kinds WHERE synthetic = ? AND fact_type = ? AND count_kind = ?)`,
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
