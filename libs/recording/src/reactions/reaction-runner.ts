import { setTimeout as delay } from 'node:timers/promises';
import { Dropped, type EventStore, OldEpoch, type Position } from '@app/event-store';
import type { Reaction, Term } from '@app/partnership';
import type { Principal } from '@app/vault';
import { Lane, type ReactionCheckpoint, type ReactionState } from './lane';
import { Settler, type Settling } from './settle';

export type { ReactionCheckpoint, ReactionState } from './lane';

export interface ReactionStatus extends ReactionCheckpoint {
  readonly name: string;
  readonly state: ReactionState;
  /** Events that it has read and not dealt with yet. */
  readonly waiting: number;
  /** Why it stands still. */
  readonly failure?: string;
  /** The event at which it stands still. */
  readonly at?: { readonly position: Position; readonly eventId: string };
}

export interface RunnerOptions extends Omit<Settling, 'store'> {
  readonly store: EventStore;
  readonly reactions: readonly Reaction[];
  readonly terms: readonly Term[];
  /** Milliseconds between two savings of the checkpoints (500): what was done since is looked at again after a crash, and done once. */
  readonly saveMs?: number;
  /** Milliseconds before a failed event is tried again (100), doubled each time up to half a minute. */
  readonly pauseMs?: number;
  readonly log?: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/** No reaction of that name. */
export class UnknownReaction extends Error {
  override readonly name = 'UnknownReaction';
}

/** The reaction does not stand still, or not at that event. */
export class NotStopped extends Error {
  override readonly name = 'NotStopped';
}

const META = 'reactions';
const MOST_WAITING = 1_000;
const RETRY_MS = 1_000;

/**
 * Follows the log and carries out the reactions, each at its own pace. Checkpoints stand in the vault, behind what was done and never ahead of it: a
 * process that is killed looks at some events again, and the keys of the commands make that harmless (ADR 0013). It reads no projection, so a rebuild
 * moves nothing.
 */
export class ReactionRunner {
  readonly #lanes = new Map<string, Lane>();
  readonly #waiters = new Set<() => void>();
  #follow = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(private readonly options: RunnerOptions) {}

  static async start(options: RunnerOptions): Promise<ReactionRunner> {
    const runner = new ReactionRunner(options);
    await runner.#open();
    runner.#running = runner.#run();
    return runner;
  }

  status(): readonly ReactionStatus[] {
    return [...this.#lanes.values()].map(({ name, state, checkpoint, waiting, failure, at }) => ({
      name,
      state,
      ...checkpoint,
      waiting,
      ...(failure === undefined ? {} : { failure }),
      ...(state === 'stopped' && at ? { at: { position: at.position, eventId: at.id } } : {}),
    }));
  }

  /** True once every reaction has dealt with the log up to there; false after the time-out, or when one stands still before it. */
  async waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    const end = new AbortController();
    const late = delay(timeoutMs, undefined, { signal: end.signal, ref: false }).then(
      () => 'late' as const,
      () => 'late' as const,
    );
    try {
      for (;;) {
        const behind = [...this.#lanes.values()].filter(({ through }) => (through ?? '') < position);
        if (behind.length === 0) return true;
        if (this.#closed || behind.some(({ active }) => !active)) return false;
        if ((await Promise.race([this.#moved(), late])) === 'late') return false;
      }
    } finally {
      end.abort();
    }
  }

  /** Tries again at the event where it stood still; one with a foreign history looks at everything again. @throws UnknownReaction, NotStopped */
  async resume(name: string): Promise<void> {
    const lane = this.#lane(name);
    if (lane.active) throw new NotStopped(name);
    await lane.resume(lane.state === 'foreign-history' ? await this.#anew(lane) : lane.checkpoint);
    this.options.log?.('info', `reaction ${name} goes on`);
    this.#again();
  }

  /** Records the decision that nothing follows from the event where it stands still, and goes on. @throws UnknownReaction, NotStopped */
  async skip(name: string, eventId: string, decidedBy: Principal): Promise<void> {
    const lane = this.#lane(name);
    const { at } = lane;
    if (lane.state !== 'stopped' || at?.id !== eventId) throw new NotStopped(name);
    await lane.settler.skip(at, decidedBy);
    await lane.resume({ ...lane.checkpoint, position: at.position, eventId });
    this.options.log?.('warn', `reaction ${name} goes on without event ${eventId} by decision of ${decidedBy.account}`);
    this.#again();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#follow.abort();
    this.#wake();
    await Promise.all([this.#running, ...[...this.#lanes.values()].map((lane) => lane.halt())]);
    clearTimeout(this.#timer);
    this.#save();
  }

  #lane(name: string): Lane {
    const lane = this.#lanes.get(name);
    if (!lane) throw new UnknownReaction(name);
    return lane;
  }

  async #open(): Promise<void> {
    const { reactions, terms, vault } = this.options;
    const saved = JSON.parse(vault.getMeta(META) ?? '{}') as Record<string, ReactionCheckpoint>;
    const events = { moved: () => this.#movedOn(), stopped: (lane: Lane) => this.#stopped(lane) };
    for (const reaction of reactions) {
      if (this.#lanes.has(reaction.name)) throw new Error(`two reactions are called ${reaction.name}`);
      const categories = terms.filter((term) => term.events.some((event) => reaction.on.includes(event))).map(({ name }) => name);
      const checkpoint = saved[reaction.name] ?? (await this.#beginning(reaction));
      const lane = new Lane(new Settler(reaction, this.options), categories, checkpoint, this.options.pauseMs ?? 100, events);
      this.#lanes.set(reaction.name, lane);
      if (!(await this.#isOurs(checkpoint))) this.#foreign(lane);
    }
    this.#save();
  }

  /** A new reaction begins at the head: nothing follows from what was recorded before it was there. */
  async #beginning({ fromTheBeginning }: Reaction): Promise<ReactionCheckpoint> {
    const head = fromTheBeginning ? undefined : await this.options.store.head();
    const event = head === undefined ? undefined : await this.options.store.at(head);
    return event ? { since: event.position, sinceEventId: event.id, position: event.position, eventId: event.id } : {};
  }

  /**
   * After a restore, its checkpoint may lie beyond the events, and what it did may be lost with them: it looks at everything once more since it first
   * ran, and does what is not done. Where that beginning is not in the history either, it begins at the head.
   */
  async #anew({ checkpoint: { since, sinceEventId }, settler }: Lane): Promise<ReactionCheckpoint> {
    if (since === undefined) return {};
    const first: ReactionCheckpoint = { position: since, ...(sinceEventId === undefined ? {} : { eventId: sinceEventId }) };
    return (await this.#isOurs(first))
      ? { since, ...(sinceEventId === undefined ? {} : { sinceEventId }), ...first }
      : this.#beginning(settler.reaction);
  }

  async #isOurs({ position, eventId }: ReactionCheckpoint): Promise<boolean> {
    if (position === undefined) return true;
    try {
      return (await this.options.store.at(position))?.id === eventId;
    } catch (error) {
      if (error instanceof OldEpoch) return false;
      throw error;
    }
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#follow = new AbortController();
      const { signal } = this.#follow;
      try {
        await this.#feed(signal);
        if (!signal.aborted) throw new Error('it gave no reason');
      } catch (error) {
        if (this.#closed) return;
        if (error instanceof OldEpoch) for (const lane of this.#lanes.values()) this.#foreign(lane);
        this.options.log?.('warn', `the reactions' follower ended: ${error instanceof Error ? error.message : String(error)}`);
        if (!(error instanceof Dropped)) await delay(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** One reading of the log for all of them, from where the last of them stands. */
  async #feed(signal: AbortSignal): Promise<void> {
    const active = [...this.#lanes.values()].filter((lane) => lane.active);
    const from = active.some(({ through }) => through === undefined) ? undefined : active.map(({ through }) => through!).sort()[0];
    if (active.length === 0) return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    for await (const { events, through } of this.options.store.follow(from, signal)) {
      for (const lane of active) lane.offer(events, through);
      while (!signal.aborted && active.some((lane) => lane.active && lane.waiting > MOST_WAITING)) await this.#moved();
    }
  }

  /** Some of them stand further back now. */
  #again(): void {
    this.#follow.abort();
    this.#wake();
  }

  #stopped(lane: Lane): void {
    this.options.log?.('error', `reaction ${lane.name} stands still at event ${lane.at?.id ?? '?'}: ${lane.failure}`);
    this.#wake();
  }

  #foreign(lane: Lane): void {
    lane.stop('foreign-history', `event ${lane.checkpoint.eventId} does not stand at ${lane.checkpoint.position}`);
  }

  #moved(): Promise<void> {
    return new Promise((resolve) => this.#waiters.add(resolve));
  }

  #movedOn(): void {
    this.#wake();
    this.#timer ??= setTimeout(() => this.#save(), this.options.saveMs ?? 500).unref();
  }

  #wake(): void {
    const waiters = [...this.#waiters];
    this.#waiters.clear();
    for (const wake of waiters) wake();
  }

  /** In one go: all of them are a few hundred bytes, and each saving is a flush. */
  #save(): void {
    this.#timer = undefined;
    const checkpoints = [...this.#lanes.values()].map(({ name, checkpoint }) => [name, checkpoint] as const);
    try {
      this.options.vault.setMeta(META, JSON.stringify(Object.fromEntries(checkpoints)));
    } catch (error) {
      // An older checkpoint only costs a second look.
      this.options.log?.('error', `the reactions' checkpoints were not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
