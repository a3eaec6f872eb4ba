import { decodeEvent } from '@app/audit';
import { DUPLICATE, effectiveEvents, type Evolution, fold, type RecordedEvent, Refusal, WITHDRAWN } from '@app/decider';
import type { EventStore, StoredEvent } from '@app/event-store';
import type { Term, Upcaster } from '@app/partnership';
import type { StreamEntry } from './state-cache';

/** Reads a stored event as today's shape: decoded, then upcast one version at a time. */
export function readerOf(terms: readonly Term[]): (stored: StoredEvent) => RecordedEvent {
  const upcasters = new Map<string, Upcaster>();
  for (const term of terms) for (const upcaster of term.upcasters ?? []) upcasters.set(`${upcaster.type}/${upcaster.from}`, upcaster);
  return (stored) => {
    let event = decodeEvent(stored);
    for (
      let next = upcasters.get(`${event.type}/${event.schemaVersion}`);
      next;
      next = upcasters.get(`${event.type}/${event.schemaVersion}`)
    ) {
      event = next.upcast(event);
    }
    return event;
  };
}

export interface StreamHistory {
  readonly events: readonly RecordedEvent[];
  readonly stored: readonly StoredEvent[];
}

/** What one command made, from the revision where its first event stands. */
export async function loadCommand(
  store: EventStore,
  read: (stored: StoredEvent) => RecordedEvent,
  streamId: string,
  from: number,
  keyTag: string,
): Promise<StreamHistory> {
  const stored: StoredEvent[] = [];
  const events: RecordedEvent[] = [];
  for await (const next of store.readStream(streamId, BigInt(from))) {
    const event = read(next);
    if (event.keyTag !== keyTag) break;
    stored.push(next);
    events.push(event);
  }
  return { stored, events };
}

export async function loadHistory(
  store: EventStore,
  read: (stored: StoredEvent) => RecordedEvent,
  streamId: string,
): Promise<StreamHistory> {
  const stored: StoredEvent[] = [];
  for await (const event of store.readStream(streamId)) stored.push(event);
  return { stored, events: stored.map(read) };
}

/** The state of a stream for a term; a raw term (corrections themselves) folds every event as it was appended. */
export function stateOf(term: Term, events: readonly RecordedEvent[]): unknown {
  const evolution = term.evolution as Evolution<unknown>;
  return term.raw ? events.reduce<unknown>(evolution.evolve, evolution.initialState) : fold(evolution, events);
}

export function entryOf(term: Term, { events, stored }: StreamHistory): StreamEntry {
  return {
    state: stateOf(term, events),
    revision: events.length - 1,
    position: stored.at(-1)?.position,
    tags: new Map(events.toReversed().map((event) => [event.keyTag, event.revision])),
  };
}

/**
 * The history as if the event had not been: what a correction is decided against.
 * @throws Refusal when the event does not stand in the stream, is not the head of its chain, or is of a type that this command does not make.
 */
export function withoutEvent(events: readonly RecordedEvent[], corrected: string, types: readonly string[]): readonly RecordedEvent[] {
  const target = events.find((event) => event.id === corrected);
  if (!target || target.type === WITHDRAWN || target.type === DUPLICATE) throw new Refusal('record.unknown-event', {}, '/corrects');
  if (!types.includes(target.type)) throw new Refusal('record.another-kind', { type: target.type }, '/corrects');
  const standing = effectiveEvents(events);
  if (!standing.includes(target)) throw new Refusal('record.not-the-head', {}, '/corrects');
  return standing.filter((event) => event !== target);
}
