import { stringify } from 'csv-stringify/sync';
import type { Language } from '@app/labels';
import { cellsOf, COLUMNS } from './columns';
import type { ExportRow } from './export-rows';

/** As RFC 4180 asks: comma, quotes where needed, CRLF. Booleans in words, so that no reader takes them for numbers. */
export const line = (cells: readonly unknown[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows', cast: { boolean: (value) => String(value) } });

/** The table of figures as CSV, a header and a line per figure. The descriptor says the types. */
export async function* csv(rows: AsyncIterable<ExportRow>, language: Language): AsyncGenerator<string> {
  yield line(COLUMNS.map(({ name }) => name));
  for await (const row of rows) yield line(cellsOf(row, language));
}
