import type { RecordedEvent } from '@app/decider';
import { type Counted, countedFacts, type IsHeld, type StatedBy } from './plain-facts';

/**
 * A second, plain implementation of the figures: it walks over decoded events and remembers nothing. It shares no code with the engine, so that the two
 * can only agree by both being right.
 */
export interface Question {
  readonly op: 'sum' | 'distinct' | 'stock';
  readonly factType: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** How many events of the log are known. */
  readonly known: number;
  /** Absent: every action with that number. */
  readonly plan?: string;
  readonly action?: number;
  readonly where?: Readonly<Record<string, readonly unknown[]>>;
}

export interface Recounted {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** The events that state the counted facts, in log order. */
  readonly events: readonly string[];
}

const add = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : numbers.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Counts again what a figure says. `state` is the term's own mapping: an event in, its facts out. */
export function recount(log: readonly RecordedEvent[], state: StatedBy, question: Question, held: IsHeld = () => true): Recounted {
  const { op, factType, from, asOf, known, plan, action, where = {} } = question;
  const to = question.to < asOf ? question.to : asOf;
  if (asOf < from) return { value: null, lo: null, hi: null, events: [] };
  const facts = countedFacts(log.slice(0, known), state, held).filter(
    ({ draft, event }) =>
      draft.type === factType &&
      event.source !== 'synthetic' &&
      (action === undefined || event.planRefs.some((ref) => ref.action === action && (plan === undefined || ref.plan === plan))) &&
      Object.entries(where).every(([dim, values]) => values.includes(draft.dims?.[dim])),
  );
  const idsOf = (some: readonly Counted[]): readonly string[] =>
    [...new Set(some.map(({ event }) => event.id))].sort((a, b) => log.findIndex((e) => e.id === a) - log.findIndex((e) => e.id === b));
  if (op === 'stock') {
    const holding = facts.filter((fact) => fact.when.from <= to && (fact.validTo === undefined || to < fact.validTo));
    const keys = (some: readonly Counted[]): number => new Set(some.map(({ draft }) => draft.subjectKey)).size;
    const lo = keys(holding.filter((fact) => fact.when.to <= to));
    const hi = keys(holding);
    return { value: lo === hi ? lo : null, lo, hi, events: idsOf(holding) };
  }
  const inside = facts.filter((fact) => fact.rangeFrom >= from && fact.rangeTo <= to);
  const partly = facts.filter(
    (fact) =>
      !inside.includes(fact) &&
      fact.rangeFrom <= to &&
      fact.rangeTo >= from &&
      (fact.when.dates === undefined || fact.when.dates.some((date) => date >= from && date <= to)),
  );
  const both = [...inside, ...partly];
  if (op === 'sum') {
    const value = add(inside.map(({ draft }) => draft.v));
    if (both.some(({ draft }) => draft.exactness === 'approximate')) return { value, lo: null, hi: null, events: idsOf(both) };
    return { value, lo: add(inside.map(({ draft }) => draft.lo ?? 0)), hi: add(both.map(({ draft }) => draft.hi)), events: idsOf(both) };
  }
  const named = (some: readonly Counted[]): number => new Set(some.flatMap(({ draft }) => draft.subjectKey ?? [])).size;
  const places = new Set(inside.map(({ draft }) => draft.occurrenceKey));
  let lo = named(inside);
  for (const place of places) {
    const there = place === undefined ? [] : inside.filter(({ draft }) => draft.occurrenceKey === place);
    const unnamed = there.filter(({ draft }) => draft.subjectKey === undefined).reduce((heads, { draft }) => heads + (draft.lo ?? 0), 0);
    lo = Math.max(lo, named(there) + unnamed);
  }
  const heads = add(both.filter(({ draft }) => draft.subjectKey === undefined).map(({ draft }) => draft.hi));
  const hi = heads === null ? null : named(both) + heads;
  return { value: lo === hi ? lo : null, lo, hi, events: idsOf(both) };
}
