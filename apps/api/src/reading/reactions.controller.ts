import type { RecordedEvent } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import { type EventIndexRow, NotReady, type Projections } from '@app/projections';
import { NotStopped, ReactionRunner, type ReactionSettledData, reactionSettled, UnknownReaction } from '@app/recording';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../http/principal.guard';
import { Problem } from '../http/problem';
import { EVENT_READER, PROJECTIONS, STORE } from '../tokens';
import { CaughtUp } from './caught-up';

const MOST = 100;

@Controller('api/reactions')
export class ReactionsController {
  constructor(
    private readonly runner: ReactionRunner,
    private readonly caughtUp: CaughtUp,
    @Inject(PROJECTIONS) private readonly projections: Projections,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(EVENT_READER) private readonly read: (stored: StoredEvent) => RecordedEvent,
  ) {}

  @Get()
  status(): object {
    return { reactions: this.runner.status() };
  }

  /** What reactions did last, the newest first: each cause with what was recorded, corrected, withdrawn or declined. */
  @Get('settled')
  async settled(@Query('position') position?: string): Promise<object> {
    await this.caughtUp.to(position, 'event-index');
    const events = await Promise.all(this.newest().map(({ position: at }) => this.store.at(at)));
    return {
      settled: events.flatMap((stored) => {
        if (!stored) return [];
        const { id, recordedAt, data } = this.read(stored);
        const { reaction, cause, results } = data as unknown as ReactionSettledData;
        return [{ event: id, recordedAt, reaction, cause, results }];
      }),
    };
  }

  /** Goes on after what made it stop was mended. */
  @Post(':name/resume')
  @Needs('administer')
  @HttpCode(200)
  async resume(@Param('name') name: string): Promise<object> {
    await this.asked(this.runner.resume(name));
    return this.status();
  }

  /** A person decides that nothing follows from the event at which it stands still; the decision is recorded. */
  @Post(':name/skip/:event')
  @Needs('administer')
  @HttpCode(200)
  async skip(@Param('name') name: string, @Param('event') event: string, @Req() request: FastifyRequest): Promise<object> {
    await this.asked(this.runner.skip(name, event, request.principal!));
    return this.status();
  }

  private newest(): readonly EventIndexRow[] {
    try {
      return (
        this.projections
          .reader('event-index')
          .db()
          // Spelt out, or the index of these events alone would not be used.
          .prepare<[number], EventIndexRow>(
            `SELECT * FROM event_index WHERE type = '${reactionSettled.type}' ORDER BY ordinal DESC LIMIT ?`,
          )
          .all(MOST)
      );
    } catch (error) {
      if (error instanceof NotReady) throw new Problem(503, 'projection.not-ready', {}, [], { 'retry-after': '5' });
      throw error;
    }
  }

  private async asked(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (error instanceof UnknownReaction) throw new Problem(404, 'reaction.unknown');
      if (error instanceof NotStopped) throw new Problem(409, 'reaction.not-stopped');
      throw error;
    }
  }
}
