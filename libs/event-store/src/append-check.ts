import { APPEND_BYTES, type EncodedEvent, type ExpectedRevision } from './port';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STREAM = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,199}$/;

/**
 * What every engine demands of an append, so that a record can move between them. Answers the bytes of its events.
 * @throws RangeError when it asks for what not every engine can store: no events, over 768 KiB, an id that is no UUID, a system stream.
 */
export function checkAppend(streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): number {
  if (!STREAM.test(streamId)) throw new RangeError(`not a stream id: ${streamId}`);
  if (expected !== 'no-stream' && expected < 0n) throw new RangeError('an expected revision is at least 0');
  if (events.length === 0) throw new RangeError('an append has at least one event');
  let bytes = 0;
  for (const event of events) {
    if (!UUID.test(event.id)) throw new RangeError(`not an event id: ${event.id}`);
    if (event.type === '' || event.type.startsWith('$')) throw new RangeError(`not an event type: ${event.type}`);
    bytes += event.bytes.length;
  }
  if (bytes > APPEND_BYTES) throw new RangeError(`an append has at most ${APPEND_BYTES} bytes, this one ${bytes}`);
  return bytes;
}
