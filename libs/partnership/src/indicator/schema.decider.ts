import { COUNT_KINDS, type CountKind, type SubjectKind } from '@app/decider';
import { CONDITION_OPS, DISTINCT_KEYS, type Measure, SUBJECT_KINDS, TERRITORY_ROLES } from './definition.events';

/** What is wrong with a definition, whoever wrote it: a command or a file of the product's own set. */
export interface DefinitionProblem {
  /** `not-in-the-schema` is what a body class refuses by itself; the others are left to the decision. */
  readonly code:
    | 'not-in-the-schema'
    | 'measure-does-not-fit'
    | 'condition-without-values'
    | 'stage-twice'
    | 'scale-does-not-fit'
    | 'part-of-itself'
    | 'same-as-itself';
  /** JSON pointer of the member that is wrong or missing. */
  readonly field: string;
}

type Loose = Readonly<Record<string, unknown>>;
type Found = DefinitionProblem | undefined;
type Op = Measure['op'];

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DOCUMENT = /^[A-Z0-9-]{2,16}$/;

/** The members of a measure beside `op`: what each kind needs, and what it may have with which values. */
const MEMBERS: Readonly<Record<Op, { readonly needs: readonly string[]; readonly takes?: Readonly<Record<string, readonly string[]>> }>> = {
  sum: { needs: ['of'], takes: { anchor: ['start', 'end'] } },
  distinct: { needs: ['of'] },
  stock: { needs: ['of'] },
  lastObserved: { needs: ['of'] },
  mean: { needs: ['of'] },
  ratio: { needs: ['num', 'den'], takes: { anchor: ['cohort', 'flow'] } },
  delay: { needs: ['num', 'den'], takes: { stat: ['median', 'p90'] } },
  milestone: { needs: ['of', 'stages'] },
  scale: { needs: ['of', 'scale'] },
  compose: { needs: ['parts'] },
  reported: { needs: ['countKind'] },
};
export const MEASURE_OPS = Object.keys(MEMBERS) as readonly Op[];

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOneOf = (value: unknown, words: readonly string[]): boolean => typeof value === 'string' && words.includes(value);
const isPlace = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1;
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const areTexts = (value: unknown): boolean => isObject(value) && ['nl', 'fr', 'en'].every((language) => isText(value[language]));

const unlike = (field: string): DefinitionProblem => ({ code: 'not-in-the-schema', field });
const wrong = (code: DefinitionProblem['code'], field: string): DefinitionProblem => ({ code, field });
const firstOf = <T>(all: readonly T[], find: (one: T, at: number) => Found): Found => {
  for (const [at, one] of all.entries()) {
    const problem = find(one, at);
    if (problem) return problem;
  }
  return undefined;
};

function conditionProblem(condition: unknown, field: string): Found {
  if (!isObject(condition) || !isText(condition['dim'])) return unlike(`${field}/dim`);
  if (!isOneOf(condition['op'], CONDITION_OPS)) return unlike(`${field}/op`);
  if (condition['op'] === 'exists')
    return condition['value'] === undefined ? undefined : wrong('condition-without-values', `${field}/value`);
  return isList(condition['value']) && condition['value'].every(isPlain) ? undefined : wrong('condition-without-values', `${field}/value`);
}

function selectionProblem(selection: unknown, field: string): Found {
  if (!isObject(selection)) return unlike(field);
  if (!isList(selection['factType']) || !selection['factType'].every(isText)) return unlike(`${field}/factType`);
  if (!COUNT_KINDS.includes(selection['countKind'] as CountKind)) return unlike(`${field}/countKind`);
  if (selection['key'] !== undefined && !isOneOf(selection['key'], DISTINCT_KEYS)) return unlike(`${field}/key`);
  const where = selection['where'];
  if (where === undefined) return undefined;
  if (!isObject(where) || !Array.isArray(where['all'])) return unlike(`${field}/where/all`);
  return firstOf(where['all'], (condition, at) => conditionProblem(condition, `${field}/where/all/${at}`));
}

function stagesProblem(stages: unknown): Found {
  if (!isList(stages) || !stages.every(isText)) return unlike('/measure/stages');
  return firstOf(stages, (stage, at) => (stages.indexOf(stage) < at ? wrong('stage-twice', `/measure/stages/${at}`) : undefined));
}

function scaleProblem(scale: unknown): Found {
  if (!isObject(scale)) return unlike('/measure/scale');
  const { lo, hi, anchors } = scale;
  if (!Number.isInteger(lo) || !Number.isInteger(hi) || !Array.isArray(anchors)) return unlike('/measure/scale');
  if (Number(lo) >= Number(hi)) return wrong('scale-does-not-fit', '/measure/scale/hi');
  return firstOf(anchors as readonly unknown[], (anchor, at) => {
    const field = `/measure/scale/anchors/${at}`;
    if (!isObject(anchor) || !Number.isInteger(anchor['value']) || !areTexts(anchor['label'])) return unlike(field);
    const inside = Number(anchor['value']) >= Number(lo) && Number(anchor['value']) <= Number(hi);
    return inside ? undefined : wrong('scale-does-not-fit', `${field}/value`);
  });
}

function partsProblem(parts: unknown, code: unknown): Found {
  if (!isList(parts)) return unlike('/measure/parts');
  return firstOf(parts, (part, at) => {
    const field = `/measure/parts/${at}`;
    if (!isObject(part) || !isText(part['indicator']) || ![1, -1].includes(part['sign'] as number)) return unlike(field);
    return part['indicator'] === code ? wrong('part-of-itself', `${field}/indicator`) : undefined;
  });
}

function memberProblem(name: string, member: unknown, code: unknown): Found {
  switch (name) {
    case 'stages':
      return stagesProblem(member);
    case 'scale':
      return scaleProblem(member);
    case 'parts':
      return partsProblem(member, code);
    case 'countKind':
      return COUNT_KINDS.includes(member as CountKind) ? undefined : unlike('/measure/countKind');
    default:
      return selectionProblem(member, `/measure/${name}`);
  }
}

function measureProblem(measure: unknown, code: unknown): Found {
  if (!isObject(measure) || !isOneOf(measure['op'], MEASURE_OPS)) return unlike('/measure/op');
  const { needs, takes = {} } = MEMBERS[measure['op'] as Op];
  const unfit = (name: string): DefinitionProblem => wrong('measure-does-not-fit', `/measure/${name}`);
  const missing = needs.find((name) => measure[name] === undefined);
  if (missing !== undefined) return unfit(missing);
  const others = Object.keys(measure).filter((name) => name !== 'op' && measure[name] !== undefined && !needs.includes(name));
  return (
    firstOf(others, (name) => (isOneOf(measure[name], takes[name] ?? []) ? undefined : unfit(name))) ??
    firstOf(needs, (name) => memberProblem(name, measure[name], code))
  );
}

function bulletProblem(source: unknown, scope: unknown): Found {
  if (source !== undefined) {
    if (!isObject(source) || !isText(source['ref']) || !DOCUMENT.test(source['ref'])) return unlike('/source/ref');
    if (!isPlace(source['line'])) return unlike('/source/line');
    if (!isPlace(source['block'])) return unlike('/source/block');
    if (!isText(source['objective'])) return unlike('/source/objective');
    if (source['number'] !== undefined && !isOneOf(source['number'], ['first', 'within'])) return unlike('/source/number');
  }
  if (scope === undefined || (isObject(scope) && isText(scope['plan']) && isPlace(scope['action']))) return undefined;
  return unlike('/scope');
}

/** The first thing that is wrong with what one version of an indicator says; undefined when it holds to the schema (design: figures 6). */
export function definitionProblem(value: unknown): DefinitionProblem | undefined {
  if (!isObject(value)) return unlike('');
  const { code, appliesFrom, subjectKind, territoryRole, dimensions } = value;
  if (!isText(code) || !CODE.test(code)) return unlike('/code');
  if (!isText(appliesFrom) || !DAY.test(appliesFrom)) return unlike('/appliesFrom');
  for (const name of ['labels', 'meaning']) if (!areTexts(value[name])) return unlike(`/${name}`);
  if (!isText(value['unit'])) return unlike('/unit');
  if (!SUBJECT_KINDS.includes(subjectKind as SubjectKind)) return unlike('/subjectKind');
  if (territoryRole !== undefined && !isOneOf(territoryRole, TERRITORY_ROLES)) return unlike('/territoryRole');
  if (!Array.isArray(dimensions) || !dimensions.every((dimension) => isObject(dimension) && isText(dimension['name'])))
    return unlike('/dimensions');
  if (value['sameAs'] === code) return wrong('same-as-itself', '/sameAs');
  return bulletProblem(value['source'], value['scope']) ?? measureProblem(value['measure'], code);
}
