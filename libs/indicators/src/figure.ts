import type { CountKind, Exactness } from '@app/decider';
import type { Claim } from './claims';
import type { Coverage } from './coverage';
import type { IndicatorDefinition, PartsProblem } from './definition';
import type { DayRange } from './fact-range';
import type { FactRow } from './fact-rows';
import type { FigureQuery } from './figure-query';
import type { Asking } from './known';
import type { Measured } from './measured';

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

export interface FigureAnswer {
  readonly query: FigureQuery;
  readonly position: string | null;
  readonly figures: readonly Figure[];
}

export interface FigureOptions extends Asking {
  /** The product's own set by default. */
  readonly definitions?: ReadonlyMap<string, IndicatorDefinition>;
}

/** A figure with what it rests on. */
export interface Evaluated {
  readonly figure: Figure;
  /** How many facts it rests on, even where they make no number. */
  readonly facts: number;
  /** They, looked up when they are asked for: a figure of the present does without them. */
  readonly rows: () => readonly FactRow[];
  readonly coverageEvents: readonly string[];
}
