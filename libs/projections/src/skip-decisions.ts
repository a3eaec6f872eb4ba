import type { Clock } from '@app/decider';
import type { Position } from '@app/event-store';
import Database from 'better-sqlite3';
import type { Poison, SkipDecision } from './projections';

interface DecisionRow {
  readonly version: number;
  readonly event_id: string;
  readonly position: Position;
  readonly decided_by: string;
  readonly decided_at: string;
}

/**
 * Decisions to go on without an event, in a file of their own so that they outlive every rebuild. A decision is about one version of a projection:
 * the next version meets the event again.
 */
export class SkipDecisions {
  readonly #db: Database.Database;

  constructor(
    file: string,
    private readonly clock: Pick<Clock, 'now'>,
  ) {
    this.#db = new Database(file);
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(`CREATE TABLE IF NOT EXISTS decisions (
      projection TEXT NOT NULL, version INTEGER NOT NULL, event_id TEXT NOT NULL, position TEXT NOT NULL, message TEXT NOT NULL,
      decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, PRIMARY KEY (projection, version, event_id)) STRICT`);
  }

  record(projection: string, version: number, poison: Poison, decidedBy: string): void {
    this.#db
      .prepare('INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(projection, version, poison.eventId, poison.position, poison.message, decidedBy, new Date(this.clock.now()).toISOString());
  }

  of(projection: string, version: number): readonly SkipDecision[] {
    return this.#db
      .prepare<[string, number], DecisionRow>('SELECT * FROM decisions WHERE projection = ? AND version = ? ORDER BY position')
      .all(projection, version)
      .map((row) => ({
        version: row.version,
        eventId: row.event_id,
        position: row.position,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
      }));
  }

  close(): void {
    this.#db.close();
  }
}
