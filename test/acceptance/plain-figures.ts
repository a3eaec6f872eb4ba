import type { Condition, IndicatorDefinition, Measure, Selection } from '@app/indicators';
import type { Counted } from './plain-facts';
import type { PlainPlaces } from './plain-places';

/** A question with nothing left open; the facts are those of its K. */
export interface PlainQuestion {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly synthetic: boolean;
  readonly plan?: string;
  readonly action?: number;
  readonly territory?: string;
  readonly organisation?: string;
}

export interface PlainAnswer {
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly partly?: number;
  readonly num?: number;
  readonly den?: number;
  readonly closed?: number;
  readonly open?: number;
  readonly stage?: Span & { readonly name: string };
}

/** C and Q. */
interface Sides {
  readonly inside: readonly Counted[];
  readonly partly: readonly Counted[];
}

interface Span {
  readonly from: string;
  readonly to: string;
}

const UNKNOWN = { value: null, lo: null, hi: null };

const add = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : numbers.reduce<number>((total, value) => total + (value ?? 0), 0);

const keyOf = ({ draft, event }: Counted, key: Selection['key']): string | undefined =>
  key === 'organisation' ? event.organisation : key === 'group' ? draft.groupKey : draft.subjectKey;

const later = (a: Counted, b: Counted): boolean => a.order[0] > b.order[0] || (a.order[0] === b.order[0] && a.order[1] > b.order[1]);
const inLogOrder = (facts: readonly Counted[]): readonly Counted[] => [...facts].sort((a, b) => (later(a, b) ? 1 : -1));

/** Rounded half up, which is half away from zero for what is counted here; whole numbers in, a whole number out. */
const divided = (above: number, below: number): number => Math.floor((2 * above + below) / (2 * below));

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

const isAbout = (facts: readonly Counted[]): boolean => facts.some(({ draft }) => draft.exactness === 'approximate');

/** `undefined` when a condition asks for a dimension that the fact lacks: neither true nor false. */
function meets({ draft }: Counted, conditions: readonly Condition[]): boolean | undefined {
  let lacks = false;
  for (const { dim, op, value = [] } of conditions) {
    const has = draft.dims?.[dim];
    if (op === 'exists' && has === undefined) return false;
    if (op === 'exists') continue;
    if (has === undefined) lacks = true;
    else if (op === 'gte' && Number(has) < Number(value[0])) return false;
    else if (op !== 'gte' && !value.some((one) => one === has || (typeof has === 'number' && String(has) === one))) return false;
  }
  return lacks ? undefined : true;
}

/** The figures of one K, recounted from the facts that stand in it by the words of the design and nothing of the engine. */
export class PlainFigures {
  constructor(
    private readonly facts: readonly Counted[],
    private readonly places: PlainPlaces,
    private readonly definitions: ReadonlyMap<string, IndicatorDefinition>,
  ) {}

  /** Undefined for a period that has not begun by A, and for a composition of several kinds. */
  answer({ measure }: IndicatorDefinition, question: PlainQuestion): PlainAnswer | undefined {
    if (question.asOf < question.from) return undefined;
    const window = { from: question.from, to: question.to < question.asOf ? question.to : question.asOf };
    switch (measure.op) {
      case 'sum':
        return this.sum(this.sides(measure.of, question, window, measure.anchor));
      case 'distinct':
        return this.distinct(this.sides(measure.of, question, window), measure.of.key);
      case 'stock':
        return this.stock(measure.of, question, window.to);
      case 'lastObserved':
        return this.lastObserved(measure.of, question, window.to);
      case 'mean':
        return this.mean(this.sides(measure.of, question, window));
      case 'ratio':
        return this.ratio(measure, question, window);
      case 'delay':
        return this.delay(measure, question, window);
      case 'compose':
        return this.composed(measure, question);
      case 'reported':
        return UNKNOWN;
      case 'milestone':
        return this.milestone(measure, question, window.to);
      case 'scale':
        return this.scale(measure, question, window);
    }
  }

  /** S: what the selection and the scope leave of what is known. */
  private scoped(of: Selection, { synthetic, plan, action, organisation }: PlainQuestion): readonly Counted[] {
    return this.facts.filter(
      (fact) =>
        of.factType.includes(fact.draft.type) &&
        of.countKind === fact.draft.countKind &&
        (fact.event.source === 'synthetic') === synthetic &&
        (organisation === undefined || fact.event.organisation === organisation) &&
        (plan === undefined || fact.event.planRefs.some((ref) => ref.plan === plan && (action === undefined || ref.action === action))) &&
        meets(fact, of.where?.all ?? []) === true,
    );
  }

  /** On all, some or none of the days on which it may lie. */
  private there(fact: Counted, territory: string | undefined): 'all' | 'some' | 'none' {
    if (territory === undefined) return 'all';
    const code = fact.event.territory?.code;
    if (code === undefined) return 'none';
    let lies = 0;
    let all = 0;
    for (let day = fact.rangeFrom; day <= fact.rangeTo; day = next(day)) {
      all++;
      if (this.places.liesIn(code, territory, day)) lies++;
    }
    return lies === all ? 'all' : lies > 0 ? 'some' : 'none';
  }

  private sides(of: Selection, question: PlainQuestion, window: Span, anchor?: 'start' | 'end'): Sides {
    const inside: Counted[] = [];
    const partly: Counted[] = [];
    for (const fact of this.scoped(of, question)) {
      const range = rangeOf(fact, anchor);
      if (!range || range.to < window.from || range.from > window.to) continue;
      const certain = range.from >= window.from && range.to <= window.to;
      const dates = anchor === undefined ? fact.when.dates : undefined;
      if (!certain && dates && !dates.some((date) => date >= window.from && date <= window.to)) continue;
      const there = this.there(fact, question.territory);
      if (there !== 'none') (certain && there === 'all' ? inside : partly).push(fact);
    }
    return { inside, partly };
  }

  private sum({ inside, partly }: Sides): PlainAnswer {
    const value = add(inside.map(({ draft }) => draft.v));
    if (isAbout([...inside, ...partly])) return { value, lo: null, hi: null, partly: partly.length };
    const low = ({ draft }: Counted): number => draft.lo ?? 0;
    const lo = add([...inside.map(low), ...partly.map((fact) => Math.min(0, low(fact)))]);
    const perhaps = partly.map(({ draft }) => (draft.hi === null ? null : Math.max(0, draft.hi)));
    return { value, lo, hi: add([...inside.map(({ draft }) => draft.hi), ...perhaps]), partly: partly.length };
  }

  private distinct({ inside, partly }: Sides, key: Selection['key']): PlainAnswer {
    const named = (facts: readonly Counted[]): number => new Set(facts.flatMap((fact) => keyOf(fact, key) ?? [])).size;
    const unnamed = (facts: readonly Counted[]): readonly Counted[] => facts.filter((fact) => keyOf(fact, key) === undefined);
    const heads = (facts: readonly Counted[]): number => facts.reduce((total, { draft }) => total + (draft.lo ?? 0), 0);
    const gatherings = Map.groupBy(inside, (fact) => fact.draft.occurrenceKey ?? fact);
    const lower = [...gatherings.values()].map((facts) => named(facts) + heads(unnamed(facts)));
    const lo = Math.max(named(inside), ...lower);
    const all = [...inside, ...partly];
    const most = add(unnamed(all).map(({ draft }) => draft.hi));
    const hi = most === null ? null : named(all) + most;
    return { value: lo === hi ? lo : null, lo, hi, partly: partly.length };
  }

  private stock(of: Selection, question: PlainQuestion, t: string): PlainAnswer {
    const holding = this.scoped(of, question).filter(
      (fact) => fact.when.from <= t && (fact.validTo === undefined || t < fact.validTo) && this.there(fact, question.territory) !== 'none',
    );
    const certain = holding.filter(
      (fact) => (fact.when.to <= t || fact.when.nature === 'span') && this.there(fact, question.territory) === 'all',
    );
    const keys = (facts: readonly Counted[]): number => new Set(facts.flatMap((fact) => keyOf(fact, of.key) ?? [])).size;
    const unnamed = (facts: readonly Counted[]) => facts.filter((fact) => keyOf(fact, of.key) === undefined).map(({ draft }) => draft);
    const lo = keys(certain) + unnamed(certain).reduce((total, draft) => total + (draft.lo ?? 0), 0);
    const most = add(unnamed(holding).map((draft) => draft.hi));
    const hi = most === null ? null : keys(holding) + most;
    return { value: lo === hi ? lo : null, lo, hi, partly: holding.length - certain.length };
  }

  private lastObserved(of: Selection, question: PlainQuestion, t: string): PlainAnswer {
    const facts = this.scoped(of, question).filter((fact) => this.there(fact, question.territory) === 'all');
    const series = [...Map.groupBy(facts, ({ draft }) => draft.seriesKey ?? '').values()];
    const last = series.map((rows) =>
      inLogOrder(rows.filter(({ when }) => when.to <= t)).reduce<Counted | undefined>(
        (best, row) => (best === undefined || row.when.to >= best.when.to ? row : best),
        undefined,
      ),
    );
    const known = last.filter((row) => row !== undefined);
    if (known.length === 0 || known.length < last.length) return { ...UNKNOWN, partly: 0 };
    return this.sum({ inside: known, partly: [] });
  }

  private mean({ inside, partly }: Sides): PlainAnswer {
    const total = add(inside.map(({ draft }) => draft.v));
    const gatherings = new Set(inside.map((fact) => fact.draft.occurrenceKey ?? fact)).size;
    if (total === null || gatherings === 0) return { ...UNKNOWN, partly: partly.length };
    const value = divided(total * 100, gatherings);
    const certain = partly.length === 0 && !isAbout(inside);
    return { value, lo: certain ? value : null, hi: certain ? value : null, num: total, den: gatherings, partly: partly.length };
  }

  private ratio(measure: Extract<Measure, { op: 'ratio' }>, question: PlainQuestion, window: Span): PlainAnswer {
    const den = this.sides(measure.den, question, window);
    const cohort = measure.anchor === 'cohort';
    const num = this.sides(measure.num, question, cohort ? { from: '0000-01-01', to: question.asOf } : window);
    const groupOf = ({ draft }: Counted): string | undefined => draft.groupKey ?? draft.subjectKey;
    const groupsOf = (facts: readonly Counted[]) => new Set(facts.map(groupOf));
    const once = (facts: readonly Counted[], begun: readonly Counted[]): readonly Counted[] => {
      const groups = groupsOf(begun);
      const first = new Map<string | undefined, Counted>();
      for (const fact of inLogOrder(facts)) if (groups.has(groupOf(fact)) && !first.has(groupOf(fact))) first.set(groupOf(fact), fact);
      return [...first.values()];
    };
    const values = (facts: readonly Counted[]) => add(facts.map(({ draft }) => draft.v));
    const share = (above: number | null, below: number | null) =>
      above === null || below === null || below === 0 ? null : divided(above * 10_000, below);

    const reached = cohort ? once(num.inside, den.inside) : num.inside;
    const all = groupsOf([...den.inside, ...den.partly]);
    const perhaps = num.partly.filter((fact) => !cohort || all.has(groupOf(fact)));
    const partly = den.partly.length + perhaps.length;
    const [above, below] = [values(reached), values(den.inside)];
    const value = share(above, below);
    if (value === null || above === null || below === null) return { ...UNKNOWN, partly };
    const counted = { num: above, den: below, partly };
    if (isAbout([...reached, ...den.inside]) || (partly > 0 && !cohort)) return { value, lo: null, hi: null, ...counted };
    if (partly === 0) return { value, lo: value, hi: value, ...counted };
    const certain = groupsOf(num.inside);
    const possible = groupsOf([...num.inside, ...num.partly]);
    const lowest = [...den.inside, ...den.partly.filter((fact) => !certain.has(groupOf(fact)))];
    const highest = [...den.inside, ...den.partly.filter((fact) => possible.has(groupOf(fact)))];
    return {
      value,
      lo: share(values(once(num.inside, lowest)), values(lowest)),
      hi: share(values(once([...num.inside, ...num.partly], highest)), values(highest)),
      ...counted,
    };
  }

  private delay(measure: Extract<Measure, { op: 'delay' }>, question: PlainQuestion, window: Span): PlainAnswer {
    const starts = this.sides(measure.den, question, window);
    const ends = inLogOrder(this.sides(measure.num, question, { from: '0000-01-01', to: question.asOf }).inside);
    const waits = starts.inside.flatMap((start) => {
      const end = start.draft.groupKey === undefined ? undefined : ends.find(({ draft }) => draft.groupKey === start.draft.groupKey);
      return end ? [(Date.parse(end.when.to) - Date.parse(start.when.from)) / 86_400_000] : [];
    });
    waits.sort((a, b) => a - b);
    const rank = measure.stat === 'p90' ? 0.9 : 0.5;
    const value = waits[Math.ceil(waits.length * rank) - 1] ?? null;
    return { value, lo: value, hi: value, closed: waits.length, open: starts.inside.length - waits.length, partly: starts.partly.length };
  }

  /** The latest of the stages, in their order from 1, that is reached on day t, and when it was first reached. */
  private milestone({ of, stages }: Extract<Measure, { op: 'milestone' }>, question: PlainQuestion, t: string): PlainAnswer {
    const placeOf = ({ draft }: Counted): number => stages.findIndex((name) => name === String(draft.dims?.['stage'])) + 1;
    const perhaps = this.scoped(of, question).filter(
      (fact) => placeOf(fact) > 0 && fact.when.from <= t && this.there(fact, question.territory) !== 'none',
    );
    const certain = perhaps.filter((fact) => fact.when.to <= t && this.there(fact, question.territory) === 'all');
    const latest = (facts: readonly Counted[]): number => Math.max(0, ...facts.map(placeOf));
    const [lo, hi] = [latest(certain), latest(perhaps)];
    const reached = inLogOrder(certain.filter((fact) => placeOf(fact) === lo));
    const first = reached.find(({ when }) => reached.every((other) => when.to <= other.when.to));
    return {
      value: lo === hi ? lo : null,
      lo,
      hi,
      partly: perhaps.length - certain.length,
      ...(first ? { stage: { name: stages[lo - 1]!, from: first.when.from, to: first.when.to } } : {}),
    };
  }

  /** The score in the middle, the lower of two: every one that some choice of the uncertain scores puts there. */
  private scale({ of, scale: on }: Extract<Measure, { op: 'scale' }>, question: PlainQuestion, window: Span): PlainAnswer {
    const sides = this.sides(of, question, window);
    const scoresOf = (facts: readonly Counted[]): readonly number[] =>
      facts.flatMap(({ draft: { v } }) => (v !== null && v >= on.lo && v <= on.hi ? [v] : []));
    const [certain, uncertain] = [scoresOf(sides.inside), scoresOf(sides.partly)];
    const inMiddle = [...new Set([...certain, ...uncertain])].filter((score) => canBeInMiddle(score, certain, uncertain));
    const lo = inMiddle.length === 0 ? null : Math.min(...inMiddle);
    const hi = inMiddle.length === 0 ? null : Math.max(...inMiddle);
    return { value: lo === hi ? lo : null, lo, hi, partly: uncertain.length };
  }

  private composed({ parts }: Extract<Measure, { op: 'compose' }>, question: PlainQuestion): PlainAnswer | undefined {
    const whole = parts.map(({ indicator, sign }) => {
      const part = this.definitions.get(indicator)!;
      const kind = 'of' in part.measure ? part.measure.of.countKind : part.measure.op;
      return { sign, kind, ...this.answer(part, question)! };
    });
    if (new Set(whole.map(({ kind }) => kind)).size > 1) return undefined;
    const about = whole.some(({ value, lo, hi }) => value !== null && lo === null && hi === null);
    return {
      value: add(whole.map(({ sign, value }) => (value === null ? null : sign * value))),
      lo: about ? null : add(whole.map(({ sign, lo, hi }) => (sign > 0 ? lo : hi === null ? null : -hi))),
      hi: about ? null : add(whole.map(({ sign, lo, hi }) => (sign > 0 ? hi : lo === null ? null : -lo))),
      partly: whole.reduce((total, { partly = 0 }) => total + partly, 0),
    };
  }
}

/** Whether some of the uncertain scores can be chosen so that a score is the middle one. Those equal to it never hurt, so only the others are tried. */
function canBeInMiddle(score: number, certain: readonly number[], uncertain: readonly number[]): boolean {
  const count = (scores: readonly number[], holds: (one: number) => boolean): number => scores.filter(holds).length;
  const equal = count([...certain, ...uncertain], (one) => one === score);
  const [below, above] = [count(certain, (one) => one < score), count(certain, (one) => one > score)];
  for (let lower = 0; lower <= count(uncertain, (one) => one < score); lower++)
    for (let higher = 0; higher <= count(uncertain, (one) => one > score); higher++) {
      const middle = Math.ceil((below + lower + equal + above + higher) / 2);
      if (middle > below + lower && middle <= below + lower + equal) return true;
    }
  return false;
}

/** The days on which a fact counts: where it may lie, or at its start or its end. */
function rangeOf({ rangeFrom, rangeTo, when, validTo, expected }: Counted, anchor: 'start' | 'end' | undefined): Span | undefined {
  if (anchor === undefined) return { from: rangeFrom, to: rangeTo };
  if (anchor === 'start') return when.nature === 'span' ? { from: when.from, to: when.from } : { from: rangeFrom, to: rangeTo };
  if (validTo !== undefined) return expected ? undefined : { from: validTo, to: validTo };
  return when.nature === 'span' ? { from: when.to, to: when.to } : undefined;
}
