import type { Clock } from '@app/decider';
import { OldEpoch, type Position } from '@app/event-store';
import { EventFeed, type FeedSettings } from './event-feed';
import { LiveReaders, type Swap } from './live-readers';
import { PositionWaiters } from './position-waiters';
import { PoisonEvent, type Projection } from './projection';
import type { Entry } from './projection-entry';
import { ProjectionFile } from './projection-file';
import { ProjectionFolder } from './projection-folder';
import {
  ForeignHistory,
  NotPoison,
  UnknownProjection,
  type Decode,
  type LogReader,
  type ProjectionLog,
  type ProjectionReader,
  type ProjectionStatus,
  type Projections,
} from './projections';
import { SkipDecisions } from './skip-decisions';
import { statusOf } from './projection-status';

export interface EngineOptions {
  readonly store: LogReader;
  readonly projections: readonly Projection[];
  /** The read database: made when absent, owned by one engine at a time. */
  readonly folder: string;
  readonly decode: Decode;
  /** Events per transaction while catching up (256, a page of the reader: decoded events die young). */
  readonly batchSize?: number;
  /** Milliseconds before a store or a disk that failed is tried again (1,000). */
  readonly retryMs?: number;
  readonly log?: ProjectionLog;
  /** Only dates the recorded decisions; the machine's clock by default. */
  readonly clock?: Pick<Clock, 'now'>;
  /** When the readers are elsewhere: told of every swap, and answers with `retire` once a retired build is read no more. */
  readonly onSwap?: (swap: Swap) => void;
}

const silent: ProjectionLog = () => undefined;

/**
 * Keeps the projections up to date with the log, each in files of its own. Files that stand at the same place share one follower; one that is rebuilt,
 * or was stopped, has another follower until it has caught up with the rest.
 */
export class ProjectionEngine implements Projections {
  readonly #entries = new Map<string, Entry>();
  readonly #feeds = new Set<EventFeed>();
  readonly #folder: ProjectionFolder;
  readonly #decisions: SkipDecisions;
  readonly #readers: LiveReaders;
  readonly #waiters: PositionWaiters;
  readonly #retries = new Set<NodeJS.Timeout>();
  readonly #feedSettings: FeedSettings;
  readonly #log: ProjectionLog;
  #closed = false;

  private constructor(private readonly options: EngineOptions) {
    this.#log = options.log ?? silent;
    this.#folder = new ProjectionFolder(options.folder);
    this.#decisions = new SkipDecisions(this.#folder.file('decisions.db'), options.clock ?? { now: () => Date.now() });
    this.#readers = new LiveReaders(this.#folder, (build) => this.retire(build));
    this.#waiters = new PositionWaiters((name) => this.#entry(name));
    this.#feedSettings = {
      store: options.store,
      decode: options.decode,
      batchSize: options.batchSize ?? 256,
      retryMs: options.retryMs ?? 1_000,
      log: this.#log,
      skipped: (file) => this.#entry(file.projection.name).skips,
    };
  }

  /** Opens the files, proves that they belong to this store and starts to follow it; new versions start to be built. */
  static async start(options: EngineOptions): Promise<ProjectionEngine> {
    const engine = new ProjectionEngine(options);
    try {
      await engine.#start();
    } catch (error) {
      await engine.close();
      throw error;
    }
    return engine;
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    const head = await this.options.store.head();
    const front = [...this.#feeds].reduce<EventFeed | undefined>(
      (most, feed) => (most && most.ordinal >= feed.ordinal ? most : feed),
      undefined,
    );
    return [...this.#entries.values()].map((entry) =>
      statusOf(entry, head, front, this.#decisions.of(entry.projection.name, entry.projection.version)),
    );
  }

  async waitFor(position: Position, timeoutMs: number, names: readonly string[] = [...this.#entries.keys()]): Promise<boolean> {
    return this.#closed ? false : this.#waiters.wait(position, timeoutMs, names);
  }

  async rebuild(name?: string): Promise<void> {
    const entries = name === undefined ? [...this.#entries.values()] : [this.#entry(name)];
    const swapped = entries.map((entry) => new Promise<void>((resolve, reject) => entry.rebuilt.push({ resolve, reject })));
    const fresh = entries.filter(({ build }) => !build || build.stopped);
    for (const entry of fresh) {
      // One that has stopped starts again, as its code or its disk may be another by now.
      if (entry.build) this.#discard(entry.build);
      this.#createBuild(entry);
    }
    this.#attach(fresh.flatMap((entry) => entry.build ?? []));
    await Promise.all(swapped);
  }

  async skip(name: string, eventId: string, decidedBy: string): Promise<void> {
    const entry = this.#entry(name);
    const held = [entry.live, entry.build].filter((file) => file?.poison?.eventId === eventId).flatMap((file) => file ?? []);
    const poison = held[0]?.poison;
    if (!poison) throw new NotPoison(name, eventId);
    this.#decisions.record(name, entry.projection.version, poison, decidedBy);
    this.#readSkips(entry);
    this.#log('warn', `${name} goes on without event ${eventId} by decision of ${decidedBy}`);
    for (const file of held) this.#resume(file);
  }

  reader(name: string): ProjectionReader {
    return this.#readers.reader(this.#entry(name).projection.name);
  }

  /** Removes a build that was swapped out and is read no more. */
  retire(build: string): void {
    this.#folder.remove(build);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#retries) clearTimeout(timer);
    this.#waiters.close();
    const feeds = [...this.#feeds];
    for (const feed of feeds) feed.end();
    await Promise.all(feeds.map((feed) => feed.done()));
    this.#readers.close();
    for (const { live, build, rebuilt } of this.#entries.values()) {
      for (const { reject } of rebuilt) reject(new Error('the projections were closed'));
      live?.close();
      build?.close();
    }
    this.#decisions.close();
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name);
    if (!entry) throw new UnknownProjection(name);
    return entry;
  }

  async #start(): Promise<void> {
    const { projections } = this.options;
    const builds = new Map(
      projections.flatMap((projection) => {
        const build = this.#folder.liveOf(projection);
        return build === undefined ? [] : [[projection.name, build] as const];
      }),
    );
    this.#folder.sweep(projections, new Set(builds.values()));
    for (const projection of projections) {
      if (this.#entries.has(projection.name)) throw new Error(`two projections are called ${projection.name}`);
      const entry: Entry = { projection, skips: new Set(), rebuilt: [] };
      this.#entries.set(projection.name, entry);
      this.#readSkips(entry);
      const build = builds.get(projection.name);
      if (build === undefined) this.#createBuild(entry);
      else await this.#openLive(entry, build);
    }
    const entries = [...this.#entries.values()];
    this.#attachLive(entries.flatMap(({ live, foreign }) => (live && !foreign && !live.stopped ? [live] : [])));
    this.#attach(entries.flatMap(({ build }) => build ?? []));
    // With nothing to feed, the log is counted all the same, so that the lag can be told.
    if (this.#feeds.size === 0) this.#follow([]);
  }

  async #openLive(entry: Entry, build: string): Promise<void> {
    const { name } = entry.projection;
    try {
      entry.live = ProjectionFile.open(entry.projection, this.#folder.file(build), build);
    } catch (error) {
      this.#log('error', `${build} cannot be opened (${error instanceof Error ? error.message : String(error)}): ${name} is rebuilt`);
      this.#createBuild(entry);
      return;
    }
    this.#announce({ name, build });
    if (!(await this.#isOurs(entry.live))) this.#foreign(entry.live);
  }

  async #isOurs({ checkpoint }: ProjectionFile): Promise<boolean> {
    if (checkpoint.position === undefined) return true;
    try {
      return (await this.options.store.at(checkpoint.position))?.id === checkpoint.eventId;
    } catch (error) {
      if (error instanceof OldEpoch) return false;
      throw error;
    }
  }

  #createBuild(entry: Entry): void {
    const build = this.#folder.nextBuild(entry.projection);
    entry.build = ProjectionFile.create(entry.projection, this.#folder.file(build), build);
    this.#log('info', `${entry.projection.name} version ${entry.projection.version} is being built`);
  }

  #discard(build: ProjectionFile): void {
    build.close();
    this.#folder.remove(build.build);
  }

  #readSkips(entry: Entry): void {
    const { name, version } = entry.projection;
    entry.skips = new Set(this.#decisions.of(name, version).map(({ eventId }) => eventId));
  }

  /** Files that a crash left a batch apart share a follower; one that is far behind must not hold up the rest. */
  #attachLive(files: readonly ProjectionFile[]): void {
    const front = Math.max(0, ...files.map(({ checkpoint }) => checkpoint.ordinal));
    const near = files.filter(({ checkpoint }) => checkpoint.ordinal >= front - 10 * this.#feedSettings.batchSize);
    this.#attach(near);
    for (const file of files) if (!near.includes(file)) this.#attach([file]);
  }

  #attach(files: readonly ProjectionFile[]): void {
    if (files.length > 0 && !this.#closed) this.#follow(files);
  }

  #follow(files: readonly ProjectionFile[]): void {
    const feed = new EventFeed(files, this.#feedSettings, {
      advanced: (self) => this.#advanced(self),
      stopped: (file) => this.#stopped(file),
      foreign: (file) => this.#foreign(file),
    });
    this.#feeds.add(feed);
    feed.start();
  }

  #advanced(feed: EventFeed): void {
    if (feed.caughtUp) {
      for (const file of feed.files) this.#swapIfBuilt(file);
      this.#merge(feed);
    }
    if (feed.files.size === 0 && this.#feeds.size > 1) this.#drop(feed);
    this.#waiters.check();
  }

  /** Hands the files of one follower to another that is not ahead of it; files that are ahead wait for it, so no event is missed or fed twice. */
  #merge(feed: EventFeed): void {
    // A live file never waits for one that is being filled.
    const fills = ({ files }: EventFeed): boolean => [...files].some((file) => this.#entry(file.projection.name).build === file);
    if (fills(feed)) return;
    for (const other of this.#feeds) {
      if (other === feed || !other.caughtUp || fills(other)) continue;
      const [from, to] = (feed.position ?? '') >= (other.position ?? '') ? [feed, other] : [other, feed];
      for (const file of from.files) {
        to.add(file);
        from.remove(file);
      }
      this.#drop(from);
      if (from === feed) return;
    }
  }

  #drop(feed: EventFeed): void {
    feed.end();
    this.#feeds.delete(feed);
  }

  #swapIfBuilt(file: ProjectionFile): void {
    const entry = this.#entry(file.projection.name);
    if (entry.build !== file) return;
    const old = entry.live;
    // Readers never go back; a stopped or foreign file is no measure.
    if (old && !entry.foreign && !old.stopped && (file.through ?? '') < (old.through ?? '')) return;
    file.finish();
    this.#folder.pointTo(entry.projection, file.build);
    entry.live = file;
    delete entry.build;
    delete entry.foreign;
    if (old) {
      for (const feed of this.#feeds) feed.remove(old);
      old.close();
    }
    this.#log('info', `${entry.projection.name} version ${entry.projection.version} is live at event ${file.checkpoint.ordinal}`);
    this.#announce({ name: entry.projection.name, build: file.build, ...(old && { retired: old.build }) });
    for (const { resolve } of entry.rebuilt.splice(0)) resolve();
  }

  #announce(swap: Swap): void {
    if (this.options.onSwap) this.options.onSwap(swap);
    else this.#readers.swap(swap);
  }

  #stopped(file: ProjectionFile): void {
    const entry = this.#entry(file.projection.name);
    const { poison, failure } = file;
    if (poison) {
      const error = new PoisonEvent(poison.position, poison.eventId, poison.message);
      this.#log('error', `${file.build}: ${error.message}: ${poison.message}`);
      if (entry.build === file) for (const { reject } of entry.rebuilt.splice(0)) reject(error);
    } else if (failure !== undefined) {
      this.#log('error', `${file.build}: ${failure}`);
      const timer = setTimeout(() => {
        this.#retries.delete(timer);
        if (entry.live === file || entry.build === file) this.#resume(file);
      }, this.#feedSettings.retryMs).unref();
      this.#retries.add(timer);
    }
    this.#waiters.check();
  }

  #resume(file: ProjectionFile): void {
    file.resume();
    this.#attach([file]);
  }

  #foreign(file: ProjectionFile): void {
    const entry = this.#entry(file.projection.name);
    const error = new ForeignHistory(file.build, file.checkpoint);
    this.#log('error', error.message);
    if (entry.live === file) entry.foreign = error;
    if (entry.build === file) file.failure = error.message;
    this.#waiters.check();
  }
}
