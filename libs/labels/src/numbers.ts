import { numberFormat, pluralRules } from './formats';
import { type Language, LOCALES } from './language';

/** What a whole number of the record stands for: so many of a count kind, or a mean of them. */
export interface Counted {
  readonly kind: string | null;
  readonly mean?: boolean | undefined;
}

/** Kinds that are kept in hundredths: cents, hundredths of a percent, hundredths of a full-time equivalent. */
const IN_HUNDREDTHS: ReadonlySet<string> = new Set(['euro', 'percentage', 'fte']);

/** The power of ten by which a whole number of the record is above its unit: a mean has two decimals more than what it is of. */
export const minorDigits = ({ kind, mean = false }: Counted): number => (kind !== null && IN_HUNDREDTHS.has(kind) ? 2 : 0) + (mean ? 2 : 0);

/** The number in its unit: euros, percent, full-time equivalents, sessions. */
export const inUnits = (value: number, counted: Counted): number => value / 10 ** minorDigits(counted);

/** The number as a language writes it, an amount with its currency and a share with its sign. */
export function writtenNumber(language: Language, value: number, counted: Counted): string {
  const number = inUnits(value, counted);
  const write = (options: Intl.NumberFormatOptions, written = number): string =>
    numberFormat(language, { maximumFractionDigits: 2, ...options }).format(written);
  if (counted.kind === 'percentage') return write({ style: 'percent' }, number / 100);
  return counted.kind === 'euro' ? write({ style: 'currency', currency: 'EUR' }) : write({});
}

/** What is known of a number: itself, or the bounds that it lies between; null is open, or not known. */
export interface Known {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness?: string | null;
}

/** What is known, told by its bounds where these differ: what the record is sure of is then not the whole. */
export const betweenBounds = <T extends Known>(known: T): T => (known.lo === known.hi ? known : { ...known, value: null });

/** The text of a label in the language that is written, its places filled. */
export type Say = (key: string, params?: Readonly<Record<string, string>>) => string;

/**
 * What is known of a number in words: the number, about it, at least or at most so many, or from one to another; undefined when nothing is known.
 * Where the upper bound is open the record knows of at least so many, and the number never stands bare.
 */
export function inBounds({ value, lo, hi, exactness }: Known, write: (number: number) => string, say: Say): string | undefined {
  const said = (words: 'about' | 'at-least' | 'at-most', number: number): string =>
    say(`report-text.number.${words}`, { value: write(number) });
  if (value !== null && exactness === 'approximate') return said('about', value);
  if (value !== null && (lo === null || hi !== null)) return write(value);
  if (lo !== null && lo === hi) return write(lo);
  if (lo !== null && hi !== null) return say('report-text.number.between', { lo: write(lo), hi: write(hi) });
  if (lo !== null) return said('at-least', lo);
  return hi === null ? undefined : said('at-most', hi);
}

/** The same of a whole number of the record, in its unit. */
export const writtenValue = (language: Language, known: Known, counted: Counted, say: Say): string | undefined =>
  inBounds(known, (number) => writtenNumber(language, number, counted), say);

/** Kinds that their number says already. */
const UNNAMED: ReadonlySet<string> = new Set(['percentage', 'euro', 'other']);

/** Whether a number takes the singular: 1, and in French everything below 2. */
export const isOne = (language: Language, number: number): boolean => pluralRules(language, {}).select(number) === 'one';

/** The plural of a count kind. Claims name full-time equivalents in hundredths, as they are kept; written they are whole. */
export const several = (language: Language, kind: string, say: Say): string =>
  kind === 'fte' ? say('report-text.many.fte') : say(`claim.value.kind.${kind}`).toLocaleLowerCase(LOCALES[language]);

/** The same with what it counts: one session, at least two sessions. */
export function writtenCount(language: Language, known: Known, counted: Counted, say: Say): string | undefined {
  const { kind } = counted;
  const written = writtenValue(language, known, counted, say);
  if (written === undefined || kind === null || UNNAMED.has(kind)) return written;
  const last = inUnits(known.value ?? known.hi ?? known.lo ?? 0, counted);
  return `${written} ${isOne(language, last) ? say(`report-text.one.${kind}`) : several(language, kind, say)}`;
}
