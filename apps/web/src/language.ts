import { type LabelTree, type Language, LANGUAGES, LOCALES } from '../../../libs/labels/src/language';

export { type LabelTree, type Language, LANGUAGES, LOCALES };

/** A reviewed text of the record. English may be missing: the field works in Dutch and French; of the name of a place any may be. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

export const textIn = (texts: Texts, language: Language): string => texts[language] ?? texts.fr ?? texts.nl ?? texts.en ?? '';

/** Looks a label up by its dotted key; what the service does not label is shown as its key, so that it is seen. */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export const translator =
  (tree: LabelTree): Translate =>
  (key, params = {}) => {
    let node: string | LabelTree | undefined = tree;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    if (typeof node !== 'string') return key;
    return node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  };

/** The names of the events of every term, by their type. */
export function eventNames(tree: LabelTree): ReadonlyMap<string, string> {
  const events = Object.values(tree).map((term) => (typeof term === 'object' ? term['event'] : undefined));
  const named = events.flatMap((names) => (typeof names === 'object' ? Object.entries(names) : []));
  return new Map(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Who reads: everything that is shown is shown in their language. */
export interface Reader {
  readonly language: Language;
  readonly t: Translate;
  readonly events: ReadonlyMap<string, string>;
}

export interface PageProps {
  readonly reader: Reader;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A Brussels day in full. In French the first of a month is written as an ordinal. */
export function dayIn(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  const written = format.format(new Date(`${day}T00:00:00Z`));
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

const lastOfMonth = (day: string): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

function monthsIn(from: string, to: string, language: Language): string {
  const written = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
  const last = written(to, { year: 'numeric' });
  if (from.slice(0, 7) === to.slice(0, 7)) return last;
  return `${written(from, from.slice(0, 4) === to.slice(0, 4) ? {} : { year: 'numeric' })} – ${last}`;
}

/** A whole year and whole months as such, one day as that day, anything else by its first and last day. */
export function daysIn({ from, to }: Days, language: Language): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from.endsWith('-01') && to === lastOfMonth(to)) return monthsIn(from, to, language);
  return from === to ? dayIn(from, language) : `${dayIn(from, language)} – ${dayIn(to, language)}`;
}
