import { brusselsDay, daysLate, type RecordedEvent } from '@app/decider';
import type { StoredEvent } from '@app/event-store';

type Kept = Omit<RecordedEvent, 'keyTag' | 'bodyTag' | 'sealed' | 'subjects' | 'actor'>;

/** An event as readers may see it: no ciphertext, no tag, nothing that names an account or a care person's slot. */
export interface PublicEvent extends Kept {
  readonly position: string;
  readonly sealedParts: number;
  /** The days by which it was late, if it was. */
  readonly recordedLate?: number;
}

export function publicEvent(stored: StoredEvent, read: (stored: StoredEvent) => RecordedEvent): PublicEvent {
  const { keyTag, bodyTag, sealed, subjects, actor, ...open } = read(stored);
  const late = daysLate(open.occurred.to, brusselsDay(open.recordedAt));
  return { position: stored.position, ...open, sealedParts: sealed.length, ...(late > 0 ? { recordedLate: late } : {}) };
}
