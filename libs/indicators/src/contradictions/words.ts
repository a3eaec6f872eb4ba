import type { CountKind } from '@app/decider';
import { type Counted, type Language, listFormat } from '@app/labels';
import type { Texts } from '../definition';
import type { Bounds } from '../interval';
import { Wording } from '../report/wording';
import { unitOf } from '../units';
import { partsOf } from './matters';
import type { ClaimOnRecord, OnRecord } from './on-record';
import type { Recount } from './recounted';

/** Of the record, what calls a thing by its name. */
export type Names = Pick<OnRecord, 'definitions' | 'organisations' | 'planNamed' | 'placeNamed'>;

/** What a place of a sentence holds in the language of these words. */
export type Place = (words: Words) => string;

const MARKS: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  nl: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  en: ['“', '”'],
};

const PLACE = /\{(\w+)\}/g;

/** What a sentence of the ledger says in one language: what the record knows by a code by its name, numbers and days as they are written there. */
export class Words extends Wording {
  constructor(
    language: Language,
    private readonly names: Names,
  ) {
    super(language);
  }

  /** A sentence with its places filled: a number as it is written, words of a document as they are printed. */
  filled(says: Texts, values: Readonly<Record<string, string | number>>, places: Readonly<Record<string, Place>> = {}): string {
    return this.set(says[this.language]).replaceAll(PLACE, (place, name: string) => {
      const value = places[name]?.(this) ?? values[name] ?? place;
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  /** As printed. */
  quoted(raw: string): string {
    const [before, after] = MARKS[this.language];
    return `${before}${raw}${after}`;
  }

  /** One, two and three. */
  together(list: readonly string[]): string {
    return listFormat(this.language, { type: 'conjunction' }).format(list);
  }

  /** A share, given in percent. */
  share(percent: number): string {
    return this.number(percent * 100, { kind: 'percentage' });
  }

  between({ lo, hi }: Bounds, counted: Counted): string {
    return this.saying({ value: lo === hi ? lo : null, lo, hi }, counted) ?? this.label('report-text.number.not-recorded');
  }

  /** What was recounted: one number, or what it lies between. */
  recounted(figure: Recount): string {
    return this.saying(figure.computed, unitOf(figure)) ?? this.label('report-text.number.not-recorded');
  }

  /** What a claim counts, and of which part, place and organisation. A part without a name is left out: its code tells a reader nothing. */
  counts({ indicator, dims, territory, organisation, to }: ClaimOnRecord): string {
    const definition = this.names.definitions.get(indicator);
    const parts = [
      ...partsOf(dims).flatMap(([dim, value]) => (definition && this.part(definition, dim, String(value))) ?? []),
      ...(territory === undefined ? [] : [this.place(territory, to)]),
      ...(organisation === undefined ? [] : [this.organisation(organisation)]),
    ];
    const name = this.indicator(indicator);
    return parts.length === 0 ? name : this.label('report-text.figures.part', { indicator: name, part: parts.join(', ') });
  }

  indicator(code: string): string {
    return this.titled(this.names.definitions.get(code)?.labels, code);
  }

  plan(code: string): string {
    return this.titled(this.names.planNamed(code), code);
  }

  /** One of what a number is for each of. */
  each(of: string): string {
    const group = this.known(`report-text.group.${of}`, this.label('report-text.group.other'));
    return this.known(`report-text.one.${of}`, group);
  }

  private place(code: string, day: string): string {
    return this.titled(this.names.placeNamed(code, day), code);
  }

  private organisation(code: string): string {
    return this.names.organisations.find(({ organisation }) => organisation === code)?.name ?? code;
  }

  private titled(title: Partial<Texts> | undefined, code: string): string {
    return this.titleIn(title ?? {}) || code;
  }
}

/** The words of every language, with the names of one record. */
export const wordsOf = (names: Names): Readonly<Record<Language, Words>> => ({
  nl: new Words('nl', names),
  fr: new Words('fr', names),
  en: new Words('en', names),
});

/** What a claim counts. */
export const whatPlace =
  (claim: ClaimOnRecord): Place =>
  (words) =>
    words.counts(claim);

/** Several as they are printed, each in quotation marks. */
export const quotedTogether =
  (raws: readonly string[]): Place =>
  (words) =>
    words.together(raws.map((raw) => words.quoted(raw)));

/** Several as they are printed that are added up. */
export const quotedSum =
  (raws: readonly string[]): Place =>
  (words) =>
    raws.map((raw) => words.quoted(raw)).join(' + ');

/** Actions by their numbers. */
export const numbersTogether =
  (numbers: readonly number[]): Place =>
  (words) =>
    words.together(numbers.map(String));

export const planPlace =
  (plan: string): Place =>
  (words) =>
    words.plan(plan);

/** What is counted, in the plural. */
export const kindPlace =
  (kind: CountKind): Place =>
  (words) =>
    words.many(kind);

/** What was recounted. */
export const countedPlace =
  (figure: Recount): Place =>
  (words) =>
    words.recounted(figure);

export const dayPlace =
  (day: string): Place =>
  (words) =>
    words.day(day);
