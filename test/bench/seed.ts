import 'reflect-metadata';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import { Refusal } from '@app/decider';
import { type ActivityOptions, generateActivity, terms } from '@app/partnership';
import { catalogueOf, ClockGuard, Recorder } from '@app/recording';
import type { CommandBody } from '@app/partnership';
import { BulkStore } from './bulk-store';
import { openVault } from './write-path';

const isReference = (value: unknown): value is { readonly $ref: string } => typeof value === 'object' && value !== null && '$ref' in value;

/**
 * Fills a data folder with generated activity until it holds `count` events: commands of the generator's principal through the recorder, the store in
 * bulk. Does nothing when the folder is there.
 */
export async function seedRecord(
  folder: string,
  count: number,
  say: (line: string) => void,
  activity: ActivityOptions = { seed: 1, teams: 20, days: 20_000, from: '1990-01-01' },
): Promise<void> {
  if (existsSync(folder)) return;
  const filling = `${folder}.filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(filling, { recursive: true });
  const vault = openVault(filling);
  const store = new BulkStore(join(filling, 'events.db'), vault);
  const clock = new ClockGuard({ now: () => Date.now(), monotonic: () => performance.now() }, undefined);
  const recorder = new Recorder({ store, vault, terms, clock, random: new PooledRandom(), soleWriter: true });
  const catalogue = catalogueOf(terms);
  const principal = vault.principalNamed({ kind: 'generator', name: 'generator' });
  let streams = new Map<string, string>();
  let said = 0;
  for (const { key, command, body } of generateActivity(activity)) {
    if (store.count >= count) break;
    const resolved = Object.fromEntries(
      Object.entries(body).map(([field, value]: [string, unknown]) => [field, isReference(value) ? streams.get(value.$ref) : value]),
    );
    if (Object.entries(body).some(([field, value]: [string, unknown]) => isReference(value) && resolved[field] === undefined)) continue;
    try {
      const request = { entry: catalogue.get(command)!, body: resolved as unknown as CommandBody, principal, key, correlationId: 'c-seed' };
      // Only an answer refers back, and to the line before.
      streams = new Map([[key, (await recorder.record(request)).streamId]]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    if (store.count - said >= 100_000) say(`  ${(said = store.count)} events generated`);
  }
  await store.close();
  vault.close();
  renameSync(filling, folder);
}
