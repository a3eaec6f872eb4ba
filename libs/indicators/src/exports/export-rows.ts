import { setImmediate } from 'node:timers/promises';
import type { TerritoryName } from '@app/partnership/territory/territory.events';
import type { Database } from 'better-sqlite3';
import type { IndicatorDefinition } from '../definition';
import type { FigureQuery } from '../figure-query';
import type { Figure, FigureOptions } from '../figure';
import { figures } from '../figures';
import type { Rest } from '../places';
import { territoryTable } from '../territory-table';
import type { PinnedExport } from './export-query';

/** One figure of an export, with where it stands in it. */
export interface ExportRow {
  readonly definition: IndicatorDefinition;
  /** As the query named or cut it: `2021`, `2021-Q1`, `2021-03`, a day, or `from..to`. */
  readonly period: string;
  /** `whole`: of everything asked for. In a table of territories, beside it, a row for each part, and for what falls in none of them. */
  readonly place: 'whole' | 'territory' | Rest;
  /** Code of the territory; absent for the Region, and for what falls in no part. */
  readonly territory?: string;
  readonly name?: TerritoryName;
  readonly figure: Figure;
}

/** Asks the facts as they stand when it is called: a rebuild may put another database in place while an export is written. */
export type Ask = <T>(question: (db: Database) => T) => T;

/**
 * Whether a figure says anything: a value, an interval, a claim, facts, or why it must not be added up. Unlike the dashboard, which asks only for what facts
 * or claims lie in, an export holds the zeros that coverage vouches for too: that nothing happened is a number that is taken out. So every figure is asked.
 */
const says = ({ shown, claims, computed, refusal, parts = [] }: Figure): boolean =>
  shown !== 'none' || claims.length > 0 || (computed?.facts ?? 0) > 0 || (refusal !== undefined && parts.some(({ hi }) => hi !== 0));

function pinnedQuery({ query, asOf, knownOn, through }: PinnedExport, indicator: string, period: string): FigureQuery & { period: string } {
  const { indicators: _indicators, by: _by, territories: _territories, parent: _parent, ...rest } = query;
  return { ...rest, indicator, period, asOf, knownOn, ...(through === undefined ? {} : { through }) };
}

/** The rows of one indicator and period; of all indicators, none where the whole says nothing: then no part is asked for. */
function rowsOf(
  ask: Ask,
  pinned: PinnedExport,
  definition: IndicatorDefinition,
  period: string,
  options: FigureOptions,
): readonly ExportRow[] {
  const asked = pinnedQuery(pinned, definition.code, period);
  const { territories: level, parent, indicators, territory = parent } = pinned.query;
  const [figure] = ask((db) => figures(db, { ...asked, ...(territory === undefined ? {} : { territory }) }, options)).figures;
  if (!figure || (indicators === 'all' && !says(figure))) return [];
  const whole: ExportRow = { definition, period, place: 'whole', ...(territory === undefined ? {} : { territory }), figure };
  if (level === undefined) return [whole];
  const { total, rows } = ask((db) => territoryTable(db, { ...asked, level, ...(parent === undefined ? {} : { parent }) }, options));
  return [
    { ...whole, figure: total },
    ...rows.map(({ kind, code, name, figure: part }): ExportRow => {
      const unit = { ...(code === undefined ? {} : { territory: code }), ...(name === undefined ? {} : { name }) };
      return { definition, period, place: kind, ...unit, figure: part };
    }),
  ];
}

/**
 * The figures of an export, indicator by indicator and period by period, each asked for when the reader is ready for it. Between two of them others are
 * answered.
 * @throws BadQuery as `figures` and `territoryTable` do.
 */
export async function* exportRows(ask: Ask, pinned: PinnedExport, options: FigureOptions = {}): AsyncGenerator<ExportRow> {
  for (const definition of pinned.definitions) {
    for (const period of pinned.periods) {
      yield* rowsOf(ask, pinned, definition, period, options);
      await setImmediate();
    }
  }
}
