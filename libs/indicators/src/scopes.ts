import type { TerritoryLevel } from '@app/decider';
import type { Database } from 'better-sqlite3';
import type { Known } from './known';
import { isRegion } from './places';
import type { PlaceToAsk, Scopes } from './scopes.answer';
import { statement } from './statements';
import { treeAt } from './territories';
import { nameOn } from './territory-table';

const FROM_WIDE: readonly TerritoryLevel[] = ['zone', 'commune', 'quarter', 'postal', 'sector', 'outside'];

const orderOf = ({ level, name, code }: PlaceToAsk): string => `${FROM_WIDE.indexOf(level)}|${name?.nl ?? name?.fr ?? ''}|${code}`;

/** What the record as known at K can be narrowed to, named as of a day. */
export function scopesAt(db: Database, known: Known, day: string): Scopes {
  const { units } = treeAt(db, known, { origin: 'record' });
  const named = statement<Omit<PlaceToAsk, 'name'>>(db, 'SELECT DISTINCT code, level FROM scope_territory').all();
  const wide = [...units].flatMap(([code, { level }]) => (level === 'sector' ? [] : [{ code, level }]));
  const places = [...new Map([...wide, ...named].map((place) => [place.code, place])).values()]
    .filter(({ code, level }) => !isRegion(code) && level !== 'region')
    .map(({ code, level }): PlaceToAsk => {
      const unit = units.get(code);
      const name = unit && nameOn(unit, day);
      return { code, level, ...(name ? { name } : {}) };
    });
  const organisations = statement<string>(
    db,
    "SELECT DISTINCT organisation FROM fact_shapes WHERE origin <> 'synthetic' ORDER BY 1",
    true,
  ).all();
  return { territories: places.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)), organisations };
}
