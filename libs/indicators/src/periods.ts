import type { PlanAdoptedData } from '@app/partnership/plan/plan.events';
import { planTerm } from '@app/partnership/plan/plan.term';
import type { Database } from 'better-sqlite3';
import type { DayRange } from './fact-range';
import { BadQuery, parsePeriod } from './figure-query';
import type { Known } from './known';
import { saidEvents } from './said-events';

/** The stream of a plan by its code. */
export const planStream = (plan: string): string => `${planTerm.name}-${plan}`;

/**
 * The days of a period as a query writes it: one of the calendar, or `plan:<code>`, the period that the plan was adopted for, as known at K.
 * @throws BadQuery `query.bad-period`, or `query.unknown-plan` for a plan that nobody had adopted at K.
 */
export function periodAt(db: Database, known: Known, period: string): DayRange {
  const plan = /^plan:(.+)$/.exec(period)?.[1];
  if (plan === undefined) return parsePeriod(period);
  const [adopted] = saidEvents(db, known, { term: planTerm.name, stream: planStream(plan), type: 'PlanAdopted' });
  if (!adopted) throw new BadQuery('query.unknown-plan', 'period');
  return (adopted.data as unknown as PlanAdoptedData).period;
}
