import { daysBetween } from '../calendar';
import type { Figure } from '../figure';
import { countKindOf } from '../measures';
import { REGION_CODE } from '../places';
import { isSmallCell, noValueOf, scaleOf } from './columns';
import { line } from './csv';
import type { PinnedExport } from './export-query';
import type { ExportRow } from './export-rows';

/** Codes of the SDMX list of observation statuses that a figure can have (design: domain 4.1). */
export type ObservationStatus = 'A' | 'D' | 'E' | 'L' | 'M' | 'O' | 'P' | 'U' | 'V';

/** Why there is no value. M: it cannot exist, where kinds must not be added or a period has not begun; L: not collected; O: missing, `SHOWN` and the bounds say more. */
function missing({ refusal, absence, shown }: Figure): ObservationStatus {
  if (refusal || absence === 'not-begun') return 'M';
  return shown === 'none' ? 'L' : 'O';
}

/**
 * The code list has one column for several matters, so the graver one goes first: a document that counts something else (D), what is not over yet (P), a record that is
 * not complete (U), then how exact a value is: A normal, E estimated, V by reading.
 */
export function statusOf({ definition, figure }: ExportRow): ObservationStatus {
  if (figure.value === null) return missing(figure);
  if (definition.measure.op !== 'compose' && figure.countKind !== countKindOf(definition)) return 'D';
  if (figure.provisional) return 'P';
  if (figure.shown === 'computed' && figure.coverage === 'partial') return 'U';
  switch (figure.exactness) {
    case 'approximate':
    case 'extrapolated':
      return 'E';
    case 'by-reading':
      return 'V';
    case 'exact':
      return 'A';
    default:
      return 'U';
  }
}

/** A: confidential by itself, because of small counts; F: free. */
const confidentialityOf = (row: ExportRow): 'A' | 'F' => (isSmallCell(row) ? 'A' : 'F');

/** A range of days as SDMX names one: its first day and how long it lasts. */
function timePeriodOf({ period, figure: { period: days } }: ExportRow): string {
  if (!period.includes('..')) return period;
  return `${days.from}/P${daysBetween(days.from, days.to) + 1}D`;
}

const TOTAL = '_T';
const NOT_ALLOCATED = '_X';

const areaOf = ({ place, territory }: ExportRow): string => territory ?? (place === 'whole' ? REGION_CODE : NOT_ALLOCATED);

type Columns = Readonly<Record<string, string | number | null>>;

const dimensionsOf = (row: ExportRow, { query }: PinnedExport): Columns => ({
  INDICATOR: row.definition.code,
  REF_AREA: areaOf(row),
  PLACE: row.place,
  PLAN: query.plan ?? TOTAL,
  ACTION_NUMBER: query.action ?? TOTAL,
  ORGANISATION: query.organisation ?? TOTAL,
  PART: query.where?.map(({ dim, value = [] }) => `${dim}:${value.join('+')}`).join(' ') ?? TOTAL,
  TIME_PERIOD: timePeriodOf(row),
});

const attributesOf = (row: ExportRow): Columns => ({
  OBS_STATUS: statusOf(row),
  CONF_STATUS: confidentialityOf(row),
  UNIT_MEASURE: row.definition.unit,
  UNIT_MULT: 0 - scaleOf(row),
  LOWER_BOUND: row.figure.lo,
  UPPER_BOUND: row.figure.hi,
  COUNT_KIND: row.figure.countKind,
  EXACTNESS: row.figure.exactness,
  SHOWN: row.figure.shown,
  NO_VALUE: noValueOf(row.figure),
  COVERAGE: row.figure.coverage,
  DEFINITION_VERSION: row.definition.version,
  AS_OF: row.figure.asOf,
  KNOWN_ON: row.figure.knownOn,
  THROUGH: row.figure.through ?? null,
  FIGURE_ID: row.figure.id,
});

/** A row of SDMX-CSV 2.0; `I`: the rows inform, and ask nobody to change or to delete what they have. */
const columnsOf = (row: ExportRow, pinned: PinnedExport): Columns => ({
  STRUCTURE: 'dataflow',
  STRUCTURE_ID: 'KRONIEK:FIGURES(1.0)',
  ACTION: 'I',
  ...dimensionsOf(row, pinned),
  OBS_VALUE: row.figure.value,
  ...attributesOf(row),
});

/** The figures as SDMX-CSV: codes only, no typed text. The header goes with the first row; no figures, no file. */
export async function* sdmxCsv(rows: AsyncIterable<ExportRow>, pinned: PinnedExport): AsyncGenerator<string> {
  let begun = false;
  for await (const row of rows) {
    const columns = columnsOf(row, pinned);
    if (!begun) yield line(Object.keys(columns));
    begun = true;
    yield line(Object.values(columns));
  }
}
