import { planTerm } from '@app/partnership/plan/plan.term';
import type { PlanAdoptedData } from '@app/partnership/plan/plan.events';
import type { Database } from 'better-sqlite3';
import { definitionsFor } from './definitions-at';
import { checkDay } from './figure-query';
import type { FigureOptions } from './figure';
import { type Known, knownAt, positionOf } from './known';
import { planStream } from './periods';
import { planOutline, type PlanOutline } from './plan-outline';
import type { ActionView, PlanSummary, PlanView } from './plan.answer';
import { saidEvents } from './said-events';
import { TargetReader } from './target-view';
import { achievementOf } from './targets';

export type { ActionView, PlanView } from './plan.answer';

/** From where a plan is looked at: A, and K as an event or a day. */
export type PlanOptions = FigureOptions & { readonly asOf?: string; readonly knownOn?: string; readonly through?: string };

/** The outline of a plan as known at K, with what happened by `asOf`; undefined for one that nobody adopted. */
export const outlineAt = (facts: Database, known: Known, plan: string, asOf: string): PlanOutline | undefined =>
  planOutline(saidEvents(facts, known, { term: planTerm.name, stream: planStream(plan) }), asOf);

/**
 * The plan as known at K with each target's realised figure and what it achieves. Undefined for a plan that nobody adopted.
 * @throws BadQuery for a day that is none, or an event that is not in the record.
 */
export function planView(facts: Database, plan: string, options: PlanOptions = {}): PlanView | undefined {
  const known = knownAt(facts, options, options);
  const asOf = options.asOf === undefined ? known.day : checkDay(options.asOf, 'asOf');
  const outline = outlineAt(facts, known, plan, asOf);
  if (!outline) return undefined;
  const targets = new TargetReader(facts, known, options.asOf, definitionsFor(facts, known, options.definitions).latest).of(plan);
  const actions = outline.actions.map((action): ActionView => {
    const views = targets.get(action.number) ?? [];
    return { ...action, targets: views, achievement: achievementOf(views.map(({ achievement }) => achievement.state)) };
  });
  return { ...outline, position: positionOf(facts) ?? null, asOf, knownOn: known.day, actions };
}

/** The plans that were adopted as known at K, in the order of their periods. */
export function plansAt(facts: Database, known: Known): readonly PlanSummary[] {
  const adopted = saidEvents(facts, known, { term: planTerm.name, type: 'PlanAdopted' }).map(
    ({ data }) => data as unknown as PlanAdoptedData,
  );
  return adopted
    .map(({ plan, title, period, zone }) => ({ plan, title, period, ...(zone === undefined ? {} : { zone }) }))
    .sort((a, b) => (`${a.period.from}|${a.plan}` < `${b.period.from}|${b.plan}` ? -1 : 1));
}
