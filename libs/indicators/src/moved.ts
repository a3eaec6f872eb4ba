import type { Database } from 'better-sqlite3';
import { type CanonicalQuery, queryOfFigure } from './figure-query';
import type { IndicatorDefinition } from './definition';
import { type Definitions, definitionsFor } from './definitions-at';
import type { Figure, FigureOptions } from './figure';
import { evaluate } from './figures';
import { knownAt, knownOf } from './known';

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

/** The version that the figure names, as it reads at that K; as it read when the figure was pinned where it has been taken back since. */
function definitionNow(all: Definitions, { indicator, version }: CanonicalQuery, then: IndicatorDefinition): IndicatorDefinition {
  return all.versions.get(indicator)?.find((one) => one.version === version) ?? then;
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
  const known = knownOf(db, pinned, options);
  const all = definitionsFor(db, known, options.definitions);
  const definition = all.pinned(pinned);
  const then = evaluate(db, known, pinned, definition, all.latest).figure;
  const later = knownAt(db, options.at ?? {}, options);
  const { through: _then, ...query } = pinned;
  const asked = { ...query, knownOn: later.day, ...(later.through === undefined ? {} : { through: later.through }) };
  const allNow = definitionsFor(db, later, options.definitions);
  const now = evaluate(db, later, asked, definitionNow(allNow, pinned, definition), allNow.latest).figure;
  return { figureId, then, now, moved: !showsTheSame(then, now) };
}
