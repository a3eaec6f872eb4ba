import writeXlsxFile, { type Cell as SheetCell, type Sheet } from 'write-excel-file/node';
import type { Language } from '@app/labels';
import type { IndicatorDefinition, Texts } from '../definition';
import { BadQuery } from '../figure-query';
import { type Cell, cellsOf, COLUMNS, inert } from './columns';
import type { PinnedExport } from './export-query';
import type { ExportRow } from './export-rows';

/** A workbook is made in memory as a whole, so it has an end; what is longer goes out as CSV. */
export const MOST_ROWS = 20_000;

const SHEETS: Readonly<Record<'figures' | 'definitions' | 'about', Texts>> = {
  figures: { nl: 'Cijfers', fr: 'Chiffres', en: 'Figures' },
  definitions: { nl: 'Definities', fr: 'Définitions', en: 'Definitions' },
  about: { nl: 'Over dit bestand', fr: 'À propos', en: 'About' },
};

const MEANING: Texts = { nl: 'Betekenis', fr: 'Signification', en: 'Meaning' };

const READING: Texts = {
  nl: 'Deel de waarde en haar grenzen door de deler op dezelfde rij. Een lege waarde is geen nul.',
  fr: 'Divisez la valeur et ses bornes par le diviseur de la même ligne. Une valeur vide n’est pas zéro.',
  en: 'Divide the value and its bounds by the divisor in the same row. An empty value is not zero.',
};

const labelOf = (name: string, language: Language): string => COLUMNS.find((column) => column.name === name)?.labels[language] ?? name;

const heading = (texts: readonly string[]): SheetCell[] => texts.map((value) => ({ value, type: String, fontWeight: 'bold' }));

const dayCell = (day: string): SheetCell => ({ value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' });

function sheetCell(cell: Cell, index: number): SheetCell {
  return typeof cell === 'string' && COLUMNS[index]?.type === 'date' ? dayCell(cell) : cell;
}

const definitionCells = ({ code, version, labels, unit, meaning }: IndicatorDefinition, language: Language): SheetCell[] => [
  code,
  version,
  inert(labels[language]),
  unit,
  inert(meaning[language]),
];

function aboutCells({ query, asOf, knownOn, through }: PinnedExport, language: Language): SheetCell[][] {
  const label = (name: string): string => labelOf(name, language);
  return [
    [label('period'), inert(query.period)],
    [label('as_of'), dayCell(asOf)],
    [label('known_on'), dayCell(knownOn)],
    [label('through'), through ?? null],
    [label('unit_divisor'), READING[language]],
  ];
}

const sheet = (name: keyof typeof SHEETS, language: Language, headings: readonly string[], rows: SheetCell[][]): Sheet<never> => ({
  sheet: SHEETS[name][language],
  data: headings.length === 0 ? rows : [heading(headings), ...rows],
  stickyRowsCount: Math.min(headings.length, 1),
  columns: Array.from({ length: Math.max(headings.length, 2) }, () => ({ width: 18 })),
});

/**
 * A workbook of the figures, their definitions and which record was asked, in one language; numbers are numbers and days are days.
 * @throws BadQuery `query.too-many-figures` for more than `MOST_ROWS`.
 */
export async function* xlsx(rows: AsyncIterable<ExportRow>, language: Language, pinned: PinnedExport): AsyncGenerator<Uint8Array> {
  const figures: SheetCell[][] = [];
  const defined = new Set<IndicatorDefinition>();
  for await (const row of rows) {
    if (figures.length === MOST_ROWS) throw new BadQuery('query.too-many-figures', 'format');
    figures.push(cellsOf(row, language).map(sheetCell));
    defined.add(row.definition);
  }
  const definitionHeadings = [...['indicator', 'version', 'label', 'unit'].map((name) => labelOf(name, language)), MEANING[language]];
  const sheets = [
    sheet(
      'figures',
      language,
      COLUMNS.map(({ labels }) => labels[language]),
      figures,
    ),
    sheet(
      'definitions',
      language,
      definitionHeadings,
      [...defined].map((one) => definitionCells(one, language)),
    ),
    sheet('about', language, [], aboutCells(pinned, language)),
  ];
  yield await writeXlsxFile(sheets).toBuffer();
}
