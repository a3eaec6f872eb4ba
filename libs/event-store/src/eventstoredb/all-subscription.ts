import {
  excludeSystemEvents,
  START,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type Position as LogPosition,
} from '@eventstore/db-client';
import { Dropped } from '../port';

/** What the server had sent up to a moment: `events` belong to it, `live` tells whether nothing lay ahead then. */
export interface Arrived {
  readonly events: readonly AllStreamResolvedEvent[];
  /** A place that the server named behind the last event: everything before it was system events. */
  readonly checkpoint: LogPosition | undefined;
  readonly live: boolean;
}

interface Marker {
  /** It stands behind this many events. */
  readonly after: number;
  readonly checkpoint?: LogPosition;
  readonly live?: boolean;
}

const BUFFERED = 500;

/**
 * A catch-up subscription to `$all` as pull. The client tells of "caught up" and of checkpoints when they arrive, though events before them may still
 * wait in its buffer: here each keeps its place behind them.
 */
export async function* arrivals(client: EventStoreDBClient, from: LogPosition | undefined, signal: AbortSignal): AsyncGenerator<Arrived> {
  let resume = () => {};
  let failure: Error | undefined;
  let received = 0;
  let taken = 0;
  let live = false;
  let events: AllStreamResolvedEvent[] = [];
  const markers: Marker[] = [];
  const mark = (marker: Omit<Marker, 'after'>) => {
    markers.push({ after: received + subscription.readableLength, ...marker });
    resume();
  };
  const fail = (error?: Error) => {
    failure ??= new Dropped(`the subscription was dropped: ${error?.message ?? 'it ended'}`);
    resume();
  };
  const subscription = client.subscribeToAll({
    fromPosition: from ?? START,
    filter: excludeSystemEvents({ checkpointInterval: 4, checkpointReached: async (_, checkpoint) => mark({ checkpoint }) }),
  });
  subscription
    .on('data', (event: AllStreamResolvedEvent) => {
      received += 1;
      events.push(event);
      if (events.length >= BUFFERED) subscription.pause();
      resume();
    })
    .on('caughtUp', () => mark({ live: true }))
    .on('fellBehind', () => mark({ live: false }))
    .on('error', fail)
    .on('end', () => fail())
    .on('close', () => fail());
  const onAbort = () => resume();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const due = () => (markers[0]?.after ?? Number.POSITIVE_INFINITY) <= taken + events.length;
      if (events.length === 0 && !due()) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => (resume = resolve));
        continue;
      }
      let checkpoint: LogPosition | undefined;
      for (let marker = markers[0]; due() && marker; marker = markers[0]) {
        markers.shift();
        live = marker.live ?? live;
        // A checkpoint with events behind it says nothing that they do not.
        if (marker.after === taken + events.length) checkpoint = marker.checkpoint ?? checkpoint;
      }
      const batch = events;
      events = [];
      taken += batch.length;
      yield { events: batch, checkpoint, live: live && subscription.readableLength === 0 };
      if (subscription.isPaused()) subscription.resume();
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await subscription.unsubscribe().catch(() => undefined);
  }
}
