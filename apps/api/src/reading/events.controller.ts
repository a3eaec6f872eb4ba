import { brusselsDay, daysLate, type RecordedEvent } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import { EVENT_READER, STORE } from '../tokens';

const MOST = 1_000;
const USUAL = 100;
const POSITION = /^\d{4}-\d{8,40}$/;

/** An event as readers may see it, with the days by which it was late (`recordedLate`), if it was: no ciphertext, no tag, nothing that names an account or a care person's slot. */
export function publicEvent(stored: StoredEvent, read: (stored: StoredEvent) => RecordedEvent): object {
  const { keyTag, bodyTag, sealed, subjects, actor, ...open } = read(stored);
  const late = daysLate(open.occurred.to, brusselsDay(open.recordedAt));
  return { position: stored.position, ...open, sealedParts: sealed.length, ...(late > 0 ? { recordedLate: late } : {}) };
}

@Controller('api/events')
export class EventsController {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(EVENT_READER) private readonly read: (stored: StoredEvent) => RecordedEvent,
  ) {}

  /** The log after a position, in order. `next` is the position to go on from. */
  @Get()
  async after(@Query('after') after?: string, @Query('limit') limit?: string): Promise<object> {
    if (after !== undefined && !POSITION.test(after))
      throw new Problem(400, 'position.malformed', {}, [{ pointer: 'after', code: 'position.malformed' }]);
    const count = limit === undefined ? USUAL : Number(limit);
    if (!Number.isInteger(count) || count < 1 || count > MOST)
      throw new Problem(400, 'query.invalid', {}, [{ pointer: 'limit', code: 'query.invalid' }]);
    const events: object[] = [];
    let next = after;
    for await (const stored of this.store.readAll(after, count)) {
      events.push(publicEvent(stored, this.read));
      next = stored.position;
    }
    return { events, next };
  }
}
