import type { EventDefinition, FieldClass } from '@app/decider';
import { Sealed, SEALED_CLASSES } from '@app/decider';
import { FIELD_NAME } from './field-plan';

const CLASSES: ReadonlySet<string> = new Set<FieldClass>(['core', 'public-text', 'more', 'internal', 'zone', 'quasi', 'personal', 'text']);
const SHOWN: ReadonlySet<FieldClass> = new Set<FieldClass>(['core', 'public-text', 'more', 'zone']);
/** Dimensions that tell a care person apart in a small area: never in the clear. */
const QUASI_NAMES = /^(commune|sector|quarter|ageBand|age|language|theme|referrer|referrerType|gender)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}/;

const leaves = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null && !(value instanceof Sealed) ? Object.values(value).flatMap(leaves) : [value];

/** A code, a name of a code or a short printed value; four words and more are typed text. */
const isTypedText = (value: unknown): boolean => typeof value === 'string' && value.trim().split(/\s+/).length > 4;

/**
 * What is wrong with the field classes of an event type, seen on one sample of its data; empty when nothing is. For the test that goes over every
 * event type of every term (source: core, the stored event).
 */
export function fieldClassProblems(definition: EventDefinition, sample: object): readonly string[] {
  const fields = definition.fields as Readonly<Record<string, FieldClass | undefined>>;
  const subject = typeof definition.subject === 'function' ? definition.subject(sample) : definition.subject;
  const problems: string[] = [];
  for (const [name, fieldClass] of Object.entries(fields)) {
    if (!FIELD_NAME.test(name)) problems.push(`${name}: not a plain ASCII name`);
    if (fieldClass === undefined || !CLASSES.has(fieldClass)) problems.push(`${name}: no known class`);
    if (fieldClass === 'more' && name === 'territory') problems.push(`${name}: the envelope keeps this name in "more" for itself`);
    if (subject === 'care' && fieldClass && SHOWN.has(fieldClass) && QUASI_NAMES.test(name))
      problems.push(`${name}: tells a care person apart, in the clear`);
  }
  for (const [name, value] of Object.entries(sample)) {
    const fieldClass = fields[name];
    if (fieldClass === undefined) {
      problems.push(`${name}: in the data without a class`);
      continue;
    }
    if (SEALED_CLASSES.includes(fieldClass)) continue;
    const values = leaves(value);
    if (values.some((leaf) => leaf instanceof Sealed)) problems.push(`${name}: wrapped, but of a class in the clear`);
    if (fieldClass !== 'public-text' && values.some(isTypedText)) problems.push(`${name}: typed text in the clear`);
    if (subject === 'care' && SHOWN.has(fieldClass) && values.some((leaf) => typeof leaf === 'string' && DAY.test(leaf))) {
      problems.push(`${name}: the day of a care event, in the clear`);
    }
  }
  return problems;
}
