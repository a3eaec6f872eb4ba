import type { CountKind } from '@app/decider';
import type { IndicatorDefinition, Measure } from './definition';
import { definitions } from './definitions';
import { countKindOf } from './measures';

/** An indicator as a list of indicators shows it. */
export interface Indicator extends IndicatorDefinition {
  /** Null for a composition, whose parts have their own. */
  readonly countKind: CountKind | null;
  readonly op: Measure['op'];
}

/** Every indicator by code, with what it counts and how. */
export const indicators = (all: ReadonlyMap<string, IndicatorDefinition> = definitions): readonly Indicator[] =>
  [...all.values()]
    .map((definition) => ({ ...definition, countKind: countKindOf(definition) ?? null, op: definition.measure.op }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
