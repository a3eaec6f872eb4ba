import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import Fastify from 'fastify';
import { limitIntake } from './intake';
import { Problem } from './problem';

const MOST_OPEN = 1_024;

async function serverThatHolds() {
  const fastify = Fastify();
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  limitIntake({ getHttpAdapter: () => ({ getInstance: () => fastify }) } as unknown as NestFastifyApplication);
  fastify.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof Problem)) throw error;
    void reply.code(error.statusCode).headers(error.headers).send({ code: error.code });
  });
  fastify.post('/held', async () => {
    await held;
    return {};
  });
  fastify.get('/read', async () => ({}));
  await fastify.ready();
  return { fastify, release };
}

describe('the intake', () => {
  it('refuses one more than may be open, says when to come again, and takes it when there is room', async () => {
    const { fastify, release } = await serverThatHolds();
    const post = async () => fastify.inject({ method: 'POST', url: '/held' });
    const open = Array.from({ length: MOST_OPEN }, post);
    const refused = await post();
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toEqual({ code: 'store.unavailable' });
    expect((await fastify.inject({ method: 'GET', url: '/read' })).statusCode).toBe(200);
    release();
    const statuses = (await Promise.all(open)).map(({ statusCode }) => statusCode);
    expect(statuses.every((status) => status === 200)).toBe(true);
    const again = await Promise.all(Array.from({ length: MOST_OPEN }, post));
    expect(again.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    await fastify.close();
  });
});
