import { pagePolicy } from '@app/indicators';
import type { FastifyReply } from 'fastify';
import type { SentFile } from './editions';

/** The bytes, with their digest as `ETag`: whoever kept them may compare. A page comes with the policy that its own style needs. */
export function sendFile(reply: FastifyReply, { mediaType, language, sha256, bytes }: SentFile): Buffer {
  void reply.type(mediaType.startsWith('text/') || mediaType.endsWith('json') ? `${mediaType}; charset=utf-8` : mediaType);
  void reply.header('etag', `"${sha256}"`);
  if (language !== undefined) void reply.header('content-language', language);
  if (mediaType === 'text/html') void reply.header('content-security-policy', pagePolicy(bytes.toString()));
  return bytes;
}
