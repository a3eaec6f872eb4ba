import { hash } from 'node:crypto';
import { jcs, jcsOfPresent } from '@app/audit';
import { type HmacKey, hmacTag } from '@app/vault';

const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/** What a repeat is known by: the same principal, command and `Idempotency-Key`. */
export const keyTagOf = (idKey: HmacKey, principal: string, command: string, key: string): string =>
  hmacTag(idKey, jcs([principal, command, key]));

/**
 * What the body said, under a key that dies with the person or the text it is about. Over the JCS of the body as received, absent fields absent, so
 * that a field added to a command later leaves the tags of earlier bodies as they are.
 */
export const bodyTagOf = (key: HmacKey, body: object): string => hmacTag(key, jcsOfPresent(body));

/** Version 8 UUID from the first 16 bytes of a digest: the nth event of this command on this stream. */
export function eventIdOf(streamId: string, keyTag: string, bodyTag: string, n: number): string {
  const bytes = digest(jcs([streamId, keyTag, bodyTag, n])).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The nth new id of a command, 22 characters, the same on every retry. */
export const newIdOf = (keyTag: string, n: number): string =>
  digest(jcs([keyTag, n]))
    .subarray(0, 16)
    .toString('base64url');
