import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** Requests that may change something and are open at once. More would only wait in memory: the store takes a few hundred at a time. */
const MOST_OPEN = 1_024;
const RETRY_SECONDS = '1';

/** Refuses, before anything of it is read or parsed, what comes while too much is open: 503 with Retry-After. */
export function limitIntake(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const counted = new WeakSet<FastifyRequest>();
  let open = 0;
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.method !== 'POST') return done();
    if (open >= MOST_OPEN) return done(new Problem(503, 'store.unavailable', {}, [], { 'retry-after': RETRY_SECONDS }));
    open++;
    counted.add(request);
    done();
  });
  // Every request comes past here once, also when its connection has gone; a response's own events do not say so for pipelined requests.
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    if (counted.delete(request)) open--;
    done(null, payload);
  });
}
