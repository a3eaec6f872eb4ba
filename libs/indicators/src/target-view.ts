import type { CountKind } from '@app/decider';
import type { Comparator, Title } from '@app/partnership/plan/plan.events';
import type { Database } from 'better-sqlite3';
import { earlier } from './calendar';
import type { Condition, IndicatorDefinition } from './definition';
import { FactSource } from './fact-rows';
import type { Figure } from './figure';
import { evaluate, resolve } from './figures';
import type { Known } from './known';
import type { Measured } from './measured';
import type { Filter, TargetView } from './plan.answer';
import { statement } from './statements';
import { achieve, type Goal, type Realised } from './targets';

export type { TargetView } from './plan.answer';

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

/** A revision takes the place of what it revises without closing it, so that withdrawing the revision gives the former target back. */
const TARGETS = `
  SELECT t.target, t.action, t.event_id, t.indicator, t.comparator, t.lo, t.hi, t.kind, t.period_from, t.period_to, t.per, t.rhythm, t.stage, t.printed, t.label, t.filter
  FROM targets t WHERE t.plan = ? AND t.synthetic = 0 AND t.known_from <= ? AND t.known_to > ?
    AND NOT EXISTS (SELECT 1 FROM targets n WHERE n.plan = t.plan AND n.action = t.action AND n.target = t.target AND n.synthetic = 0 AND n.known_from <= ?
      AND n.known_to > ? AND n.root > t.root)
  ORDER BY t.action, (SELECT min(f.root) FROM targets f WHERE f.plan = t.plan AND f.action = t.action AND f.target = t.target)`;

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

/** The targets of plans as known at K, each with its figure and what it achieves. */
export class TargetReader {
  constructor(
    readonly facts: Database,
    readonly known: Known,
    readonly asOf: string | undefined,
    readonly definitions: ReadonlyMap<string, IndicatorDefinition>,
  ) {}

  /** Every target of a plan by its action, in the order in which they were first set. */
  of(plan: string): ReadonlyMap<number, readonly TargetView[]> {
    const { ordinal } = this.known;
    const rows = statement<TargetRow>(this.facts, TARGETS).all(plan, ordinal, ordinal, ordinal, ordinal);
    const views = new Map<number, TargetView[]>();
    for (const row of rows) views.set(row.action, [...(views.get(row.action) ?? []), this.target(plan, row)]);
    return views;
  }

  private target(plan: string, row: TargetRow): TargetView {
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
    const groups = new Set(
      rows()
        .map((fact) => source.dimsOf(fact)[per.dimension])
        .filter((group) => group !== undefined),
    );
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
