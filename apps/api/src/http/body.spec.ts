import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify from 'fastify';
import { useJsonBody } from './body';
import { Problem } from './problem';

function echo() {
  const fastify = Fastify();
  useJsonBody({ getHttpAdapter: () => ({ getInstance: () => fastify }) } as unknown as NestFastifyApplication);
  fastify.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Problem)) throw error;
    void reply.code(error.statusCode).send({ code: error.code });
  });
  fastify.post('/echo', async ({ body }) => ({ body }));
  return async (payload: string) => {
    const answer = await fastify.inject({ method: 'POST', url: '/echo', headers: { 'content-type': 'application/json' }, payload });
    return [answer.statusCode, answer.json()] as const;
  };
}

describe('a JSON body', () => {
  const post = echo();

  it.each([
    ['an object', '{"a":[1,"x"],"b":null}'],
    ['false', 'false'],
    ['null', 'null'],
    ['a value that only talks of prototypes', '{"a":"__proto__ constructor"}'],
    ['an escaped letter', '{"a":"\\u00e9"}'],
    ['a constructor that is no object', '{"constructor":"Baumeister"}'],
  ])('is read as it stands: %s', async (_, text) => {
    expect(await post(text)).toEqual([200, { body: JSON.parse(text) as unknown }]);
  });

  it('may begin with a byte order mark', async () => {
    expect(await post('\ufeff{"a":1}')).toEqual([200, { body: { a: 1 } }]);
  });

  it.each([
    ['a prototype', '{"a":{"__proto__":{"admin":true}}}'],
    ['an escaped prototype', '{"a":{"\\u005f_proto__":{"admin":true}}}'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"admin":true}}}'],
    ['text that is no JSON', '{"a":'],
    ['nothing', ''],
  ])('is refused: %s', async (_, text) => {
    expect(await post(text)).toEqual([400, { code: 'body.not-json' }]);
  });
});
