import type { Source, TerritoryLevel } from '@app/decider';
import { addDays, lastOfMonth } from './calendar';
import type { Condition } from './definition';
import type { DayRange } from './fact-range';
import type { Rest } from './places';

export type { FigureQuery, Hierarchy } from './figure.answer';

/** A query with nothing left open: the same answer for as long as nothing is erased. */
export interface CanonicalQuery {
  readonly indicator: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly territory?: string;
  /** Absent for "then". */
  readonly hierarchy?: 'now';
  /** Of a row of a table of territories: only while what is counted lay in this territory, too. */
  readonly within?: string;
  /** Of a row of a table of territories: what falls in none of the units of that level, and why. */
  readonly level?: TerritoryLevel;
  readonly rest?: Rest;
  readonly organisation?: string;
  readonly plan?: string;
  readonly action?: number;
  readonly target?: string;
  readonly where?: readonly Condition[];
  readonly origin: 'record' | Source;
  readonly asOf: string;
  readonly knownOn: string;
  /** The last event that bears on figures at K; absent when nothing was recorded by then. */
  readonly through?: string;
}

/** A query that cannot be read; `field` names the part, `code` is stable. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';

  constructor(
    readonly code: string,
    readonly field: string,
  ) {
    super(`${code}: ${field}`);
  }
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const two = (month: number): string => String(month).padStart(2, '0');

/** @throws BadQuery `query.bad-day` for what is no day of the calendar. */
export function checkDay(day: string, field: string): string {
  if (!DAY.test(day) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) throw new BadQuery('query.bad-day', field);
  return day;
}

/** First days of the seasons of the calendar, as the registers read them; a winter runs on into the next year. */
const SEASONS: Readonly<Record<string, readonly [first: string, next: string]>> = {
  spring: ['03-20', '06-20'],
  summer: ['06-20', '09-22'],
  autumn: ['09-22', '12-21'],
  winter: ['12-21', '03-20'],
};

function seasonOf(period: string): DayRange | undefined {
  const [, year, name] = /^(\d{4})-([a-z]+)$/.exec(period) ?? [];
  const season = SEASONS[name ?? ''];
  if (year === undefined || season === undefined) return undefined;
  const [first, next] = season;
  const following = next < first ? String(Number(year) + 1).padStart(4, '0') : year;
  return { from: `${year}-${first}`, to: addDays(`${following}-${next}`, -1) };
}

/** @throws BadQuery `query.bad-period` for a text that is no period of the calendar. */
export function parsePeriod(period: string): DayRange {
  const [from, to] = period.split('..');
  if (from !== undefined && to !== undefined) {
    checkDay(from, 'period');
    checkDay(to, 'period');
    if (from > to) throw new BadQuery('query.bad-period', 'period');
    return { from, to };
  }
  if (/^\d{4}$/.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` };
  const quarter = /^\d{4}-Q([1-4])$/.exec(period);
  if (quarter) {
    const last = Number(quarter[1]) * 3;
    return { from: `${period.slice(0, 4)}-${two(last - 2)}-01`, to: lastOfMonth(`${period.slice(0, 4)}-${two(last)}-01`) };
  }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return { from: `${period}-01`, to: lastOfMonth(`${period}-01`) };
  if (DAY.test(period)) return { from: checkDay(period, 'period'), to: period };
  const season = seasonOf(period);
  if (season) return season;
  throw new BadQuery('query.bad-period', 'period');
}

/** Members in a fixed order, absent ones left out: equal queries make equal ids. */
function ordered(query: CanonicalQuery): CanonicalQuery {
  const { indicator, version, from, to, territory, hierarchy, within, level, rest } = query;
  const { organisation, plan, action, target, where, origin, asOf, knownOn, through } = query;
  const conditions = where?.map(({ dim, op, value }) => ({ dim, op, ...(value ? { value } : {}) }));
  return JSON.parse(
    JSON.stringify({
      indicator,
      version,
      from,
      to,
      territory,
      hierarchy,
      within,
      level,
      rest,
      organisation,
      plan,
      action,
      target,
      where: conditions,
      origin,
      asOf,
      knownOn,
      through,
    }),
  ) as CanonicalQuery;
}

export const canonical = (query: CanonicalQuery): CanonicalQuery => ordered(query);

/** base64url of the canonical query, K included: it can be answered after any rebuild. */
export const figureIdOf = (query: CanonicalQuery): string => Buffer.from(JSON.stringify(ordered(query))).toString('base64url');

/** @throws BadQuery `figure.unknown-id` for a text that no figure has as id. */
export function queryOfFigure(figureId: string): CanonicalQuery {
  try {
    const query = JSON.parse(Buffer.from(figureId, 'base64url').toString()) as CanonicalQuery;
    const sound =
      typeof query.indicator === 'string' &&
      Number.isInteger(query.version) &&
      DAY.test(query.from) &&
      DAY.test(query.to) &&
      DAY.test(query.asOf) &&
      DAY.test(query.knownOn);
    if (sound && figureIdOf(query) === figureId) return query;
  } catch {
    // Not base64url of JSON: the same answer as any other id that is none of ours.
  }
  throw new BadQuery('figure.unknown-id', 'id');
}
