import { setImmediate } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';

export const BODY_BYTES = 1 << 20;
const DEPTH = 32;

/** Whether a JSON text nests deeper than `limit`; scanned before parsing, because deep nesting overflows what comes after. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (quoted) {
      if (char === 92) i++;
      else if (char === 34) quoted = false;
    } else if (char === 34) quoted = true;
    else if (char === 91 || char === 123) {
      if (++depth > limit) return true;
    } else if (char === 93 || char === 125) depth--;
  }
  return false;
}

/** What a key that poisons a prototype holds, as it is or escaped. */
const SUSPECT = ['__proto__', 'constructor', '\\u'] as const;

/** The value of a JSON text that cannot poison a prototype; undefined when the careful parser has to look at it. */
function plainJson(text: string): unknown {
  if (SUSPECT.some((part) => text.includes(part))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

let turn: Promise<void> | undefined;

/**
 * When all that lies ready in the sockets has been read. Requests of one turn of the event loop then go on side by side, each step for all of them before the
 * next step: code that has just run for a neighbour runs in less time, as it stands in the processor's caches.
 */
function allRead(): Promise<void> {
  turn ??= setImmediate().then(() => (turn = undefined));
  return turn;
}

/** JSON only, at most 1 MiB and 32 levels, prototype poisoning refused. */
export function useJsonBody(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const carefully = (request: FastifyRequest, text: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      void parse(request, text, (error, value) => (error ? reject(new Problem(400, 'body.not-json')) : resolve(value)));
    });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_BYTES },
    async (request: FastifyRequest, text: string) => {
      if (isDeeperThan(text, DEPTH)) throw new Problem(400, 'body.too-deep', { limit: DEPTH });
      const value = plainJson(text) ?? (await carefully(request, text));
      await allRead();
      return value;
    },
  );
}
