import type { CountKind } from '@app/decider';
import type { Database } from 'better-sqlite3';
import { earlier } from './calendar';
import type { Condition, IndicatorDefinition } from './definition';
import { definitionsFor } from './definitions-at';
import { FactSource } from './fact-rows';
import { type Figure, type FigureOptions, evaluate, resolve } from './figures';
import { type Known, knownAt, positionOf } from './known';
import type { Measured } from './measures';
import { achieve, type Achievement, achievementOf, type ActionAchievement, type Comparator, type Goal, type Realised } from './targets';
import { statement } from './statements';

export interface Title {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

interface Filter {
  readonly dim: string;
  readonly value: readonly string[];
}

export interface TargetView {
  readonly target: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: CountKind;
  readonly period: { readonly from: string; readonly to: string };
  readonly per?: { readonly dimension: string; readonly quantifier: 'each' | 'mean' };
  readonly rhythm?: string;
  readonly stage?: string;
  readonly where?: readonly Filter[];
  readonly comparatorPrinted: string;
  readonly label: Title;
  readonly eventId: string;
  /** The figure that answers it; null when no definition of the indicator exists. */
  readonly realised: Figure | null;
  readonly achievement: Achievement;
}

export interface ActionView {
  readonly number: number;
  readonly objective: string;
  readonly title: Title;
  readonly lifecycle: string;
  readonly reason: string | null;
  readonly since: string;
  readonly links: readonly {
    readonly kind: string;
    readonly plan?: string;
    readonly action?: number;
    readonly body?: Title;
    readonly reason?: string;
  }[];
  readonly partners: readonly { readonly partner: string; readonly contribution: string }[];
  readonly targets: readonly TargetView[];
  readonly achievement: ActionAchievement;
  /** What a report says or someone judged: a claim beside the computed achievement, never instead of it. */
  readonly printedStatus: {
    readonly status: string;
    readonly achievement?: string;
    readonly basis: string;
    readonly eventId: string;
    readonly source?: { readonly ref: string; readonly line: number };
  } | null;
}

export interface ObjectiveView {
  readonly code: string;
  readonly level: string;
  readonly parent: string | null;
  readonly title: Title;
  /** Of an objective of a care zone. */
  readonly zone?: string;
  readonly diagnosis?: Title;
  readonly regional?: { readonly plan: string; readonly objective: string };
}

export interface PlanView {
  readonly plan: string;
  readonly title: Title;
  readonly period: { readonly from: string; readonly to: string };
  /** Code of the care zone whose plan it is. */
  readonly zone?: string;
  readonly position: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  readonly objectives: readonly ObjectiveView[];
  readonly actions: readonly ActionView[];
}

interface TargetRow {
  readonly target: string;
  readonly action: number;
  readonly event_id: string;
  readonly indicator: string;
  readonly comparator: Comparator;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: CountKind;
  readonly period_from: string;
  readonly period_to: string;
  readonly per: string | null;
  readonly rhythm: string | null;
  readonly stage: string | null;
  readonly printed: string;
  readonly label: string;
  readonly filter: string | null;
}

/** The scope of an action says more than a filter on its number, which facts do not carry. */
const conditionsOf = (filter: readonly Filter[], stage: string | null): readonly Condition[] => [
  ...filter.filter(({ dim }) => dim !== 'action').map(({ dim, value }) => ({ dim, op: 'in' as const, value })),
  ...(stage === null ? [] : [{ dim: 'stage', op: 'eq' as const, value: [stage] }]),
];

function realisedOf(figure: Figure, growing: boolean): Realised | undefined {
  if (figure.countKind === null || figure.exactness === null || figure.shown === 'none' || figure.shown === 'disputed') return undefined;
  const { value, lo, hi, exactness, countKind } = figure;
  return { value, lo, hi, exactness, kind: countKind, growing };
}

/** For a goal per group the group that is farthest from it, or the mean over the groups, both as an interval. */
function perGroup(parts: readonly Measured[], quantifier: 'each' | 'mean', atMost: boolean, kind: CountKind): Realised | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const values = (pick: (part: Measured) => number | null): number | null => {
    const all = parts.map(pick);
    if (all.some((value) => value === null)) return null;
    const numbers = all.filter((value) => value !== null);
    if (quantifier === 'mean') return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return atMost ? Math.max(...numbers) : Math.min(...numbers);
  };
  const exactness = parts.some((part) => part.exactness === 'approximate') ? 'approximate' : first.exactness;
  const value = values((part) => part.value);
  return {
    value: value !== null && Number.isInteger(value) ? value : null,
    lo: values((part) => part.lo),
    hi: values((part) => part.hi),
    exactness,
    kind,
    growing: false,
  };
}

class PlanReader {
  constructor(
    readonly facts: Database,
    readonly known: Known,
    readonly asOf: string | undefined,
    readonly definitions: ReadonlyMap<string, IndicatorDefinition>,
  ) {}

  target(plan: string, row: TargetRow): TargetView {
    const filter = row.filter === null ? undefined : (JSON.parse(row.filter) as readonly Filter[]);
    const period = { from: row.period_from, to: row.period_to };
    const goal: Goal = { comparator: row.comparator, lo: row.lo, hi: row.hi, kind: row.kind, period };
    const per = row.per === null ? undefined : (JSON.parse(row.per) as TargetView['per']);
    const definition = this.definitions.get(row.indicator);
    const answer = definition && this.answer(plan, row, definition, goal, conditionsOf(filter ?? [], row.stage), per);
    return {
      target: row.target,
      indicator: row.indicator,
      comparator: row.comparator,
      lo: row.lo,
      hi: row.hi,
      kind: row.kind,
      period,
      ...(per ? { per } : {}),
      ...(row.rhythm === null ? {} : { rhythm: row.rhythm }),
      ...(row.stage === null ? {} : { stage: row.stage }),
      ...(filter ? { where: filter } : {}),
      comparatorPrinted: row.printed,
      label: JSON.parse(row.label) as Title,
      eventId: row.event_id,
      realised: answer?.figure ?? null,
      achievement: answer?.achievement ?? achieve(goal, undefined, earlier(this.asOf ?? this.known.day, this.known.day)),
    };
  }

  private answer(
    plan: string,
    row: TargetRow,
    definition: IndicatorDefinition,
    goal: Goal,
    where: readonly Condition[],
    per: TargetView['per'],
  ) {
    const ask = (conditions: readonly Condition[]) => this.figure(plan, row, definition, goal, conditions);
    const whole = ask(where);
    // A document prints what each group did without naming the groups: such a claim has the dimension `per`.
    const perClaim =
      per && whole.figure.shown !== 'computed' ? ask([...where, { dim: 'per', op: 'eq', value: [per.dimension] }]) : undefined;
    const { figure, rows, query } = perClaim?.figure.shown === 'claim' ? perClaim : whole;
    const { op } = definition.measure;
    const growing = (op === 'sum' || op === 'distinct') && (figure.lo ?? 0) >= 0;
    const claim =
      figure.shown === 'claim' ? figure.claims.find(({ value, kind }) => value === figure.value && kind === figure.countKind) : undefined;
    const until = earlier(earlier(query.asOf, this.known.day), claim?.dataOn ?? goal.period.to);
    if (!per || figure.shown !== 'computed') return { figure, achievement: achieve(goal, realisedOf(figure, growing), until) };
    const source = new FactSource(this.facts, this.known, query);
    const groups = new Set(rows.map((fact) => source.dimsOf(fact)[per.dimension]).filter((group) => group !== undefined));
    const parts = [...groups].map((group) => ask([...where, { dim: per.dimension, op: 'eq', value: [group] }]).figure);
    const measured = parts.map(({ value, lo, hi, exactness }) => ({ value, lo, hi, exactness: exactness ?? ('lower-bound' as const) }));
    const realised = figure.countKind === null ? undefined : perGroup(measured, per.quantifier, goal.comparator === '<=', figure.countKind);
    return { figure, achievement: achieve(goal, realised, until) };
  }

  private figure(plan: string, row: TargetRow, definition: IndicatorDefinition, goal: Goal, where: readonly Condition[]) {
    const query = resolve(
      this.facts,
      {
        indicator: definition.code,
        plan,
        action: row.action,
        target: row.target,
        ...(where.length > 0 ? { where } : {}),
        ...(this.asOf === undefined ? {} : { asOf: this.asOf }),
      },
      definition,
      goal.period,
      this.known,
    );
    return { query, ...evaluate(this.facts, this.known, query, definition, this.definitions) };
  }
}

type Row = Readonly<Record<string, string | number | null>>;

function linksOf(db: Database, plan: string, action: number): ActionView['links'] {
  return statement<{ kind: string; other: number; other_plan: string; body: string | null; reason: string | null }>(
    db,
    'SELECT kind, other, other_plan, body, reason FROM action_links WHERE plan = ? AND action = ? ORDER BY kind, other_plan, other',
  )
    .all(plan, action)
    .map(({ kind, other, other_plan, body, reason }) => ({
      kind,
      ...(other_plan === '' ? {} : { plan: other_plan }),
      ...(other === 0 ? {} : { action: other }),
      ...(body === null ? {} : { body: JSON.parse(body) as Title }),
      ...(reason === null ? {} : { reason }),
    }));
}

interface ObjectiveRow {
  readonly code: string;
  readonly level: string;
  readonly parent: string | null;
  readonly title: string;
  readonly zone: string | null;
  readonly diagnosis: string | null;
  readonly regional: string | null;
}

const objectiveOf = ({ title, zone, diagnosis, regional, ...objective }: ObjectiveRow): ObjectiveView => ({
  ...objective,
  title: JSON.parse(title) as Title,
  ...(zone === null ? {} : { zone }),
  ...(diagnosis === null ? {} : { diagnosis: JSON.parse(diagnosis) as Title }),
  ...(regional === null ? {} : { regional: JSON.parse(regional) as ObjectiveView['regional'] }),
});

function statusOf(db: Database, plan: string, action: number): ActionView['printedStatus'] {
  const row = statement<{
    status: string;
    achievement: string | null;
    basis: string;
    event_id: string;
    source_ref: string | null;
    source_line: number | null;
  }>(db, 'SELECT status, achievement, basis, event_id, source_ref, source_line FROM action_statuses WHERE plan = ? AND action = ?').get(
    plan,
    action,
  );
  if (!row) return null;
  return {
    status: row.status,
    ...(row.achievement === null ? {} : { achievement: row.achievement }),
    basis: row.basis,
    eventId: row.event_id,
    ...(row.source_ref === null || row.source_line === null ? {} : { source: { ref: row.source_ref, line: row.source_line } }),
  };
}

/** A revision takes the place of what it revises without closing it, so that withdrawing the revision gives the former target back. */
const TARGETS = `
  SELECT t.target, t.action, t.event_id, t.indicator, t.comparator, t.lo, t.hi, t.kind, t.period_from, t.period_to, t.per, t.rhythm, t.stage, t.printed, t.label, t.filter
  FROM targets t WHERE t.plan = ? AND t.synthetic = 0 AND t.known_from <= ? AND t.known_to > ?
    AND NOT EXISTS (SELECT 1 FROM targets n WHERE n.plan = t.plan AND n.action = t.action AND n.target = t.target AND n.synthetic = 0 AND n.known_from <= ?
      AND n.known_to > ? AND n.root > t.root)
  ORDER BY t.action, (SELECT min(f.root) FROM targets f WHERE f.plan = t.plan AND f.action = t.action AND f.target = t.target)`;

/**
 * The plan with each target's realised figure and what it achieves. `plans` is the read database of the projection `plan`, `facts` that of `facts`.
 * Undefined for a plan that nobody adopted.
 */
export function planView(
  plans: Database,
  facts: Database,
  plan: string,
  options: FigureOptions & { readonly asOf?: string; readonly knownOn?: string; readonly through?: string } = {},
): PlanView | undefined {
  const found = plans
    .prepare<[string], { title: string; period_from: string; period_to: string; zone: string | null }>(
      'SELECT title, period_from, period_to, zone FROM plans WHERE plan = ?',
    )
    .get(plan);
  if (!found) return undefined;
  const known = { ...knownAt(facts, options, options.today), ...(options.personOf ? { personOf: options.personOf } : {}) };
  const reader = new PlanReader(facts, known, options.asOf, definitionsFor(facts, known, options.definitions).latest);
  const targets = facts.prepare<unknown[], TargetRow>(TARGETS).all(plan, known.ordinal, known.ordinal, known.ordinal, known.ordinal);
  const partnersOf = plans.prepare<[string, number], { partner: string; contribution: string }>(
    'SELECT partner, contribution FROM action_partners WHERE plan = ? AND action = ? ORDER BY partner, contribution',
  );
  const actions = plans
    .prepare<[string], Row & { number: number; objective: string; title: string; lifecycle: string; reason: string | null; since: string }>(
      'SELECT number, objective, title, lifecycle, reason, since FROM actions WHERE plan = ? ORDER BY number',
    )
    .all(plan)
    .map(({ number, objective, title, lifecycle, reason, since }): ActionView => {
      const views = targets.filter((row) => row.action === number).map((row) => reader.target(plan, row));
      return {
        number,
        objective,
        title: JSON.parse(title) as Title,
        lifecycle,
        reason,
        since,
        links: linksOf(plans, plan, number),
        partners: partnersOf.all(plan, number),
        targets: views,
        achievement: achievementOf(views.map(({ achievement }) => achievement.state)),
        printedStatus: statusOf(plans, plan, number),
      };
    });
  const objectives = plans
    .prepare<[string], ObjectiveRow>(
      'SELECT code, level, parent, title, zone, diagnosis, regional FROM objectives WHERE plan = ? ORDER BY place',
    )
    .all(plan)
    .map(objectiveOf);
  return {
    plan,
    title: JSON.parse(found.title) as Title,
    period: { from: found.period_from, to: found.period_to },
    ...(found.zone === null ? {} : { zone: found.zone }),
    position: positionOf(facts) ?? null,
    asOf: options.asOf ?? known.day,
    knownOn: known.day,
    objectives,
    actions,
  };
}

/** The codes of the plans that were adopted, in the order of their periods. */
export const plansOf = (plans: Database): readonly string[] =>
  plans.prepare<[], string>('SELECT plan FROM plans ORDER BY period_from, plan').pluck().all();
