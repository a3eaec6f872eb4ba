import { wellFormedCommitments } from './commitments';
import { digestOf, isTriple } from './disclosure';
import { isEnvelope, isSealedPart } from './envelope';
import { jcs } from './jcs';

export type EnvelopeProblem =
  | 'not-json'
  | 'not-an-envelope'
  | 'not-canonical'
  | 'commitments-malformed'
  | 'sealed-part-malformed'
  | 'disclosure-malformed'
  | 'disclosure-missing'
  | 'disclosure-not-committed'
  | 'fewer-commitments-than-parts';

/** Recomputes every digest in the clear and checks the commitments; empty when the bytes are an intact envelope. Needs no key. */
export function verifyEvent(bytes: Buffer): readonly EnvelopeProblem[] {
  const text = bytes.toString('utf8');
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch {
    return ['not-json'];
  }
  if (!isEnvelope(envelope)) return ['not-an-envelope'];
  const problems = new Set<EnvelopeProblem>();
  if (!isCanonical(envelope, bytes)) problems.add('not-canonical');
  const { commitments, open, sealed } = envelope;
  if (!wellFormedCommitments(commitments)) return [...problems, 'commitments-malformed'];
  const committed = new Set(commitments);
  let parts = 0;
  for (const part of sealed) {
    if (isSealedPart(part) && part.n > 0) parts += part.n;
    else problems.add('sealed-part-malformed');
  }
  const names = open.map((triple) => (isTriple(triple) ? triple[1] : undefined));
  if (!['core', 'i'].every((name) => names.filter((candidate) => candidate === name).length === 1)) problems.add('disclosure-missing');
  for (const triple of open) {
    parts += 1;
    if (!isTriple(triple)) problems.add('disclosure-malformed');
    else if (!committed.delete(digestOf(jcs(triple)))) problems.add('disclosure-not-committed');
  }
  if (parts > commitments.length) problems.add('fewer-commitments-than-parts');
  return [...problems];
}

function isCanonical(envelope: unknown, bytes: Buffer): boolean {
  try {
    return Buffer.from(jcs(envelope), 'utf8').equals(bytes);
  } catch {
    return false;
  }
}
