import helmet from '@fastify/helmet';
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

/** An answer that is data: a browser that is made to open it as a page runs and frames nothing. */
const NO_PAGE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The API's own documentation page brings inline styles; nothing else does. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The HTTP application over an opened runtime, not yet listening. */
export async function createApp(runtime: Runtime, settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(runtime, settings),
    new FastifyAdapter({ bodyLimit: BODY_BYTES, routerOptions: { maxParamLength: 2_000 } }),
    { logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'] }), bodyParser: false },
  );
  useJsonBody(app);
  limitIntake(app);
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
    strictTransportSecurity: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      // The page's headers carry a nonce and are made afresh each time; what is no page needs neither, nor the time that it takes.
      if (request.routeOptions.url !== PAGE_ROUTE) reply.headers(NO_PAGE_HEADERS);
      done();
    })
    .addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', DOCS_POLICY);
    });
  SwaggerModule.setup('api/docs', app, openApiDocument(app.get(CommandDescriptions).all), { jsonDocumentUrl: 'api/openapi.json' });
  await serveWeb(app, settings.WEB_ROOT);
  return app;
}
