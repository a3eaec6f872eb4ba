import type { CountKind } from '@app/decider';
import {
  betweenBounds,
  type Counted,
  dayFormat,
  isOne,
  type Known,
  Labels,
  type Language,
  LOCALES,
  numberFormat,
  type Say,
  several,
  writtenCount,
  writtenNumber,
  writtenValue,
} from '@app/labels';
import type { NumberFormat } from '@app/partnership/report/report.events';
import { lastOfMonth, quarterOf } from '../calendar';
import type { IndicatorDefinition, Measure } from '../definition';
import { indicatorGroups } from '../definitions';
import type { DayRange } from '../fact-range';
import { selectionsOf } from '../measures';
import type { Figure } from '../figure';
import type { Goal as PlanGoal } from '../targets';
import { roundedFraction } from '../rounding';
import { unitOf } from '../units';
import { type Inline, type Line, text } from './model';

interface Named {
  readonly nl?: string;
  readonly fr?: string;
  readonly en?: string;
}

type Goal = Omit<PlanGoal, 'period'>;

/** `range-with-kind`: the bounds with what they count, in what the machine writes. */
export type Format = NumberFormat | 'range-with-kind';

const MARK = '\u0000';

/** Words as they are set: the sign that is an apostrophe, and in French a space that does not break before a high mark. */
function typeset(words: string, language: Language): string {
  const set = words.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
  return language === 'fr' ? set.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll(/(?<=«) /g, '\u00a0') : set;
}

/** The season that begins about a day: the recorder chose its first and last day. */
const seasonOf = (from: string): string => ['spring', 'summer', 'autumn', 'winter'][quarterOf(from) - 1] ?? '';

/** Facts are named after the term whose events state them: `session-held` is of `session`. */
const termsNamedBy = (factType: string): readonly string[] =>
  factType
    .split('-')
    .map((_, at, words) => words.slice(0, at).join('-'))
    .slice(1)
    .reverse();

function termsOf(indicator: string, measure: Measure): readonly string[] {
  const group = indicatorGroups.get(indicator);
  return [...(group && 'term' in group ? [group.term] : []), ...selectionsOf(measure).flatMap((of) => of.factType.flatMap(termsNamedBy))];
}

/** Everything that a report or a sentence of the ledger says in one language: its sentences, numbers and dates. Pure. */
export class Wording {
  static readonly #labels = new Labels();

  constructor(readonly language: Language) {}

  private readonly say: Say = (key, params) => this.label(key, params);

  label(key: string, params: Readonly<Record<string, string>> = {}): string {
    return typeset(Wording.#labels.text(this.language, key, params), this.language);
  }

  /** The label when there is one, for values of lists that a term may extend. */
  known(key: string, otherwise: string): string {
    return Wording.#labels.has(this.language, key) ? this.label(key) : otherwise;
  }

  /** A label whose `{{name}}` are spans: the sentence of the language, with what it is about put in. */
  sentence(key: string, spans: Readonly<Record<string, Inline | Line>> = {}): Line {
    const marks = Object.fromEntries(Object.keys(spans).map((name) => [name, `${MARK}${name}${MARK}`]));
    return this.label(key, marks)
      .split(MARK)
      .flatMap((part, at) => (at % 2 === 1 ? (spans[part] ?? []) : part === '' ? [] : text(part)));
  }

  titleIn(title: Named): string {
    return this.set(title[this.language] ?? title.fr ?? title.nl ?? '');
  }

  /** Words of this language as they are set. */
  set(words: string): string {
    return typeset(words, this.language);
  }

  /** A part of what an indicator counts, in the words of the term that it stands with or counts; undefined where no term has any. */
  part({ code, measure }: Pick<IndicatorDefinition, 'code' | 'measure'>, dim: string, value: string): string | undefined {
    const key = termsOf(code, measure)
      .map((term) => `${term}.value.${dim}.${value}`)
      .find((label) => Wording.#labels.has(this.language, label));
    return key === undefined ? undefined : this.label(key).toLocaleLowerCase(LOCALES[this.language]);
  }

  day(day: string): string {
    const written = dayFormat(this.language, { dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
    return this.language === 'fr' ? written.replace(/^1 /, '1er ') : written;
  }

  /** A day, month, quarter, season or year as precisely as it is known. */
  when({ from, to, precision }: { readonly from: string; readonly to: string; readonly precision: string }): string {
    const years = from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}-${to.slice(0, 4)}`;
    switch (precision) {
      case 'year':
        return years;
      case 'season':
        return this.label(`report-text.season.${seasonOf(from)}`, { year: years });
      case 'quarter':
        return this.quarter(from.slice(0, 4), quarterOf(from));
      case 'month':
        return this.month(from);
      default:
        return from === to ? this.day(from) : this.label('report-text.day.range', { from: this.day(from), to: this.day(to) });
    }
  }

  /** Days of which nobody said how precisely they are known: a whole year and a whole month as such. */
  days({ from, to }: DayRange): string {
    if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return this.when({ from, to, precision: 'year' });
    return this.when({ from, to, precision: from.endsWith('-01') && to === lastOfMonth(from) ? 'month' : 'day' });
  }

  quarter(year: string, quarter: number): string {
    return this.label(`report-text.quarters.name.${quarter}`, { year });
  }

  private month(day: string): string {
    return dayFormat(this.language, { month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
  }

  number(value: number, counted: Counted = { kind: null }): string {
    return writtenNumber(this.language, value, counted);
  }

  percent(value: number): string {
    const options = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
    return numberFormat(this.language, options).format(value / 100);
  }

  /** What is known of a number, with what it counts or without; undefined when nothing is. */
  saying(known: Known, counted: Counted, withKind = false): string | undefined {
    const write = withKind ? writtenCount : writtenValue;
    return write(this.language, known, counted, this.say);
  }

  /** How many there are of what the report names, with the word for them. */
  counted(noun: 'action' | 'target' | 'score', of: readonly string[]): Line {
    const word = this.label(`report-text.counted.${noun}.${isOne(this.language, of.length) ? 'one' : 'many'}`);
    return [{ kind: 'count', text: this.number(of.length), of }, text(` ${word}`)];
  }

  /** Several things in one line. */
  listed(lines: readonly Line[]): Line {
    const mark = text(this.language === 'fr' ? '\u00a0; ' : '; ');
    return lines.flatMap((line, at) => [...(at === 0 ? [] : [mark]), ...line]);
  }

  /** So many of a kind, in its minor units. */
  counting(value: number, kind: CountKind): string {
    return this.saying({ value, lo: value, hi: value }, { kind }, true) ?? this.many(kind);
  }

  /** What is counted, in the plural. */
  many(kind: CountKind): string {
    return several(this.language, kind, this.say);
  }

  /** What a figure shows, as one text. */
  figure(figure: Figure, format: Format = 'value', other?: Figure): string {
    if (other) return this.compared(figure, other, format);
    if (figure.shown === 'disputed') return this.disputed(figure);
    const asRange = format === 'range' || format === 'range-with-kind';
    const known = asRange ? betweenBounds(figure) : figure;
    const written = this.saying(known, unitOf(figure), format.endsWith('-with-kind'));
    return written === undefined || figure.shown === 'none' ? this.label('report-text.number.not-recorded') : written;
  }

  private disputed({ claims, mean }: Figure): string {
    const values = new Set(claims.map((claim) => this.saying(claim, { kind: claim.kind, mean }) ?? claim.raw));
    return this.label('report-text.number.disputed', { values: [...values].join(' / ') });
  }

  private compared(figure: Figure, other: Figure, format: Format): string {
    const { value } = figure;
    if (value === null || other.value === null) return this.label('report-text.number.not-recorded');
    if (format === 'difference') return this.number(value - other.value, unitOf(figure));
    if (other.value === 0) return this.label('report-text.number.not-recorded');
    if (format === 'percent') return this.percent(roundedFraction(value * 100, other.value, 1));
    return this.number(roundedFraction(value, other.value, 2));
  }

  /** A goal in words: at least so many of what it counts. */
  goal({ comparator, lo, hi, kind }: Goal): string | undefined {
    const exact = comparator === '=' ? (lo ?? hi) : null;
    const above = comparator === '>' && lo !== null ? lo + 1 : lo;
    const bounds = { value: exact, lo: exact === null ? above : null, hi: exact === null ? hi : null };
    return comparator === 'none' ? undefined : this.saying(bounds, { kind }, true);
  }
}

export const figureSpan = (wording: Wording, figure: Figure, format: Format = 'value'): Inline => ({
  kind: 'number',
  text: wording.figure(figure, format),
  figure: figure.id,
});

export const nameSpan = (words: string, of: string, href?: string): Inline => ({
  kind: 'name',
  text: words,
  of,
  ...(href === undefined ? {} : { href }),
});
export const countSpan = (wording: Wording, of: readonly string[]): Inline => ({ kind: 'count', text: wording.number(of.length), of });

/** How sure a figure is, as the column beside it says. */
export function sureOf({ shown, coverage }: Figure): 'computed' | 'partial' | 'claim' | 'disputed' | 'none' {
  return shown === 'computed' && coverage === 'partial' ? 'partial' : shown;
}
