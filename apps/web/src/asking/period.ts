import type { PlanSummary } from '@app/indicators/answers';

export const PERIOD_KINDS = ['year', 'quarter', 'month', 'season', 'plan'] as const;
/** `all` is offered where a list can do without a period. */
export type PeriodKind = (typeof PERIOD_KINDS)[number] | 'all';

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** What a kind of period is divided into, in the order of the year. */
export const PARTS: Readonly<Record<'quarter' | 'month' | 'season', readonly string[]>> = {
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0')),
  season: SEASONS,
};

/** A period as it is chosen: a year, a part of one, or the period of a plan. */
export type PeriodChoice =
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'quarter' | 'month' | 'season'; readonly year: string; readonly part: string }
  | { readonly kind: 'plan'; readonly plan: string }
  | { readonly kind: 'all' };

/** The choice that a query's period is; undefined for a text that is none of these. */
export function choiceOf(period: string): PeriodChoice | undefined {
  if (period === 'all') return { kind: 'all' };
  const plan = /^plan:(.+)$/.exec(period)?.[1];
  if (plan !== undefined) return { kind: 'plan', plan };
  const [, year, part] = /^(\d{4})(?:-(\w+))?$/.exec(period) ?? [];
  if (year === undefined) return undefined;
  if (part === undefined) return { kind: 'year', year };
  const kind = (['quarter', 'month', 'season'] as const).find((candidate) => PARTS[candidate].includes(part));
  return kind && { kind, year, part };
}

/** The period as a query writes it. */
export function periodOf(choice: PeriodChoice): string {
  if (choice.kind === 'all') return 'all';
  if (choice.kind === 'plan') return `plan:${choice.plan}`;
  return choice.kind === 'year' ? choice.year : `${choice.year}-${choice.part}`;
}

/** The year that is looked at unasked: the last one of a plan that does not lie ahead of the day; without a plan that of the day. */
export function defaultYear(plans: readonly PlanSummary[], today: string): string {
  const now = today.slice(0, 4);
  const begun = plans.filter(({ period }) => period.from <= today).map(({ period }) => period.to.slice(0, 4));
  const last = begun.sort().at(-1) ?? now;
  return last < now ? last : now;
}

/** The same time in another kind of period: the first part of the year, or the plan of the year. Without any plan it stays a year. */
export function asKind(choice: PeriodChoice, kind: PeriodKind, plans: readonly PlanSummary[], today: string): PeriodChoice {
  if (kind === 'all') return { kind };
  const year = yearOf(choice, plans, today);
  if (kind === 'quarter' || kind === 'month' || kind === 'season') return { kind, year, part: PARTS[kind][0]! };
  const of = plans.find(({ period }) => period.from.slice(0, 4) <= year && year <= period.to.slice(0, 4)) ?? plans.at(-1);
  return kind === 'plan' && of ? { kind, plan: of.plan } : { kind: 'year', year };
}

/** The year of a choice; of a plan that in which it begins. */
function yearOf(choice: PeriodChoice, plans: readonly PlanSummary[], today: string): string {
  if ('year' in choice) return choice.year;
  const of = choice.kind === 'plan' ? plans.find(({ plan }) => plan === choice.plan) : undefined;
  return of?.period.from.slice(0, 4) ?? defaultYear(plans, today);
}

/** The quarters of a year, as queries write them. */
export const quartersOf = (year: string): readonly string[] => PARTS.quarter.map((part) => `${year}-${part}`);
