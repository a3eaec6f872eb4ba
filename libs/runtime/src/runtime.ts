import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PooledRandom } from '@app/audit';
import type { Clock, RandomSource, RecordedEvent } from '@app/decider';
import type { EventStore, Position, StoredEvent } from '@app/event-store';
import { EventStoreDbStore } from '@app/event-store/eventstoredb/eventstoredb-store';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { SqliteEventStore } from '@app/event-store/sqlite/sqlite-event-store';
import type { EditionBytes } from '@app/indicators';
import { type Reaction, reactions, terms } from '@app/partnership';
import { ProjectionEngine, type ProjectionLog, type Projections, startProjectionThreads } from '@app/projections';
import { Admission, catalogueOf, type CatalogueEntry, ClockGuard, ReactionRunner, Recorder, readerOf } from '@app/recording';
import { Vault } from '@app/vault';
import { APART, projectionList } from './projection-list';
import type { Settings } from './settings';
import { SqliteEditionBytes } from './sqlite-edition-bytes';

const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Everything that is open while the service runs, closed in the reverse order. */
export interface Runtime {
  readonly vault: Vault;
  readonly store: EventStore;
  readonly editions: EditionBytes;
  readonly projections: Projections;
  readonly reactions: ReactionRunner;
  readonly recorder: Recorder;
  readonly admission: Admission;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly clock: ClockGuard;
  readonly read: (stored: StoredEvent) => RecordedEvent;
  readonly head: Position | undefined;
  readonly tokenFile: string;
  readonly storePath: string;
  close(): Promise<void>;
}

/** The write side alone. */
export type WriteSide = Pick<Runtime, 'vault' | 'recorder' | 'admission' | 'catalogue' | 'close'>;

export interface RuntimeOptions {
  readonly clock?: Clock;
  /** Called when the store can no longer tell what was written: the process must end. */
  readonly onFenced?: (reason: string) => void;
  /** What the projections have to say: a stop at an event, a rebuild, a failing disk. */
  readonly log?: ProjectionLog;
  /** A projection thread ended by itself: figures stand still from now on. Recording goes on. */
  readonly onProjectionsDead?: (error: Error) => void;
  /** Absolute path of the module that the projection threads load instead of the service's own. */
  readonly projectionModule?: string;
  /** The reactions that run instead of the service's own. */
  readonly reactions?: readonly Reaction[];
}

const openStore = async (settings: Settings, folder: string, vault: Vault, onFenced: (reason: string) => void): Promise<EventStore> =>
  settings.EVENT_STORE === 'eventstoredb'
    ? EventStoreDbStore.open({ url: settings.EVENTSTOREDB_URL!, slotWriter: vault.writeSlots })
    : SqliteEventStore.open({ file: join(folder, 'events.db'), slots: vault.slotTable, onFenced });

/** First start: the administrator's token, readable by this account alone. */
function ensureAdminToken(vault: Vault, tokenFile: string): void {
  if (existsSync(tokenFile)) return;
  writeFileSync(tokenFile, `${vault.createToken({ kind: 'admin', name: 'admin' })}\n`, { mode: 0o600 });
}

/** The vault of a data folder; its master key stands beside it unless the settings name another file. */
export function openVault(
  { DATA_DIR, MASTER_KEY_FILE }: Pick<Settings, 'DATA_DIR' | 'MASTER_KEY_FILE'>,
  clock: Clock = systemClock,
  random: RandomSource = new PooledRandom(),
): Vault {
  const folder = resolve(DATA_DIR);
  const masterKeyFile = MASTER_KEY_FILE ?? join(folder, 'master-key');
  return Vault.open({ file: join(folder, 'vault.db'), masterKeyFile, random, now: () => clock.now() });
}

async function lastEvent(
  store: EventStore,
  read: (stored: StoredEvent) => RecordedEvent,
): Promise<{ head?: Position; recordedAt?: number }> {
  const head = await store.head();
  const stored = head === undefined ? undefined : await store.at(head);
  if (!stored) return {};
  return { head, recordedAt: Date.parse(read(stored).recordedAt) };
}

/**
 * Opens the vault, the event store and the projections of a data folder.
 * @throws StoreLocked when another process records into it.
 */
export async function openRuntime(settings: Settings, options: RuntimeOptions = {}): Promise<Runtime> {
  const { clock = systemClock, onFenced = () => undefined, log, onProjectionsDead: onDeath, projectionModule } = options;
  const told = { ...(log ? { log } : {}), ...(onDeath ? { onDeath } : {}) };
  const folder = resolve(settings.DATA_DIR);
  mkdirSync(folder, { recursive: true });
  const random = new PooledRandom();
  const vault = openVault(settings, clock, random);
  const tokenFile = join(folder, 'admin-token');
  ensureAdminToken(vault, tokenFile);
  const store = await openStore(settings, folder, vault, onFenced);
  const editions = SqliteEditionBytes.open(join(folder, 'editions.db'));
  const read = readerOf(terms);
  const { head, recordedAt } = await lastEvent(store, read);
  const guard = new ClockGuard(clock, recordedAt);
  const readFolder = join(folder, 'read');
  const projections =
    settings.EVENT_STORE === 'eventstoredb'
      ? await ProjectionEngine.start({ store, projections: projectionList(), folder: readFolder, decode: read, ...(log ? { log } : {}) })
      : await startProjectionThreads(
          {
            module: projectionModule ?? require.resolve('./projection-list'),
            eventsFile: join(folder, 'events.db'),
            folder: readFolder,
            ...told,
          },
          APART,
        );
  const catalogue = catalogueOf(terms);
  const recorder = new Recorder({ store, vault, terms, clock: guard, random, soleWriter: settings.EVENT_STORE === 'sqlite' });
  const admission = new Admission();
  const runner = await ReactionRunner.start({
    store,
    vault,
    recorder,
    admission,
    catalogue,
    read,
    terms,
    reactions: options.reactions ?? reactions,
    ...(log ? { log } : {}),
  });
  return {
    vault,
    store,
    editions,
    projections,
    reactions: runner,
    recorder,
    admission,
    catalogue,
    clock: guard,
    read,
    head,
    tokenFile,
    storePath: settings.EVENT_STORE === 'sqlite' ? join(folder, 'events.db') : settings.EVENTSTOREDB_URL!.replace(/\/\/[^@/]*@/, '//'),
    close: async () => {
      await runner.close();
      await projections.close();
      await store.close();
      editions.close();
      vault.close();
    },
  };
}

/** A write side that keeps nothing: an empty record in memory, its vault in `folder`, which the caller removes. */
export async function openDryRun(folder: string, clock: Clock = systemClock): Promise<WriteSide> {
  const random = new PooledRandom();
  const vault = openVault({ DATA_DIR: folder }, clock, random);
  const store = new MemoryEventStore({ slotWriter: vault.writeSlots });
  const catalogue = catalogueOf(terms);
  return {
    vault,
    catalogue,
    admission: new Admission(),
    recorder: new Recorder({ store, vault, terms, clock: new ClockGuard(clock, undefined), random, soleWriter: true }),
    close: async () => {
      await store.close();
      vault.close();
    },
  };
}
