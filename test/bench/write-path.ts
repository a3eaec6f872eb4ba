import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import { SqliteEventStore } from '@app/event-store/sqlite/sqlite-event-store';
import { terms } from '@app/partnership';
import type { Projections } from '@app/projections';
import { Admission, catalogueOf, ClockGuard, ReactionRunner, Recorder, readerOf, StateCache } from '@app/recording';
import type { Runtime } from '@app/runtime';
import { SqliteEditionBytes } from '@app/runtime/sqlite-edition-bytes';
import { Vault } from '@app/vault';

export interface WritePathOptions {
  /** 0: every command loads its stream from the store. */
  readonly cacheBytes?: number;
  /** Appends per transaction. */
  readonly batchSize?: number;
}

/** The service's projections follow in a thread of their own; here nothing does. */
const NO_PROJECTIONS: Projections = {
  status: async () => [],
  waitFor: async () => true,
  rebuild: async () => undefined,
  skip: async () => undefined,
  reader: (name) => {
    throw new Error(`no projection ${name}`);
  },
  close: async () => undefined,
};

export const openVault = (folder: string): Vault =>
  Vault.open({
    file: join(folder, 'vault.db'),
    masterKeyFile: join(folder, 'master-key'),
    random: new PooledRandom(),
    now: () => Date.now(),
  });

/** The service's runtime without projections, so that the write path is measured alone, and with its knobs in reach. */
export async function openWritePath(folder: string, { cacheBytes, batchSize }: WritePathOptions = {}): Promise<Runtime> {
  const vault = openVault(folder);
  const tokenFile = join(folder, 'admin-token');
  closeSync(openSync(tokenFile, 'a', 0o600));
  if (readFileSync(tokenFile, 'utf8') === '') writeFileSync(tokenFile, vault.createToken({ kind: 'admin', name: 'admin' }));
  const file = join(folder, 'events.db');
  const store = await SqliteEventStore.open({ file, slots: vault.slotTable, ...(batchSize === undefined ? {} : { batchSize }) });
  const editions = SqliteEditionBytes.open(join(folder, 'editions.db'));
  const read = readerOf(terms);
  const catalogue = catalogueOf(terms);
  const clock = new ClockGuard({ now: () => Date.now(), monotonic: () => performance.now() }, undefined);
  const cache = cacheBytes === undefined ? undefined : new StateCache(cacheBytes);
  const recorder = new Recorder({ store, vault, terms, clock, random: new PooledRandom(), soleWriter: true, ...(cache ? { cache } : {}) });
  const admission = new Admission();
  const reactions = await ReactionRunner.start({ store, vault, recorder, admission, catalogue, read, terms, reactions: [] });
  return {
    vault,
    store,
    editions,
    projections: NO_PROJECTIONS,
    reactions,
    recorder,
    admission,
    catalogue,
    clock,
    read,
    head: await store.head(),
    tokenFile,
    storePath: file,
    close: async () => {
      await reactions.close();
      await store.close();
      editions.close();
      vault.close();
    },
  };
}
