import { setTimeout as delay } from 'node:timers/promises';
import { DUPLICATE, WITHDRAWN } from '@app/decider';
import type { Position, StoredEvent } from '@app/event-store';
import { type Settler, TryAgain } from './settle';

/** How far one reaction is. `since`: it follows from nothing up to there; absent for one that heeds the log from its beginning. */
export interface ReactionCheckpoint {
  readonly since?: Position;
  /** The event that stands there. */
  readonly sinceEventId?: string;
  readonly position?: Position;
  readonly eventId?: string;
}

/**
 * `retrying`: the store cannot take its commands for now. `stopped`: at an event for which the reaction itself fails. `foreign-history`: its
 * checkpoint does not belong to this event store.
 */
export type ReactionState = 'running' | 'retrying' | 'stopped' | 'foreign-history';

export interface LaneEvents {
  readonly moved: () => void;
  readonly stopped: (lane: Lane) => void;
}

const LONGEST_PAUSE_MS = 30_000;
/** Of what nobody foresaw; a store that is away is waited for without end. */
const MOST_TRIES = 5;

/** One reaction and what waits for it. Its events are dealt with one after another; the other reactions do not wait for it. */
export class Lane {
  state: ReactionState = 'running';
  failure: string | undefined;
  /** Everything up to here has been dealt with. */
  through: Position | undefined;
  #queue: StoredEvent[] = [];
  #offered: ReactionCheckpoint;
  #working: Promise<void> | undefined;
  readonly #types: ReadonlySet<string>;
  #pause = new AbortController();

  constructor(
    readonly settler: Settler,
    /** Category of the streams in which its causes stand. */
    private readonly categories: readonly string[],
    public checkpoint: ReactionCheckpoint,
    /** Before the second try; twice as long before each further one. */
    private readonly firstPauseMs: number,
    private readonly events: LaneEvents,
  ) {
    this.#types = new Set(settler.reaction.on.map(({ type }) => type));
    this.through = checkpoint.position;
    this.#offered = checkpoint;
  }

  get name(): string {
    return this.settler.reaction.name;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** The event at which it stands still. */
  get at(): StoredEvent | undefined {
    return this.#queue[0];
  }

  get active(): boolean {
    return this.state === 'running' || this.state === 'retrying';
  }

  /** The next events of the log, in order; those that it has had are passed over. */
  offer(events: readonly StoredEvent[], through: Position): void {
    if (!this.active || through <= (this.through ?? '')) return;
    const fresh = events.filter(({ position }) => position > (this.#offered.position ?? ''));
    const last = fresh.at(-1);
    if (last) this.#offered = { ...this.checkpoint, position: last.position, eventId: last.id };
    this.#queue.push(...fresh.filter((event) => this.#concerns(event)));
    if (this.#queue.length === 0) this.#reach(this.#offered, through);
    else this.#working ??= this.#work().finally(() => (this.#working = undefined));
  }

  stop(state: 'stopped' | 'foreign-history', failure: string): void {
    this.state = state;
    this.failure = failure;
    this.events.stopped(this);
  }

  /** Begins again after its checkpoint, or with `at` after another one. */
  async resume(at: ReactionCheckpoint = this.checkpoint): Promise<void> {
    await this.halt();
    this.#pause = new AbortController();
    this.#queue = [];
    this.checkpoint = at;
    this.#offered = at;
    this.through = at.position;
    this.failure = undefined;
    this.state = 'running';
  }

  /** Ends after the event in hand. */
  async halt(): Promise<void> {
    this.#pause.abort();
    await this.#working;
  }

  #concerns({ type, streamId }: StoredEvent): boolean {
    if (this.#types.has(type)) return true;
    return (type === WITHDRAWN || type === DUPLICATE) && this.categories.some((category) => streamId.startsWith(`${category}-`));
  }

  #reach(checkpoint: ReactionCheckpoint, through: Position | undefined): void {
    this.checkpoint = checkpoint;
    this.through = through;
    this.events.moved();
  }

  async #work(): Promise<void> {
    for (let tries = 1; !this.#pause.signal.aborted;) {
      const [event] = this.#queue;
      if (!event) return;
      const failure = await this.#settle(event);
      if (!this.active) return;
      this.failure = failure?.message;
      if (failure) {
        if (!(failure instanceof TryAgain) && tries >= MOST_TRIES) return this.stop('stopped', failure.message);
        this.state = 'retrying';
        await this.#wait(tries++);
        continue;
      }
      this.state = 'running';
      tries = 1;
      this.#queue.shift();
      // Only now: what it did is durable, and done again it does nothing.
      if (this.#queue.length > 0) this.#reach({ ...this.checkpoint, position: event.position, eventId: event.id }, event.position);
      else this.#reach(this.#offered, this.#offered.position);
    }
  }

  #settle(event: StoredEvent): Promise<Error | undefined> {
    return this.settler.settle(event, this.checkpoint.since).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #wait(tries: number): Promise<void> {
    const pauseMs = Math.min(this.firstPauseMs * 2 ** (tries - 1), LONGEST_PAUSE_MS);
    await delay(pauseMs, undefined, { signal: this.#pause.signal, ref: false }).catch(() => undefined);
  }
}
