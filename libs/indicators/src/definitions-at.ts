import { brusselsDay } from '@app/decider';
import { indicatorEvolution, type IndicatorState } from '@app/partnership/indicator/indicator.decider';
import type { Database } from 'better-sqlite3';
import { type IndicatorDefinition, latestOf, type Versions } from './definition';
import { versions as builtIn } from './definitions';
import { BadQuery, type CanonicalQuery } from './figure-query';
import type { Known } from './known';
import { saidEvents } from './said-events';
import { statement } from './statements';

const TERM = 'indicator';

/** Which version answers: the latest (absent), the one in force at the end of the period, or one by its number. */
export type DefinitionChoice = 'inForce' | number;

/** The indicators that are known at some K, every version of each. */
export class Definitions {
  /** The latest version of each code, which answers unless another is asked for. */
  readonly latest: ReadonlyMap<string, IndicatorDefinition>;

  constructor(readonly versions: Versions) {
    this.latest = latestOf(versions);
  }

  /** @throws BadQuery `figure.unknown-indicator` */
  versionsOf(code: string): readonly [IndicatorDefinition, ...IndicatorDefinition[]] {
    const [first, ...rest] = this.versions.get(code) ?? [];
    if (!first) throw new BadQuery('figure.unknown-indicator', 'indicator');
    return [first, ...rest];
  }

  /** The version that applies on a day: the last to begin by then, of those that begin together the last; before the first of them, the first. */
  inForce(code: string, day: string): IndicatorDefinition {
    const [first, ...rest] = this.versionsOf(code);
    return rest.reduce((best, next) => (next.appliesFrom <= day && next.appliesFrom >= best.appliesFrom ? next : best), first);
  }

  /** @throws BadQuery `figure.unknown-indicator`, `figure.unknown-version` */
  numbered(code: string, version: number): IndicatorDefinition {
    const found = this.versionsOf(code).find((one) => one.version === version);
    if (!found) throw new BadQuery('figure.unknown-version', 'definition');
    return found;
  }

  /** The version for a period that ends on `day`. @throws BadQuery `figure.unknown-indicator`, `figure.unknown-version` */
  chosen(code: string, choice: DefinitionChoice | undefined, day: string): IndicatorDefinition {
    if (choice === undefined) return this.versionsOf(code).at(-1)!;
    return choice === 'inForce' ? this.inForce(code, day) : this.numbered(code, choice);
  }

  /** The version that a figure names. */
  pinned({ indicator, version }: CanonicalQuery): IndicatorDefinition {
    return this.numbered(indicator, version);
  }
}

/** What was said of one indicator, numbered on from what it follows: as it says itself, or else after the product's own versions. */
function recorded({ defined, versions, retired }: IndicatorState, own: readonly IndicatorDefinition[]): readonly IndicatorDefinition[] {
  const before = defined?.follows ?? own.at(-1)?.version ?? 0;
  const { reason, replacedBy } = retired?.data ?? {};
  const retirement = retired && reason && { on: retired.occurred.from, reason, ...(replacedBy === undefined ? {} : { replacedBy }) };
  const said = versions.map(({ content, eventId, recordedAt }, n) => ({
    ...content,
    version: before + n + 1,
    eventId,
    recordedOn: brusselsDay(Date.parse(recordedAt)),
  }));
  const kept = own.filter(({ version }) => version <= before);
  return [...kept, ...said].map((version) => (retirement ? { ...version, retired: retirement } : version));
}

function foldedAt(db: Database, known: Known): Definitions {
  const streams = Map.groupBy(saidEvents(db, known, { term: TERM }), ({ streamId }) => streamId);
  const all = new Map(builtIn);
  for (const events of streams.values()) {
    const state = events.reduce(indicatorEvolution.evolve, indicatorEvolution.initialState);
    const code = state.versions[0]?.content.code;
    if (code !== undefined) all.set(code, recorded(state, builtIn.get(code) ?? []));
  }
  return new Definitions(all);
}

const BUILT_IN = new Definitions(builtIn);

/** How many states of the definitions are held for each connection; a question asks one, seldom two. */
const MOST = 16;
const folded = new WeakMap<Database, Map<number, Definitions>>();

/** The last thing that was said of any indicator by K, taking back included: between two of them the definitions are the same. 0 = nothing. */
function lastSaid(db: Database, { ordinal }: Known): number {
  const last = `SELECT max(said) FROM (SELECT max(ordinal) AS said FROM said_events WHERE term = ? AND ordinal <= ?
    UNION ALL SELECT max(known_to) FROM said_events WHERE term = ? AND known_to <= ?)`;
  return statement<number | null>(db, last, true).get(TERM, ordinal, TERM, ordinal) ?? 0;
}

/**
 * The product's own set with what was recorded by K. A recorded definition takes over from its recording on, as the next version; a product's version of
 * that number or a later one then stands back. Folded once for each thing that was said.
 */
export function definitionsAt(db: Database, known: Known): Definitions {
  const last = lastSaid(db, known);
  if (last === 0) return BUILT_IN;
  const states = folded.get(db) ?? new Map<number, Definitions>();
  folded.set(db, states);
  const found = states.get(last);
  if (found) return found;
  const made = foldedAt(db, { ...known, ordinal: last });
  if (states.size >= MOST) states.delete(states.keys().next().value!);
  states.set(last, made);
  return made;
}

/** The definitions of a question: those that it brings along, as specs do, or those that are known at its K. */
export const definitionsFor = (db: Database, known: Known, given?: ReadonlyMap<string, IndicatorDefinition>): Definitions =>
  given ? new Definitions(new Map([...given].map(([code, definition]) => [code, [definition]]))) : definitionsAt(db, known);
