import type { Database } from 'better-sqlite3';
import { type CanonicalQuery, queryOfFigure } from './figure-query';
import { definitions } from './definitions';
import { definitionOf, evaluate, type Figure, type FigureOptions } from './figures';
import { type Known, knownAt } from './known';

/** A figure as it answered at its own K, and what the same query with the same `asOf` answers at another. */
export interface Standing {
  readonly figureId: string;
  readonly then: Figure;
  readonly now: Figure;
  /** What is shown differs: value, bounds, exactness, kind, or whether facts or a claim answer. An event that moves nothing leaves this false. */
  readonly moved: boolean;
}

const shownOf = ({ shown, value, lo, hi, exactness, countKind, absence, refusal }: Figure): string =>
  JSON.stringify([shown, value, lo, hi, exactness, countKind, absence ?? null, refusal?.code ?? null]);

/** Whether two figures show the same. */
export const showsTheSame = (one: Figure, other: Figure): boolean => shownOf(one) === shownOf(other);

function answer(db: Database, query: CanonicalQuery, known: Known, { definitions: given, personOf }: FigureOptions): Figure {
  const all = given ?? definitions;
  return evaluate(db, personOf ? { ...known, personOf } : known, query, definitionOf(all, query.indicator), all).figure;
}

/**
 * How a pinned figure stands: its id is its query, `asOf` and K, so evidence, a sentence and an edition pin a figure by its id alone. `at` is the K to look
 * from, by default everything recorded.
 * @throws BadQuery for an id that no figure has, or an indicator that is not defined.
 */
export function standing(
  db: Database,
  figureId: string,
  options: FigureOptions & { readonly at?: { readonly through?: string; readonly knownOn?: string } } = {},
): Standing {
  const pinned = queryOfFigure(figureId);
  const known: Known = pinned.through === undefined ? { ordinal: 0, day: pinned.knownOn } : knownAt(db, pinned);
  const then = answer(db, pinned, known, options);
  const later = knownAt(db, options.at ?? {}, options.today);
  const { through: _then, ...query } = pinned;
  const asked = { ...query, knownOn: later.day, ...(later.through === undefined ? {} : { through: later.through }) };
  const now = answer(db, asked, later, options);
  return { figureId, then, now, moved: !showsTheSame(then, now) };
}
