import 'reflect-metadata';
import { CommandBody, terms } from '@app/partnership';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, IsString, validateSync } from 'class-validator';
import fc from 'fast-check';
import { Admission } from './admission';
import { type CatalogueEntry, catalogueOf } from './command-catalogue';
import { type FieldProblem, InvalidCommand } from './outcome';
import { type BodySchema, follows } from '../../../test/support/arbitrary-body';

const catalogue = catalogueOf(terms);
const admission = new Admission();
const entries = [...catalogue.values()];
const schemaOf = (entry: CatalogueEntry): BodySchema => admission.schemaOf(entry);
const entryOf = (name: string): CatalogueEntry => catalogue.get(name)!;

const JUNK: readonly unknown[] = [
  '',
  'x',
  'x'.repeat(25_000),
  '2021-02-03',
  -1,
  0,
  7,
  2_000_000_000,
  true,
  [],
  [[]],
  ['x', 'x'],
  [{}],
  {},
  { from: 1 },
  { value: 'x' },
];

/** Every place inside a body, as the path to it. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

type Damage = 'nothing' | 'replace' | 'drop' | 'add';

/** A body with one place replaced by junk, dropped, or given a field that nobody knows. */
function damaged(body: unknown, damage: Damage, at: number, junk: unknown): unknown {
  const copy = structuredClone(body);
  const places = placesOf(copy).filter((path) => path.length > 0);
  if (damage === 'nothing' || (places.length === 0 && damage !== 'add')) return copy;
  const path = places[at % Math.max(places.length, 1)] ?? [];
  const parent = path.slice(0, -1).reduce((node, key) => (node as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  const key = path.at(-1);
  if (damage === 'add') (Array.isArray(parent) ? (copy as Record<string, unknown>) : parent)['nobodyKnows'] = junk;
  else if (damage === 'replace') parent[key!] = structuredClone(junk);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key!];
  return copy;
}

const bodyOf = (entry: CatalogueEntry): fc.Arbitrary<unknown> => {
  const schema = schemaOf(entry);
  return fc
    .tuple(
      follows(schema, schema.$defs ?? {}),
      fc.constantFrom<Damage>('nothing', 'replace', 'replace', 'drop', 'add'),
      fc.nat(200),
      fc.constantFrom(...JUNK),
    )
    .map(([body, damage, at, junk]) => damaged(body, damage, at, junk));
};

const problemsOf = (entry: CatalogueEntry, body: unknown): readonly FieldProblem[] => {
  try {
    admission.admit(entry, body);
    return [];
  } catch (error) {
    if (error instanceof InvalidCommand) return error.problems;
    throw error;
  }
};

const classValidatorAccepts = ({ definition }: CatalogueEntry, body: unknown): boolean =>
  validateSync(plainToInstance(definition.body, body), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true })
    .length === 0;

/** What is refused for every body before its own rules are asked. */
const GENERAL = new Set(['privacy.register-number', 'validation.null', 'validation.well-formed', 'validation.key', 'validation.quantity']);

describe('the schema and the class of a command', () => {
  it.each(entries.map((entry) => [entry.definition.name, entry] as const))('accept the same bodies: %s', (_, entry) => {
    fc.assert(
      fc.property(bodyOf(entry), (body) => {
        const problems = problemsOf(entry, body);
        if (problems.some(({ code }) => GENERAL.has(code))) return;
        expect([problems.length === 0, JSON.stringify(body)]).toEqual([classValidatorAccepts(entry, body), JSON.stringify(body)]);
      }),
      { numRuns: 60, seed: 2021 },
    );
  });

  it('meet both accepted and refused bodies', () => {
    const bodies = fc.sample(bodyOf(entryOf('hold-session')), { numRuns: 200, seed: 2021 });
    const accepted = bodies.filter((body) => problemsOf(entryOf('hold-session'), body).length === 0).length;
    expect(accepted).toBeGreaterThan(30);
    expect(accepted).toBeLessThan(170);
  });

  it('every command has one, closed, with every rule that its schema can say', () => {
    for (const entry of entries) {
      const schema = schemaOf(entry);
      const all = [schema, ...Object.values(schema.$defs ?? {})];
      for (const one of all) expect(one).toMatchObject({ type: 'object', additionalProperties: false });
      const fields = all.flatMap(({ properties = {} }) => Object.values(properties));
      expect(fields.filter(({ format }) => format !== undefined)).toEqual([]);
    }
    expect(entries.length).toBeGreaterThan(100);
  });
});

describe('an explanation', () => {
  const session = {
    kind: 'info-session',
    title: { nl: 'Een sessie', fr: 'Une séance' },
    occurred: { from: '2021-03-18' },
    heads: { value: 30, exactness: 'exact' },
  };
  const holdSession = entryOf('hold-session');

  it.each<[string, object, readonly FieldProblem[]]>([
    ['nothing wrong', session, []],
    ['a wrong value', { ...session, kind: 'party' }, [{ pointer: '/kind', code: 'validation.isIn' }]],
    ['an unknown field', { ...session, colour: 'red' }, [{ pointer: '/colour', code: 'validation.whitelistValidation' }]],
    ['a field inside', { ...session, heads: { value: -1, exactness: 'exact' } }, [{ pointer: '/heads/value', code: 'validation.min' }]],
    ['null', { ...session, remark: null }, [{ pointer: '/remark', code: 'validation.null' }]],
    ['a fraction', { ...session, heads: { value: 1.5, exactness: 'exact' } }, [{ pointer: '/heads/value', code: 'validation.isInt' }]],
    ['a broken text', { ...session, remark: '\ud800' }, [{ pointer: '/remark', code: 'validation.well-formed' }]],
    ['a name beyond ASCII', { ...session, thème: 'x' }, [{ pointer: '', code: 'validation.key' }]],
    ['a register number', { ...session, remark: 'nr 85.07.30-033 28' }, [{ pointer: '/remark', code: 'privacy.register-number' }]],
  ])('of %s', (_, body, expected) => {
    expect(problemsOf(holdSession, JSON.parse(JSON.stringify(body, (__, value: unknown) => value)) as object)).toEqual(expected);
  });

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['nothing', undefined],
  ])('of a body that is %s', (_, body) => {
    expect(problemsOf(holdSession, body)).toEqual([{ pointer: '', code: 'validation.isObject' }]);
  });

  it('of a missing field says that it is missing, and no more', () => {
    expect(problemsOf(entryOf('answer-contact'), { handling: 'direct' })).toEqual([{ pointer: '/contact', code: 'validation.isDefined' }]);
  });

  it('is never "does not follow the schema" for a body that lacks everything', () => {
    const vague = entries.filter((entry) => problemsOf(entry, {}).some(({ code }) => code === 'validation.schema'));
    expect(vague.map(({ definition }) => definition.name)).toEqual([]);
  });
});

it('refuses two body classes of one name', () => {
  const twin = (): void => {
    class OccurredBody extends CommandBody {
      @IsString() other: string;
    }
    expect(OccurredBody.name).toBe('OccurredBody');
  };
  twin();
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<{ name: string }, unknown> };
  try {
    expect(() => new Admission()).toThrow('two body classes are named OccurredBody');
  } finally {
    const last = [...storage.validationMetadatas.keys()].at(-1)!;
    expect(last.name).toBe('OccurredBody');
    storage.validationMetadatas.delete(last);
  }
  expect(() => new Admission()).not.toThrow();
});
