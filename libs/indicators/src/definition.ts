import { COUNT_KINDS, type CountKind, type SubjectKind } from '@app/decider';

/** A text in the languages of the product. */
export interface Texts {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

/** One test on a non-personal dimension of a fact. A fact that lacks the dimension is "not assessable": counted beside, never false. */
export interface Condition {
  readonly dim: string;
  readonly op: 'eq' | 'in' | 'exists' | 'gte';
  readonly value?: readonly (string | number | boolean)[];
}

export type DistinctKey = 'subject' | 'group' | 'organisation';

/** The facts that a measure reads: any of the types, one count kind, all conditions. */
export interface Selection {
  readonly factType: readonly string[];
  readonly countKind: CountKind;
  readonly where?: { readonly all: readonly Condition[] };
  /** What `distinct` and `stock` count once; `subject` unless said. */
  readonly key?: DistinctKey;
}

/** `start` counts a fact on its first day, `end` on the first day it no longer holds (`validTo`), or the last day of a span. */
export type Anchor = 'start' | 'end';

/**
 * How the figure is made (design: figures 2 and 6). Roll-up follows from `op`, it is never set by hand.
 * `ratio` answers hundredths of a percent of `num` over `den`; `delay` the days from a `den` fact to the `num` fact of the same group.
 */
export type Measure =
  | { readonly op: 'sum'; readonly of: Selection; readonly anchor?: Anchor }
  | { readonly op: 'distinct' | 'stock' | 'lastObserved' | 'mean'; readonly of: Selection }
  | { readonly op: 'ratio'; readonly num: Selection; readonly den: Selection; readonly anchor?: 'cohort' | 'flow' }
  | { readonly op: 'delay'; readonly num: Selection; readonly den: Selection; readonly stat?: 'median' | 'p90' }
  | { readonly op: 'compose'; readonly parts: readonly { readonly indicator: string; readonly sign: 1 | -1 }[] };

/** A versioned definition; a new one needs no backfill, because facts know of no indicator. */
export interface IndicatorDefinition {
  readonly code: string;
  readonly version: number;
  /** First day of the version, `YYYY-MM-DD`. */
  readonly appliesFrom: string;
  readonly labels: Texts;
  readonly meaning: Texts;
  readonly unit: string;
  readonly subjectKind: SubjectKind;
  readonly territoryRole?: 'activity' | 'residence' | 'seat';
  readonly measure: Measure;
  readonly dimensions: readonly { readonly name: string; readonly multi?: boolean }[];
}

/** A definition file that does not hold to the schema; found when the process starts, never later. */
export class BadDefinition extends Error {
  override readonly name = 'BadDefinition';
}

const OPS = ['sum', 'distinct', 'stock', 'lastObserved', 'mean', 'ratio', 'delay', 'compose'];
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);

function selectionProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'is missing';
  if (!Array.isArray(value['factType']) || value['factType'].length === 0) return 'names no factType';
  if (!COUNT_KINDS.includes(value['countKind'] as CountKind)) return `has no known countKind (${String(value['countKind'])})`;
  if (value['key'] !== undefined && !['subject', 'group', 'organisation'].includes(String(value['key']))) return 'has an unknown key';
  const where = value['where'];
  if (where === undefined) return undefined;
  if (!isObject(where) || !Array.isArray(where['all'])) return 'has a where without all';
  for (const condition of where['all'] as unknown[]) {
    if (!isObject(condition) || typeof condition['dim'] !== 'string') return 'has a condition without dim';
    if (!['eq', 'in', 'exists', 'gte'].includes(String(condition['op']))) return 'has a condition with an unknown op';
    if (condition['op'] !== 'exists' && !(Array.isArray(condition['value']) && condition['value'].length > 0))
      return 'has a condition without a list of values';
  }
  return undefined;
}

function measureProblem(measure: unknown): string | undefined {
  if (!isObject(measure) || !OPS.includes(String(measure['op']))) return 'measure has no known op';
  if (measure['op'] === 'compose') {
    const parts = measure['parts'];
    const sound =
      Array.isArray(parts) &&
      parts.length > 0 &&
      parts.every((part) => isObject(part) && typeof part['indicator'] === 'string' && Math.abs(Number(part['sign'])) === 1);
    return sound ? undefined : 'compose has no sound parts';
  }
  for (const name of measure['op'] === 'ratio' || measure['op'] === 'delay' ? ['num', 'den'] : ['of']) {
    const problem = selectionProblem(measure[name]);
    if (problem) return `${name} ${problem}`;
  }
  return undefined;
}

function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'is no object';
  if (typeof value['code'] !== 'string' || !CODE.test(value['code'])) return 'code is missing or not kebab case';
  if (!Number.isInteger(value['version']) || Number(value['version']) < 1) return 'version is no positive integer';
  if (typeof value['appliesFrom'] !== 'string' || !DAY.test(value['appliesFrom'])) return 'appliesFrom is no day';
  for (const name of ['labels', 'meaning']) {
    const texts = value[name];
    if (!isObject(texts) || !['nl', 'fr', 'en'].every((language) => typeof texts[language] === 'string' && texts[language] !== ''))
      return `${name} lacks a language`;
  }
  if (typeof value['unit'] !== 'string') return 'unit is missing';
  if (!['care', 'professional', 'structure', 'none'].includes(String(value['subjectKind']))) return 'subjectKind is unknown';
  if (!Array.isArray(value['dimensions'])) return 'dimensions is no list';
  return measureProblem(value['measure']);
}

/**
 * Checks definition files and answers them by code, the latest version of each.
 * @throws BadDefinition for a file that breaks the schema, a code and version that stand twice, or a part that does not exist.
 */
export function loadDefinitions(files: readonly (readonly unknown[])[]): ReadonlyMap<string, IndicatorDefinition> {
  const latest = new Map<string, IndicatorDefinition>();
  const seen = new Set<string>();
  for (const entry of files.flat()) {
    const problem = problemOf(entry);
    const code = isObject(entry) ? String(entry['code']) : '?';
    if (problem) throw new BadDefinition(`indicator ${code}: ${problem}`);
    const definition = entry as IndicatorDefinition;
    const key = `${definition.code}@${definition.version}`;
    if (seen.has(key)) throw new BadDefinition(`indicator ${key} is defined twice`);
    seen.add(key);
    if ((latest.get(definition.code)?.version ?? 0) < definition.version) latest.set(definition.code, definition);
  }
  for (const { code, measure } of latest.values()) {
    if (measure.op !== 'compose') continue;
    for (const part of measure.parts)
      if (!latest.has(part.indicator)) throw new BadDefinition(`indicator ${code}: no part ${part.indicator}`);
  }
  return latest;
}
