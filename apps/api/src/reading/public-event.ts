import { brusselsDay, daysLate, type RecordedEvent } from '@app/decider';
import type { StoredEvent } from '@app/event-store';
import type { PublicEvent } from '../answers';

export function publicEvent(stored: StoredEvent, read: (stored: StoredEvent) => RecordedEvent): PublicEvent {
  const { keyTag, bodyTag, sealed, subjects, actor, ...open } = read(stored);
  const late = daysLate(open.occurred.to, brusselsDay(open.recordedAt));
  return { position: stored.position, ...open, sealedParts: sealed.length, ...(late > 0 ? { recordedLate: late } : {}) };
}
