import { hash } from 'node:crypto';

/** SHA-256, hexadecimal: what an edition knows its bytes by. */
export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** The bytes under a digest are not those that were put there: someone or something changed them since. */
export class BytesBroken extends Error {
  override readonly name = 'BytesBroken';

  constructor(readonly sha256: string) {
    super(`the bytes of ${sha256} are no longer what they were`);
  }
}

/**
 * Bytes that were sent, each known by its digest and written once. What nothing refers to is harmless: an edition is there when its event is, and its
 * bytes are put before.
 */
export interface EditionBytes {
  /** Durable when it returns. Answers the SHA-256; the same bytes again change nothing. */
  put(bytes: Uint8Array): string;
  /** Undefined when they were never put. @throws BytesBroken */
  get(sha256: string): Buffer | undefined;
  close(): void;
}
