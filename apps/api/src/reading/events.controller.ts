import type { RecordedEvent } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Problem } from '../http/problem';
import { EVENT_READER, STORE } from '../tokens';
import { EventById } from './event-by-id';
import { publicEvent } from './public-event';
import { parametersOf, type QueryParameters } from './query-parameters';
import { Reading } from './reading';

const MOST = 1_000;
const USUAL = 100;
const POSITION = /^\d{4}-\d{8,40}$/;

@Controller('api/events')
export class EventsController {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(EVENT_READER) private readonly read: (stored: StoredEvent) => RecordedEvent,
    private readonly reading: Reading,
    private readonly byId: EventById,
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
  /** One event, as it stands in the log: what corrects it is another one. */
  @Get(':id')
  async one(@Param('id') id: string, @Query() query: QueryParameters): Promise<object> {
    await this.reading.waitFor(parametersOf(query, ['position']).position, 'event-index');
    const event = await this.byId.find(id);
    if (!event) throw new Problem(404, 'event.unknown');
    return event;
  }
}
