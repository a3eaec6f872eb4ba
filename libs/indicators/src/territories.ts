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
export const treeAt = (db: Database, known: Known, query: Pick<CanonicalQuery, 'origin'>): TerritoryTree =>
  saidEvents(db, known, { term: territoryTerm.name, synthetic: query.origin === 'synthetic' }).reduce<TerritoryTree>(
    territoryEvolution.evolve,
    territoryEvolution.initialState,
  );

/**
 * The scopes of a territory: those that name it, always, and those that name a place which lies wholly in it, on the days when it does ("then": by the
 * tree as it was on the day of the fact). Without a tree in the record a territory holds only what names it.
 */
export function scopesIn(db: Database, known: Known, query: CanonicalQuery, territory: string): ScopesIn {
  const named = statement<{ readonly scope: number; readonly code: string }>(db, 'SELECT scope, code FROM scope_territory').all();
  const scopes = new Map<number, readonly Days[]>();
  const stays = new Map<string, Days[]>();
  if (named.some(({ code }) => code !== territory)) {
    for (const stay of placesIn(treeAt(db, known, query), territory)) stays.set(stay.code, [...(stays.get(stay.code) ?? []), stay]);
  }
  for (const { scope, code } of named) {
    const days = code === territory ? ALWAYS : stays.get(code);
    if (days) scopes.set(scope, days);
  }
  return scopes;
}

/** How much of a fact's days lies in those on which its place belongs to the territory. */
export function inDays(days: readonly Days[], range: DayRange): 'inside' | 'partly' | undefined {
  if (days.some(({ from, until }) => from <= range.from && (until === undefined || range.to < until))) return 'inside';
  return days.some(({ from, until }) => from <= range.to && (until === undefined || range.from < until)) ? 'partly' : undefined;
}
