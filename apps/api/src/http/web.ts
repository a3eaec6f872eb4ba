import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const NOT_THE_PAGE = /^\/(api|health|metrics|problems)(\/|$|\?)/;

const SELF = ["'self'"];
const NONE = ["'none'"];

const PAGE_POLICY = {
  defaultSrc: SELF,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: SELF,
  formAction: SELF,
  objectSrc: NONE,
  baseUri: NONE,
  frameAncestors: NONE,
};

/** Every address that nothing else answers. */
export const PAGE_ROUTE = '/*';

/** Serves the built page: its assets for ever, and index.html, with this request's nonce, for every other address. */
export async function serveWeb(app: NestFastifyApplication, root: string): Promise<void> {
  const folder = resolve(root);
  if (!existsSync(join(folder, 'index.html'))) return;
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '1y' });
  // In a scope of its own: these headers are made afresh each time, with a nonce, and only the page needs them and the time that they take.
  await fastify.register(async (scope) => {
    await scope.register(helmet, {
      global: false,
      contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
      strictTransportSecurity: false,
    });
    scope.get(PAGE_ROUTE, { helmet: { enableCSPNonces: true } }, (request, reply) => {
      if (NOT_THE_PAGE.test(request.url)) return reply.callNotFound();
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(index.replaceAll('__CSP_NONCE__', reply.cspNonce.style));
    });
  });
}
