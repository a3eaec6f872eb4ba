import { createHash } from 'node:crypto';
import { jcsText } from './jcs';

/**
 * The text whose hash stands in the audit log: commitments alone, so that an erasure leaves it as it is (byte rule 5). Never stored with the event.
 */
export const leafText = (eventId: string, commitments: readonly string[]): string =>
  `{"data":{"_sd":[${commitments.map(jcsText).join(',')}],"_sd_alg":"sha-256"},"id":${jcsText(eventId)},"source":"/kroniek/log","specversion":"1.0","type":"kroniek.entry.v1"}`;

const LEAF_PREFIX = Buffer.of(0);

/** SHA-256 of a zero byte and the leaf (RFC 6962), base64url. */
export const leafHash = (leaf: string): string => createHash('sha256').update(LEAF_PREFIX).update(leaf, 'utf8').digest('base64url');
