import type { EventDefinition } from './event';
import { Sealed } from './sealed';

/** Plain, without absent fields: what a command's body holds may be instances of its classes, what an event holds may not. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Sealed) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

/** The event's data out of a command that has at least its fields: only the declared fields, plain, absent ones left out. */
export function dataOf<Data extends object>(definition: EventDefinition<string, Data>, command: Data): Data {
  const fields = Object.keys(definition.fields) as (keyof Data)[];
  return Object.fromEntries(fields.filter((field) => command[field] !== undefined).map((field) => [field, plain(command[field])])) as Data;
}

/** Whether two values say the same: the order of keys and absent keys do not count. Sealed values are never the same. */
export function sameData(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Sealed || right instanceof Sealed || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameData((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}

/** The same data without the fields that say nothing. */
export const stated = <Data extends object>(data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
