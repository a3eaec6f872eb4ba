import { TERRITORY_LEVELS, type TerritoryLevel } from '@app/decider';
import type { TerritoryName } from '@app/partnership/territory/territory.events';
import { type KnownUnit, type TerritoryTree } from '@app/partnership/territory/territory.decider';
import type { Database } from 'better-sqlite3';
import { addDays, earlier } from './calendar';
import { both, type Days } from './day-spans';
import type { DistinctKey, IndicatorDefinition, Measure } from './definition';
import { definitionsFor } from './definitions-at';
import { FactSource } from './fact-rows';
import { BadQuery, type CanonicalQuery, canonical } from './figure-query';
import type { Evaluated, FigureOptions } from './figure';
import { adds, definitionOf, evaluate, resolve } from './figures';
import { type Known, knownAt, positionOf } from './known';
import { periodAt } from './periods';
import { keyOf } from './measures';
import { isRegion, type Places, type Rest, RESTS, sameInside } from './places';
import { placesAt, treeAt } from './territories';
import type { SumOfRows, TerritoryRow, TerritoryTable, TerritoryTableQuery } from './territory-table.answer';

export type { TerritoryRow, TerritoryTable, TerritoryTableQuery } from './territory-table.answer';

const BELOW: Partial<Readonly<Record<TerritoryLevel, TerritoryLevel>>> = { region: 'zone', zone: 'commune', commune: 'sector' };

/** No place is cut by what is wider than it. */
const RANK: readonly (readonly TerritoryLevel[])[] = [['region', 'outside'], ['zone'], ['commune'], ['quarter', 'postal'], ['sector']];
const rankOf = (level: TerritoryLevel): number => RANK.findIndex((levels) => levels.includes(level));

/** @throws BadQuery for a parent that the record does not know, or a level that does not lie below it. */
function levelOf(places: Places, { parent, level }: TerritoryTableQuery): TerritoryLevel {
  const above = parent === undefined || isRegion(parent) ? 'region' : places.levelOf(parent);
  if (above === undefined) throw new BadQuery('query.unknown-territory', 'parent');
  const wanted = level ?? BELOW[above];
  if (wanted === undefined || !TERRITORY_LEVELS.includes(wanted) || rankOf(wanted) <= rankOf(above))
    throw new BadQuery('query.bad-level', 'level');
  return wanted;
}

/** The name of a unit on a day: as defined, or as it was last renamed by then. */
export function nameOn({ unit, names = [] }: KnownUnit, day: string): TerritoryName | undefined {
  const last = [...names].sort((a, b) => (a.on < b.on ? -1 : 1)).findLast(({ on }) => on <= day);
  return last?.value ?? unit?.name;
}

/** A query for each row: a unit is asked for as anyone would, except where it lay only in part, or for a time, in the parent. */
class Rows {
  private readonly window: Days;

  constructor(
    private readonly places: Places,
    private readonly whole: CanonicalQuery,
    private readonly level: TerritoryLevel,
    private readonly once: boolean,
  ) {
    this.window = [{ from: whole.from, until: addDays(earlier(whole.to, whole.asOf), 1) }];
  }

  /** Units that are there and in the parent in the period, whether or not anything is counted there. */
  isThere(code: string): boolean {
    const { territory } = this.whole;
    const days = both(this.places.existence(code), this.places.in(territory, this.once)(code));
    return both(days, this.window).length > 0;
  }

  units(): readonly string[] {
    return this.places.parts(this.whole.territory, this.level);
  }

  ofUnit(code: string): CanonicalQuery {
    const { territory } = this.whole;
    const own = this.places.in(code, this.once);
    const inParent = this.places.in(territory, this.once);
    const wholly = territory === undefined || sameInside(this.places, own, (place) => both(own(place), inParent(place)), this.window);
    return canonical({ ...this.whole, territory: code, ...(wholly ? {} : { within: territory }) });
  }

  ofRest(rest: Rest): CanonicalQuery {
    return canonical({ ...this.whole, level: this.level, rest });
  }

  /** Nothing inside a territory is outside the Region, and no territory is erased from its parent alone. */
  rests(): readonly Rest[] {
    return this.whole.territory === undefined ? RESTS : ['unassigned', 'several'];
  }
}

interface Bounds {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

const total = (parts: readonly Bounds[], of: keyof Bounds): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part[of] === null ? null : sum + part[of]), 0);

/** What the rows add up to, held against the whole. */
export function sumOf(whole: Bounds, parts: readonly Bounds[]): SumOfRows {
  const sum = { value: total(parts, 'value'), lo: total(parts, 'lo'), hi: total(parts, 'hi') };
  if (sum.value === whole.value && sum.lo === whole.lo && sum.hi === whole.hi) return { ...sum, agrees: 'exactly' };
  const below = sum.lo === null || (whole.lo !== null && sum.lo <= whole.lo);
  const above = sum.hi === null || (whole.hi !== null && whole.hi <= sum.hi);
  return { ...sum, agrees: below && above ? 'within-bounds' : 'no' };
}

function keyOfMeasure(measure: Measure): DistinctKey | undefined {
  return measure.op === 'distinct' || measure.op === 'stock' ? (measure.of.key ?? 'subject') : undefined;
}

/** How many keys are known in more than one row; the references of one person are one. */
function inSeveral(db: Database, known: Known, query: CanonicalQuery, key: DistinctKey, rows: readonly Evaluated[]): number {
  const persons = key === 'subject' ? new FactSource(db, known, query).persons() : undefined;
  const times = new Map<string, number>();
  for (const evaluated of rows) {
    const keys = evaluated
      .rows()
      .map((fact) => keyOf(fact, key))
      .filter((value) => value !== null);
    for (const value of new Set(keys.map((one) => persons?.personOf(one) ?? one))) times.set(value, (times.get(value) ?? 0) + 1);
  }
  return [...times.values()].filter((count) => count > 1).length;
}

/** Whether a figure adds up over territories: what is summed, and what is composed of such. */
function isAdditive({ measure }: IndicatorDefinition, all: ReadonlyMap<string, IndicatorDefinition>): boolean {
  return measure.op === 'compose' ? measure.parts.every(({ indicator }) => isAdditive(definitionOf(all, indicator), all)) : adds(measure);
}

/**
 * One indicator of one period over the parts of a territory: a row for each part, and rows for what falls in none of them. Of a measure that adds up the rows
 * are the whole (design: figures 2).
 * @throws BadQuery for an unknown indicator or territory, a level that is not below it, or a query that cannot be read.
 */
export function territoryTable(db: Database, query: TerritoryTableQuery, options: FigureOptions = {}): TerritoryTable {
  const { parent, level: _level, ...rest } = query;
  const known = knownAt(db, query, options);
  const definitions = definitionsFor(db, known, options.definitions);
  const period = periodAt(db, known, query.period);
  const all = definitions.latest;
  const definition = definitions.chosen(query.indicator, query.definition, period.to);
  const asked = { ...rest, ...(parent === undefined || isRegion(parent) ? {} : { territory: parent }) };
  const whole = resolve(db, asked, definition, period, known);
  const places = placesAt(db, known, whole);
  const level = levelOf(places, query);
  const additive = isAdditive(definition, all);
  const rows = new Rows(places, whole, level, additive);
  const ask = (row: CanonicalQuery): Evaluated => evaluate(db, known, row, definition, all);
  const tree = treeAt(db, known, whole);

  const units = rows
    .units()
    .map((code) => ({ code, of: ask(rows.ofUnit(code)) }))
    .filter(({ code, of }) => rows.isThere(code) || of.facts > 0);
  const others = rows.rests().map((kind) => ({ kind, of: ask(rows.ofRest(kind)) }));
  const evaluated = [...units, ...others].map(({ of }) => of);
  const { figure } = ask(whole);
  const parts = evaluated.flatMap(({ figure: { computed } }) => computed ?? []);
  const key = keyOfMeasure(definition.measure);
  return {
    query,
    position: positionOf(db) ?? null,
    level,
    hierarchy: whole.hierarchy ?? 'then',
    additive,
    total: figure,
    rows: [...units.map((unit) => unitRow(tree, whole.asOf, unit)), ...others.map(({ kind, of }) => ({ kind, figure: of.figure }))],
    ...(additive && figure.computed ? { sum: sumOf(figure.computed, parts) } : {}),
    ...(key === undefined ? {} : { inSeveral: inSeveral(db, known, whole, key, evaluated) }),
  };
}

function unitRow(tree: TerritoryTree, day: string, { code, of }: { readonly code: string; readonly of: Evaluated }): TerritoryRow {
  const unit = tree.units.get(code);
  const name = unit && nameOn(unit, day);
  return { kind: 'territory', code, ...(name ? { name } : {}), figure: of.figure };
}
