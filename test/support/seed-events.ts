import { checkAppend } from '@app/event-store/append-check';
import type { EncodedEvent } from '@app/event-store';
import { openEvents, uuidBytes } from '@app/event-store/sqlite/database';

export interface SeedEvent {
  readonly streamId: string;
  readonly event: EncodedEvent;
}

const PER_TRANSACTION = 20_000;

/** Fills a new SQLite record in bulk, for benches and tests: big transactions, no worker, no flush per event. Answers how many events it wrote. */
export function seedEvents(file: string, events: Iterable<SeedEvent>, epoch = 1): number {
  const db = openEvents(file, epoch);
  try {
    if (db.prepare('SELECT 1 FROM event LIMIT 1').get()) throw new Error(`${file} has events already`);
    const insertStream = db.prepare('INSERT INTO stream (name) VALUES (?)');
    const insertType = db.prepare('INSERT INTO type (name) VALUES (?)');
    const insertEvent = db.prepare('INSERT INTO event (position, stream, revision, type, id, bytes) VALUES (?, ?, ?, ?, ?, ?)');
    const streams = new Map<string, { readonly key: number; next: number }>();
    const types = new Map<string, number>();
    let position = 0;
    db.exec('BEGIN');
    for (const { streamId, event } of events) {
      checkAppend(streamId, 'no-stream', [event]);
      let stream = streams.get(streamId);
      if (!stream) streams.set(streamId, (stream = { key: Number(insertStream.run(streamId).lastInsertRowid), next: 0 }));
      let type = types.get(event.type);
      if (type === undefined) types.set(event.type, (type = Number(insertType.run(event.type).lastInsertRowid)));
      position += 1;
      insertEvent.run(position, stream.key, stream.next, type, uuidBytes(event.id), event.bytes);
      stream.next += 1;
      if (position % PER_TRANSACTION === 0) db.exec('COMMIT; BEGIN');
    }
    db.exec('COMMIT');
    db.pragma('wal_checkpoint(TRUNCATE)');
    return position;
  } finally {
    db.close();
  }
}
