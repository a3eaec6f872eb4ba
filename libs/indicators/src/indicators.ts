import { type IndicatorDefinition, partsProblem } from './definition';
import { definitions } from './definitions';
import type { Definitions } from './definitions-at';
import type { Indicator, IndicatorVersion, IndicatorView } from './indicator.answer';
import { countKindOf, selectionsOf } from './measures';

export type { Indicator, IndicatorVersion, IndicatorView } from './indicator.answer';

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
