import { brusselsDay, DUPLICATE, type RecordedEvent, WITHDRAWN } from '@app/decider';
import type { FactChange, FactClosing, FactDraft, FactStatement, Term } from '@app/partnership';
import { PoisonEvent, type ProjectedEvent, type Projection } from '@app/projections';
import type { Database } from 'better-sqlite3';
import { besideWriter } from './beside.writer';
import { later } from './calendar';
import { Dictionary } from './fact-dictionary';
import { rangeOf } from './fact-range';
import { RollupKeeper } from './fact-rollups';
import { factWriter } from './fact-writer';
import { changer, restater } from './facts.restate';
import { createFactTables, indexFactTables, OPEN, ROWS_PER_EVENT, STREAM_INDEX } from './facts.schema';

type Stating = { readonly state: (event: RecordedEvent) => readonly FactStatement[]; readonly held: boolean };

/** Some hundred bytes each while a rebuild runs; forgotten when its file goes live. */
const MOST_STREAMS = 1_000_000;

const REASONS: Readonly<Record<string, string>> = { [WITHDRAWN]: 'withdrawn', [DUPLICATE]: 'duplicate' };

type FactTerm = Pick<Term, 'name' | 'events' | 'facts' | 'folded'>;

function statingOf(terms: readonly FactTerm[]): ReadonlyMap<string, Stating> {
  const held = new Map(terms.flatMap((term) => term.events).map((definition) => [definition.type, definition.tense === 'fact']));
  return new Map(
    terms.flatMap((term) => Object.entries(term.facts)).map(([type, state]) => [type, { state, held: held.get(type) ?? true }]),
  );
}

/** The statements of one database connection. Plain SQL: a rebuild runs them a million times, and a query builder would build them a million times. */
function writerOf(
  db: Database,
  stating: ReadonlyMap<string, Stating>,
  folded: ReadonlyMap<string, string>,
  rollups: RollupKeeper,
): (events: readonly ProjectedEvent[]) => void {
  const kinds = new Dictionary(db, 'fact_kinds', ['synthetic', 'fact_type', 'count_kind']);
  const shapes = new Dictionary(
    db,
    'fact_shapes',
    ['exactness', 'subject_kind', 'nature', 'precision', 'organisation', 'language', 'origin', 'held', 'dims'],
    { joined: 'key' },
  );
  const streams = new Dictionary(db, 'streams', ['stream_id'], { most: MOST_STREAMS, index: STREAM_INDEX });
  const beside = besideWriter(db, folded);
  const restate = restater(db, rollups);
  const change = changer(db, rollups);

  const lastDay = db.prepare<[], string>('SELECT max(day) FROM days').pluck();
  const saveDay = db.prepare('INSERT OR REPLACE INTO days (day, ordinal, event_id, position) VALUES (?, ?, ?, ?)');
  const saveUndecodable = db.prepare('INSERT INTO undecodable (ordinal, event_id, stream_id, type) VALUES (?, ?, ?, ?)');
  const saveEvent = db.prepare('INSERT INTO fact_events (ordinal, event_id, stream, root) VALUES (?, ?, ?, ?)');
  const headOf = db.prepare<[number, string], { ordinal: number; root: number }>(
    'SELECT ordinal, root FROM fact_events WHERE stream = ? AND event_id = ?',
  );
  const endHead = db.prepare(`UPDATE fact_events SET known_to = ? WHERE ordinal = ? AND known_to = ${OPEN}`);
  const saveFact = factWriter(db);
  const saveChange =
    db.prepare(`INSERT INTO fact_changes (ordinal, n, closes, types, subject_key, occurrence_key, valid_to, valid_to_expected)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const scopes = new Dictionary(db, 'fact_scopes', ['key']);
  const savePlan = db.prepare('INSERT OR IGNORE INTO scope_plan (scope, plan, action) VALUES (?, ?, ?)');
  const saveTerritory = db.prepare('INSERT OR IGNORE INTO scope_territory (scope, role, code, level, hierarchy) VALUES (?, ?, ?, ?, ?)');
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
    scope: number | null,
    held: boolean,
    recordedOn: string,
    head?: number,
  ): void {
    const occurred = draft.occurred ?? event.occurred;
    const dates = occurred.dates ? JSON.stringify(occurred.dates) : null;
    const dims = draft.dims && Object.keys(draft.dims).length > 0 ? JSON.stringify(draft.dims) : null;
    const kind = kinds.idOf([event.source === 'synthetic' ? 1 : 0, draft.type, draft.countKind]);
    const shape = shapes.idOf([
      draft.exactness,
      draft.subjectKind ?? event.subject,
      occurred.nature,
      occurred.precision,
      event.organisation,
      event.language ?? null,
      event.source,
      held ? 1 : 0,
      dims,
    ]);
    const earlierDay =
      head === undefined
        ? undefined
        : sameDates.get(head * ROWS_PER_EVENT, (head + 1) * ROWS_PER_EVENT - 1, occurred.from, occurred.to, dates);
    const known = earlierDay ?? recordedOn;
    const range = rangeOf(occurred, held && draft.validTo === undefined ? known : undefined);
    const { exactness, v, lo, hi, validToExpected } = draft;
    rollups.opened({
      kind,
      shape,
      scope,
      exactness,
      v,
      lo,
      hi,
      dates,
      on_to: occurred.to,
      r_from: range.from,
      r_to: range.to,
      recorded_on: known,
    });
    const moved = range.from !== occurred.from || range.to !== occurred.to;
    const { subjectKey, occurrenceKey, groupKey, seriesKey, validTo } = draft;
    const expected = validToExpected === undefined ? null : validToExpected ? 1 : 0;
    const [eventFrom, eventTo] = moved ? [occurred.from, occurred.to] : [];
    saveFact(
      [id, kind, shape, v, lo, hi, range.from, range.to, known, root],
      [scope, subjectKey, occurrenceKey, groupKey, seriesKey, eventFrom, eventTo, dates, validTo, expected],
    );
  }

  /** Links are those of the event that stands: a correction that names other actions takes its facts along. */
  function scopeOf({ planRefs, territory }: RecordedEvent): number | null {
    if (planRefs.length === 0 && !territory) return null;
    let key = territory ? `${territory.level}:${territory.code}@${territory.hierarchy}` : '';
    for (const { plan, action } of planRefs) key += `|${plan}/${action}`;
    return scopes.idOf([key], (id) => {
      for (const { plan, action } of planRefs) savePlan.run(id, plan, action);
      if (territory) saveTerritory.run(id, 'activity', territory.code, territory.level, territory.hierarchy);
    });
  }

  const isDraft = (statement: FactStatement): statement is FactDraft => 'type' in statement;

  function saveLater(ordinal: number, n: number, statement: FactChange | FactClosing): void {
    const closes = 'close' in statement;
    const types = JSON.stringify(closes ? statement.close : statement.change);
    const occurrence = statement.occurrenceKey ?? null;
    const validTo = closes ? null : statement.validTo;
    const expected = closes || statement.validToExpected === undefined ? null : statement.validToExpected ? 1 : 0;
    saveChange.run(ordinal, n, closes ? 1 : 0, types, statement.subjectKey ?? null, occurrence, validTo, expected);
  }

  function apply(ordinal: number, event: RecordedEvent): void {
    const stated = stating.get(event.type);
    const statements = stated ? stated.state(event) : [];
    if (statements.length === 0 && !event.corrects && !beside.knows(event.type)) return;

    const stream = streams.idOf([event.streamId]);
    const head = event.corrects ? headOf.get(stream, event.corrects) : undefined;
    const root = head?.root ?? ordinal;
    saveEvent.run(ordinal, event.id, stream, root);
    if (head) {
      endHead.run(ordinal, head.ordinal);
      beside.end(ordinal, head.ordinal);
    }
    const reason = REASONS[event.type];
    if (reason !== undefined) {
      if (head) restate(stream, ordinal, reason, 0);
      return;
    }
    beside.write(ordinal, root, event);
    if (statements.length === 0 && !head) return;

    const scope = scopeOf(event);
    const recordedOn = brusselsDay(event.recordedAt);
    let n = 0;
    const changes: (FactChange | FactClosing)[] = [];
    for (const statement of statements) {
      if (!isDraft(statement)) {
        saveLater(ordinal, changes.push(statement) - 1, statement);
        continue;
      }
      if (n >= ROWS_PER_EVENT) throw new RangeError(`more than ${ROWS_PER_EVENT} facts in one event`);
      saveDraft(event, statement, ordinal * ROWS_PER_EVENT + n++, root, scope, stated?.held ?? true, recordedOn, head?.ordinal);
    }
    if (head) restate(stream, ordinal, 'corrected', n);
    else if (changes.length > 0 && event.revision > 0) change(stream, ordinal, changes, n);
  }

  return (events) => {
    kinds.check();
    shapes.check();
    streams.check();
    scopes.check();
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
    rollups.write();
  };
}

/**
 * The bitemporal facts of the record, with coverage, claims, targets, what was said of folded terms and the days of recording (design: figures 1).
 * `known_from` and `known_to` are ordinals. Care persons stand in them by slot alone: who is behind several slots is asked of the vault when a figure is asked for (`persons.ts`).
 */
export function createFactsProjection(terms: readonly FactTerm[]): Projection {
  const stating = statingOf(terms);
  const folded = new Map<string, string>(
    terms.filter((term) => term.folded).flatMap((term) => term.events.map(({ type }) => [type, term.name] as const)),
  );
  const keepers = new WeakMap<Database, RollupKeeper>();
  return {
    name: 'facts',
    version: 6,
    order: 'log',
    create: createFactTables,
    index: (db) => {
      indexFactTables(db);
      (keepers.get(db) ?? new RollupKeeper(db)).fill();
    },
    open: (db) => {
      const rollups = new RollupKeeper(db);
      keepers.set(db, rollups);
      return writerOf(db, stating, folded, rollups);
    },
  };
}
