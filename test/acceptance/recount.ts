import type { Occurred, RecordedEvent } from '@app/decider';
import type { FactDraft, FactStatement } from '@app/partnership';

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

interface Standing {
  readonly event: RecordedEvent;
  readonly recordedOn: string;
}

interface Counted {
  readonly draft: FactDraft;
  readonly event: RecordedEvent;
  readonly when: Occurred;
  readonly rangeFrom: string;
  readonly rangeTo: string;
  validTo: string | undefined;
}

const brussels = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });

const day = (instant: string): string => brussels.format(new Date(instant));

const sameDays = (a: Occurred, b: Occurred): boolean =>
  a.from === b.from && a.to === b.to && String(a.dates ?? '') === String(b.dates ?? '');

function standingEvents(events: readonly RecordedEvent[]): readonly Standing[] {
  const standing: Standing[] = [];
  for (const event of events) {
    const place = event.corrects === undefined ? -1 : standing.findIndex((other) => other.event.id === event.corrects);
    const former = standing[place];
    if (event.type === 'RecordWithdrawn' || event.type === 'DuplicateMarked') {
      if (former) standing.splice(place, 1);
    } else if (former) {
      const recordedOn = sameDays(former.event.occurred, event.occurred) ? former.recordedOn : day(event.recordedAt);
      standing[place] = { event, recordedOn };
    } else {
      standing.push({ event, recordedOn: day(event.recordedAt) });
    }
  }
  return standing;
}

function countedFacts(
  events: readonly RecordedEvent[],
  state: (event: RecordedEvent) => readonly FactStatement[],
  held: (event: RecordedEvent) => boolean,
): readonly Counted[] {
  let facts: Counted[] = [];
  for (const { event, recordedOn } of standingEvents(events)) {
    const fresh: Counted[] = [];
    const earlier = facts;
    for (const statement of state(event)) {
      if ('close' in statement) {
        facts = facts.filter(
          (fact) =>
            !(
              earlier.includes(fact) &&
              fact.event.streamId === event.streamId &&
              statement.close.includes(fact.draft.type) &&
              (statement.subjectKey === undefined || statement.subjectKey === fact.draft.subjectKey) &&
              (statement.occurrenceKey === undefined || statement.occurrenceKey === fact.draft.occurrenceKey)
            ),
        );
      } else if ('change' in statement) {
        for (const fact of earlier) {
          const same = fact.event.streamId === event.streamId && statement.change.includes(fact.draft.type);
          const meant = statement.occurrenceKey === undefined || statement.occurrenceKey === fact.draft.occurrenceKey;
          if (same && meant && (statement.subjectKey === undefined || statement.subjectKey === fact.draft.subjectKey))
            fact.validTo = statement.validTo;
        }
      } else {
        const when = statement.occurred ?? event.occurred;
        const uncertain = when.nature === 'point' && when.from < when.to && held(event) && statement.validTo === undefined;
        const last = uncertain && recordedOn < when.to ? (recordedOn < when.from ? when.from : recordedOn) : when.to;
        fresh.push({
          draft: statement,
          event,
          when,
          rangeFrom: when.nature === 'span' ? when.to : when.from,
          rangeTo: last,
          validTo: statement.validTo,
        });
      }
    }
    facts = [...facts, ...fresh];
  }
  return facts;
}

const add = (numbers: readonly (number | null)[]): number | null =>
  numbers.includes(null) ? null : numbers.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Counts again what a figure says. `state` is the term's own mapping: an event in, its facts out. */
export function recount(
  log: readonly RecordedEvent[],
  state: (event: RecordedEvent) => readonly FactStatement[],
  question: Question,
  held: (event: RecordedEvent) => boolean = () => true,
): Recounted {
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
