/// <reference lib="es2024.string" />
import { Sealed } from '@app/decider';
import { sortedByCode } from './sort';

/** A value that may not stand in an event; names the place, never the value. Source: envelope v1, byte rule 1. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
  readonly code = 'envelope.bad-value';

  constructor(
    readonly reason: 'type' | 'number' | 'string' | 'key' | 'depth',
    readonly field?: string,
  ) {
    super(`a value of kind "${reason}" may not stand in an event${field ? ` (field ${field})` : ''}`);
  }
}

const MAX_DEPTH = 64;
const ASCII = /^[\x00-\x7f]*$/;
const quotedKeys = new Map<string, string>();
const MAX_QUOTED_KEYS = 4096;

function quotedKey(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  if (!ASCII.test(key)) throw new BadValue('key');
  const quoted = `${JSON.stringify(key)}:`;
  if (quotedKeys.size < MAX_QUOTED_KEYS) quotedKeys.set(key, quoted);
  return quoted;
}

export function jcsText(value: string): string {
  if (!value.isWellFormed()) throw new BadValue('string');
  return JSON.stringify(value);
}

type Absent = 'refused' | 'omitted';
type Wrapped = 'refused' | 'opened';

function write(value: unknown, depth: number, absent: Absent, wrapped: Wrapped): string {
  switch (typeof value) {
    case 'string':
      return jcsText(value);
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new BadValue('number');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      break;
    default:
      throw new BadValue('type');
  }
  if (value === null) throw new BadValue('type');
  if (depth === 0) throw new BadValue('depth');
  if (Array.isArray(value)) {
    let out = '[';
    for (let at = 0; at < value.length; at += 1) out += (at > 0 ? ',' : '') + write(value[at], depth - 1, absent, wrapped);
    return `${out}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    if (wrapped === 'opened' && value instanceof Sealed) return write(Sealed.open(value), depth - 1, absent, wrapped);
    throw new BadValue('type');
  }
  const members = value as Record<string, unknown>;
  const keys = sortedByCode(Object.keys(members));
  let out = '';
  for (const key of keys) {
    const member = members[key];
    if (member === undefined && absent === 'omitted') continue;
    out += (out === '' ? '' : ',') + quotedKey(key) + write(member, depth - 1, absent, wrapped);
  }
  return `{${out}}`;
}

/**
 * RFC 8785 of what an event may hold: plain objects and arrays, ASCII keys, well-formed strings, safe integers but -0, booleans. A property test
 * proves that it equals the package `canonicalize`; it is one pass with the guard, where that package takes two.
 * @throws BadValue for everything else, null and undefined included
 */
export const jcs = (value: unknown): string => write(value, MAX_DEPTH, 'refused', 'refused');

/** The same for a value in memory, where an undefined member is an absent one. */
export const jcsOfPresent = (value: unknown): string => write(value, MAX_DEPTH, 'omitted', 'refused');

/** The same for a field that will be sealed: wrapped values are opened. Its answer never leaves the codec but as ciphertext. */
export const jcsOfSealed = (value: unknown): string => write(value, MAX_DEPTH, 'omitted', 'opened');

/** `"key":`, ready to be written. */
export const jcsKey = quotedKey;
