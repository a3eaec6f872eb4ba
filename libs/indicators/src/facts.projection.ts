import { DUPLICATE, type RecordedEvent, WITHDRAWN } from '@app/decider';
import type { FactChange, FactClosing, FactDraft, FactStatement, Term } from '@app/partnership';
import { PoisonEvent, type ProjectedEvent, type Projection } from '@app/projections';
import type { Database } from 'better-sqlite3';
import { besideWriter } from './beside.writer';
import { brusselsDay, later } from './brussels-day';
import { Dictionary } from './fact-dictionary';
import { rangeOf } from './fact-range';
import { changer, restater } from './facts.restate';
import { createFactTables, indexFactTables, OPEN, ROWS_PER_EVENT } from './facts.schema';

type Stating = { readonly state: (event: RecordedEvent) => readonly FactStatement[]; readonly held: boolean };

const REASONS: Readonly<Record<string, string>> = { [WITHDRAWN]: 'withdrawn', [DUPLICATE]: 'duplicate' };

function statingOf(terms: readonly Pick<Term, 'events' | 'facts'>[]): ReadonlyMap<string, Stating> {
  const held = new Map(terms.flatMap((term) => term.events).map((definition) => [definition.type, definition.tense === 'fact']));
  return new Map(
    terms.flatMap((term) => Object.entries(term.facts)).map(([type, state]) => [type, { state, held: held.get(type) ?? true }]),
  );
}

/** The statements of one database connection. Plain SQL: a rebuild runs them a million times, and a query builder would build them a million times. */
function writerOf(db: Database, stating: ReadonlyMap<string, Stating>): (events: readonly ProjectedEvent[]) => void {
  const kinds = new Dictionary(db, 'fact_kinds', ['synthetic', 'fact_type', 'count_kind'], ['synthetic', 'fact_type', 'count_kind']);
  const shapes = new Dictionary(
    db,
    'fact_shapes',
    ['exactness', 'subject_kind', 'nature', 'precision', 'organisation', 'language', 'dims', 'origin', 'held', 'key'],
    ['key'],
  );
  const streams = new Dictionary(db, 'streams', ['stream_id'], ['stream_id']);
  const beside = besideWriter(db);
  const restate = restater(db);
  const change = changer(db);

  const lastDay = db.prepare<[], string>('SELECT max(day) FROM days').pluck();
  const saveDay = db.prepare('INSERT OR REPLACE INTO days (day, ordinal, event_id, position) VALUES (?, ?, ?, ?)');
  const saveUndecodable = db.prepare('INSERT INTO undecodable (ordinal, event_id, stream_id, type) VALUES (?, ?, ?, ?)');
  const saveEvent = db.prepare(
    'INSERT INTO fact_events (ordinal, event_id, stream, root, source_ref, source_line) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const headOf = db.prepare<[number, string], { ordinal: number; root: number }>(
    'SELECT ordinal, root FROM fact_events WHERE stream = ? AND event_id = ?',
  );
  const endHead = db.prepare(`UPDATE fact_events SET known_to = ? WHERE ordinal = ? AND known_to = ${OPEN}`);
  const saveFact =
    db.prepare(`INSERT INTO facts (id, kind, shape, v, lo, hi, subject_key, occurrence_key, group_key, series_key, on_from, on_to, dates, valid_to,
    valid_to_expected, r_from, r_to, recorded_on, root) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const saveChange =
    db.prepare(`INSERT INTO fact_changes (ordinal, n, closes, types, subject_key, occurrence_key, valid_to, valid_to_expected)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const savePlan = db.prepare('INSERT OR IGNORE INTO fact_plan (root, plan, action, known_from) VALUES (?, ?, ?, ?)');
  const endPlan = db.prepare(`UPDATE fact_plan SET known_to = ? WHERE root = ? AND known_to = ${OPEN}`);
  const saveTerritory = db.prepare(
    'INSERT OR IGNORE INTO fact_territory (root, role, code, level, hierarchy, known_from) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const endTerritory = db.prepare(`UPDATE fact_territory SET known_to = ? WHERE root = ? AND known_to = ${OPEN}`);
  const sameDates = db
    .prepare<[number, number, string, string, string | null], string>(
      'SELECT recorded_on FROM facts WHERE id BETWEEN ? AND ? AND base IS NULL AND on_from = ? AND on_to = ? AND dates IS ? LIMIT 1',
    )
    .pluck();

  function saveDraft(
    event: RecordedEvent,
    draft: FactDraft,
    id: number,
    root: number,
    held: boolean,
    recordedOn: string,
    head?: number,
  ): void {
    const occurred = draft.occurred ?? event.occurred;
    const dates = occurred.dates ? JSON.stringify(occurred.dates) : null;
    const dims = draft.dims && Object.keys(draft.dims).length > 0 ? JSON.stringify(draft.dims) : null;
    const synthetic = event.source === 'synthetic' ? 1 : 0;
    const kindKey = `${synthetic}|${draft.type}|${draft.countKind}`;
    const kind = kinds.idOf(
      kindKey,
      () => [synthetic, draft.type, draft.countKind],
      () => [synthetic, draft.type, draft.countKind],
    );
    const subjectKind = draft.subjectKind ?? event.subject;
    const language = event.language ?? null;
    const shapeKey = `${draft.exactness}|${subjectKind}|${occurred.nature}|${occurred.precision}|${event.organisation}|${language ?? ''}|${event.source}|${held ? 1 : 0}|${dims ?? ''}`;
    const shape = shapes.idOf(
      shapeKey,
      () => [shapeKey],
      () => [
        draft.exactness,
        subjectKind,
        occurred.nature,
        occurred.precision,
        event.organisation,
        language,
        dims,
        event.source,
        held ? 1 : 0,
        shapeKey,
      ],
    );
    const earlierDay =
      head === undefined
        ? undefined
        : sameDates.get(head * ROWS_PER_EVENT, (head + 1) * ROWS_PER_EVENT - 1, occurred.from, occurred.to, dates);
    const known = earlierDay ?? recordedOn;
    const range = rangeOf(occurred, held && draft.validTo === undefined ? known : undefined);
    const expected = draft.validToExpected === undefined ? null : draft.validToExpected ? 1 : 0;
    saveFact.run(
      id,
      kind,
      shape,
      draft.v,
      draft.lo,
      draft.hi,
      draft.subjectKey ?? null,
      draft.occurrenceKey ?? null,
      draft.groupKey ?? null,
      draft.seriesKey ?? null,
      occurred.from,
      occurred.to,
      dates,
      draft.validTo ?? null,
      expected,
      range.from,
      range.to,
      known,
      root,
    );
  }

  const isDraft = (statement: FactStatement): statement is FactDraft => 'type' in statement;

  function saveLater(ordinal: number, n: number, statement: FactChange | FactClosing): void {
    const closes = 'close' in statement;
    const types = JSON.stringify(closes ? statement.close : statement.change);
    const occurrence = closes ? (statement.occurrenceKey ?? null) : null;
    const validTo = closes ? null : statement.validTo;
    const expected = closes || statement.validToExpected === undefined ? null : statement.validToExpected ? 1 : 0;
    saveChange.run(ordinal, n, closes ? 1 : 0, types, statement.subjectKey ?? null, occurrence, validTo, expected);
  }

  function apply(ordinal: number, event: RecordedEvent): void {
    const stated = stating.get(event.type);
    const statements = stated ? stated.state(event) : [];
    if (statements.length === 0 && !event.corrects && !beside.knows(event.type)) return;

    const stream = streams.idOf(
      event.streamId,
      () => [event.streamId],
      () => [event.streamId],
    );
    const head = event.corrects ? headOf.get(stream, event.corrects) : undefined;
    const root = head?.root ?? ordinal;
    saveEvent.run(ordinal, event.id, stream, root, event.sourceRef?.ref ?? null, event.sourceRef?.locator ?? null);
    if (head) {
      endHead.run(ordinal, head.ordinal);
      endPlan.run(ordinal, root);
      endTerritory.run(ordinal, root);
      beside.end(ordinal, head.ordinal);
    }
    const reason = REASONS[event.type];
    if (reason !== undefined) {
      if (head) restate(stream, ordinal, reason, 0);
      return;
    }
    beside.write(ordinal, root, event);
    if (statements.length === 0 && !head) return;

    for (const { plan, action } of event.planRefs) savePlan.run(root, plan, action, ordinal);
    const { territory } = event;
    if (territory) saveTerritory.run(root, 'activity', territory.code, territory.level, territory.hierarchy, ordinal);
    const recordedOn = brusselsDay(event.recordedAt);
    let n = 0;
    const changes: (FactChange | FactClosing)[] = [];
    for (const statement of statements) {
      if (!isDraft(statement)) {
        saveLater(ordinal, changes.push(statement) - 1, statement);
        continue;
      }
      if (n >= ROWS_PER_EVENT) throw new RangeError(`more than ${ROWS_PER_EVENT} facts in one event`);
      saveDraft(event, statement, ordinal * ROWS_PER_EVENT + n++, root, stated?.held ?? true, recordedOn, head?.ordinal);
    }
    if (head) restate(stream, ordinal, 'corrected', n);
    else if (changes.length > 0 && event.revision > 0) change(stream, ordinal, changes, n);
  }

  return (events) => {
    kinds.check();
    shapes.check();
    streams.check();
    let day = lastDay.get() ?? undefined;
    let atDay: ProjectedEvent | undefined;
    const closeDay = (): void => {
      if (day !== undefined && atDay?.kind === 'event') saveDay.run(day, atDay.ordinal, atDay.event.id, atDay.position);
    };
    for (const projected of events) {
      if (projected.kind === 'undecodable') {
        saveUndecodable.run(projected.ordinal, projected.eventId, projected.streamId, projected.type);
        continue;
      }
      const recordedOn = brusselsDay(projected.event.recordedAt);
      const now = day === undefined ? recordedOn : later(day, recordedOn);
      if (now !== day) closeDay();
      day = now;
      atDay = projected;
      try {
        apply(projected.ordinal, projected.event);
      } catch (cause) {
        throw new PoisonEvent(projected.position, projected.event.id, cause);
      }
    }
    closeDay();
  };
}

/**
 * The bitemporal facts of the record, with coverage, claims, targets and the days of recording (design: figures 1). `known_from` and `known_to` are
 * ordinals. The link of care persons over several streams (`person_ref`) comes with access control: until then a `kid` is a key of its own.
 */
export function createFactsProjection(terms: readonly Pick<Term, 'events' | 'facts'>[]): Projection {
  const stating = statingOf(terms);
  return { name: 'facts', version: 1, order: 'log', create: createFactTables, index: indexFactTables, open: (db) => writerOf(db, stating) };
}
