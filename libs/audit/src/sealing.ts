import type { RandomSource, SealedPart } from '@app/decider';
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { digestOf, type Disclosure, isTriple, type Triple } from './disclosure';
import { jcs } from './jcs';

const TAG_BYTES = 16;

/** A sealed part that does not open as it was stored: wrong key, changed bytes, or triples that the event never committed to. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code = 'envelope.seal-broken';

  constructor(
    readonly eventId: string,
    readonly kid: string,
    readonly reason: 'ciphertext' | 'content' | 'count' | 'commitment',
  ) {
    super(`sealed part ${kid} of event ${eventId} is broken (${reason})`);
  }
}

const associated = (eventId: string, kid: string): Buffer => Buffer.from(`kroniek/sealed/v1|${eventId}|${kid}`, 'ascii');

/** Seals the disclosures of one slot into one blob (byte rule 4). `key` is the slot's own, 32 bytes. */
export function seal(eventId: string, kid: string, key: Buffer, disclosures: readonly Disclosure[], random: RandomSource): SealedPart {
  const iv = random.bytes(12);
  // A key object first: a cipher that gets the bare key takes several times as long.
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(eventId, kid));
  const body = cipher.update(`[${disclosures.map((disclosure) => disclosure.text).join(',')}]`, 'utf8');
  cipher.final();
  return {
    kid,
    n: disclosures.length,
    iv: iv.toString('base64url'),
    ct: Buffer.concat([body, cipher.getAuthTag()]).toString('base64url'),
  };
}

export interface OpenedTriple {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Opens one blob and checks each of its digests against the event's commitments.
 * @throws SealBroken
 */
export function open(eventId: string, part: SealedPart, key: Buffer, commitments: readonly string[]): readonly OpenedTriple[] {
  const broken = (reason: SealBroken['reason']): SealBroken => new SealBroken(eventId, part.kid, reason);
  let plaintext: string;
  try {
    const stored = Buffer.from(part.ct, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), Buffer.from(part.iv, 'base64url'), { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(eventId, part.kid));
    decipher.setAuthTag(stored.subarray(stored.length - TAG_BYTES));
    plaintext = Buffer.concat([decipher.update(stored.subarray(0, stored.length - TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw broken('ciphertext');
  }
  let opened: readonly { readonly triple: Triple; readonly digest: string }[];
  try {
    const triples = JSON.parse(plaintext) as readonly unknown[];
    opened = triples.filter(isTriple).map((triple) => ({ triple, digest: digestOf(jcs(triple)) }));
  } catch {
    // The parser's own message quotes the text.
    throw broken('content');
  }
  if (opened.length !== part.n) throw broken('count');
  return opened.map(({ triple, digest }) => {
    if (!commitments.includes(digest)) throw broken('commitment');
    return { name: triple[1], value: triple[2] };
  });
}
