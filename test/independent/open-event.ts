import { createDecipheriv, createHash } from 'node:crypto';

// A second, plain reading of the byte rules: it imports nothing of ours, so that a mistake in the codec cannot excuse itself here.

/** A stored event with what is needed to open it; the shape that `open_event.py` reads too. */
export interface IndependentCase {
  readonly eventId: string;
  readonly stored: string;
  readonly leafHash: string;
  readonly leaf?: string;
  readonly slots: readonly { readonly kid: string; readonly key: string; readonly plaintext?: string }[];
}

type Plain = boolean | number | string | Plain[] | { [key: string]: Plain };

interface Envelope {
  readonly v: number;
  readonly open: [string, string, Plain][];
  readonly sealed: { kid: string; n: number; iv: string; ct: string }[];
  readonly commitments: string[];
}

function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

const digestOf = (triple: Plain): string =>
  createHash('sha256')
    .update(Buffer.from(canonical(triple), 'utf8').toString('base64url'), 'ascii')
    .digest('base64url');

function strictBase64url(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('not base64url without padding');
  return bytes;
}

function openPart(eventId: string, part: Envelope['sealed'][number], key: Buffer): string {
  const bytes = strictBase64url(part.ct);
  const decipher = createDecipheriv('aes-256-gcm', key, strictBase64url(part.iv), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(['kroniek/sealed/v1', eventId, part.kid].join('|'), 'ascii'));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(0, -16)).toString('utf8') + decipher.final('utf8');
}

/**
 * Opens the event, recomputes every digest and the leaf hash, and answers the number of disclosures.
 * @throws Error for anything that is not as the byte rules say
 */
export function checkEvent({ eventId, stored, leaf, leafHash, slots }: IndependentCase): number {
  const envelope = JSON.parse(stored) as Envelope;
  if (canonical(envelope as unknown as Plain) !== stored) throw new Error('the stored text is not canonical');
  if (Object.keys(envelope).sort().join() !== 'commitments,open,sealed,v' || envelope.v !== 1)
    throw new Error('not an envelope of version 1');
  const { commitments, open, sealed } = envelope;
  if (![8, 16, 32, 64].includes(commitments.length)) throw new Error('the number of commitments tells how many are real');
  if ([...new Set(commitments)].sort().join() !== commitments.join()) throw new Error('the commitments are not sorted and distinct');
  const triples = [...open];
  for (const part of sealed) {
    const slot = slots.find(({ kid }) => kid === part.kid);
    if (!slot) throw new Error('no key for a sealed part');
    const plaintext = openPart(eventId, part, Buffer.from(slot.key, 'base64url'));
    if (slot.plaintext !== undefined && slot.plaintext !== plaintext) throw new Error('a sealed part opens to another text');
    const opened = JSON.parse(plaintext) as Envelope['open'];
    if (opened.length !== part.n) throw new Error('a sealed part holds another number of disclosures');
    triples.push(...opened);
  }
  for (const triple of triples) {
    if (strictBase64url(triple[0]).length !== 16) throw new Error('a salt is not 16 bytes');
    if (!commitments.includes(digestOf(triple))) throw new Error('a disclosure was never committed to');
  }
  const ownLeaf = canonical({
    data: { _sd: commitments, _sd_alg: 'sha-256' },
    id: eventId,
    source: '/kroniek/log',
    specversion: '1.0',
    type: 'kroniek.entry.v1',
  });
  if (leaf !== undefined && leaf !== ownLeaf) throw new Error('the leaf differs');
  if (createHash('sha256').update(`\0${ownLeaf}`, 'utf8').digest('base64url') !== leafHash) throw new Error('the leaf hash differs');
  return triples.length;
}
