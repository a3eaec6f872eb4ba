import type { RecordedEvent } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import type { EventIndexRow } from '@app/projections';
import { Inject, Injectable } from '@nestjs/common';
import type { PublicEvent } from '../answers';
import { EVENT_READER, STORE } from '../tokens';
import { publicEvent } from './public-event';
import { Reading } from './reading';

/** Looks single events up, as the index of the events has reached them. */
@Injectable()
export class EventById {
  constructor(
    private readonly reading: Reading,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(EVENT_READER) private readonly read: (stored: StoredEvent) => RecordedEvent,
  ) {}

  /** Undefined for an id that the index does not have, or not yet. */
  async find(id: string): Promise<PublicEvent | undefined> {
    const row = this.reading.reader('event-index').prepare<[string], EventIndexRow>('SELECT * FROM event_index WHERE event_id = ?').get(id);
    const stored = row && (await this.store.at(row.position));
    return stored && publicEvent(stored, this.read);
  }
}
