import { sameData } from '@app/decider';
import { type Language, LANGUAGES } from '@app/labels';
import type { Title } from '@app/partnership/plan/plan.events';
import { type Block, headingOf, type Inline, type Line, type ReportModel, type ReportSection, wordsOf } from '../report';
import { type Pair, paired } from './paired';

/** A text that somebody wrote, as a report shows it. */
export interface SectionText {
  readonly eventId: string;
  readonly state: ReportSection['state'];
}

/** `stale`: a figure that it binds moved; `fresh`: its figures show again what they showed. */
export type TextCourse = 'written' | 'rewritten' | 'gone' | 'approved' | 'not-approved' | 'stale' | 'fresh';

export interface TextChange extends Pair<SectionText> {
  readonly section: string;
  readonly title: Title;
  readonly textLanguage: Language;
  readonly course: TextCourse;
}

export interface LinesChange {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** A section that lists or counts other things of the record: milestones, bodies, outputs, projects, actions. */
export interface ListingChange {
  readonly section: string;
  readonly title: Title;
  readonly lines: Readonly<Partial<Record<Language, LinesChange>>>;
}

interface Placed {
  readonly language: Language;
  readonly section: ReportSection;
  /** What its marks say of figures that moved. */
  readonly marks: readonly string[];
}

type Reports = readonly ReportModel[];

const inOrder = (reports: Reports): Reports => LANGUAGES.flatMap((language) => reports.filter((report) => report.language === language));

const placed = (reports: Reports): readonly Placed[] =>
  inOrder(reports).flatMap(({ language, sections, moved }) =>
    sections.map((section) => ({
      language,
      section,
      marks: moved.flatMap(({ section: of, token, after }) => (of === section.code ? [`${token} ${after}`] : [])),
    })),
  );

const bothOf = (before: Reports, after: Reports): readonly Pair<Placed>[] =>
  paired(placed(before), placed(after), ({ language, section }) => `${language}/${section.code}`);

/** The heading of each section in every language. */
function titlesOf(...reports: Reports): ReadonlyMap<string, Title> {
  const titles = new Map<string, Title>();
  for (const { language, sections } of reports) {
    for (const section of sections) titles.set(section.code, { ...titles.get(section.code), [language]: headingOf(section) } as Title);
  }
  return titles;
}

function textOf({ section: { writing, state } }: Placed): SectionText | undefined {
  return writing && { eventId: writing.eventId, state };
}

function courseOf(before: SectionText | undefined, after: SectionText | undefined): TextCourse {
  if (!before) return 'written';
  if (!after) return 'gone';
  if (before.eventId !== after.eventId) return 'rewritten';
  if (after.state === 'stale') return 'stale';
  if (before.state === 'stale') return 'fresh';
  return after.state === 'approved' ? 'approved' : 'not-approved';
}

/** The texts that were written, replaced, taken back or approved since, and those whose numbers moved, language by language. */
export function textChanges(before: Reports, after: Reports): readonly TextChange[] {
  const titles = titlesOf(...before, ...after);
  return bothOf(before, after).flatMap((pair): readonly TextChange[] => {
    const [then, now] = [pair.before, pair.after].map((one) => one && textOf(one));
    const alike = sameData([then, pair.before?.marks ?? []], [now, pair.after?.marks ?? []]);
    if (alike || (!then && !now)) return [];
    const { language, section } = (pair.after ?? pair.before)!;
    const course = courseOf(then, now);
    const shown = { ...(then ? { before: then } : {}), ...(now ? { after: now } : {}) };
    return [{ section: section.code, title: titles.get(section.code)!, textLanguage: language, course, ...shown }];
  });
}

/** Names that stand beside a figure and come and go with it. */
const BESIDE_A_FIGURE = /^(indicator|period)\//;

const listsSomething = (piece: Inline): boolean => piece.kind === 'count' || (piece.kind === 'name' && !BESIDE_A_FIGURE.test(piece.of));
/** Figures and targets are told as such. */
const isToldApart = ({ kind }: Inline): boolean => kind === 'number' || kind === 'target';

function itemsOf(block: Block): readonly (readonly Line[])[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => [item]);
    case 'table':
      return block.rows;
    case 'paragraph':
    case 'callout':
      return [[block.line]];
    case 'chart':
      return [];
  }
}

/** What a section lists or counts, each item in words. */
const listedIn = ({ section }: Placed): readonly string[] =>
  section.blocks
    .flatMap(itemsOf)
    .filter((item) => item.flat().some(listsSomething) && !item.flat().some(isToldApart))
    .map((item) => item.map(wordsOf).join(' – '));

/** The lines that `others` does not have, as often as it does not. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function listingChanges(before: Reports, after: Reports): readonly ListingChange[] {
  const titles = titlesOf(...before, ...after);
  const changed = new Map<string, Partial<Record<Language, LinesChange>>>();
  for (const pair of bothOf(before, after)) {
    const [then = [], now = []] = [pair.before, pair.after].map((one) => one && listedIn(one));
    const lines = { gone: without(then, now), added: without(now, then) };
    const { language, section } = (pair.after ?? pair.before)!;
    if (lines.gone.length + lines.added.length > 0) changed.set(section.code, { ...changed.get(section.code), [language]: lines });
  }
  return [...changed].map(([section, lines]) => ({ section, title: titles.get(section)!, lines }));
}
