import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { Dropped, OldEpoch, type Position, type StoredEvent } from '@app/event-store';
import type { ProjectedEvent } from './projection';
import type { ProjectionFile } from './projection-file';
import type { Decode, LogReader, ProjectionLog } from './projections';

export interface FeedSettings {
  readonly store: LogReader;
  readonly decode: Decode;
  /** Events per transaction while catching up. */
  readonly batchSize: number;
  /** Milliseconds before the store is asked again after an error. */
  readonly retryMs: number;
  readonly log: ProjectionLog;
  readonly skipped: (file: ProjectionFile) => ReadonlySet<string>;
}

export interface FeedEvents {
  /** After each batch has been applied. */
  readonly advanced: (feed: EventFeed) => void;
  /** A file could not go on; it has left the feed. */
  readonly stopped: (file: ProjectionFile) => void;
  /** The files' checkpoints belong to no history that this store knows. */
  readonly foreign: (file: ProjectionFile) => void;
}

/** One follower of the log that feeds several files: each event is read and decoded once for all of them. */
export class EventFeed {
  readonly #files: Set<ProjectionFile>;
  /** Everything up to here has been fed. */
  position: Position | undefined;
  ordinal: number;
  caughtUp = false;
  readonly #abort = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    files: readonly ProjectionFile[],
    private readonly settings: FeedSettings,
    private readonly events: FeedEvents,
  ) {
    this.#files = new Set(files);
    const first = files.reduce<ProjectionFile | undefined>(
      (least, file) => (least && least.checkpoint.ordinal <= file.checkpoint.ordinal ? least : file),
      undefined,
    );
    this.position = first?.checkpoint.position;
    this.ordinal = first?.checkpoint.ordinal ?? 0;
  }

  get files(): ReadonlySet<ProjectionFile> {
    return this.#files;
  }

  /** A file that stands here or further on; it is fed from its own checkpoint. */
  add(file: ProjectionFile): void {
    if (file.checkpoint.ordinal < this.ordinal) throw new RangeError(`${file.build} would miss events`);
    this.#files.add(file);
  }

  remove(file: ProjectionFile): void {
    this.#files.delete(file);
  }

  start(): void {
    this.#running = this.#run();
  }

  get ended(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Ends after the batch in hand. */
  end(): void {
    this.#abort.abort();
  }

  async done(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.ended) {
      try {
        await this.#follow();
        if (!this.ended) throw new Error('it gave no reason');
      } catch (error) {
        if (this.ended) return;
        if (error instanceof OldEpoch) return this.#foreign();
        this.settings.log('warn', `the event store's follower ended: ${error instanceof Error ? error.message : String(error)}`);
        if (!(error instanceof Dropped))
          await delay(this.settings.retryMs, undefined, { signal: this.#abort.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  async #follow(): Promise<void> {
    let waiting: StoredEvent[] = [];
    for await (const batch of this.settings.store.follow(this.position, this.#abort.signal)) {
      if (this.ended) return;
      waiting = waiting.length === 0 ? [...batch.events] : waiting.concat(batch.events);
      // Many events per transaction while there is a backlog; at the head none waits for another.
      if (!batch.caughtUp && waiting.length < this.settings.batchSize) continue;
      this.#feed(waiting, batch.through);
      waiting = [];
      this.caughtUp = batch.caughtUp;
      this.events.advanced(this);
      // Batches can come without a turn of the event loop; timers and messages get theirs here.
      await setImmediate();
    }
  }

  #feed(stored: readonly StoredEvent[], through: Position): void {
    const end = this.ordinal + stored.length;
    const wanting = [...this.#files].filter((file) => file.checkpoint.ordinal < end);
    if (wanting.length > 0) {
      const projected = stored.map((event, index) => this.#project(event, this.ordinal + index + 1));
      for (const file of wanting) this.#apply(file, projected);
    }
    this.position = through;
    this.ordinal = end;
    for (const file of this.#files) if (through > (file.through ?? '')) file.through = through;
  }

  #apply(file: ProjectionFile, projected: readonly ProjectedEvent[]): void {
    const { ordinal, eventId } = file.checkpoint;
    const ahead = Math.max(0, ordinal - this.ordinal);
    const own = projected[ahead - 1];
    if (own && (own.kind === 'event' ? own.event.id : own.eventId) !== eventId) {
      this.#files.delete(file);
      this.events.foreign(file);
      return;
    }
    file.apply(ahead === 0 ? projected : projected.slice(ahead), this.settings.skipped(file));
    if (!file.stopped) return;
    this.#files.delete(file);
    this.events.stopped(file);
  }

  #project(stored: StoredEvent, ordinal: number): ProjectedEvent {
    const { position, id: eventId, streamId, type } = stored;
    try {
      return { kind: 'event', position, ordinal, event: this.settings.decode(stored) };
    } catch {
      this.settings.log('warn', `event ${eventId} at ${position} cannot be decoded`);
      return { kind: 'undecodable', position, ordinal, eventId, streamId, type };
    }
  }

  #foreign(): void {
    const files = [...this.#files];
    this.#files.clear();
    this.end();
    for (const file of files) this.events.foreign(file);
  }
}
