import { LANGUAGES, type Language } from '@app/labels';
import { textKey, type ReportState, type Writing as Written } from '@app/partnership/report/report.decider';
import { type BoundNumber, TEXT_LANGUAGES } from '@app/partnership/report/report.events';
import { numberWords, piecesOf } from '@app/partnership/report/report-text.decider';
import { BadQuery } from '../figure-query';
import type { Standing } from '../moved';
import { type Block, type Inline, type Line, type Moved, type SectionState, type SectionWriting, text } from './model';
import type { ReportSources } from './sources';
import type { Wording } from './wording';

/** What a section says of what somebody wrote, in one language. */
export interface WrittenSection {
  readonly state: SectionState;
  readonly blocks: readonly Block[];
  readonly moved: readonly Moved[];
  readonly writing?: SectionWriting;
}

interface Reading {
  readonly sources: ReportSources;
  readonly wording: Wording;
  readonly report: ReportState;
}

interface Put {
  readonly span: Inline;
  /** Absent while it shows what it showed. */
  readonly after?: string;
}

/** A bound number as it was pinned, and what it would say by now. */
function put({ sources, wording }: Reading, { figure, format, other }: BoundNumber): Put {
  const standingOf = (id: string): Standing => sources.standing(id);
  try {
    const [one, two] = [standingOf(figure), other === undefined ? undefined : standingOf(other)];
    const span: Inline = { kind: 'number', text: wording.figure(one.then, format, two?.then), figure };
    return one.moved || two?.moved ? { span, after: wording.figure(one.now, format, two?.now) } : { span };
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    return { span: { kind: 'number', text: wording.label('report-text.mark.unknown-figure'), figure } };
  }
}

const ITEM = /^- /;

/** The paragraphs and lists of a text: an empty line parts them, `- ` begins an item. */
function blocksOf(words: string, lineOf: (words: string) => Line): readonly Block[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n');
      if (!lines.every((line) => ITEM.test(line))) return { kind: 'paragraph', line: lineOf(lines.join(' ')) };
      return { kind: 'list', items: lines.map((line) => lineOf(line.replace(ITEM, ''))) };
    });
}

/** Names of languages begin with a capital in Dutch and English, not in French. */
function languageNames(wording: Wording, languages: readonly Language[]): Inline {
  const names = languages.map((language) => wording.label(`report.value.textLanguage.${language}`)).join(', ');
  return text(wording.language === 'fr' ? names.toLowerCase() : names);
}

const callout = (tone: 'missing' | 'stale' | 'flag', line: Line): Block => ({ kind: 'callout', tone, line });

/** In which languages a section is written. */
const languagesOf = ({ report }: Reading, section: string): readonly Language[] =>
  TEXT_LANGUAGES.filter((textLanguage) => (report.texts.get(textKey({ section, textLanguage }))?.length ?? 0) > 0);

function absent(reading: Reading, section: string): WrittenSection {
  const { wording } = reading;
  const others = languagesOf(reading, section);
  if (others.length === 0)
    return { state: 'not-written', blocks: [callout('missing', wording.sentence('report-text.mark.not-written'))], moved: [] };
  const line = wording.sentence('report-text.mark.not-in', { languages: languageNames(wording, others) });
  return { state: 'other-language-only', blocks: [callout('missing', line)], moved: [] };
}

/** What keeps the text from going out, and what a reader should know of it. */
function marksOf(reading: Reading, section: string, { data, approvedOn }: Written, moved: readonly Moved[]): readonly Block[] {
  const { wording } = reading;
  const lacking = LANGUAGES.filter((language) => language !== 'en' && !languagesOf(reading, section).includes(language));
  const words = numberWords(data.text, data.textLanguage);
  const number = (words_: string, figure: string): Inline => ({ kind: 'number', text: words_, figure });
  return [
    ...moved.map(({ figure, before, after }) =>
      callout('stale', wording.sentence('report-text.mark.moved', { before: number(before, figure), after: number(after, figure) })),
    ),
    ...(lacking.length > 0
      ? [callout('missing', wording.sentence('report-text.mark.lacks', { languages: languageNames(wording, lacking) }))]
      : []),
    ...(approvedOn === undefined ? [callout('flag', wording.sentence('report-text.mark.not-approved'))] : []),
    ...(words.length > 0
      ? [callout('flag', wording.sentence('report-text.mark.word', { words: text(words.map((word) => word.text).join(', ')) }))]
      : []),
  ];
}

const writingOf = ({ eventId, occurred, approvedOn, data }: Written, all: readonly Written[]): SectionWriting => ({
  eventId,
  writtenOn: occurred.from,
  ...(approvedOn === undefined ? {} : { approvedOn }),
  earlier: all.slice(0, -1).map((earlier) => earlier.eventId),
  flags: numberWords(data.text, data.textLanguage),
});

/** The text of a section as it stands, with its marks; an honest mark where there is none. A text is stale when a figure that it binds shows another value. */
export function writtenSection(reading: Reading, section: string): WrittenSection {
  const writings = reading.report.texts.get(textKey({ section, textLanguage: reading.wording.language })) ?? [];
  const written = writings.at(-1);
  if (!written) return absent(reading, section);
  const numbers = new Map((written.data.numbers ?? []).map((number) => [number.token, { number, put: put(reading, number) }]));
  const lineOf = (words: string): Line =>
    piecesOf(words).flatMap((piece) => (piece.token === undefined ? text(piece.text ?? '') : (numbers.get(piece.token)?.put.span ?? [])));
  const moved = [...numbers.values()].flatMap(({ number: { token, figure }, put: { span, after } }) =>
    after === undefined ? [] : [{ section, token, figure, before: span.text, after }],
  );
  const state = moved.length > 0 ? 'stale' : written.approvedOn === undefined ? 'written' : 'approved';
  return {
    state,
    blocks: [...blocksOf(written.data.text, lineOf), ...marksOf(reading, section, written, moved)],
    moved,
    writing: writingOf(written, writings),
  };
}
