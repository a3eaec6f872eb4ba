import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import { type Clock, type RecordedEvent, Refusal } from '@app/decider';
import type { AppendOptions, AppendResult, EncodedEvent, EventStore, ExpectedRevision } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { terms } from '@app/partnership';
import { catalogueOf, ClockGuard, type CommandAnswer, NotRecorded, readerOf, Recorder } from '@app/recording';
import { type PrincipalKind, Vault } from '@app/vault';

const START = Date.parse('2021-12-01T09:00:00.000Z');
const catalogue = catalogueOf(terms);

export class HandClock implements Clock {
  wall = START;
  steady = 0;
  now = (): number => this.wall;
  monotonic = (): number => this.steady;
}

type Call = readonly [streamId: string, expected: ExpectedRevision, events: readonly EncodedEvent[], options?: AppendOptions];
export type Append = (...call: Call) => Promise<AppendResult>;

/** Something with some of its members replaced; what it keeps private stays its own. */
export function replacing<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const own: unknown = name in members ? members[name as keyof T] : Reflect.get(target, name, target);
      return typeof own === 'function' && !(name in members) ? (own.bind(target) as unknown) : own;
    },
  });
}

/** A store whose appends go through `around`, which may lie about the outcome or do something first. */
export const appendingThrough = (inner: EventStore, around: (append: Append) => Append): EventStore =>
  replacing(inner, { append: around((...call) => inner.append(...call)) });

interface Parts {
  readonly store?: EventStore;
  readonly vault?: Vault;
  readonly clock?: ClockGuard;
  readonly soleWriter?: boolean;
}

interface Sending {
  readonly key?: string;
  readonly kind?: PrincipalKind;
  readonly name?: string;
  readonly ifMatch?: number;
}

/** A record in memory with a vault in a folder of its own, and a clock that is moved by hand; `close` removes it. */
export class RecordingBench {
  readonly read = readerOf(terms);
  readonly clock = new HandClock();
  readonly vault: Vault;
  store: EventStore;
  readonly #folder = mkdtempSync(join(tmpdir(), 'kroniek-recorder-'));
  readonly #random = new PooledRandom();
  #keys = 0;

  constructor() {
    this.vault = this.openVault();
    this.store = new MemoryEventStore({ slotWriter: this.vault.writeSlots });
  }

  /** The same vault as a process that starts afresh sees it. */
  openVault(): Vault {
    const masterKeyFile = join(this.#folder, 'master-key');
    return Vault.open({ file: join(this.#folder, 'vault.db'), masterKeyFile, random: this.#random, now: () => START });
  }

  recorder(parts: Parts = {}): Recorder {
    const { store, vault, clock } = this;
    return new Recorder({ store, vault, terms, clock: new ClockGuard(clock, undefined), random: this.#random, soleWriter: true, ...parts });
  }

  /** Records one command, under a key of its own unless one is given. */
  send(
    recorder: Recorder,
    command: string,
    body: object,
    { key, kind = 'operator', name = 'one', ifMatch }: Sending = {},
  ): Promise<CommandAnswer> {
    return recorder.record({
      entry: catalogue.get(command)!,
      body: body,
      principal: this.vault.principalNamed({ kind, name }),
      key: key ?? `key-${this.#keys++}`,
      correlationId: 'c-spec',
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
  }

  async stream(streamId: string): Promise<readonly RecordedEvent[]> {
    return (await Array.fromAsync(this.store.readStream(streamId))).map(this.read);
  }

  async count(): Promise<number> {
    return (await Array.fromAsync(this.store.readAll(undefined))).length;
  }

  close(): void {
    this.vault.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The code of the refusal that a command meets, or `recorded`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'recorded',
    (error: unknown) => (error instanceof Refusal || error instanceof NotRecorded ? error.code : String(error)),
  );

const title = { nl: 'Een sessie', fr: 'Une séance' };

export const held = { kind: 'info-session', title, occurred: { from: '2021-03-18' }, heads: { value: 30, exactness: 'exact' } };
export const planned = { kind: 'info-session', title, occurred: { from: '2022-03-18' } };
export const views = (session: string, value: number) => ({ session, views: { value, exactness: 'exact' } });
