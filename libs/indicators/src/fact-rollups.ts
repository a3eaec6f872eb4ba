import { IN_TIME_DAYS } from '@app/decider';
import type { Database } from 'better-sqlite3';
import type { FactRow } from './fact-rows';
import { OPEN } from './facts.schema';
import { ADDITIVE, count, type Counted, type Growing, include, toNothing } from './tally';

/** `scope` of a cell over all scopes; facts without any link stand under 0. */
export const ALL_SCOPES = -1;
/** `shape` of a cell over all shapes. Other cells have the first of the shapes that no question tells apart. */
export const ALL_SHAPES = 0;
/** A grain is how many characters of a day it keeps. */
export const YEAR = 4;
export const MONTH = 7;

const KEY = ['kind', 'grain', 'scope', 'until', 'shape', 'since', 'dates'] as const;
const VALUES = [...ADDITIVE, 'last_late'] as const;

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

interface Filled {
  readonly cell: Cell;
  readonly tally: Growing;
  /** Days on which late facts were recorded that stand no longer. */
  readonly lost: Set<string>;
}

/**
 * The table of roll-ups: per kind, and where a question is narrower per shape and per scope, what the facts that stand add up to in each month and each
 * year. A fact whose range crosses months stands by its first and its last one.
 */
export function createRollupTable(db: Database): void {
  db.exec(`
    CREATE TABLE fact_rollups (kind INTEGER NOT NULL, grain INTEGER NOT NULL, scope INTEGER NOT NULL, until TEXT NOT NULL, shape INTEGER NOT NULL,
      since TEXT NOT NULL, dates TEXT NOT NULL, ${ADDITIVE.map((column) => `${column} INTEGER NOT NULL`).join(', ')}, last_late TEXT,
      -- The fact of the last day is gone, and perhaps another was recorded on it.
      stale INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (${KEY.join(', ')})) WITHOUT ROWID;
    CREATE INDEX fact_rollups_crossing ON fact_rollups (kind, grain, scope, until, since) WHERE since < until;
    CREATE INDEX fact_rollups_stale ON fact_rollups (stale) WHERE stale = 1`);
}

const ADD = `
  INSERT INTO fact_rollups (${[...KEY, ...VALUES].join(', ')}) VALUES (${[...KEY, ...VALUES].map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${ADDITIVE.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')},
    last_late = max(coalesce(last_late, excluded.last_late), coalesce(excluded.last_late, last_late))`;

/** Shapes that no question can tell apart: what else they say of a fact is counted in its tally. */
const ALIKE = 'a.organisation = s.organisation AND a.origin = s.origin AND a.dims IS s.dims';

/** The late facts that stand in a cell `c`. */
const LATE_IN_CELL = `
  FROM facts f WHERE f.kind = c.kind AND f.r_to BETWEEN c.until AND c.until || '~' AND substr(f.r_from, 1, c.grain) = c.since AND f.known_to = ${OPEN}
    AND (c.scope = ${ALL_SCOPES} OR coalesce(f.scope, 0) = c.scope)
    AND (c.shape = ${ALL_SHAPES} OR f.shape IN (SELECT a.id FROM fact_shapes s JOIN fact_shapes a ON ${ALIKE} WHERE s.id = c.shape))
    AND c.dates = CASE WHEN f.dates IS NULL OR c.since = c.until THEN ''
      ELSE (SELECT group_concat(DISTINCT substr(value, 1, ${MONTH})) FROM json_each(f.dates)) END
    AND f.recorded_on > f.on_to AND julianday(f.recorded_on) - julianday(f.on_to) > ${IN_TIME_DAYS}`;

const MARK_STALE = `UPDATE fact_rollups SET stale = 1 WHERE ${KEY.map((column) => `${column} = ?`).join(' AND ')} AND last_late = ?`;

/** Mostly another fact was recorded on the same day; only without one all of the cell are looked through. */
const SETTLE = `
  UPDATE fact_rollups AS c SET stale = 0, last_late = CASE
    WHEN EXISTS (SELECT 1 ${LATE_IN_CELL} AND f.recorded_on = c.last_late) THEN c.last_late ELSE (SELECT max(f.recorded_on) ${LATE_IN_CELL}) END
  WHERE stale = 1`;

/** A last day does not go down by subtraction: finds it anew where its fact is gone. Needs the index of the facts. */
export const settleRollups = (db: Database): void => void db.prepare(SETTLE).run();

const FACT = `
  SELECT f.kind, f.shape, f.scope, f.v, f.lo, f.hi, f.r_from, f.r_to, f.on_to, f.dates, f.recorded_on, s.exactness
  FROM facts f JOIN fact_shapes s ON s.id = f.shape WHERE f.id = ?`;

const FIRST_ALIKE = `SELECT min(a.id) FROM fact_shapes s JOIN fact_shapes a ON ${ALIKE} WHERE s.id = ?`;

const keyOf = (cell: Cell): string => `${cell.kind} ${cell.scope} ${cell.shape} ${cell.since} ${cell.until} ${cell.dates}`;

/** The cells that a place goes up into: of its months and of its years, each by itself, over all scopes, and over all shapes too. */
function cellsOf(place: Cell): readonly Cell[] {
  const year = { ...place, grain: YEAR, since: place.since.slice(0, YEAR), until: place.until.slice(0, YEAR) };
  return [place, year.since === year.until ? { ...year, dates: '' } : year].flatMap((cell) => [
    cell,
    { ...cell, scope: ALL_SCOPES },
    { ...cell, scope: ALL_SCOPES, shape: ALL_SHAPES },
  ]);
}

function filledIn(cells: Map<string, Filled>, cell: Cell): Filled {
  const key = keyOf(cell);
  let filled = cells.get(key);
  if (!filled) cells.set(key, (filled = { cell, tally: toNothing(), lost: new Set() }));
  return filled;
}

/** Keeps the roll-ups of one connection up to date: what a batch opens and closes is gathered, and written once. */
export class RollupKeeper {
  private places = new Map<string, Filled>();
  private readonly add;
  private readonly markStale;
  private readonly settle;
  private readonly fact;
  private readonly firstAlike;
  private readonly alike = new Map<number, number>();

  constructor(db: Database) {
    this.add = db.prepare(ADD);
    this.markStale = db.prepare(MARK_STALE);
    // While a table is filled the facts have no index; the end of a build settles once.
    this.settle = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'facts_range'`).get() ? db.prepare(SETTLE) : undefined;
    this.firstAlike = db.prepare<[number], number>(FIRST_ALIKE).pluck();
    this.fact = db.prepare<[number], RolledFact>(FACT);
  }

  /** Forgets what was gathered in a batch that was rolled back. */
  begin(): void {
    this.places.clear();
    this.alike.clear();
  }

  opened(fact: RolledFact): void {
    count(this.placeOf(fact).tally, fact);
  }

  /** A row that was copied from another. */
  copied(id: number): void {
    this.opened(this.fact.get(id)!);
  }

  /** A row that stands no longer. */
  closed(id: number): void {
    const fact = this.fact.get(id)!;
    const { tally, lost } = this.placeOf(fact);
    const late = count(tally, fact, -1);
    if (late !== undefined) lost.add(late);
  }

  write(): void {
    const cells = new Map<string, Filled>();
    for (const { cell: place, tally, lost } of this.places.values()) {
      for (const cell of cellsOf(place)) {
        const filled = filledIn(cells, cell);
        include(filled.tally, tally);
        for (const day of lost) filled.lost.add(day);
      }
    }
    this.places.clear();
    let stale = 0;
    for (const { cell, tally, lost } of cells.values()) {
      const key = KEY.map((column) => cell[column]);
      this.add.run(...key, ...VALUES.map((column) => tally[column]));
      for (const day of lost) stale += this.markStale.run(...key, day).changes;
    }
    if (stale > 0) this.settle?.run();
  }

  /** The cell of a fact that everything else is made of: of its months, its shape and its scope. */
  private placeOf({ kind, shape, scope, r_from, r_to, dates }: RolledFact): Filled {
    const since = r_from.slice(0, MONTH);
    const until = r_to.slice(0, MONTH);
    const months = dates === null || since === until ? [] : (JSON.parse(dates) as string[]).map((day) => day.slice(0, MONTH));
    let first = this.alike.get(shape);
    if (first === undefined) this.alike.set(shape, (first = this.firstAlike.get(shape)!));
    return filledIn(this.places, {
      kind,
      grain: MONTH,
      scope: scope ?? 0,
      until,
      shape: first,
      since,
      dates: [...new Set(months)].join(','),
    });
  }
}
