import type { Database, Statement } from 'better-sqlite3';
import { ByParts, type Part } from './by-parts';
import { monthsFrom } from './calendar';
import type { FactRow } from './fact-rows';
import { OPEN } from './facts.schema';
import { count, type Counted, type Growing, include, TALLIED, toNothing } from './tally';
import { NO_SCOPE } from './territories';

/** `scope` of a cell over all scopes; facts without any link stand under `NO_SCOPE`. */
export const ALL_SCOPES = -2;
/**
 * `shape` of a cell over all shapes. Other cells have the first of the shapes that no question tells apart, or less than nothing: that of all organisations
 * together, with a minus.
 */
export const ALL_SHAPES = 0;
/** `since` of a cell of what reaches into one month or year without lying inside: such a fact has a cell in each that it touches. */
export const REACHING = '';
/** A grain is how many characters of a day it keeps. */
export const YEAR = 4;
export const MONTH = 7;

/** The columns of a cell's key, in the order of `keyOf`. */
const KEY = ['kind', 'grain', 'scope', 'until', 'since', 'shape', 'dates'] as const;

/** A row that stands, as far as its roll-ups go. */
export type RolledFact = Counted & Pick<FactRow, 'scope' | 'dates' | 'r_from' | 'r_to'> & { readonly kind: number; readonly shape: number };

/** Facts of one kind, shape and scope whose ranges begin and end in the same months, or years. */
interface Cell {
  readonly kind: number;
  readonly grain: number;
  readonly scope: number;
  readonly until: string;
  readonly shape: number;
  readonly since: string;
  /** Of a set that crosses periods the months of its dates: it may lie around a period without touching it. */
  readonly dates: string;
}

const keyOf = ({ kind, grain, scope, until, since, shape, dates }: Cell): readonly Part[] => [
  kind,
  grain,
  scope,
  until,
  since,
  shape,
  dates,
];

interface Filled {
  readonly cell: Cell;
  readonly tally: Growing;
}

/**
 * The table of roll-ups: per kind, and where a question is narrower per shape and per scope, what the facts that stand add up to in each month and each
 * year. A fact whose range crosses months stands by its first and its last one, for windows of several, and in each that it touches, for windows of one.
 */
function createRollupTable(db: Database): void {
  db.exec(`
    CREATE TABLE fact_rollups (kind INTEGER NOT NULL, grain INTEGER NOT NULL, scope INTEGER NOT NULL, until TEXT NOT NULL,
      since TEXT NOT NULL, shape INTEGER NOT NULL, dates TEXT NOT NULL, ${TALLIED.map((column) => `${column} INTEGER NOT NULL`).join(', ')},
      PRIMARY KEY (${KEY.join(', ')})) WITHOUT ROWID;
    CREATE INDEX fact_rollups_crossing ON fact_rollups (kind, grain, scope, until, since) WHERE since < until AND since > '${REACHING}'`);
}

const ADD = `
  INSERT INTO fact_rollups (${[...KEY, ...TALLIED].join(', ')}) VALUES (${[...KEY, ...TALLIED].map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${TALLIED.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`;

/** Shapes that no question can tell apart, but perhaps one about an organisation: what else they say of a fact is counted in its tally. */
const LIKE = 'a.origin = s.origin AND a.dims IS s.dims';
const ALIKE = `${LIKE} AND a.organisation = s.organisation`;

const FACTS = `
  SELECT f.id, f.kind, f.shape, f.scope, f.v, f.lo, f.hi, f.r_from, f.r_to, f.on_to, f.dates, f.recorded_on, s.exactness
  FROM facts f JOIN fact_shapes s ON s.id = f.shape`;

/** The shapes under which a shape is counted: that of its organisation, and that of all of them. */
interface Firsts {
  readonly own: number;
  readonly ofAll: number;
}

const FIRSTS = `
  SELECT (SELECT min(a.id) FROM fact_shapes a WHERE ${ALIKE}) AS own, (SELECT min(a.id) FROM fact_shapes a WHERE ${LIKE}) AS ofAll
  FROM fact_shapes s WHERE s.id = ?`;

/** The cells of a fact in each of the periods that it touches without lying inside. */
function reachedBy(cell: Cell, months: readonly string[]): readonly Cell[] {
  if (cell.since === cell.until) return [];
  const periods = new Set(months.map((month) => month.slice(0, cell.grain)));
  return [...periods].map((until) => ({ ...cell, since: REACHING, until, dates: '' }));
}

/** The cells that a place goes up into: of its months and of its years, each by itself, over all scopes, over all shapes, and over both. */
function cellsOf(place: Cell, ofAll: number): readonly Cell[] {
  const year = { ...place, grain: YEAR, since: place.since.slice(0, YEAR), until: place.until.slice(0, YEAR) };
  const months = place.since === place.until ? [] : place.dates === '' ? monthsFrom(place.since, place.until) : place.dates.split(',');
  return [place, year.since === year.until ? { ...year, dates: '' } : year]
    .flatMap((cell) => [cell, ...reachedBy(cell, months)])
    .flatMap((cell) => [
      cell,
      { ...cell, shape: ALL_SHAPES },
      { ...cell, scope: ALL_SCOPES },
      { ...cell, scope: ALL_SCOPES, shape: -ofAll },
      { ...cell, scope: ALL_SCOPES, shape: ALL_SHAPES },
    ]);
}

const monthsOf = (days: readonly string[]): string => [...new Set(days.map((day) => day.slice(0, MONTH)))].join(',');

/** What is counted of each cell. */
class Tallies {
  readonly all: Filled[] = [];
  private readonly byKey = new ByParts<Filled>();

  of(cell: Cell): Growing {
    const key = keyOf(cell);
    let filled = this.byKey.get(key);
    if (!filled) {
      this.byKey.set(key, (filled = { cell, tally: toNothing() }));
      this.all.push(filled);
    }
    return filled.tally;
  }
}

/**
 * Keeps the roll-ups up to date over one connection: what a batch opens and closes is gathered, and written once. While a read model is built there is no
 * table yet, and everything is gathered until `fill`. A batch that was rolled back leaves a keeper that is of no use: the connection needs a new one.
 */
export class RollupKeeper {
  private places = new Tallies();
  private readonly known = new Map<number, Firsts>();
  private readonly fact;
  private readonly firsts;
  private adding: Statement | undefined;
  private building: boolean;
  /** It was there from the first row on. */
  private readonly sawAll: boolean;

  constructor(private readonly db: Database) {
    this.firsts = db.prepare<[number], Firsts>(FIRSTS);
    this.fact = db.prepare<[number], RolledFact>(`${FACTS} WHERE f.id = ?`);
    this.building = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'fact_rollups'`).get() === undefined;
    this.sawAll = db.prepare('SELECT 1 FROM facts').get() === undefined;
  }

  opened(fact: RolledFact): void {
    count(this.placeOf(fact), fact);
  }

  /** A row that was copied from another. */
  copied(id: number): void {
    this.opened(this.fact.get(id)!);
  }

  /** A row that stands no longer. */
  closed(id: number): void {
    const fact = this.fact.get(id)!;
    count(this.placeOf(fact), fact, -1);
  }

  /** Writes what a batch opened and closed. */
  write(): void {
    if (!this.building) this.add();
  }

  /** Makes the table and fills it, last of a build. */
  fill(): void {
    createRollupTable(this.db);
    this.building = false;
    if (!this.sawAll) {
      this.places = new Tallies();
      for (const fact of standing(this.db)) this.opened(fact);
    }
    this.add();
  }

  private add(): void {
    const cells = new Tallies();
    for (const { cell: place, tally } of this.places.all)
      for (const cell of cellsOf(place, this.firstsOf(place.shape).ofAll)) include(cells.of(cell), tally);
    this.places = new Tallies();
    const adding = (this.adding ??= this.db.prepare(ADD));
    for (const { cell, tally } of cells.all) adding.run(...keyOf(cell), ...TALLIED.map((column) => tally[column]));
  }

  /** The cell of a fact that everything else is made of: of its months, its shape and its scope. */
  private placeOf({ kind, shape, scope, r_from, r_to, dates }: RolledFact): Growing {
    const since = r_from.slice(0, MONTH);
    const until = r_to.slice(0, MONTH);
    return this.places.of({
      kind,
      grain: MONTH,
      scope: scope ?? NO_SCOPE,
      until,
      shape: this.firstsOf(shape).own,
      since,
      dates: dates === null || since === until ? '' : monthsOf(JSON.parse(dates) as string[]),
    });
  }

  private firstsOf(shape: number): Firsts {
    let firsts = this.known.get(shape);
    if (!firsts) this.known.set(shape, (firsts = this.firsts.get(shape)!));
    return firsts;
  }
}

const PAGE = 10_000;

/** The rows that stand, in pages: a statement that is still being read would keep the connection from others. */
function* standing(db: Database): Iterable<RolledFact> {
  const page = db.prepare<[number], RolledFact & Pick<FactRow, 'id'>>(
    `${FACTS} WHERE f.id > ? AND f.known_to = ${OPEN} ORDER BY f.id LIMIT ${PAGE}`,
  );
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(rows.at(-1)!.id)) yield* rows;
}
