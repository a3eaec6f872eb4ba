import type { CountKind } from '@app/decider';
import { type IndicatorDefinition, type Measure, partsProblem, type PartsProblem } from './definition';
import { definitions } from './definitions';
import type { Definitions } from './definitions-at';
import { countKindOf, selectionsOf } from './measures';

/** An indicator as a list of indicators shows it. */
export interface Indicator extends IndicatorDefinition {
  /** Null for a composition, whose parts have their own. */
  readonly countKind: CountKind | null;
  readonly op: Measure['op'];
}

/** A version of an indicator as the list of its versions shows it. */
export type IndicatorVersion = Pick<IndicatorDefinition, 'version' | 'appliesFrom' | 'recordedOn' | 'eventId'>;

/** An indicator as known at some K, in its latest version, with what holds of it on a day. */
export interface IndicatorView extends Indicator {
  /** Number of the version that is in force on that day. */
  readonly inForce: number;
  readonly versions: readonly IndicatorVersion[];
  /** Fact types that it reads and no event states: its figures will find nothing there. */
  readonly unknownFactTypes?: readonly string[];
  /** Why a composition gives no number. */
  readonly problem?: PartsProblem;
}

const indicatorOf = (definition: IndicatorDefinition): Indicator => ({
  ...definition,
  countKind: countKindOf(definition) ?? null,
  op: definition.measure.op,
});

/** Every indicator by code, with what it counts and how. */
export const indicators = (all: ReadonlyMap<string, IndicatorDefinition> = definitions): readonly Indicator[] =>
  [...all.values()].map(indicatorOf).sort((a, b) => (a.code < b.code ? -1 : 1));

function versionOf({ version, appliesFrom, recordedOn, eventId }: IndicatorDefinition): IndicatorVersion {
  return { version, appliesFrom, ...(recordedOn === undefined ? {} : { recordedOn }), ...(eventId === undefined ? {} : { eventId }) };
}

function unknownIn({ measure }: IndicatorDefinition, factTypes: ReadonlySet<string>): readonly string[] {
  const read = selectionsOf(measure).flatMap(({ factType }) => factType);
  return [...new Set(read)].filter((type) => !factTypes.has(type));
}

/**
 * The indicator, its versions and what is in force on a day; `factTypes` are those that the events of the field state.
 * @throws BadQuery `figure.unknown-indicator`
 */
export function indicatorView(all: Definitions, code: string, day: string, factTypes: ReadonlySet<string>): IndicatorView {
  const versions = all.versionsOf(code);
  const latest = versions.at(-1)!;
  const unknown = unknownIn(latest, factTypes);
  const problem = partsProblem(latest, all.latest);
  return {
    ...indicatorOf(latest),
    inForce: all.inForce(code, day).version,
    versions: versions.map(versionOf),
    ...(unknown.length > 0 ? { unknownFactTypes: unknown } : {}),
    ...(problem ? { problem } : {}),
  };
}

/** Every indicator that is not retired by the day, or all of them: the product's own in the order of its files, then as they were first defined. */
export function indicatorViews(
  all: Definitions,
  day: string,
  factTypes: ReadonlySet<string>,
  { retired = false }: { readonly retired?: boolean } = {},
): readonly IndicatorView[] {
  const shown = [...all.latest.values()].filter((one) => retired || one.retired === undefined || day < one.retired.on);
  return shown.map(({ code }) => indicatorView(all, code, day, factTypes));
}
