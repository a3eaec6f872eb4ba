import { TERRITORY_LEVELS, type TerritoryLevel } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { addDays, quarterOf } from '../calendar';
import type { IndicatorDefinition } from '../definition';
import { definitionsFor } from '../definitions-at';
import type { DayRange } from '../fact-range';
import { BadQuery, type FigureQuery, parsePeriod } from '../figure-query';
import { type Known, knownAt, positionOf } from '../known';
import { periodAt } from '../periods';

export const STEPS = ['year', 'quarter', 'month'] as const;
export type Step = (typeof STEPS)[number];

/** Which figures are taken out: of each indicator one per period, or a table of territories per period. */
export interface ExportQuery extends Omit<FigureQuery, 'indicator' | 'period'> {
  /** Codes, each once; `all` for every indicator that has something to say in a period. */
  readonly indicators: 'all' | readonly string[];
  readonly period: string;
  /** Cuts the period; absent: one figure for the whole of it. */
  readonly by?: Step;
  /** The level of the parts; absent: no table. */
  readonly territories?: TerritoryLevel;
  /** The territory that the tables divide; absent: the Region. */
  readonly parent?: string;
}

/** An export with nothing left open: what is recorded while it is written changes none of its figures. */
export interface PinnedExport {
  readonly query: ExportQuery;
  readonly definitions: readonly IndicatorDefinition[];
  readonly periods: readonly string[];
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly position?: string;
}

const MOST_PERIODS = 600;

const LABEL_OF: Readonly<Record<Step, (day: string) => string>> = {
  year: (day) => day.slice(0, 4),
  quarter: (day) => `${day.slice(0, 4)}-Q${quarterOf(day)}`,
  month: (day) => day.slice(0, 7),
};

/** @throws BadQuery `query.bad-step` for a period that whole years, quarters or months do not fill. */
function cut({ from, to }: DayRange, step: Step): readonly string[] {
  const made: string[] = [];
  let next = from;
  while (next <= to && made.length < MOST_PERIODS) {
    const label = LABEL_OF[step](next);
    const unit = parsePeriod(label);
    if (unit.from !== next) break;
    made.push(label);
    next = addDays(unit.to, 1);
  }
  if (next !== addDays(to, 1)) throw new BadQuery('query.bad-step', 'by');
  return made;
}

function periodsOf(db: Database, known: Known, { period, by }: ExportQuery): readonly string[] {
  const whole = periodAt(db, known, period);
  if (by !== undefined && !STEPS.includes(by)) throw new BadQuery('query.bad-step', 'by');
  return by === undefined ? [period] : cut(whole, by);
}

/**
 * Closes what an export leaves open: which indicators, which periods, and K.
 * @throws BadQuery for an unknown indicator or event, a level or a period that cannot be read or cut, or a day that is none.
 */
export function pinExport(db: Database, query: ExportQuery, today?: string): PinnedExport {
  const { territories } = query;
  if (territories !== undefined && !TERRITORY_LEVELS.includes(territories)) throw new BadQuery('query.bad-level', 'territories');
  const known = knownAt(db, query, today === undefined ? {} : { today });
  const whole = periodAt(db, known, query.period);
  const all = definitionsFor(db, known);
  const codes = query.indicators === 'all' ? [...all.latest.keys()].sort() : [...new Set(query.indicators)];
  const position = positionOf(db);
  return {
    query,
    definitions: codes.map((code) => all.chosen(code, query.definition, whole.to)),
    periods: periodsOf(db, known, query),
    asOf: query.asOf ?? known.day,
    knownOn: known.day,
    ...(known.through === undefined ? {} : { through: known.through }),
    ...(position === undefined ? {} : { position }),
  };
}
