import { BadValue, jcsText } from './jcs';
import { sortedByCode } from './sort';

/**
 * RFC 8785 of any JSON value: the same value has the same bytes, and so the same digest. Wider than `jcs`, which writes what an event may hold: a view
 * holds null and shares with a decimal. An undefined member is an absent one.
 * @throws BadValue for what is no JSON: not a number, broken text, a list with a hole, a value that is neither plain object nor list
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return jcsText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new BadValue('number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || ![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null))
    throw new BadValue('type');
  const members = value as Readonly<Record<string, unknown>>;
  const present = sortedByCode(Object.keys(members).filter((key) => members[key] !== undefined));
  return `{${present.map((key) => `${jcsText(key)}:${canonicalJson(members[key])}`).join(',')}}`;
}
