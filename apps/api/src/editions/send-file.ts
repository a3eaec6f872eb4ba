import type { FastifyReply } from 'fastify';
import type { SentFile } from './editions';

/** The bytes, with their digest as `ETag`: whoever kept them may compare. */
export function sendFile(reply: FastifyReply, { mediaType, sha256, bytes }: SentFile): Buffer {
  void reply.type(mediaType.startsWith('text/') || mediaType.endsWith('json') ? `${mediaType}; charset=utf-8` : mediaType);
  void reply.header('etag', `"${sha256}"`);
  return bytes;
}
