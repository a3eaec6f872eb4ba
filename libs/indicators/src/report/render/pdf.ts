import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Block, headingOf, type Inline, type Line, type ReportModel, type ReportSection } from '../model';
import { type Chart, chartRows, chartSvg } from './chart';
import { isShort, openingOf } from './opening';

const INK = '#1b1b1b';
const ACCENT = '#1f5f8b';
const TONES = { missing: '#8a5a00', stale: '#a3261c', flag: '#5c6770', note: '#5c6770' } as const;

/** The face that is put in has no narrow space that does not break; the wide one stands in its place. */
const plain = (words: string): string => words.replaceAll('\u202f', '\u00a0');

const inline = (piece: Inline, base: string | undefined): Content => {
  const text = plain(piece.text);
  if (piece.kind === 'number' && base !== undefined) return { text, link: `${base}/api/figures/${piece.figure}/events` };
  return piece.kind === 'name' && piece.href !== undefined ? { text, link: piece.href } : { text };
};

/** Renders lines and blocks; `base` is where its links lead. */
class PdfWriter {
  constructor(readonly base: string | undefined) {}

  line(line: Line): Content {
    return { text: line.map((piece) => inline(piece, this.base)) };
  }

  private grid(head: readonly Line[], rows: readonly (readonly Line[])[]): Content {
    const cell = (line: Line): TableCell => this.line(line);
    const header = head.map((line): TableCell => ({ ...(this.line(line) as object), style: 'head' }) as TableCell);
    const widths = head.map((_, at) => (at === 0 ? '*' : 'auto'));
    return {
      table: { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, body: [header, ...rows.map((row) => row.map(cell))] },
      layout: { hLineColor: () => '#7b8790', vLineColor: () => '#7b8790', hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      margin: [0, 0, 0, 8],
    };
  }

  private caption(line: Line): Content {
    return { ...(this.line(line) as object), style: 'caption' } as Content;
  }

  table(caption: Line, head: readonly Line[], rows: readonly (readonly Line[])[]): Content {
    return { stack: [this.caption(caption), this.grid(head, rows)], unbreakable: isShort(rows) };
  }

  chart(chart: Chart, id: string): Content {
    const drawing: Content = { svg: plain(chartSvg(chart, id)), width: 480, margin: [0, 4, 0, 6] };
    return [{ stack: [this.caption(chart.title), drawing], unbreakable: isShort(chart.bars) }, this.grid(chart.head, chartRows(chart))];
  }

  block(made: Block, id: string): Content {
    switch (made.kind) {
      case 'paragraph':
        return { ...(this.line(made.line) as object), margin: [0, 0, 0, 6] } as Content;
      case 'callout':
        return {
          ...(this.line(made.line) as object),
          color: TONES[made.tone],
          italics: made.tone === 'missing',
          margin: [8, 0, 0, 6],
        } as Content;
      case 'list':
        return { ul: made.items.map((item) => this.line(item)), margin: [0, 0, 0, 8] };
      case 'table':
        return this.table(made.caption, made.head, made.rows);
      case 'chart':
        return this.chart(made, id);
    }
  }

  private heading(section: ReportSection): Content {
    const text = plain(headingOf(section));
    const entry = {
      tocItem: true,
      tocStyle: section.level === 1 ? 'contents1' : 'contents2',
      tocMargin: [section.level === 1 ? 0 : 14, 0, 0, 0],
    } as const;
    return { text, style: section.level === 1 ? 'h1' : 'h2', outline: true, ...entry };
  }

  /** Headings stay with the first block that follows them, those of sections that hold nothing themselves too. */
  sections(sections: readonly ReportSection[]): readonly Content[] {
    let waiting: Content[] = [];
    const made = sections.flatMap((section, n): readonly Content[] => {
      waiting.push(this.heading(section));
      const blocks = section.blocks.map((block, at) => this.block(block, `s${n}-${at}`));
      if (blocks.length === 0) return [];
      const until = openingOf(section.blocks);
      const opening: Content = { stack: [...waiting, ...blocks.slice(0, until)], unbreakable: true };
      waiting = [];
      return [opening, ...blocks.slice(until)];
    });
    return [...made, ...waiting];
  }
}

const definition = (model: ReportModel, writer: PdfWriter): TDocumentDefinitions => {
  const { title, language, about, sections, words, knownOn } = model;
  const day = new Date(`${knownOn}T00:00:00Z`);
  return {
    info: { title, subject: title, creationDate: day, modDate: day },
    version: '1.7',
    language,
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [50, 50, 50, 55],
    content: [
      { text: plain(title), style: 'title' },
      ...about.map((line) => writer.block({ kind: 'paragraph', line }, 'about')),
      { toc: { title: { text: words.contents, style: 'h1' } }, pageBreak: 'after' },
      ...writer.sections(sections),
    ],
    footer: (page: number, pages: number) => ({
      text: `${title} · ${words.page} ${page} ${words.of} ${pages}`,
      alignment: 'center',
      fontSize: 8,
      margin: [0, 20, 0, 0],
    }),
    defaultStyle: { font: 'Roboto', fontSize: 9.5, color: INK, lineHeight: 1.2 },
    styles: {
      title: { fontSize: 20, bold: true, margin: [0, 0, 0, 12] },
      h1: { fontSize: 15, bold: true, color: ACCENT, margin: [0, 16, 0, 6] },
      h2: { fontSize: 12, bold: true, margin: [0, 12, 0, 4] },
      contents1: { bold: true },
      contents2: {},
      caption: { bold: true, margin: [0, 4, 0, 3] },
      head: { bold: true, fillColor: '#e8eef2' },
    },
  };
};

const FACES = { normal: 'Regular', bold: 'Medium', italics: 'Italic', bolditalics: 'MediumItalic' };

/**
 * The report as PDF: headings as bookmarks, header rows repeated, language and title in its data, pages numbered. It is not tagged, which the library cannot
 * do: the page and the DOCX are the forms for who reads by ear. `base` is the address that its links begin with; without it numbers are no links.
 */
export async function reportPdf(model: ReportModel, base?: string): Promise<Buffer> {
  const folder = join(require.resolve('pdfmake/package.json'), '../fonts/Roboto');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(folder));
  pdfmake.setFonts({
    Roboto: Object.fromEntries(Object.entries(FACES).map(([style, face]) => [style, join(folder, `Roboto-${face}.ttf`)])),
  });
  return pdfmake.createPdf(definition(model, new PdfWriter(base))).getBuffer();
}
