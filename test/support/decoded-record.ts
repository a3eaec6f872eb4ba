import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import type { RecordedEvent } from '@app/decider';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { type GeneratedLine, terms } from '@app/partnership';
import type { ProjectedEvent, Projection } from '@app/projections';
import { Admission, catalogueOf, ClockGuard, importRegisters, localSubmit, readerOf, Recorder } from '@app/recording';
import { Vault } from '@app/vault';
import Sqlite, { type Database } from 'better-sqlite3';
import { registerFiles } from '../../apps/api/src/demo';
import { DATA } from './register';

const NOW = Date.parse('2026-11-24T09:00:00.000Z');

/** Registers, and generated lines as a generator records them, through the command path into a store in memory, and back as decoded events. */
export async function decodedRecord(
  registers: readonly string[],
  generated: readonly GeneratedLine[] = [],
): Promise<readonly RecordedEvent[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-record-'));
  const clock = { now: () => NOW, monotonic: () => NOW };
  const random = new PooledRandom();
  const vault = Vault.open({ file: join(folder, 'vault.db'), masterKeyFile: join(folder, 'master-key'), random, now: clock.now });
  const store = new MemoryEventStore({ slotWriter: vault.writeSlots });
  const recorder = new Recorder({ store, vault, terms, clock: new ClockGuard(clock, undefined), random, soleWriter: true });
  const service = { recorder, admission: new Admission(), catalogue: catalogueOf(terms) };
  const record = async (files: readonly string[], kind: 'import' | 'generator', name: string): Promise<void> => {
    const { refused } = await importRegisters(files, { submit: localSubmit(service, vault.principalNamed({ kind, name })) });
    // A generator draws persons at random: some are in the programme already.
    expect(refused.filter(({ code }) => kind === 'import' || code !== 'inclusion.already-included')).toEqual([]);
  };
  for (const name of registers) await record(registerFiles(join(DATA, name)), 'import', `import:${name}`);
  if (generated.length > 0) {
    const file = join(folder, 'generated.ndjson');
    writeFileSync(file, generated.map((line) => JSON.stringify(line)).join('\n'));
    await record([file], 'generator', 'generator:spec');
  }
  const events = (await Array.fromAsync(store.readAll(undefined))).map(readerOf(terms));
  await store.close();
  vault.close();
  rmSync(folder, { recursive: true });
  return events;
}

/** A log as projections take it in. */
export const projectedOf = (events: readonly RecordedEvent[]): readonly ProjectedEvent[] =>
  events.map((event, index) => ({ kind: 'event', position: `0001-${String(index + 1).padStart(16, '0')}`, ordinal: index + 1, event }));

/** The read database of a projection that has taken in the log, in batches of so many events. */
export function readDatabase(projection: Projection, events: readonly RecordedEvent[], batch = 1_000): Database {
  const db = new Sqlite(':memory:');
  const projected = projectedOf(events);
  projection.create(db);
  const apply = projection.open(db);
  for (let from = 0; from < projected.length; from += batch) db.transaction(() => apply(projected.slice(from, from + batch)))();
  projection.index?.(db);
  return db;
}

const mappings = new Map(terms.flatMap((term) => Object.entries(term.facts)));
const tenses = new Map(terms.flatMap((term) => term.events).map((definition) => [definition.type, definition.tense]));
const stated = new WeakMap<RecordedEvent, ReturnType<typeof statedAnew>>();

const statedAnew = (event: RecordedEvent) => mappings.get(event.type)?.(event) ?? [];

/** What an event of the field states; mappings are pure, so each is asked once. */
export function statedBy(event: RecordedEvent) {
  const known = stated.get(event) ?? statedAnew(event);
  stated.set(event, known);
  return known;
}

/** Whether an event of the field says what has happened. */
export const isHeld = (event: RecordedEvent): boolean => tenses.get(event.type) === 'fact';
