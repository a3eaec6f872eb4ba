import { DUPLICATE, type RecordedEvent, WITHDRAWN } from '@app/decider';
import type {
  ActionDefinedData,
  ActionReplacedData,
  ActionRewordedData,
  ActionsMergedData,
  ActionSplitData,
  ActionTakenOverData,
  ObjectiveDefinedData,
  PartnerCommittedToActionData,
  PlanAdoptedData,
  ZoneObjectiveSetData,
} from '@app/partnership/plan/plan.events';
import {
  type ActionBlockedData,
  type ActionData,
  type ActionPostponedData,
  type ActionStatusAssessedData,
  LIFECYCLE_AFTER,
  type LifecycleMove,
} from '@app/partnership/plan/progress.events';
import { PoisonEvent, type ProjectedEvent, type Projection } from '@app/projections';
import type { Database } from 'better-sqlite3';

function createPlanTables(db: Database): void {
  db.exec(`
    -- The events of each plan as they stand: a correction stands in the place of what it corrects.
    CREATE TABLE plan_events (ordinal INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, stream_id TEXT NOT NULL, place INTEGER NOT NULL,
      type TEXT NOT NULL, data TEXT NOT NULL, since TEXT NOT NULL, source_ref TEXT, source_line INTEGER);
    CREATE INDEX plan_events_stream ON plan_events (stream_id, place);
    CREATE TABLE plans (plan TEXT PRIMARY KEY, title TEXT NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL, document TEXT, zone TEXT) WITHOUT ROWID;
    CREATE TABLE objectives (plan TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL, parent TEXT, title TEXT NOT NULL, place INTEGER NOT NULL,
      zone TEXT, diagnosis TEXT, regional TEXT, PRIMARY KEY (plan, code)) WITHOUT ROWID;
    CREATE TABLE actions (plan TEXT NOT NULL, number INTEGER NOT NULL, objective TEXT NOT NULL, title TEXT NOT NULL, lifecycle TEXT NOT NULL, reason TEXT,
      since TEXT NOT NULL, to_period TEXT, source_ref TEXT, source_line INTEGER, PRIMARY KEY (plan, number)) WITHOUT ROWID;
    CREATE TABLE action_links (plan TEXT NOT NULL, action INTEGER NOT NULL, kind TEXT NOT NULL, other INTEGER NOT NULL DEFAULT 0, body TEXT, reason TEXT,
      other_plan TEXT NOT NULL DEFAULT '', PRIMARY KEY (plan, action, kind, other_plan, other)) WITHOUT ROWID;
    CREATE TABLE action_partners (plan TEXT NOT NULL, action INTEGER NOT NULL, partner TEXT NOT NULL, contribution TEXT NOT NULL,
      PRIMARY KEY (plan, action, partner, contribution)) WITHOUT ROWID;
    CREATE TABLE action_statuses (plan TEXT NOT NULL, action INTEGER NOT NULL, status TEXT NOT NULL, achievement TEXT, basis TEXT NOT NULL,
      event_id TEXT NOT NULL, source_ref TEXT, source_line INTEGER, PRIMARY KEY (plan, action)) WITHOUT ROWID;
    CREATE TABLE plan_head (one INTEGER PRIMARY KEY CHECK (one = 1), position TEXT NOT NULL);
  `);
}

const TABLES = ['plans', 'objectives', 'actions', 'action_links', 'action_partners', 'action_statuses'];

interface Entry {
  readonly ordinal: number;
  readonly event_id: string;
  readonly stream_id: string;
  readonly place: number;
  readonly type: string;
  readonly data: string;
  readonly since: string;
  readonly source_ref: string | null;
  readonly source_line: number | null;
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** How each event moves the tables; what is not named here is no event of a plan. */
function movesOf(db: Database): Readonly<Record<string, (entry: Entry, data: never) => void>> {
  const savePlan = db.prepare(
    'INSERT OR REPLACE INTO plans (plan, title, period_from, period_to, document, zone) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const saveObjective = db.prepare('INSERT OR REPLACE INTO objectives (plan, code, level, parent, title, place) VALUES (?, ?, ?, ?, ?, ?)');
  const saveZoneObjective = db.prepare(
    `INSERT OR REPLACE INTO objectives (plan, code, level, title, place, zone, diagnosis, regional) VALUES (?, ?, 'zone', ?, ?, ?, ?, ?)`,
  );
  const saveAction = db.prepare(
    `INSERT OR REPLACE INTO actions (plan, number, objective, title, lifecycle, since, source_ref, source_line) VALUES (?, ?, ?, ?, 'planned', ?, ?, ?)`,
  );
  const reword = db.prepare('UPDATE actions SET title = ? WHERE plan = ? AND number = ?');
  const move = db.prepare('UPDATE actions SET lifecycle = ?, reason = ?, since = ?, to_period = ? WHERE plan = ? AND number = ?');
  const settle = db.prepare(
    `UPDATE actions SET lifecycle = 'closed', reason = ?, since = ? WHERE plan = ? AND number = ? AND lifecycle = 'transfer-pending'`,
  );
  const link = db.prepare('INSERT OR REPLACE INTO action_links (plan, action, kind, other, body, reason) VALUES (?, ?, ?, ?, ?, ?)');
  const linkEarlier = db.prepare(
    `INSERT OR REPLACE INTO action_links (plan, action, kind, other, other_plan) VALUES (?, ?, 'continues', ?, ?)`,
  );
  const unlink = db.prepare('DELETE FROM action_links WHERE plan = ? AND action = ? AND kind = ? AND other = ?');
  const savePartner = db.prepare('INSERT OR REPLACE INTO action_partners (plan, action, partner, contribution) VALUES (?, ?, ?, ?)');
  const saveStatus = db.prepare(
    'INSERT OR REPLACE INTO action_statuses (plan, action, status, achievement, basis, event_id, source_ref, source_line) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const moved = (entry: Entry, { plan, action, reason, toPeriod }: ActionData & Partial<ActionPostponedData>): void => {
    move.run(LIFECYCLE_AFTER[entry.type as LifecycleMove], reason ?? null, entry.since, json(toPeriod), plan, action);
  };

  return {
    PlanAdopted: (_entry, { plan, title, period, document, zone }: PlanAdoptedData) => {
      savePlan.run(plan, JSON.stringify(title), period.from, period.to, document ?? null, zone ?? null);
    },
    ObjectiveDefined: ({ place }, { plan, code, level, parent, title }: ObjectiveDefinedData) => {
      saveObjective.run(plan, code, level, parent ?? null, JSON.stringify(title), place);
    },
    ZoneObjectiveSet: ({ place }, { plan, code, zone, title, diagnosis, regional }: ZoneObjectiveSetData) => {
      saveZoneObjective.run(plan, code, JSON.stringify(title), place, zone, JSON.stringify(diagnosis), json(regional));
    },
    ActionDefined: ({ since, source_ref, source_line }, { plan, action, objective, title, continues }: ActionDefinedData) => {
      saveAction.run(plan, action, objective, JSON.stringify(title), since, source_ref, source_line);
      for (const earlier of continues ?? []) linkEarlier.run(plan, action, earlier.action, earlier.plan);
    },
    ActionReworded: (_entry, { plan, action, title }: ActionRewordedData) => {
      reword.run(JSON.stringify(title), plan, action);
    },
    ...Object.fromEntries(Object.keys(LIFECYCLE_AFTER).map((type) => [type, moved])),
    ActionSplit: ({ since }, { plan, action, into, reason }: ActionSplitData) => {
      move.run('split', reason, since, null, plan, action);
      for (const other of into) link.run(plan, action, 'split-into', other, null, reason);
    },
    ActionsMerged: ({ since }, { plan, actions, into, reason }: ActionsMergedData) => {
      for (const action of actions) {
        if (action === into) continue;
        move.run('merged', reason, since, null, plan, action);
        link.run(plan, action, 'merged-into', into, null, reason);
      }
    },
    ActionReplaced: (_entry, { plan, action, by, form, reason }: ActionReplacedData) => {
      link.run(plan, action, 'replaced-by', by ?? 0, json(form), reason);
    },
    ActionTakenOver: ({ since }, { plan, action, by, reason }: ActionTakenOverData) => {
      link.run(plan, action, 'taken-over-by', 0, JSON.stringify(by), reason);
      settle.run(reason, since, plan, action);
    },
    ActionBlocked: (_entry, { plan, action, by }: ActionBlockedData) => {
      link.run(plan, action, 'blocked-by', by, null, null);
    },
    ActionUnblocked: (_entry, { plan, action, by }: ActionBlockedData) => {
      unlink.run(plan, action, 'blocked-by', by);
    },
    PartnerCommittedToAction: (_entry, { plan, action, partner, contribution }: PartnerCommittedToActionData) => {
      savePartner.run(plan, action, partner, contribution);
    },
    ActionStatusAssessed: (
      { event_id, source_ref, source_line },
      { plan, action, status, achievement, basis }: ActionStatusAssessedData,
    ) => {
      saveStatus.run(plan, action, status, achievement ?? null, basis, event_id, source_ref, source_line);
    },
  };
}

function writerOf(db: Database): (events: readonly ProjectedEvent[]) => void {
  const moves = movesOf(db);
  const saveEntry = db.prepare(`INSERT INTO plan_events (ordinal, event_id, stream_id, place, type, data, since, source_ref, source_line)
    VALUES (@ordinal, @event_id, @stream_id, @place, @type, @data, @since, @source_ref, @source_line)`);
  const find = db.prepare<[string, string], Entry>('SELECT * FROM plan_events WHERE event_id = ? AND stream_id = ?');
  const drop = db.prepare('DELETE FROM plan_events WHERE ordinal = ?');
  const standing = db.prepare<[string], Entry>('SELECT * FROM plan_events WHERE stream_id = ? ORDER BY place');
  const clear = TABLES.map((table) => db.prepare(`DELETE FROM ${table} WHERE plan = ?`));
  const saveHead = db.prepare('INSERT OR REPLACE INTO plan_head (one, position) VALUES (1, ?)');

  const play = (entry: Entry): void => moves[entry.type]?.(entry, JSON.parse(entry.data) as never);

  /** A corrected plan is folded anew from what stands; a plan has hundreds of events, not millions. */
  function refold(streamId: string, plan: string): void {
    for (const statement of clear) statement.run(plan);
    for (const entry of standing.all(streamId)) play(entry);
  }

  function apply(ordinal: number, event: RecordedEvent): void {
    if (!event.streamId.startsWith('plan-')) return;
    const corrected = event.corrects === undefined ? undefined : find.get(event.corrects, event.streamId);
    if (corrected) drop.run(corrected.ordinal);
    const gone = event.type === WITHDRAWN || event.type === DUPLICATE;
    if (!gone && moves[event.type]) {
      const entry: Entry = {
        ordinal,
        event_id: event.id,
        stream_id: event.streamId,
        place: corrected?.place ?? ordinal,
        type: event.type,
        data: JSON.stringify(event.data),
        since: event.occurred.from,
        source_ref: event.sourceRef?.ref ?? null,
        source_line: event.sourceRef?.locator ?? null,
      };
      saveEntry.run(entry);
      if (!corrected) play(entry);
    }
    if (corrected) refold(event.streamId, (JSON.parse(corrected.data) as { plan: string }).plan);
  }

  return (events) => {
    for (const projected of events) {
      // A synthetic plan is no plan of the record.
      if (projected.kind === 'undecodable' || projected.event.source === 'synthetic') continue;
      try {
        apply(projected.ordinal, projected.event);
      } catch (cause) {
        throw new PoisonEvent(projected.position, projected.event.id, cause);
      }
    }
    const last = events.at(-1);
    if (last) saveHead.run(last.position);
  };
}

/** Plans with their objectives, actions, lifecycle, links and printed status; targets stand with the facts, where figures are made. */
export const createPlanProjection = (): Projection => ({
  name: 'plan',
  version: 2,
  order: 'stream',
  create: createPlanTables,
  open: writerOf,
});
