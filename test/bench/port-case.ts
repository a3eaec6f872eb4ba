import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeEvent, PooledRandom } from '@app/audit';
import type { EncodedEvent } from '@app/event-store';
import { BatchCommitter, APPENDED } from '@app/event-store/sqlite/commit-batch';
import { openEvents, uuidBytes } from '@app/event-store/sqlite/database';
import { SqliteEventStore } from '@app/event-store/sqlite/sqlite-event-store';
import { terms } from '@app/partnership';
import { catalogueOf } from '@app/recording';
import { seedEvents } from '../support/seed-events';
import { endless } from './bodies';
import type { Measurement, Settings } from './measurement';
import { eventCount } from './http-case';

const PREPARED = 4_096;

interface Prepared {
  readonly folder: string;
  readonly file: string;
  readonly nextStream: () => string;
  readonly nextEvent: () => EncodedEvent;
  /** Revision that stands, per stream. */
  readonly revisions: Map<string, number>;
}

/** Encoded events as the command path makes them; their bytes are used again, under new ids. */
function encodedEvents(): EncodedEvent[] {
  const definition = catalogueOf(terms).get('register-participant')!.definition.emits[0]!;
  const random = new PooledRandom();
  const none = (): never => {
    throw new Error('nothing is sealed here');
  };
  return Array.from({ length: PREPARED }, (_, n) =>
    encodeEvent(
      {
        id: randomUUID(),
        streamId: `session-${randomBytes(16).toString('base64url')}`,
        revision: 1,
        definition,
        subject: 'professional',
        data: { kind: 'info-session', registration: randomBytes(16).toString('base64url'), profession: 'nurse' },
        occurred: { from: '2021-03-04', to: '2021-03-04', nature: 'point', precision: 'day' },
        recordedAt: '2026-11-24T03:00:00.000Z',
        actor: 'acct-AAAAAAAAAAAAAAAAAAAAAA',
        organisation: 'org-AAAAAAAAAAAAAAAAAAAAAA',
        team: 'team-1',
        planRefs: [{ plan: '2021', action: 15 }],
        source: 'form',
        correlationId: `c-${n}`,
        subjects: [],
        language: 'nl',
        sourceRef: { ref: 'S000', locator: 573 },
        keyTag: randomBytes(32).toString('base64url'),
        bodyTag: randomBytes(32).toString('base64url'),
      },
      { textSlot: none, subjectSlot: none },
      random,
    ),
  );
}

function prepare({ streams }: Settings): Prepared {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-bench-'));
  const file = join(folder, 'events.db');
  const encoded = encodedEvents();
  const names = Array.from({ length: streams }, () => `session-${randomBytes(16).toString('base64url')}`);
  seedEvents(
    file,
    names.map((streamId, n) => ({ streamId, event: { ...encoded[n % PREPARED]!, id: randomUUID() } })),
  );
  let used = 0;
  return {
    folder,
    file,
    nextStream: endless(names, 11),
    nextEvent: () => ({ ...encoded[used++ % PREPARED]!, id: randomUUID() }),
    revisions: new Map(names.map((name) => [name, 0])),
  };
}

function finish(prepared: Prepared, streams: number, appended: number, rate: Measurement): Measurement {
  const events = eventCount(prepared.file) - streams;
  if (events !== appended) throw new Error(`not proved: ${events} events for ${appended} acknowledged appends`);
  rmSync(prepared.folder, { recursive: true, force: true });
  return { ...rate, acknowledged: appended, events };
}

/** How often `work` runs in the measured time, after a warm-up. */
function timed(work: () => void, { warmUpMs, measureMs }: Settings): { rate: number; total: number } {
  let total = 0;
  const during = (ms: number): number => {
    const started = performance.now();
    let count = 0;
    let now = started;
    for (; now - started < ms; now = performance.now()) {
      work();
      count++;
    }
    total += count;
    return (count * 1000) / (now - started);
  };
  during(warmUpMs / 4);
  return { rate: during(measureMs), total };
}

/** The floor: the same rows in the same tables, one insert and one flushed transaction each. */
export async function measureRawSqlite(settings: Settings): Promise<Measurement> {
  const prepared = prepare(settings);
  const db = openEvents(prepared.file);
  const keys = new Map(
    db
      .prepare<[], { name: string; key: number }>('SELECT name, key FROM stream')
      .all()
      .map(({ name, key }) => [name, key]),
  );
  const type = db.prepare<[], number>('SELECT key FROM type').pluck().get()!;
  const insert = db.prepare('INSERT INTO event (position, stream, revision, type, id, bytes) VALUES (?, ?, ?, ?, ?, ?)');
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('not proved: synchronous = FULL');
  let position = settings.streams;
  const { rate, total } = timed(() => {
    const stream = prepared.nextStream();
    const { id, bytes } = prepared.nextEvent();
    const revision = prepared.revisions.get(stream)! + 1;
    insert.run(++position, keys.get(stream), revision, type, uuidBytes(id), bytes);
    prepared.revisions.set(stream, revision);
  }, settings);
  db.close();
  return finish(prepared, settings.streams, total, { perSecond: rate });
}

/** The worker's own commit function in this thread, one append per batch. */
export async function measureCommitFunction(settings: Settings): Promise<Measurement> {
  const prepared = prepare(settings);
  const committer = new BatchCommitter({ file: prepared.file });
  const { rate, total } = timed(() => {
    const stream = prepared.nextStream();
    const { id, type, bytes } = prepared.nextEvent();
    const expected = prepared.revisions.get(stream)!;
    const [outcome] = committer.commitBatch([{ stream, expected, events: [{ id: uuidBytes(id), type, bytes }], slots: [] }]);
    if (outcome !== APPENDED) throw new Error(`an append was answered ${outcome}`);
    prepared.revisions.set(stream, expected + 1);
  }, settings);
  committer.close();
  return finish(prepared, settings.streams, total, { perSecond: rate });
}

/** The port, worker and all, from outside. */
export async function measurePort(callers: number, batchSize: number | undefined, settings: Settings): Promise<Measurement> {
  const prepared = prepare(settings);
  const store = await SqliteEventStore.open({ file: prepared.file, ...(batchSize === undefined ? {} : { batchSize }) });
  let total = 0;
  const busy = new Set<string>();
  const freeStream = (): string => {
    for (;;) {
      const stream = prepared.nextStream();
      if (!busy.has(stream)) return stream;
    }
  };
  const during = async (ms: number): Promise<number> => {
    const started = performance.now();
    let count = 0;
    const caller = async (): Promise<void> => {
      while (performance.now() - started < ms) {
        const stream = freeStream();
        busy.add(stream);
        const revision = prepared.revisions.get(stream)!;
        const { outcome } = await store.append(stream, BigInt(revision), [prepared.nextEvent()]);
        if (outcome !== 'appended') throw new Error(`an append was answered ${outcome}`);
        prepared.revisions.set(stream, revision + 1);
        busy.delete(stream);
        count++;
      }
    };
    await Promise.all(Array.from({ length: callers }, caller));
    total += count;
    return (count * 1000) / (performance.now() - started);
  };
  await during(settings.warmUpMs / 4);
  const rate = await during(settings.measureMs);
  await store.close();
  return finish(prepared, settings.streams, total, { perSecond: rate });
}
