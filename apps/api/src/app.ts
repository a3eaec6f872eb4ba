import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { CommandDescriptions } from './commands/descriptions';
import { BODY_BYTES, useJsonBody } from './http/body';
import { limitIntake } from './http/intake';
import { PAGE_ROUTE, serveWeb } from './http/web';
import { openApiDocument } from './openapi';
import type { Runtime, Settings } from '@app/runtime';

/** An answer that is data: a browser that is made to open it as a page runs and frames nothing. */
const NO_PAGE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const DOCS = '/api/docs';

/** The API's own documentation page brings inline styles; nothing else does. */
const DOCS_HEADERS = {
  ...NO_PAGE_HEADERS,
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
};

/** The HTTP application over an opened runtime, not yet listening. */
export async function createApp(runtime: Runtime, settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(runtime, settings),
    new FastifyAdapter({ bodyLimit: BODY_BYTES, routerOptions: { maxParamLength: 2_000 } }),
    { logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'] }), bodyParser: false },
  );
  useJsonBody(app);
  limitIntake(app);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const { url } = request.routeOptions;
      // The page brings its own, with a nonce.
      if (url !== PAGE_ROUTE) reply.headers(url?.startsWith(DOCS) ? DOCS_HEADERS : NO_PAGE_HEADERS);
      done();
    });
  SwaggerModule.setup(DOCS, app, openApiDocument(app.get(CommandDescriptions).all), { jsonDocumentUrl: 'api/openapi.json' });
  await serveWeb(app, settings.WEB_ROOT);
  return app;
}
