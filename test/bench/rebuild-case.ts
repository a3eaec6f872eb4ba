import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProjectionThreads } from '@app/projections';
import { APART } from '@app/runtime/projection-list';
import Sqlite from 'better-sqlite3';
import type { Measurement, Settings } from './measurement';

const PAGE = 10_000;

/** The floor: every row read and its bytes parsed, on one thread, nothing made of it. */
export async function measureReadAndParse({ record }: Settings): Promise<Measurement> {
  const db = new Sqlite(join(record, 'events.db'), { readonly: true });
  const page = db
    .prepare<[number, number], [number, number, number, number, Buffer, Buffer]>(
      'SELECT position, stream, revision, type, id, bytes FROM event WHERE position > ? ORDER BY position LIMIT ?',
    )
    .raw();
  const started = performance.now();
  let last = 0;
  let parsed = 0;
  for (;;) {
    const rows = page.all(last, PAGE);
    if (rows.length === 0) break;
    for (const row of rows) if ((JSON.parse(row[5].toString('utf8')) as { v: number }).v === 1) parsed++;
    last = rows.at(-1)![0];
  }
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return { perSecond: parsed / seconds, seconds, events: parsed };
}

/** Every projection of the service from nothing, in the service's threads, until each is live at the head. */
export async function measureRebuild({ record }: Settings): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-bench-'));
  const eventsFile = join(record, 'events.db');
  const db = new Sqlite(eventsFile, { readonly: true });
  const events = db.prepare<[], number>('SELECT max(position) FROM event').pluck().get()!;
  db.close();
  const started = performance.now();
  const projections = await startProjectionThreads(
    { module: require.resolve('../../libs/runtime/src/projection-list'), eventsFile, folder },
    APART,
  );
  const head = `0001-${String(events).padStart(16, '0')}`;
  if (!(await projections.waitFor(head, 600_000))) throw new Error('the projections did not reach the head');
  let status = await projections.status();
  while (!status.every(({ ready }) => ready)) {
    await once(AbortSignal.timeout(20), 'abort');
    status = await projections.status();
  }
  const seconds = (performance.now() - started) / 1000;
  if (!status.every(({ ordinal }) => ordinal === events)) throw new Error(`not proved: every projection has seen ${events} events`);
  await projections.close();
  rmSync(folder, { recursive: true, force: true });
  return { perSecond: events / seconds, seconds, events };
}
