import type { Database } from 'better-sqlite3';
import { addDays, earlier } from './calendar';
import type { Dashboard, DashboardFigure, DashboardGroup, IndicatorGroup } from './dashboard.answer';
import type { IndicatorDefinition, Measure, Selection } from './definition';
import { indicatorGroups } from './definitions';
import { definitionsFor } from './definitions-at';
import { ROWS_PER_EVENT } from './facts.schema';
import { LONGEST } from './fact-rows';
import type { DayRange } from './fact-range';
import { checkDay } from './figure-query';
import type { FigureOptions } from './figure';
import { evaluate, resolve } from './figures';
import { type Known, knownAt, positionOf } from './known';
import { isOfOneDay, selectionsOf } from './measures';
import { periodAt } from './periods';
import { statement } from './statements';

/** What is looked at, and from where; all days are Brussels days. */
export interface DashboardQuery {
  /** As in a figure's query; `plan:2021` is the period of that plan. */
  readonly period: string;
  /** Only what serves this plan. */
  readonly plan?: string;
  readonly territory?: string;
  readonly organisation?: string;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly through?: string;
}

const KNOWN_ROW = 'f.kind = k.id AND f.known_to > ? AND f.id < ?';

/** Kinds with a row that touches the window: its last day lies in it, or it begins by the window's end and ends later. */
const KINDS_WITHIN = `
  SELECT k.fact_type || '|' || k.count_kind FROM fact_kinds k WHERE k.synthetic = 0 AND (
    EXISTS (SELECT 1 FROM facts f WHERE ${KNOWN_ROW} AND f.r_to BETWEEN ? AND ?)
    OR EXISTS (SELECT 1 FROM facts f WHERE ${KNOWN_ROW} AND f.r_from < f.r_to AND f.r_from BETWEEN ? AND ? AND f.r_to > ?))`;

const KINDS_EVER = `
  SELECT k.fact_type || '|' || k.count_kind FROM fact_kinds k WHERE k.synthetic = 0 AND EXISTS (SELECT 1 FROM facts f WHERE ${KNOWN_ROW})`;

const CLAIMED = `
  SELECT DISTINCT indicator FROM claims WHERE period_from = ? AND period_to = ? AND synthetic = 0 AND known_from <= ? AND known_to > ?`;

/**
 * What the record has of a period, so that only indicators are asked that may say something. A zero that rests on coverage alone is not shown, so coverage
 * is not looked at; an export has it (`export-rows.ts`).
 */
class Present {
  private readonly within: ReadonlySet<string>;
  private readonly ever: ReadonlySet<string>;
  private readonly claimed: ReadonlySet<string>;
  private readonly served: ReadonlySet<string>;

  constructor(db: Database, { ordinal }: Known, { from, to }: DayRange, asOf: string) {
    const texts = (sql: string, ...params: unknown[]): ReadonlySet<string> => new Set(statement<string>(db, sql, true).all(...params));
    const known = [ordinal, (ordinal + 1) * ROWS_PER_EVENT];
    const end = earlier(to, asOf);
    this.within = texts(KINDS_WITHIN, ...known, from, end, ...known, addDays(from, -LONGEST), end, end);
    this.ever = texts(KINDS_EVER, ...known);
    this.claimed = texts(CLAIMED, from, to, ordinal, ordinal);
    this.served = texts("SELECT DISTINCT plan || '/' || action FROM scope_plan");
  }

  /** Whether facts or claims may say something about it: never false where there are any. */
  concerns({ code, measure, scope }: IndicatorDefinition, all: ReadonlyMap<string, IndicatorDefinition>): boolean {
    if (this.claimed.has(code)) return true;
    if (measure.op === 'compose')
      return measure.parts.some(({ indicator }) => {
        const part = all.get(indicator);
        return part !== undefined && this.concerns(part, all);
      });
    if (scope && !this.served.has(`${scope.plan}/${scope.action}`)) return false;
    return this.states(measure);
  }

  private states(measure: Exclude<Measure, { op: 'compose' }>): boolean {
    const kinds = looksBack(measure) ? this.ever : this.within;
    return startingFrom(measure).some(({ factType, countKind }) => factType.some((type) => kinds.has(`${type}|${countKind}`)));
  }
}

/** What stands on one day, and what is counted at its start or end, rests on rows of any day. */
const looksBack = (measure: Measure): boolean => isOfOneDay(measure) || (measure.op === 'sum' && measure.anchor !== undefined);

/** The facts without which there is nothing to say: of a share or a delay, those that were begun. */
const startingFrom = (measure: Measure): readonly Selection[] =>
  measure.op === 'ratio' || measure.op === 'delay' ? [measure.den] : selectionsOf(measure);

/** The evaluation of a plan asks about its own actions: of another plan's dashboard it is no part. */
const isOfPlan = ({ scope }: IndicatorDefinition, plan: string | undefined): boolean =>
  plan === undefined || scope === undefined || scope.plan === plan;

const groupOf = ({ code, scope }: IndicatorDefinition): IndicatorGroup =>
  indicatorGroups.get(code) ?? (scope ? { plan: scope.plan } : { term: 'indicator' });

const nameOf = (group: IndicatorGroup): string => ('plan' in group ? `plan ${group.plan}` : `term ${group.term}`);

function grouped(figures: readonly (DashboardFigure & { readonly group: IndicatorGroup })[]): readonly DashboardGroup[] {
  const groups = new Map<string, IndicatorGroup & { readonly figures: DashboardFigure[] }>();
  for (const { group, ...figure } of figures) {
    const name = nameOf(group);
    const there = groups.get(name) ?? { ...group, figures: [] };
    there.figures.push(figure);
    groups.set(name, there);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/**
 * Every indicator that says something about a period, by facts or by claims, each with its figure; none for a period that has not begun by A.
 * @throws BadQuery for a period or day that cannot be read, a plan that nobody adopted, or an event that is not in the record.
 */
export function dashboard(db: Database, asked: DashboardQuery, options: FigureOptions = {}): Dashboard {
  const known = knownAt(db, asked, options);
  const all = definitionsFor(db, known, options.definitions).latest;
  const asOf = asked.asOf === undefined ? known.day : checkDay(asked.asOf, 'asOf');
  const period = periodAt(db, known, asked.period);
  const present = new Present(db, known, period, asOf);
  const { plan, territory, organisation } = asked;
  const candidates = asOf < period.from ? [] : [...all.values()].filter((one) => isOfPlan(one, plan) && present.concerns(one, all));
  const figures = candidates.flatMap((definition) => {
    const scope = plan === undefined ? {} : { plan, ...(definition.scope ? { action: definition.scope.action } : {}) };
    const query = {
      indicator: definition.code,
      asOf,
      ...scope,
      ...(territory === undefined ? {} : { territory }),
      ...(organisation === undefined ? {} : { organisation }),
    };
    const { figure, facts } = evaluate(db, known, resolve(db, query, definition, period, known), definition, all);
    const says = facts > 0 || figure.claims.length > 0;
    return says ? [{ group: groupOf(definition), indicator: definition.code, labels: definition.labels, figure }] : [];
  });
  return {
    period,
    asOf,
    knownOn: known.day,
    ...(known.through === undefined ? {} : { through: known.through }),
    position: positionOf(db) ?? null,
    groups: grouped(figures),
  };
}
