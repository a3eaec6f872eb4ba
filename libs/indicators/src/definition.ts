import { definitionProblem } from '@app/partnership/indicator/schema.decider';
import type { PartsProblem } from './figure.answer';
import type { IndicatorDefinition } from './indicator.answer';

export type { PartsProblem } from './figure.answer';
export type { IndicatorDefinition } from './indicator.answer';

export type * from '@app/partnership/indicator/definition.events';

/** A definition file that does not hold to the schema; found when the process starts, never later. */
export class BadDefinition extends Error {
  override readonly name = 'BadDefinition';
}

type ByCode = ReadonlyMap<string, IndicatorDefinition>;

/**
 * Why the parts of a composition cannot be put together; undefined when they can. Parts are asked about what the whole is asked about: a scope of their own
 * would be passed over.
 */
export function partsProblem(
  { code, measure }: IndicatorDefinition,
  all: ByCode,
  within: readonly string[] = [],
): PartsProblem | undefined {
  const path = [...within, code];
  for (const { indicator } of measure.op === 'compose' ? measure.parts : []) {
    if (path.includes(indicator)) return 'figure.parts-in-a-circle';
    const part = all.get(indicator);
    if (!part) return 'figure.part-not-defined';
    if (part.scope) return 'figure.part-about-an-action';
    const deeper = partsProblem(part, all, path);
    if (deeper) return deeper;
  }
  return undefined;
}

function sameAsProblem({ sameAs }: IndicatorDefinition, all: ByCode): string | undefined {
  if (sameAs === undefined) return undefined;
  const other = all.get(sameAs);
  if (!other) return `the same as ${sameAs}, which is no other indicator`;
  return other.sameAs === undefined ? undefined : `the same as ${sameAs}, which names another in turn`;
}

function checked(entry: unknown): IndicatorDefinition {
  const { code, version } = (entry ?? {}) as Partial<IndicatorDefinition>;
  const problem = definitionProblem(entry);
  if (problem) throw new BadDefinition(`indicator ${String(code)}: ${problem.code} at ${problem.field}`);
  if (!Number.isInteger(version) || Number(version) < 1)
    throw new BadDefinition(`indicator ${String(code)}: not-in-the-schema at /version`);
  return entry as IndicatorDefinition;
}

/** Every version by code, in the order of their numbers. */
export type Versions = ReadonlyMap<string, readonly IndicatorDefinition[]>;

/** The latest version of each code. */
export const latestOf = (versions: Versions): ReadonlyMap<string, IndicatorDefinition> =>
  new Map([...versions].flatMap(([code, all]) => all.slice(-1).map((last) => [code, last] as const)));

/**
 * Checks definition files and answers every version by code.
 * @throws BadDefinition for a file that breaks the schema, a code and version that stand twice, or a part or a proposed merger that does not fit.
 */
export function loadVersions(files: readonly (readonly unknown[])[]): Versions {
  const versions = new Map<string, readonly IndicatorDefinition[]>();
  for (const definition of files.flat().map(checked)) {
    const { code, version } = definition;
    const others = versions.get(code) ?? [];
    if (others.some((other) => other.version === version)) throw new BadDefinition(`indicator ${code}@${version} is defined twice`);
    versions.set(
      code,
      [...others, definition].sort((a, b) => a.version - b.version),
    );
  }
  const latest = latestOf(versions);
  for (const definition of latest.values()) {
    const problem = partsProblem(definition, latest) ?? sameAsProblem(definition, latest);
    if (problem) throw new BadDefinition(`indicator ${definition.code}: ${problem}`);
  }
  return versions;
}

/** The latest version of each code. @throws BadDefinition as `loadVersions` does. */
export const loadDefinitions = (files: readonly (readonly unknown[])[]): ReadonlyMap<string, IndicatorDefinition> =>
  latestOf(loadVersions(files));
