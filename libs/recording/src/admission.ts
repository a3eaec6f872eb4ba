/// <reference path="./class-transformer-storage.d.ts" />
import 'reflect-metadata';
import { EXACTNESS, type Exactness, type Quantity, quantityProblems } from '@app/decider';
import type { CommandBody } from '@app/partnership';
import { findRegisterNumber } from '@app/vault';
import Ajv, { type ValidateFunction } from 'ajv';
import { plainToInstance } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import type { CatalogueEntry } from './command-catalogue';
import { type FieldProblem, InvalidCommand } from './outcome';

/** What is admitted: the class that a body must follow, under a name of its own. */
export interface Admissible {
  readonly definition: Pick<CatalogueEntry['definition'], 'name' | 'body'>;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

const DEFINITIONS = 'kroniek:bodies';
const REF = `${DEFINITIONS}#/$defs/`;

type Schemas = Record<string, JsonSchema>;

/** Class names are the names of schemas: two classes of one name would silently share one. */
function refuseTwins(): void {
  const seen = new Map<string, unknown>();
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, unknown> };
  for (const target of storage.validationMetadatas.keys()) {
    const name = (target as { name: string }).name;
    if (seen.has(name) && seen.get(name) !== target) throw new Error(`two body classes are named ${name}`);
    seen.set(name, target);
  }
}

function bodySchemas(): Schemas {
  refuseTwins();
  const schemas = validationMetadatasToSchemas({ classTransformerMetadataStorage: defaultMetadataStorage, refPointerPrefix: REF });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { ...schema, additionalProperties: false }]));
}

const refsOf = (schema: unknown): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"[^"]*\/([A-Za-z0-9_]+)"/g)].map((match) => match[1]!);

function reachable(schemas: Schemas, name: string, found = new Set<string>()): Set<string> {
  for (const ref of refsOf(schemas[name])) {
    if (found.has(ref)) continue;
    found.add(ref);
    reachable(schemas, ref, found);
  }
  return found;
}

/** The schema of one body, complete in itself. */
function standalone(schemas: Schemas, name: string): JsonSchema {
  const local = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema).replaceAll(REF, '#/$defs/')) as unknown;
  const $defs = Object.fromEntries([...reachable(schemas, name)].sort().map((ref) => [ref, local(schemas[ref])]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...(local(schemas[name]) as object),
    ...(Object.keys($defs).length ? { $defs } : {}),
  };
}

/**
 * Lets bodies in. The class-validator classes are the one declaration of the rules; each is compiled once, and class-validator itself runs only to
 * explain a refusal (a property test proves that both accept the same bodies).
 */
export class Admission {
  readonly #schemas = bodySchemas();
  readonly #ajv = new Ajv({ allErrors: false, strict: false, validateFormats: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor() {
    this.#ajv.addSchema({ $id: DEFINITIONS, $defs: this.#schemas });
  }

  schemaOf(entry: Admissible): JsonSchema {
    return standalone(this.#schemas, entry.definition.body.name);
  }

  /**
   * The body, checked.
   * @throws InvalidCommand with every field that is wrong.
   */
  admit(entry: Admissible, raw: unknown): CommandBody {
    const unfit = inspect(raw);
    if (unfit.length > 0) throw new InvalidCommand(unfit);
    if (!this.#validatorOf(entry)(raw)) throw new InvalidCommand(explain(entry, raw));
    return raw as CommandBody;
  }

  /** Compiled when its command first comes: some milliseconds each, of hundreds of commands, would hold up every start. */
  #validatorOf({ definition: { name, body } }: Admissible): ValidateFunction {
    const known = this.#validators.get(name);
    if (known) return known;
    const compiled = this.#ajv.compile({ $ref: `${REF}${body.name}` });
    this.#validators.set(name, compiled);
    return compiled;
  }
}

/** The id of an event may look like a register number by chance; it is never one. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isQuantity = (value: object): value is Quantity => 'exactness' in value && EXACTNESS.includes(value.exactness as Exactness);

/**
 * What no field may hold, whatever its rules: null, numbers that are not whole and safe, broken text, keys beyond ASCII, register numbers, and values
 * that lack the members which their exactness asks for.
 */
function inspect(raw: unknown): readonly FieldProblem[] {
  if (!isObject(raw)) return [{ pointer: '', code: 'validation.isObject' }];
  const problems: FieldProblem[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (value === null) problems.push({ pointer, code: 'validation.null' });
    else if (typeof value === 'number') {
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) problems.push({ pointer, code: 'validation.isInt' });
    } else if (typeof value === 'string') {
      if (!value.isWellFormed()) problems.push({ pointer, code: 'validation.well-formed' });
      else if (!UUID.test(value) && findRegisterNumber(value)) problems.push({ pointer, code: 'privacy.register-number' });
    } else if (Array.isArray(value)) value.forEach((item, n) => walk(item, `${pointer}/${n}`));
    else if (isObject(value)) {
      if (isQuantity(value))
        problems.push(...quantityProblems(value).map((field) => ({ pointer: `${pointer}/${field}`, code: 'validation.quantity' })));
      for (const key in value) {
        if (!/^[\x20-\x7e]+$/.test(key)) problems.push({ pointer, code: 'validation.key' });
        else walk(value[key], `${pointer}/${key}`);
      }
    }
  };
  walk(raw, '');
  return problems;
}

function explain({ definition }: Admissible, raw: unknown): readonly FieldProblem[] {
  const instance = plainToInstance(definition.body, raw as object);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const problems = errors.flatMap((error) => problemsOf(error, ''));
  return problems.length > 0 ? problems : [{ pointer: '', code: 'validation.schema' }];
}

function problemsOf(error: ValidationError, parent: string): readonly FieldProblem[] {
  const pointer = `${parent}/${error.property}`;
  const constraints = Object.keys(error.constraints ?? {});
  // A field that is not there breaks every rule of its own at once: the one that helps is that it is missing.
  const broken = error.value === undefined && constraints.length > 0 ? ['isDefined'] : constraints;
  const own = broken.map((constraint) => ({ pointer, code: `validation.${constraint}` }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, pointer))];
}
