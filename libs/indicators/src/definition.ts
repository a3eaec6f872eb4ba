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
 * `ratio` answers hundredths of a percent of `num` over `den`; `delay` the days from a `den` fact to the `num` fact of the same group. `reported` reads no
 * facts: what no event can state (how clear, how lasting, how much liked) is answered by claims alone, and is "not recorded" until there is one.
 */
export type Measure =
  | { readonly op: 'sum'; readonly of: Selection; readonly anchor?: Anchor }
  | { readonly op: 'distinct' | 'stock' | 'lastObserved' | 'mean'; readonly of: Selection }
  | { readonly op: 'ratio'; readonly num: Selection; readonly den: Selection; readonly anchor?: 'cohort' | 'flow' }
  | { readonly op: 'delay'; readonly num: Selection; readonly den: Selection; readonly stat?: 'median' | 'p90' }
  | { readonly op: 'compose'; readonly parts: readonly { readonly indicator: string; readonly sign: 1 | -1 }[] }
  | { readonly op: 'reported'; readonly countKind: CountKind };

/** The line of a plan that asks for the figure: one bullet of an evaluation. */
export interface EvaluationBullet {
  /** Code of the document, for example `S002`. */
  readonly ref: string;
  readonly line: number;
  /** The evaluation that it stands in, counted from 1 in the order of the document. */
  readonly block: number;
  /** Code of the objective that is evaluated. */
  readonly objective: string;
  /** The bullet has the word for number: as its first word, or further on. Without it, it asks how well, or whether. */
  readonly number?: 'first' | 'within';
}

/** What a figure is about when the question names no plan: the facts that serve this action, and the claims that name it. */
export interface DefaultScope {
  readonly plan: string;
  readonly action: number;
}

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
  readonly source?: EvaluationBullet;
  readonly scope?: DefaultScope;
  /** Code of an indicator that asks the same, perhaps of others: a proposal to merge the two. Until people decide, each is answered by itself. */
  readonly sameAs?: string;
}

/** A definition file that does not hold to the schema; found when the process starts, never later. */
export class BadDefinition extends Error {
  override readonly name = 'BadDefinition';
}

const OPS = ['sum', 'distinct', 'stock', 'lastObserved', 'mean', 'ratio', 'delay', 'compose', 'reported'];
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DOCUMENT = /^[A-Z0-9-]{2,16}$/;

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
  if (measure['op'] === 'reported')
    return COUNT_KINDS.includes(measure['countKind'] as CountKind) ? undefined : 'reported has no known countKind';
  for (const name of measure['op'] === 'ratio' || measure['op'] === 'delay' ? ['num', 'den'] : ['of']) {
    const problem = selectionProblem(measure[name]);
    if (problem) return `${name} ${problem}`;
  }
  return undefined;
}

const isPlace = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1;

function bulletProblem(source: unknown, scope: unknown): string | undefined {
  if (source !== undefined) {
    if (!isObject(source) || typeof source['ref'] !== 'string' || !DOCUMENT.test(source['ref'])) return 'source names no document';
    if (!isPlace(source['line']) || !isPlace(source['block'])) return 'source has no line or no block';
    if (typeof source['objective'] !== 'string') return 'source names no objective';
    if (source['number'] !== undefined && !['first', 'within'].includes(String(source['number']))) return 'source has an unknown number';
  }
  if (scope === undefined || (isObject(scope) && typeof scope['plan'] === 'string' && isPlace(scope['action']))) return undefined;
  return 'scope names no action of a plan';
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
  return bulletProblem(value['source'], value['scope']) ?? measureProblem(value['measure']);
}

function partsProblem({ measure }: IndicatorDefinition, all: ReadonlyMap<string, IndicatorDefinition>): string | undefined {
  for (const { indicator } of measure.op === 'compose' ? measure.parts : []) {
    const part = all.get(indicator);
    if (!part) return `no part ${indicator}`;
    // Parts are asked about what the whole is asked about: a scope of their own would be passed over.
    if (part.scope) return `part ${indicator} has a scope of its own`;
  }
  return undefined;
}

function sameAsProblem({ code, sameAs }: IndicatorDefinition, all: ReadonlyMap<string, IndicatorDefinition>): string | undefined {
  if (sameAs === undefined) return undefined;
  if (sameAs === code || !all.has(sameAs)) return `the same as ${sameAs}, which is no other indicator`;
  return all.get(sameAs)?.sameAs === undefined ? undefined : `the same as ${sameAs}, which names another in turn`;
}

/**
 * Checks definition files and answers them by code, the latest version of each.
 * @throws BadDefinition for a file that breaks the schema, a code and version that stand twice, or a part or a proposed merger that does not fit.
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
  for (const definition of latest.values()) {
    const problem = partsProblem(definition, latest) ?? sameAsProblem(definition, latest);
    if (problem) throw new BadDefinition(`indicator ${definition.code}: ${problem}`);
  }
  return latest;
}
