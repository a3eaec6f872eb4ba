import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/decider';
import type { EncodedEvent, EventStore, Position, StoredEvent } from '@app/event-store';
import type { Database } from 'better-sqlite3';
import type { ProjectedEvent, Projection } from './projection';

export const idOf = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

export const encoded = (n: number, value: number | 'broken' = n): EncodedEvent => ({
  id: idOf(n),
  type: 'Counted',
  bytes: Buffer.from(value === 'broken' ? 'no event' : JSON.stringify({ value })),
});

export const stream = (n: number): string => `thing-${String(n).padStart(22, 'A')}`;

/** Appends one event per value, spread over three streams; the id of an event tells its place. Answers the positions. */
export function writer(store: Pick<EventStore, 'append'>): (...values: (number | 'broken')[]) => Promise<Position[]> {
  const revisions = new Map<string, bigint>();
  let written = 0;
  return async (...values) => {
    const positions: Position[] = [];
    for (const value of values) {
      written += 1;
      const streamId = stream(written % 3);
      const revision = revisions.get(streamId);
      const result = await store.append(streamId, revision ?? 'no-stream', [encoded(written, value)]);
      if (result.outcome !== 'appended') throw new Error(`not appended: ${result.outcome}`);
      revisions.set(streamId, (revision ?? -1n) + 1n);
      positions.push(result.position);
    }
    return positions;
  };
}

export const decode = ({ id, streamId, revision, bytes }: StoredEvent): RecordedEvent => {
  const { value } = JSON.parse(bytes.toString('utf8')) as { value: number };
  return {
    id,
    streamId,
    revision: Number(revision),
    type: 'Counted',
    schemaVersion: 1,
    subject: 'none',
    occurred: { from: '2021-03-04', to: '2021-03-04', nature: 'point', precision: 'day' },
    recordedAt: '2021-03-04T23:30:00.000Z',
    actor: 'acct-spec',
    organisation: 'org-spec',
    planRefs: [],
    source: 'form',
    correlationId: 'c-spec',
    subjects: [],
    keyTag: 'k',
    bodyTag: 'b',
    data: { value },
    sealed: [],
  };
};

export const POISON = 666;

const valueOf = (projected: ProjectedEvent): number => {
  const value = projected.kind === 'event' ? Number(projected.event.data['value']) : 0;
  if (value === POISON) throw new Error('cannot count this');
  return value;
};

/** Sums per stream; remembers sums between batches, as a real projection may, and chokes on `POISON`. */
export const tally = (overrides: Partial<Projection> = {}): Projection => ({
  name: 'tally',
  version: 1,
  order: 'stream',
  create: (db) => db.exec('CREATE TABLE tally (stream_id TEXT PRIMARY KEY, total INTEGER NOT NULL, last INTEGER NOT NULL) STRICT'),
  index: (db) => db.exec('CREATE INDEX tally_total ON tally (total)'),
  open: (db) => {
    const totals = new Map(db.prepare<[], [string, number]>('SELECT stream_id, total FROM tally').raw().all());
    const upsert = db.prepare('INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET total = excluded.total, last = excluded.last');
    return (events) => {
      for (const projected of events) {
        const streamId = projected.kind === 'event' ? projected.event.streamId : projected.streamId;
        const total = (totals.get(streamId) ?? 0) + valueOf(projected);
        totals.set(streamId, total);
        upsert.run(streamId, total, projected.ordinal);
      }
    };
  },
  ...overrides,
});

/** One row per event. */
export const journal = (overrides: Partial<Projection> = {}): Projection => ({
  name: 'journal',
  version: 1,
  order: 'log',
  create: (db) =>
    db.exec('CREATE TABLE journal (ordinal INTEGER PRIMARY KEY, position TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT'),
  open: (db) => {
    const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?)');
    return (events) => {
      for (const projected of events) {
        insert.run(
          projected.ordinal,
          projected.position,
          projected.kind,
          projected.kind === 'event' ? projected.event.id : projected.eventId,
        );
      }
    };
  },
  ...overrides,
});

/** Every table, index and row of a database as text. */
export function dump(db: Database): string {
  const objects = db
    .prepare<[], { name: string; type: string; sql: string }>(
      'SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name',
    )
    .all();
  const rows = objects
    .filter(({ type }) => type === 'table')
    .flatMap(({ name }) =>
      db
        .prepare(`SELECT * FROM ${name}`)
        .raw()
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`),
    );
  return [...objects.map(({ sql }) => sql), ...rows].join('\n');
}

export const rows = (db: Database, sql: string): unknown[] => db.prepare(sql).raw().all();

/** A folder that is gone after the spec. */
export function scratch(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'projections-'));
  return { path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
