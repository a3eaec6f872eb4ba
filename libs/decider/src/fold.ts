import type { Evolution } from './decider';
import type { RecordedEvent } from './event';

/** The event types that change what stands instead of adding to it; they are the same for every term. */
export const WITHDRAWN = 'RecordWithdrawn';
export const DUPLICATE = 'DuplicateMarked';

/**
 * The events of a stream as they stand: a correction takes the place of what it corrects, a withdrawn or duplicate one is gone.
 * Pure; `events` in revision order.
 */
export function effectiveEvents(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (!events.some((event) => event.corrects)) return events;
  const standing: RecordedEvent[] = [];
  for (const event of events) {
    const at = event.corrects ? standing.findIndex((candidate) => candidate.id === event.corrects) : -1;
    if (event.type === WITHDRAWN || event.type === DUPLICATE) {
      if (at >= 0) standing.splice(at, 1);
    } else if (at >= 0) {
      standing[at] = event;
    } else {
      standing.push(event);
    }
  }
  return standing;
}

export const fold = <State>({ initialState, evolve }: Evolution<State>, events: readonly RecordedEvent[]): State =>
  effectiveEvents(events).reduce<State>(evolve, initialState);
