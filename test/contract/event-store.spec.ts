import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { EventStoreDbStore } from '@app/event-store/eventstoredb/eventstoredb-store';
import { SqliteEventStore } from '@app/event-store/sqlite/sqlite-event-store';
import type { EventStore, SlotWriter } from '@app/event-store';
import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbServer } from '../support/eventstoredb-server';
import { eventStoreContract, type Engine } from './event-store.contract';

function slotBook() {
  const kids = new Set<string>();
  const writer: SlotWriter = async (slots) => {
    if (slots.some(({ kid }) => kid.startsWith('refused'))) throw new Error('the vault refuses');
    for (const { kid } of slots) kids.add(kid);
  };
  return { writer, slots: async () => [...kids].toSorted() };
}

const memory: Engine = {
  name: 'memory',
  start: async () => {
    const { writer, slots } = slotBook();
    const store = new MemoryEventStore({ epoch: 7, slotWriter: writer });
    return {
      store,
      slots,
      appendWithLostAnswer: async (...append) => {
        await store.append(...append);
        return { told: { outcome: 'unknown' }, store };
      },
      end: () => store.close(),
    };
  },
};

const VAULT = `
CREATE TABLE slot (kid TEXT PRIMARY KEY, stream TEXT NOT NULL, person TEXT, wrapped BLOB NOT NULL);
CREATE TRIGGER refuse BEFORE INSERT ON slot WHEN new.kid LIKE 'refused%' BEGIN SELECT RAISE(ABORT, 'the vault refuses'); END;
`;

const sqlite: Engine = {
  name: 'SQLite',
  start: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kroniek-contract-'));
    const file = join(folder, 'events.db');
    const vault = new Database(join(folder, 'vault.db'));
    vault.pragma('journal_mode = WAL');
    vault.exec(VAULT);
    const slots = {
      file: vault.name,
      insert: 'INSERT INTO slot (kid, stream, person, wrapped) VALUES (@kid, @stream, @person, @wrapped) ON CONFLICT (kid) DO NOTHING',
    };
    const open = (worker?: string) => SqliteEventStore.open({ file, slots, ...(worker !== undefined && { worker }) });
    let current = await open();
    return {
      store: current,
      slots: async () => vault.prepare<[], string>('SELECT kid FROM slot ORDER BY kid').pluck().all(),
      appendWithLostAnswer: async (...append) => {
        await current.close();
        const dying: EventStore = await open(require.resolve('../support/faults/worker-dies-after-commit'));
        const told = await dying.append(...append);
        await dying.close();
        current = await open();
        return { told, store: current };
      },
      end: async () => {
        await current.close();
        vault.close();
        await rm(folder, { recursive: true });
      },
    };
  },
};

const eventStoreDb: Engine = {
  name: 'the EventStoreDB stand-in of the tests',
  start: async () => {
    const server = await EventStoreDbServer.start();
    const { writer, slots } = slotBook();
    const store = await EventStoreDbStore.open({ url: server.url, slotWriter: writer });
    return {
      store,
      slots,
      appendWithLostAnswer: async (...append) => {
        server.failNextAnswer('lose-answer');
        return { told: await store.append(...append), store };
      },
      end: async () => {
        await store.close();
        server.stop();
      },
    };
  },
};

/** A running server; its record is not emptied, and its answers are lost by giving it no time to answer. */
const realEventStoreDb = (url: string): Engine => ({
  name: 'a real EventStoreDB',
  start: async () => {
    const { writer, slots } = slotBook();
    const store = await EventStoreDbStore.open({ url, slotWriter: writer });
    return {
      store,
      slots,
      appendWithLostAnswer: async (...append) => {
        const hasty = await EventStoreDbStore.open({ url, deadlineMs: 1 });
        const told = await hasty.append(...append);
        await hasty.close();
        return { told, store };
      },
      end: () => store.close(),
    };
  },
});

const { EVENTSTOREDB_URL } = process.env;
const engines = [memory, sqlite, eventStoreDb, ...(EVENTSTOREDB_URL ? [realEventStoreDb(EVENTSTOREDB_URL)] : [])];

engines.forEach(eventStoreContract);
