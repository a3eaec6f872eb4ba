import type { CountKind, Exactness, Source } from '@app/decider';
import type { Condition, Scale } from '@app/partnership/indicator/definition.events';

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** A value with what is known of it: `value` only when it can be printed, [lo, hi] what it must lie in, null = open or not known on that side. */
export interface Measured {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness;
  /** Of a ratio or mean: what was divided. */
  readonly num?: number;
  readonly den?: number;
  /** Of a delay: groups that have begun and ended, and begun only. */
  readonly closed?: number;
  readonly open?: number;
  /** Of a milestone: the stage that was reached for certain, and the days between which that was. */
  readonly stage?: { readonly name: string; readonly from: string; readonly to: string };
  /** Of a score: the scale that it stands on. */
  readonly scale?: Scale;
}

export type Coverage = 'complete' | 'partial';

/** A figure as a document prints it, visible at the query's K and A. */
export interface Claim {
  readonly eventId: string;
  readonly kind: CountKind;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly num?: number;
  readonly den?: number;
  readonly exactness: Exactness;
  readonly dataOn?: string;
  readonly statedOn?: string;
  readonly raw: string;
  readonly plan?: string;
  readonly action?: number;
  readonly target?: string;
  readonly source?: { readonly ref: string; readonly line: number };
}

export type PartsProblem = 'figure.part-not-defined' | 'figure.parts-in-a-circle' | 'figure.part-about-an-action';

export interface ComputedFigure extends Measured {
  /** How many facts it rests on, those that are only partly inside included. */
  readonly facts: number;
  /** How many of them are partly known: their days are not certain, or reach beyond the period, so they may belong to it or not. Absent: none. */
  readonly partly?: number;
  readonly notAssessable?: number;
  readonly late?: number;
}

/** A claim beside the recount of the same thing: only over a complete record, of the same kind, and as of the day of the claim's data. */
export interface ClaimBeside extends Claim {
  readonly provisional: boolean;
  /** The intervals do not meet. */
  readonly conflict?: boolean;
  /** Recount over claim, at two decimals; an interval where either is one. */
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
}

export interface Refused {
  readonly code: 'figure.mixed-count-kinds' | 'figure.mixed-scales' | PartsProblem;
}

export interface Part {
  readonly indicator: string;
  readonly countKind: CountKind;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness;
  readonly figureId: string;
}

/** What is shown: the recount, one claim, claims that disagree, or nothing; never a claim plus facts, never 0 without a complete record. */
export type Shown = 'computed' | 'claim' | 'disputed' | 'none';

export interface Figure {
  readonly id: string;
  /** `eventId`: the event that defines it; absent for the product's own set. */
  readonly definition: { readonly code: string; readonly version: number; readonly eventId?: string };
  /** The indicator is asked no more. */
  readonly retired?: true;
  /** In a series: another version than for the period before. */
  readonly break?: true;
  readonly countKind: CountKind | null;
  /** Value and bounds are of a mean, and its claims too: in hundredths of the units of the kind. */
  readonly mean?: true;
  readonly unit: string;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly exactness: Exactness | null;
  readonly period: DayRange;
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly provisional: boolean;
  readonly forecast?: true;
  readonly coverage: Coverage;
  readonly shown: Shown;
  readonly computed: ComputedFigure | null;
  readonly claims: readonly ClaimBeside[];
  /** Of a plan's total: how much of it serves several of its actions. */
  readonly overlap?: number;
  readonly refusal?: Refused;
  readonly parts?: readonly Part[];
  /** Why there is no value at all. */
  readonly absence?: 'not-begun' | 'not-recorded';
  readonly recordStarts?: string;
}

export type Hierarchy = 'then' | 'now';

/** What a caller asks. All days are Brussels days, `YYYY-MM-DD`. */
export interface FigureQuery {
  readonly indicator: string;
  /**
   * A year (`2021`), quarter (`2021-Q1`), month (`2021-03`), day, season (`2021-winter`), `from..to`, or the period of a plan (`plan:2021`). Without one:
   * every year that the record says something about.
   */
  readonly period?: string;
  readonly territory?: string;
  /** Which tree says what lies in the territory: that of the day of each fact ("then", the default), or that of `asOf`. */
  readonly hierarchy?: Hierarchy;
  readonly organisation?: string;
  readonly plan?: string;
  readonly action?: number;
  /** The target that the figure answers; narrows claims that name one. */
  readonly target?: string;
  readonly where?: readonly Condition[];
  /** The version of the definition: the one in force when the period ends, or one by its number. Default: the latest, for all of the record. */
  readonly definition?: 'inForce' | number;
  /** `record` is everything but synthetic. */
  readonly origin?: 'record' | Source;
  /** A: nothing that happened later counts. Default: K's day. */
  readonly asOf?: string;
  /** K as a day: what had been recorded by its end. Default: everything recorded. */
  readonly knownOn?: string;
  /** K as an event: it and everything before it. Wins over `knownOn`. */
  readonly through?: string;
}

export interface FigureAnswer {
  readonly query: FigureQuery;
  readonly position: string | null;
  readonly figures: readonly Figure[];
}
