import type { PlanSummary } from '@app/indicators/answers';
import { today } from '../days';
import { useUrlState } from '../url-state';
import { choiceOf, defaultYear, type PeriodChoice } from './period';

interface ChosenPeriod {
  readonly period: string;
  readonly choice: PeriodChoice;
  readonly choose: (period: string) => void;
}

/** The period in the address; without one, or with one that cannot be chosen here, the year that is looked at unasked. */
export function usePeriod(plans: readonly PlanSummary[], { orAll = false } = {}): ChosenPeriod {
  const year = defaultYear(plans, today());
  const [asked, choose] = useUrlState('period', year);
  const choice = choiceOf(asked);
  return choice && (orAll || choice.kind !== 'all')
    ? { period: asked, choice, choose }
    : { period: year, choice: { kind: 'year', year }, choose };
}
