import type { FactChange, FactClosing } from '@app/partnership';
import type { Database } from 'better-sqlite3';
import type { RollupKeeper } from './fact-rollups';
import { OPEN, ROWS_PER_EVENT } from './facts.schema';

interface BaseRow {
  readonly id: number;
  readonly root: number;
  readonly fact_type: string;
  readonly subject_key: string | null;
  readonly occurrence_key: string | null;
  readonly valid_to: string | null;
  readonly valid_to_expected: number | null;
}

interface OpenRow {
  readonly id: number;
  readonly base: number;
  readonly base_event_stands: number;
  readonly changed_by: number | null;
}

interface Change {
  readonly root: number;
  readonly closes: number;
  readonly types: string;
  readonly subject_key: string | null;
  readonly occurrence_key: string | null;
  readonly valid_to: string | null;
  readonly valid_to_expected: number | null;
  readonly ordinal: number;
}

type Desired = {
  readonly base: number;
  readonly changedBy: number | null;
  readonly validTo: string | null;
  readonly expected: number | null;
};

const CLOSE = 'UPDATE facts SET known_to = ?, closed_by = ?, close_reason = ? WHERE id = ?';

const COPY = `
  INSERT INTO facts (id, kind, shape, scope, v, lo, hi, subject_key, occurrence_key, group_key, series_key, event_from, event_to, dates, valid_to, valid_to_expected,
    r_from, r_to, recorded_on, root, base, changed_by)
  SELECT ?, kind, shape, scope, v, lo, hi, subject_key, occurrence_key, group_key, series_key, event_from, event_to, dates, ?, ?, r_from, r_to, recorded_on, root, id, ?
  FROM facts WHERE id = ?`;

const ROWS_OF_EVENT = `f.id BETWEEN e.ordinal * ${ROWS_PER_EVENT} AND e.ordinal * ${ROWS_PER_EVENT} + ${ROWS_PER_EVENT - 1}`;

/** What stands of one stated row after the changes that came later in the life of its stream; nothing when one of them closed it. */
function standing(row: BaseRow, changes: readonly Change[]): Desired | undefined {
  let desired: Desired = { base: row.id, changedBy: null, validTo: row.valid_to, expected: row.valid_to_expected };
  for (const change of changes) {
    if (change.root <= row.root) continue;
    if (!(JSON.parse(change.types) as string[]).includes(row.fact_type)) continue;
    if (change.subject_key !== null && change.subject_key !== row.subject_key) continue;
    if (change.occurrence_key !== null && change.occurrence_key !== row.occurrence_key) continue;
    if (change.closes) return undefined;
    desired = { base: row.id, changedBy: change.ordinal, validTo: change.valid_to, expected: change.valid_to_expected };
  }
  return desired;
}

/**
 * Brings the open rows of one stream in line with the events that stand in it: for changes (an end, an extension), corrections and withdrawals alike, so
 * that a withdrawn change gives back what it superseded and a corrected start keeps its later end. Answers by comparing what should stand with what does.
 */
export function restater(
  db: Database,
  rollups: RollupKeeper,
): (stream: number, ordinal: number, reason: string, firstFree: number) => void {
  const rows = db.prepare<[number], BaseRow>(`
    SELECT f.id, f.root, k.fact_type, f.subject_key, f.occurrence_key, f.valid_to, f.valid_to_expected
    FROM fact_events e JOIN facts f ON ${ROWS_OF_EVENT} JOIN fact_kinds k ON k.id = f.kind
    WHERE e.stream = ? AND e.known_to = ${OPEN} AND f.base IS NULL ORDER BY f.id`);
  const openRows = db.prepare<[number], OpenRow>(`
    SELECT f.id, coalesce(f.base, f.id) AS base, f.changed_by, b.known_to = ${OPEN} AS base_event_stands
    FROM fact_events e JOIN facts f ON ${ROWS_OF_EVENT}
      JOIN fact_events b ON b.ordinal = coalesce(f.base, f.id) / ${ROWS_PER_EVENT}
    WHERE e.stream = ? AND f.known_to = ${OPEN}`);
  const changesOf = db.prepare<[number], Change>(`
    SELECT e.root, c.closes, c.types, c.subject_key, c.occurrence_key, c.valid_to, c.valid_to_expected, c.ordinal
    FROM fact_events e JOIN fact_changes c ON c.ordinal = e.ordinal WHERE e.stream = ? AND e.known_to = ${OPEN} ORDER BY e.root, c.n`);
  const close = db.prepare(CLOSE);
  const copy = db.prepare(COPY);
  const keyOf = (base: number, changedBy: number | null): string => `${base}|${changedBy ?? ''}`;

  return (stream, ordinal, reason, firstFree) => {
    const changes = changesOf.all(stream);
    const desired = new Map<string, Desired>();
    for (const row of rows.all(stream)) {
      const wanted = standing(row, changes);
      if (wanted) desired.set(keyOf(wanted.base, wanted.changedBy), wanted);
    }
    for (const row of openRows.all(stream)) {
      if (desired.delete(keyOf(row.base, row.changed_by))) continue;
      close.run(ordinal, ordinal, row.base_event_stands ? 'superseded' : reason, row.id);
      rollups.closed(row.id);
    }
    let n = firstFree;
    for (const { base, changedBy, validTo, expected } of desired.values()) {
      if (n >= ROWS_PER_EVENT) throw new RangeError(`more than ${ROWS_PER_EVENT} facts in one event`);
      const id = ordinal * ROWS_PER_EVENT + n++;
      copy.run(id, validTo, expected, changedBy, base);
      rollups.copied(id);
    }
  };
}

/**
 * A change in the ordinary case, nothing corrected: the same answer as `restater`, without looking at anything but the open rows of the stream. An
 * event's own rows and restatements are beyond its changes.
 */
export function changer(
  db: Database,
  rollups: RollupKeeper,
): (stream: number, ordinal: number, changes: readonly (FactChange | FactClosing)[], firstFree: number) => void {
  const openRows = db.prepare<[number, number], BaseRow & { readonly base: number }>(`
    SELECT f.id, coalesce(f.base, f.id) AS base, f.root, k.fact_type, f.subject_key, f.occurrence_key, f.valid_to, f.valid_to_expected
    FROM fact_events e JOIN facts f ON ${ROWS_OF_EVENT} JOIN fact_kinds k ON k.id = f.kind
    WHERE e.stream = ? AND e.ordinal < ? AND f.known_to = ${OPEN} ORDER BY base`);
  const close = db.prepare(CLOSE);
  const copy = db.prepare(COPY);

  return (stream, ordinal, changes, firstFree) => {
    let n = firstFree;
    for (const row of openRows.all(stream, ordinal)) {
      const hits = changes.filter(
        (change) =>
          ('close' in change ? change.close : change.change).includes(row.fact_type) &&
          (change.subjectKey === undefined || change.subjectKey === row.subject_key) &&
          (change.occurrenceKey === undefined || change.occurrenceKey === row.occurrence_key),
      );
      const last = hits.at(-1);
      if (!last) continue;
      close.run(ordinal, ordinal, 'superseded', row.id);
      rollups.closed(row.id);
      if (hits.some((hit) => 'close' in hit) || !('change' in last)) continue;
      if (n >= ROWS_PER_EVENT) throw new RangeError(`more than ${ROWS_PER_EVENT} facts in one event`);
      const expected = last.validToExpected === undefined ? null : last.validToExpected ? 1 : 0;
      const id = ordinal * ROWS_PER_EVENT + n++;
      copy.run(id, last.validTo, expected, ordinal, row.base);
      rollups.copied(id);
    }
  };
}
