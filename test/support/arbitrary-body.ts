import fc from 'fast-check';

export interface BodySchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, BodySchema>>;
}

/** Whether a field of a body is a stream of this term; the name of another may begin alike, which a lookahead keeps out. */
export const isStreamOf = (term: string, { pattern = '' }: BodySchema): boolean =>
  [`^${term}-[`, `^${term}-(?!`].some((beginning) => pattern.startsWith(beginning));

/** fast-check cannot generate for a lookahead: it generates without it, and what it forbids is dropped. */
const matches = (pattern: string): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(pattern.replace(/\(\?![^)]*\)/g, ''))).filter((text) => new RegExp(pattern).test(text));

/** Sound quantities: one that is not sound is refused before the schema is asked. */
const quantity = fc.oneof(
  fc.record({ value: fc.nat(1_000), exactness: fc.constantFrom('exact', 'approximate', 'by-reading') }, { noNullPrototype: true }),
  fc.record({ lo: fc.nat(1_000), exactness: fc.constant('lower-bound') }, { noNullPrototype: true }),
  fc.record({ lo: fc.nat(10), hi: fc.integer({ min: 10, max: 1_000 }), exactness: fc.constant('range') }, { noNullPrototype: true }),
);

/** Bodies that follow a schema: the required fields, and any of the others. */
export function follows(schema: BodySchema, defs: Readonly<Record<string, BodySchema>>): fc.Arbitrary<unknown> {
  if (schema.$ref) return follows(defs[schema.$ref.split('/').at(-1)!]!, defs);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 10_000 });
  if (schema.type === 'array') {
    const lengths = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, (schema.minItems ?? 0) + 3) };
    const items = follows(schema.items!, defs);
    return schema.uniqueItems
      ? fc.uniqueArray(items, { ...lengths, maxLength: Math.min(lengths.maxLength, schema.items?.enum?.length ?? 4) })
      : fc.array(items, lengths);
  }
  if (schema.type === 'string') {
    if (schema.pattern) return matches(schema.pattern).filter((text) => text.length <= (schema.maxLength ?? Infinity));
    return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 40, 40) });
  }
  if (schema.properties?.['exactness']) return quantity;
  const required = new Set(schema.required);
  const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, property]) => [name, follows(property, defs)]));
  return fc.record(fields, { requiredKeys: [...required], noNullPrototype: true });
}
