import type { Language } from '@app/labels';
import { typedNumbers } from '@app/partnership/report/report-text.decider';
import type { DraftedReport } from './report.answer';

/** A piece of a line. Each but `text` says what its words, and the digits among them, rest on. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A figure in words, bound by its figureId. */
  | { readonly kind: 'number'; readonly text: string; readonly figure: string }
  /** What a plan wants, bound to the event that set it. */
  | { readonly kind: 'target'; readonly text: string; readonly event: string }
  /** How many there are of what the report itself names: their references. */
  | { readonly kind: 'count'; readonly text: string; readonly of: readonly string[] }
  /** A name or code as the record has it, and what it names. */
  | { readonly kind: 'name'; readonly text: string; readonly of: string; readonly href?: string };

export type Line = readonly Inline[];

/** One pair of bars of a chart: what was realised beside what was wanted. */
export interface Bar {
  readonly label: Line;
  readonly value: number;
  readonly shown: Line;
  readonly wanted?: { readonly value: number; readonly shown: Line };
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly caption: Line; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  /** Drawn, with a text in its place for who does not see it; its data stand in a table too. */
  | { readonly kind: 'chart'; readonly title: Line; readonly head: readonly Line[]; readonly bars: readonly Bar[] }
  | { readonly kind: 'callout'; readonly tone: 'missing' | 'stale' | 'flag' | 'note'; readonly line: Line };

export type SectionState = 'automatic' | 'not-written' | 'other-language-only' | 'written' | 'approved' | 'stale';

/** What somebody wrote in a section, as the record has it. */
export interface SectionWriting {
  readonly eventId: string;
  readonly writtenOn: string;
  readonly approvedOn?: string;
  /** Events of the texts that stood there before, the oldest first. */
  readonly earlier: readonly string[];
  /** Words of the text that say a number, with their place in it. */
  readonly flags: readonly { readonly at: number; readonly text: string }[];
}

export interface ReportSection {
  readonly code: string;
  /** As the template numbers it; printed before the title. */
  readonly number?: string;
  readonly title: Line;
  readonly level: 1 | 2;
  readonly state: SectionState;
  readonly blocks: readonly Block[];
  /** Of a text in the language of the report. */
  readonly writing?: SectionWriting;
}

/** A number of a text that shows another value by now. */
export interface Moved {
  readonly section: string;
  readonly token: string;
  readonly figure: string;
  readonly before: string;
  readonly after: string;
}

/** A report as it reads at K in one language: what every rendering is made from, and nothing else. */
export interface ReportModel {
  readonly template: string;
  readonly templateVersion: number;
  readonly year: number;
  readonly language: Language;
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly plan?: string;
  readonly state: DraftedReport['state'];
  readonly about: readonly Line[];
  readonly sections: readonly ReportSection[];
  readonly moved: readonly Moved[];
  /** Texts of buttons and marks that a rendering needs besides. */
  readonly words: Readonly<Record<'contents' | 'skip' | 'page' | 'of', string>>;
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const wordsOf = (line: Line): string => line.map((inline) => inline.text).join('');

/** The title of a section with its number. */
export const headingOf = ({ number, title }: ReportSection): string => `${number === undefined ? '' : `${number} `}${wordsOf(title)}`;

/** Every line of a block, in reading order. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()];
    case 'chart':
      return [
        block.title,
        ...block.head,
        ...block.bars.flatMap(({ label, shown, wanted }) => [label, shown, ...(wanted ? [wanted.shown] : [])]),
      ];
    case 'paragraph':
    case 'callout':
      return [block.line];
  }
}

const bound = (inline: Inline): boolean => {
  switch (inline.kind) {
    case 'text':
      return false;
    case 'number':
      return inline.figure !== '';
    case 'target':
      return inline.event !== '';
    case 'count':
      return inline.text.replaceAll(/\D/g, '') === String(inline.of.length);
    case 'name':
      return inline.of !== '';
  }
};

/**
 * The numbers of a report that rest on nothing: digits outside dates, years and references to laws in plain text, and spans that name no source. A sound
 * report has none.
 */
export function unboundNumbers({ title, about, sections }: Pick<ReportModel, 'title' | 'about' | 'sections'>): readonly string[] {
  const lines = [[text(title)], ...about, ...sections.flatMap((section) => [section.title, ...section.blocks.flatMap(linesOf)])];
  return lines.flatMap((line) =>
    line.filter((inline) => !bound(inline)).flatMap((inline) => typedNumbers(inline.text).map((found) => found.text)),
  );
}
