import type { IndicatorDefinition } from './definition';
import type { FactRow } from './fact-rows';
import type { Figure } from './figure.answer';
import type { Asking } from './known';

export type { ClaimBeside, ComputedFigure, Figure, FigureAnswer, Part, Refused, Shown } from './figure.answer';

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
