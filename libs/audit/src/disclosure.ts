import type { RandomSource } from '@app/decider';
import { hash } from 'node:crypto';

/** One statement of an event with its salt; `text` is the JCS of `[salt, name, value]` and `digest` its commitment (byte rule 2, the RFC 9901 form). */
export interface Disclosure {
  readonly text: string;
  readonly digest: string;
}

/** base64url of the text's bytes: what is hashed, and what an export hands over. */
export const encodedOf = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

export const digestOf = (text: string): string => hash('sha256', encodedOf(text), 'base64url');

/** `value` is JCS already; `name` needs no escaping. The salt is 16 random bytes. */
export function disclose(name: string, value: string, random: RandomSource): Disclosure {
  const text = `["${random.bytes(16).toString('base64url')}","${name}",${value}]`;
  return { text, digest: digestOf(text) };
}

export type Triple = readonly [salt: string, name: string, value: unknown];

export const isTriple = (value: unknown): value is Triple =>
  Array.isArray(value) && value.length === 3 && typeof value[0] === 'string' && typeof value[1] === 'string' && value[2] !== null;
