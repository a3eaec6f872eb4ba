import type { AppendOptions, EncodedEvent, ExpectedRevision } from '../port';
import type { BatchAppend, BatchEvent, BatchSlot } from './commit-batch';
import { uuidHex } from './database';

/** An append in main memory, on its way to the worker. */
export interface OutgoingAppend {
  readonly streamId: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  readonly slots: NonNullable<AppendOptions['slots']>;
}

const NO_PERSON = 0xffff;

/** An upper bound of the bytes that an append takes in a message; also what the queue counts. */
export function messageBytes({ streamId, events, slots }: OutgoingAppend): number {
  let bytes = 16 + 3 * streamId.length;
  for (const event of events) bytes += 22 + 3 * event.type.length + event.bytes.length;
  for (const slot of slots) bytes += 10 + 3 * (slot.kid.length + slot.streamId.length + (slot.person?.length ?? 0)) + slot.wrapped.length;
  return bytes;
}

/** Packs a batch into one buffer of its own, which is transferred to the worker, not copied. */
export function packBatch(appends: readonly OutgoingAppend[], bytes: number): Buffer {
  const out = Buffer.allocUnsafeSlow(4 + bytes);
  let at = out.writeUInt32LE(appends.length, 0);
  const text = (value: string) => {
    const length = out.write(value, at + 2);
    out.writeUInt16LE(length, at);
    at += 2 + length;
  };
  const blob = (value: Buffer) => {
    at = out.writeUInt32LE(value.length, at);
    at += value.copy(out, at);
  };
  for (const { streamId, expected, events, slots } of appends) {
    text(streamId);
    at = out.writeDoubleLE(expected === 'no-stream' ? -1 : Number(expected), at);
    at = out.writeUInt16LE(events.length, at);
    at = out.writeUInt16LE(slots.length, at);
    for (const event of events) {
      at += out.write(uuidHex(event.id), at, 'hex');
      text(event.type);
      blob(event.bytes);
    }
    for (const slot of slots) {
      text(slot.kid);
      text(slot.streamId);
      if (slot.person === undefined) at = out.writeUInt16LE(NO_PERSON, at);
      else text(slot.person);
      blob(slot.wrapped);
    }
  }
  return out;
}

/** The buffers of the answer are views of the message. */
export function unpackBatch(message: Buffer): BatchAppend[] {
  let at = 4;
  const count = message.readUInt32LE(0);
  const text = () => {
    const end = at + 2 + message.readUInt16LE(at);
    const value = message.toString('utf8', at + 2, end);
    at = end;
    return value;
  };
  const blob = () => {
    const end = at + 4 + message.readUInt32LE(at);
    const value = message.subarray(at + 4, end);
    at = end;
    return value;
  };
  const person = () => {
    if (message.readUInt16LE(at) !== NO_PERSON) return text();
    at += 2;
    return null;
  };
  const appends: BatchAppend[] = [];
  for (let index = 0; index < count; index += 1) {
    const stream = text();
    const expected = message.readDoubleLE(at);
    const eventCount = message.readUInt16LE(at + 8);
    const slotCount = message.readUInt16LE(at + 10);
    at += 12;
    const events: BatchEvent[] = [];
    for (let n = 0; n < eventCount; n += 1) {
      const id = message.subarray(at, (at += 16));
      events.push({ id, type: text(), bytes: blob() });
    }
    const slots: BatchSlot[] = [];
    for (let n = 0; n < slotCount; n += 1) slots.push({ kid: text(), stream: text(), person: person(), wrapped: blob() });
    appends.push({ stream, expected, events, slots });
  }
  return appends;
}
