import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { LOCALES } from '@app/labels';
import type { Bar, Block, Inline, Line, ReportModel, ReportSection } from '../model';
import { wordsOf } from '../model';
import { type Chart, chartRows, longestOf } from './chart';
import { headingOf } from './html';

const TONES = { missing: '8A5A00', stale: 'A3261C', flag: '5C6770', note: '5C6770' } as const;

/** A dot of each colour of a chart: stretched, it is a bar in every word processor, where a drawing is not. */
const DOTS = {
  realised: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mOQj+8GAAGqAQpJeJluAAAAAElFTkSuQmCC', 'base64'),
  wanted: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPYeeQMAASDAkrrGc0uAAAAAElFTkSuQmCC', 'base64'),
};

/** Room between the margins of a page, in twentieths of a point, and how much of it the first column takes. */
const TEXT_WIDTH = 9_026;
const FIRST_COLUMN = 0.37;
/** Pixels of the longest bar. */
const LONGEST = 180;

/** Makes paragraphs and tables of a report; `base` is where its links lead. */
class DocxWriter {
  constructor(readonly base: string | undefined) {}

  inline(piece: Inline, style: IRunOptions = {}): ParagraphChild {
    const run = new TextRun({ text: piece.text, ...style });
    const link =
      piece.kind === 'number' && this.base !== undefined
        ? `${this.base}/api/figures/${piece.figure}/events`
        : piece.kind === 'name'
          ? piece.href
          : undefined;
    return link === undefined ? run : new ExternalHyperlink({ link, children: [run] });
  }

  line(line: Line, options: IParagraphOptions = {}, style: IRunOptions = {}): Paragraph {
    return new Paragraph({ spacing: { after: 120 }, ...options, children: line.map((piece) => this.inline(piece, style)) });
  }

  private cell(children: readonly Paragraph[], width: number, fill?: string): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(fill === undefined ? {} : { shading: { fill, type: ShadingType.CLEAR, color: 'auto' } }),
      children,
    });
  }

  /** `below` is what stands under the first cell of a row. */
  table(
    caption: Line,
    head: readonly Line[],
    rows: readonly (readonly Line[])[],
    below: (row: number) => readonly Paragraph[] = () => [],
  ): readonly FileChild[] {
    const first = head.length > 1 ? Math.round(TEXT_WIDTH * FIRST_COLUMN) : TEXT_WIDTH;
    const widths = head.map((_, at) => (at === 0 ? first : Math.round((TEXT_WIDTH - first) / (head.length - 1))));
    const flat = (line: Line, style: IRunOptions = {}) => this.line(line, { spacing: { after: 0 } }, style);
    const header = head.map((line, at) => this.cell([flat(line, { bold: true })], widths[at] ?? first, 'E8EEF2'));
    const body = rows.map((row, n) => row.map((line, at) => this.cell([flat(line), ...(at === 0 ? below(n) : [])], widths[at] ?? first)));
    return [
      this.line(caption, { keepNext: true, spacing: { before: 160, after: 60 } }, { bold: true }),
      new Table({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        rows: [
          new TableRow({ tableHeader: true, cantSplit: true, children: header }),
          ...body.map((children) => new TableRow({ cantSplit: true, children })),
        ],
      }),
      new Paragraph({ spacing: { after: 120 } }),
    ];
  }

  private bar(colour: keyof typeof DOTS, length: number, words: string): Paragraph {
    const drawing = new ImageRun({
      type: 'png',
      data: DOTS[colour],
      transformation: { width: Math.max(1, Math.round(length * LONGEST)), height: 7 },
      altText: { name: colour, title: words, description: words },
    });
    return new Paragraph({ spacing: { after: 0 }, children: [drawing] });
  }

  /** A chart is its table, with the bars under the name of each row. */
  chart(chart: Chart): readonly FileChild[] {
    const longest = longestOf(chart);
    const bars = ({ value, shown, wanted }: Bar): readonly Paragraph[] => [
      this.bar('realised', value / longest, wordsOf(shown)),
      ...(wanted ? [this.bar('wanted', wanted.value / longest, wordsOf(wanted.shown))] : []),
    ];
    return this.table(chart.title, chart.head, chartRows(chart), (row) => chart.bars.slice(row, row + 1).flatMap(bars));
  }

  block(made: Block): readonly FileChild[] {
    switch (made.kind) {
      case 'paragraph':
        return [this.line(made.line)];
      case 'callout':
        return [this.line(made.line, { indent: { left: 240 } }, { color: TONES[made.tone], italics: made.tone === 'missing' })];
      case 'list':
        return made.items.map((item) => this.line(item, { bullet: { level: 0 }, spacing: { after: 40 } }));
      case 'table':
        return this.table(made.caption, made.head, made.rows);
      case 'chart':
        return this.chart(made);
    }
  }

  section(section: ReportSection): readonly FileChild[] {
    const heading = section.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    return [new Paragraph({ text: headingOf(section), heading, keepNext: true }), ...section.blocks.flatMap((made) => this.block(made))];
  }

  footer({ title, words }: ReportModel): Footer {
    const numbers = [`${title} · ${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES];
    return new Footer({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: numbers, size: 16 })] })],
    });
  }
}

/**
 * The report as DOCX: real headings, repeated header rows, charts as tables with bars in them, the language and the title of the
 * document. Its bytes differ each time, because the library stamps the moment; what is to be hashed is the page, the PDF or the model. `base` as for the PDF.
 */
export async function reportDocx(model: ReportModel, base?: string): Promise<Buffer> {
  const writer = new DocxWriter(base);
  const document = new Document({
    title: model.title,
    description: model.title,
    creator: 'Kroniek',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: LOCALES[model.language] } } },
        title: { run: { size: 40, bold: true } },
        heading1: { run: { size: 30, bold: true, color: '1F5F8B' }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading2: { run: { size: 25, bold: true, color: '1B1B1B' }, paragraph: { spacing: { before: 240, after: 100 } } },
      },
    },
    sections: [
      {
        footers: { default: writer.footer(model) },
        children: [
          new Paragraph({ text: model.title, heading: HeadingLevel.TITLE }),
          ...model.about.map((line) => writer.line(line)),
          ...model.sections.flatMap((section) => writer.section(section)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
