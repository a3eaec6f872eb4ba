import { territoryEvolution, type TerritoryTree } from '@app/partnership/territory/territory.decider';
import { territoryTerm } from '@app/partnership/territory/territory.term';
import { placesIn } from '@app/partnership/territory/territory.places';
import type { Database } from 'better-sqlite3';
import type { DayRange } from './fact-range';
import type { CanonicalQuery } from './figure-query';
import type { Known } from './known';
import { saidEvents } from './said-events';
import { statement } from './statements';

/** Days on which what names a place counts for the territory that is asked for; without an end, for good. */
interface Days {
  readonly from: string;
  readonly until?: string;
}

/** The links of facts that count for a territory, by the scope that the facts carry, with the days on which they do. */
export type ScopesIn = ReadonlyMap<number, readonly Days[]>;

const ALWAYS: readonly Days[] = [{ from: '0001-01-01' }];

/** The tree as the record had it at K. */
const treeAt = (db: Database, known: Known, query: CanonicalQuery): TerritoryTree =>
  saidEvents(db, known, { term: territoryTerm.name, synthetic: query.origin === 'synthetic' }).reduce<TerritoryTree>(
    territoryEvolution.evolve,
    territoryEvolution.initialState,
  );

/**
 * The scopes of a territory: those that name it, always, and those that name a place which lies wholly in it, on the days when it does ("then": by the
 * tree as it was on the day of the fact). Without a tree in the record a territory holds only what names it.
 */
export function scopesIn(db: Database, known: Known, query: CanonicalQuery, territory: string): ScopesIn {
  const days = new Map<string, readonly Days[]>();
  if (statement(db, 'SELECT 1 FROM scope_territory WHERE code <> ? LIMIT 1').get(territory)) {
    for (const stay of placesIn(treeAt(db, known, query), territory)) days.set(stay.code, [...(days.get(stay.code) ?? []), stay]);
  }
  days.set(territory, ALWAYS);
  const named = statement<{ readonly scope: number; readonly code: string }>(
    db,
    'SELECT scope, code FROM scope_territory WHERE code IN (SELECT value FROM json_each(?))',
  );
  const scopes = new Map<number, readonly Days[]>();
  for (const { scope, code } of named.all(JSON.stringify([...days.keys()]))) scopes.set(scope, days.get(code) ?? ALWAYS);
  return scopes;
}

/** How much of a fact's days lies in those on which its place belongs to the territory. */
export function inDays(days: readonly Days[], range: DayRange): 'inside' | 'partly' | undefined {
  if (days.some(({ from, until }) => from <= range.from && (until === undefined || range.to < until))) return 'inside';
  return days.some(({ from, until }) => from <= range.to && (until === undefined || range.from < until)) ? 'partly' : undefined;
}
