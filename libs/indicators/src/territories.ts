import type { TerritoryLevel } from '@app/decider';
import { territoryEvolution, type TerritoryTree } from '@app/partnership/territory/territory.decider';
import { territoryTerm } from '@app/partnership/territory/territory.term';
import type { Database } from 'better-sqlite3';
import { ALWAYS, both, type Days } from './day-spans';
import type { DayRange } from './fact-range';
import type { CanonicalQuery } from './figure-query';
import type { Known } from './known';
import { type DaysOf, isRegion, Places } from './places';
import { saidEvents } from './said-events';
import { statement } from './statements';

/** The links of facts that count for a territory, by the scope that the facts carry, with the days on which they do. */
export type ScopesIn = ReadonlyMap<number, Days>;

/** The scope of a fact that is linked to nothing. */
export const NO_SCOPE = -1;

interface ScopePlace {
  readonly scope: number;
  readonly code: string | null;
}

/** The tree as the record had it at K. */
export const treeAt = (db: Database, known: Known, query: Pick<CanonicalQuery, 'origin'>): TerritoryTree =>
  saidEvents(db, known, { term: territoryTerm.name, synthetic: query.origin === 'synthetic' }).reduce<TerritoryTree>(
    territoryEvolution.evolve,
    territoryEvolution.initialState,
  );

/** A tree that was folded, and the answers that it gave: of the last K that was asked. */
interface Folded {
  readonly ordinal: number;
  readonly places: Map<string, Places>;
}

/** A dashboard, a table and an export ask for many territories at one K, and mostly it is the K of now: the tree is folded once for all of them. */
const folded = new WeakMap<Database, Folded>();

/** As many days of `asOf` are held at once: "now" asks for the tree of each. */
const MOST_HELD = 8;

function foldedAt(db: Database, { ordinal }: Known): Map<string, Places> {
  const held = folded.get(db);
  if (held?.ordinal === ordinal && held.places.size < MOST_HELD) return held.places;
  const places = new Map<string, Places>();
  folded.set(db, { ordinal, places });
  return places;
}

/** Which places count for which territory, as known at K, in the hierarchy that the query asks for. */
export function placesAt(db: Database, known: Known, { origin, hierarchy, asOf }: CanonicalQuery): Places {
  const answers = foldedAt(db, known);
  const key = `${origin === 'synthetic' ? 'synthetic' : 'record'}|${hierarchy === 'now' ? asOf : ''}`;
  let places = answers.get(key);
  if (!places) {
    const named = statement<{ readonly code: string; readonly level: TerritoryLevel }>(
      db,
      'SELECT DISTINCT code, level FROM scope_territory',
    ).all();
    const levels = new Map(named.map(({ code, level }) => [code, level]));
    answers.set(key, (places = new Places(treeAt(db, known, { origin }), levels, hierarchy === 'now' ? asOf : undefined)));
  }
  return places;
}

/** The days on which a place counts for the query. */
function daysOf(places: Places, { territory, within, level, rest }: CanonicalQuery, once: boolean): DaysOf {
  const inside = places.in(territory, once);
  const further = rest !== undefined && level !== undefined ? places.rest(level, rest) : places.in(within, once);
  return (place) => both(inside(place), further(place));
}

/**
 * The scopes that count for the territory of a query, and when: those that name it, always, and those that name a place which lies wholly in it. Without a
 * tree in the record a territory holds only what names it. `once`: a place that lies in several territories of that level counts for none of them.
 * Undefined: the query asks for everything.
 */
export function scopesIn(db: Database, known: Known, query: CanonicalQuery, once: boolean): ScopesIn | undefined {
  if (isRegion(query.territory) && query.rest === undefined) return undefined;
  const days = daysOf(placesAt(db, known, query), query, once);
  const scopes = statement<ScopePlace>(
    db,
    'SELECT s.id AS scope, t.code FROM fact_scopes s LEFT JOIN scope_territory t ON t.scope = s.id',
  ).all();
  const placeless = query.rest === 'unassigned' && isRegion(query.territory) ? ALWAYS : [];
  const of = new Map<number, Days>([[NO_SCOPE, placeless]]);
  for (const { scope, code } of scopes) of.set(scope, code === null ? placeless : days(code));
  return new Map([...of].filter(([, some]) => some.length > 0));
}

/** How much of a fact's days lies in those on which its place belongs to the territory. */
export function inDays(days: Days, range: DayRange): 'inside' | 'partly' | undefined {
  if (days.some(({ from, until }) => from <= range.from && (until === undefined || range.to < until))) return 'inside';
  return days.some(({ from, until }) => from <= range.to && (until === undefined || range.from < until)) ? 'partly' : undefined;
}
