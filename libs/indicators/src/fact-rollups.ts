import { IN_TIME_DAYS } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { OPEN, ROWS_PER_EVENT } from './facts.schema';
import { ADDITIVE, type Additive } from './tally';

/** `scope` of a cell over all scopes; facts without any link stand under 0. */
export const ALL_SCOPES = -1;
/** `shape` of a cell over all shapes. */
export const ALL_SHAPES = 0;
/** A grain is how many characters of a day it keeps. */
export const YEAR = 4;
export const MONTH = 7;

const KEY = 'kind, grain, scope, until, shape, since, dates';

const LATE = `f.recorded_on > f.on_to AND julianday(f.recorded_on) - julianday(f.on_to) > ${IN_TIME_DAYS}`;

/** What one fact adds to each column of a tally. */
const ADDENDS: Readonly<Record<Additive, string>> = {
  facts: '1',
  unknown: 'f.v IS NULL',
  v: 'coalesce(f.v, 0)',
  lo: 'coalesce(f.lo, 0)',
  lo_below: 'min(0, coalesce(f.lo, 0))',
  hi: 'coalesce(f.hi, 0)',
  hi_above: 'max(0, coalesce(f.hi, 0))',
  hi_open: 'f.hi IS NULL',
  approximate: `s.exactness = 'approximate'`,
  extrapolated: `s.exactness = 'extrapolated'`,
  by_reading: `s.exactness = 'by-reading'`,
  late: LATE,
};

/** Of a set that crosses a month the months of its dates: it may lie around a period without touching it. */
const DATES = `CASE WHEN f.dates IS NULL OR substr(f.r_from, 1, ${MONTH}) = substr(f.r_to, 1, ${MONTH}) THEN ''
  ELSE (SELECT group_concat(DISTINCT substr(value, 1, ${MONTH})) FROM json_each(f.dates)) END`;

/** Facts of one place by their months: so many of them are one row before they go up through the levels. */
const placed = (facts: string, sign: 1 | -1): string => `
  SELECT f.kind, coalesce(f.scope, 0) AS scope, f.shape, substr(f.r_from, 1, ${MONTH}) AS since, substr(f.r_to, 1, ${MONTH}) AS until, ${DATES} AS dates,
    ${ADDITIVE.map((column) => `${sign} * sum(${ADDENDS[column]}) AS ${column}`).join(', ')}, max(CASE WHEN ${LATE} THEN f.recorded_on END) AS last_late
  FROM ${facts} JOIN fact_shapes s ON s.id = f.shape GROUP BY 1, 2, 3, 4, 5, 6`;

/** The cells of a place: of its months and of its years, each by itself, over all scopes, and over all shapes too. */
const CELL = `kind, grain, CASE level WHEN 0 THEN scope ELSE ${ALL_SCOPES} END AS scope, substr(until, 1, grain) AS until,
  CASE level WHEN 2 THEN ${ALL_SHAPES} ELSE shape END AS shape, substr(since, 1, grain) AS since,
  CASE WHEN substr(since, 1, grain) = substr(until, 1, grain) THEN '' ELSE dates END AS dates`;
const LEVELS = `(SELECT ${YEAR} AS grain UNION ALL SELECT ${MONTH}), (SELECT 0 AS level UNION ALL SELECT 1 UNION ALL SELECT 2)`;

const add = (facts: string, sign: 1 | -1): string => `
  INSERT INTO fact_rollups (${KEY}, ${ADDITIVE.join(', ')}, last_late)
  WITH placed AS MATERIALIZED (${placed(facts, sign)})
  SELECT ${CELL}, ${ADDITIVE.map((column) => `sum(${column})`).join(', ')}, max(last_late) FROM placed, ${LEVELS} GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT DO UPDATE SET ${ADDITIVE.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')},
    last_late = max(coalesce(last_late, excluded.last_late), coalesce(excluded.last_late, last_late))`;

const GONE = '(SELECT * FROM facts WHERE id IN (SELECT value FROM json_each(?))) f';
const CAME = `(SELECT * FROM facts WHERE id >= ? AND known_to = ${OPEN}) f`;

/** The late facts that stand in a cell `c`. */
const LATE_IN_CELL = `
  FROM facts f WHERE f.kind = c.kind AND f.r_to BETWEEN c.until AND c.until || '~' AND substr(f.r_from, 1, c.grain) = c.since AND f.known_to = ${OPEN}
    AND (c.scope = ${ALL_SCOPES} OR coalesce(f.scope, 0) = c.scope) AND (c.shape = ${ALL_SHAPES} OR f.shape = c.shape)
    AND (c.since = c.until OR ${DATES} = c.dates) AND ${LATE}`;

/** A last day does not go down by subtraction. Mostly another fact was recorded on the same day; only without one all of the cell are looked through. */
const LOWER_LAST_DAY = `
  WITH gone AS (SELECT DISTINCT ${CELL}, last_late FROM (${placed(GONE, -1)}), ${LEVELS} WHERE last_late IS NOT NULL)
  UPDATE fact_rollups AS c SET last_late = CASE
    WHEN EXISTS (SELECT 1 ${LATE_IN_CELL} AND f.recorded_on = c.last_late) THEN c.last_late ELSE (SELECT max(f.recorded_on) ${LATE_IN_CELL}) END
  WHERE (${KEY}, last_late) IN (SELECT * FROM gone)`;

/**
 * Makes the roll-ups of the facts that stand: per kind, and where a question is narrower per shape and per scope, what the facts of each month and each year
 * add up to. A fact whose range crosses months stands by its first and its last one. For a table of facts that is complete; from then on `keepRollups`.
 */
export function createRollups(db: Database): void {
  db.exec(`
    CREATE TABLE fact_rollups (kind INTEGER NOT NULL, grain INTEGER NOT NULL, scope INTEGER NOT NULL, until TEXT NOT NULL, shape INTEGER NOT NULL,
      since TEXT NOT NULL, dates TEXT NOT NULL, ${ADDITIVE.map((column) => `${column} INTEGER NOT NULL`).join(', ')}, last_late TEXT,
      PRIMARY KEY (${KEY})) WITHOUT ROWID`);
  db.prepare(add(CAME, 1)).run(0);
}

export interface RollupKeeper {
  /** A row that stood was closed. */
  readonly closed: (id: number) => void;
  /** Takes in what a batch that begins with the event `ordinal` has opened and closed. */
  readonly keep: (ordinal: number) => void;
}

/** Keeps the roll-ups up to date, once for each batch; does nothing while they are not made yet. */
export function keepRollups(db: Database): RollupKeeper {
  if (!db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'fact_rollups'`).get()) return { closed: () => {}, keep: () => {} };
  const came = db.prepare(add(CAME, 1));
  const gone = db.prepare(add(GONE, -1));
  const lowerLastDay = db.prepare(LOWER_LAST_DAY);
  let ids: number[] = [];
  return {
    closed: (id) => void ids.push(id),
    keep: (ordinal) => {
      const first = ordinal * ROWS_PER_EVENT;
      // What came and went inside the batch was never taken in.
      const stood = JSON.stringify(ids.filter((id) => id < first));
      ids = [];
      came.run(first);
      if (stood === '[]') return;
      gone.run(stood);
      lowerLastDay.run(stood);
    },
  };
}
