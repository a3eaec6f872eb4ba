import type { Projections } from '@app/projections';
import { ClockGuard } from '@app/recording';
import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../http/principal.guard';
import { Problem } from '../http/problem';
import { Readiness } from '../readiness';
import { PROJECTIONS } from '../tokens';

@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly clock: ClockGuard,
    @Inject(PROJECTIONS) private readonly projections: Projections,
  ) {}

  @Get('health/live')
  @Needs('nothing')
  live(): object {
    return { status: 'ok' };
  }

  /** 200 once the first import is done and every projection answers from the head it found; 503 until then. */
  @Get('health/ready')
  @Needs('nothing')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { ready, checks } = await this.readiness.check();
    void reply.code(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'starting', checks };
  }

  @Get('api/projections')
  async status(): Promise<object> {
    return { projections: await this.asked(this.projections.status()) };
  }

  @Post('api/projections/rebuild')
  @Needs('administer')
  @HttpCode(200)
  async rebuildAll(): Promise<object> {
    await this.asked(this.projections.rebuild());
    return this.status();
  }

  @Post('api/projections/:name/rebuild')
  @Needs('administer')
  @HttpCode(200)
  async rebuild(@Param('name') name: string): Promise<object> {
    await this.known(name);
    await this.asked(this.projections.rebuild(name));
    return this.status();
  }

  /** A person decides that one projection goes on without one event; the decision is kept with their account. */
  @Post('api/projections/:name/skip/:event')
  @Needs('administer')
  @HttpCode(200)
  async skip(@Param('name') name: string, @Param('event') event: string, @Req() request: FastifyRequest): Promise<object> {
    await this.known(name);
    await this.asked(this.projections.skip(name, event, request.principal!.account));
    return this.status();
  }

  /** An operator has looked at the clock: recording goes on from what it says now. */
  @Post('api/clock/accept')
  @Needs('administer')
  @HttpCode(200)
  acceptClock(): object {
    this.clock.accept();
    return { trusted: this.clock.trusted };
  }

  /** What the engine refuses, by name: the errors of its thread arrive as plain ones. @throws Problem 409, or 503 once the thread has died */
  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'NotPoison') throw new Problem(409, 'projection.not-poison');
      if (name === 'PoisonEvent') throw new Problem(409, 'projection.poison');
      const alive = await this.projections.status().then(
        () => true,
        () => false,
      );
      throw alive ? error : new Problem(503, 'projection.dead');
    }
  }

  private async known(name: string): Promise<void> {
    const status = await this.asked(this.projections.status());
    if (!status.some((projection) => projection.name === name)) throw new Problem(404, 'projection.unknown');
  }
}
