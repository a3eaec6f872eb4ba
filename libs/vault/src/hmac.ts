import { hash } from 'node:crypto';

const BLOCK = 64;

/** An HMAC-SHA-256 key with both pads prepared. */
export interface HmacKey {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

/** Prepares a key for `hmac`. */
export function hmacKey(key: Buffer): HmacKey {
  const block = Buffer.alloc(BLOCK);
  (key.length > BLOCK ? hash('sha256', key, 'buffer') : key).copy(block);
  const padded = (pad: number): Buffer => Buffer.from(block.map((byte) => byte ^ pad));
  return { inner: padded(0x36), outer: padded(0x5c) };
}

// One-shot hashes over pad and message are several times faster than `createHmac`, and two of them stand in every command. They answer as text: a Buffer for
// each digest takes longer than the digest.
const scratch = Buffer.allocUnsafeSlow(4096);
const outerScratch = Buffer.allocUnsafeSlow(BLOCK + 32);

/** HMAC-SHA-256 of the text's UTF-8 bytes, 32 bytes. */
export function hmac(key: HmacKey, text: string): Buffer {
  outerOf(key, text);
  return hash('sha256', outerScratch, 'buffer');
}

/** The same as base64url (43 characters). */
export function hmacTag(key: HmacKey, text: string): string {
  outerOf(key, text);
  return hash('sha256', outerScratch, 'base64url');
}

function outerOf(key: HmacKey, text: string): void {
  const room = BLOCK + text.length * 3;
  const message = room <= scratch.length ? scratch : Buffer.allocUnsafe(room);
  key.inner.copy(message);
  const length = BLOCK + message.write(text, BLOCK, 'utf8');
  key.outer.copy(outerScratch);
  outerScratch.write(hash('sha256', message.subarray(0, length), 'binary'), BLOCK, 'latin1');
}
