import type { Texts } from '@app/partnership/indicator/definition.events';
import type { DayRange, Figure } from './figure.answer';

/** Where an indicator stands: with the evaluation of a plan (`plan2024Strategic1` is of the plan of 2024), or with the term whose file defines it. */
export type IndicatorGroup = { readonly plan: string } | { readonly term: string };

export interface DashboardFigure {
  readonly indicator: string;
  readonly labels: Texts;
  readonly figure: Figure;
}

/** The figures of one plan's evaluation, or of one term. */
export type DashboardGroup = IndicatorGroup & { readonly figures: readonly DashboardFigure[] };

export interface Dashboard {
  readonly period: DayRange;
  readonly asOf: string;
  readonly knownOn: string;
  readonly through?: string;
  readonly position: string | null;
  readonly groups: readonly DashboardGroup[];
}
