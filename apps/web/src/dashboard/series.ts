import type { Figure, FigureAnswer, IndicatorView } from '@app/indicators/answers';
import { get } from '../api';
import type { Asked } from './dashboard';

export const STEPS = ['year', 'quarter'] as const;
export type Step = (typeof STEPS)[number];

/** What the figures of a series are asked beside their period: an evaluation of a plan is asked about its own action. */
function narrowed(asked: Asked, indicator: IndicatorView | undefined) {
  const { period: _period, ...rest } = asked;
  return { ...rest, ...(rest.plan && indicator?.scope ? { action: indicator.scope.action } : {}) };
}

/** One figure a year for every year that the record says something about; or one for each of these periods. */
export async function fetchSeries(
  asked: Asked,
  code: string,
  indicator: IndicatorView | undefined,
  periods: readonly string[] = [],
): Promise<readonly Figure[]> {
  const path = `/api/indicators/${code}/figures`;
  const rest = narrowed(asked, indicator);
  const asking =
    periods.length === 0 ? [get<FigureAnswer>(path, rest)] : periods.map((period) => get<FigureAnswer>(path, { ...rest, period }));
  return (await Promise.all(asking)).flatMap(({ figures }) => figures);
}

/** A bar of a chart: from 0 to its end, with the bounds between which it may end; undefined where there is no number to draw. */
export interface Bar {
  readonly end: number;
  readonly lo: number;
  readonly hi: number;
  /** Printed in a document, not counted. */
  readonly claimed: boolean;
}

export function barOf({ value, lo, hi, shown, refusal }: Figure): Bar | undefined {
  const end = value ?? lo ?? hi;
  if (end === null || refusal || shown === 'none' || shown === 'disputed') return undefined;
  return { end, lo: lo ?? end, hi: hi ?? end, claimed: shown === 'claim' };
}

/** What all bars of a chart are drawn against; never 0. */
export const longestOf = (figures: readonly Figure[]): number =>
  Math.max(1, ...figures.map(barOf).flatMap((bar) => (bar ? [bar.end, bar.hi] : [])));
