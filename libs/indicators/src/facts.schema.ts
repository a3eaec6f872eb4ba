import type { Database } from 'better-sqlite3';

/** `known_to` of a row that stands: beyond every ordinal. */
export const OPEN = Number.MAX_SAFE_INTEGER;

/** Rows of one event: the fact rows of the event with ordinal `n` have the ids from `n * ROWS_PER_EVENT`. */
export const ROWS_PER_EVENT = 4096;

/** The streams by name; made when the first of them is looked for in the table, at the latest with the other indexes. */
export const STREAM_INDEX = 'CREATE UNIQUE INDEX IF NOT EXISTS streams_name ON streams (stream_id)';

/**
 * Tables of the projection `facts` (design: figures 1). Text that repeats stands once, in `fact_kinds`, `fact_shapes` and `streams`; the id of a row says
 * which event stated it, so the rows of an event need no index. `facts_named` shows the rows in the columns of the design.
 */
export function createFactTables(db: Database): void {
  db.exec(`
    CREATE TABLE fact_kinds (id INTEGER PRIMARY KEY, synthetic INTEGER NOT NULL, fact_type TEXT NOT NULL, count_kind TEXT NOT NULL,
      UNIQUE (synthetic, fact_type, count_kind));
    CREATE TABLE fact_shapes (id INTEGER PRIMARY KEY, exactness TEXT NOT NULL, subject_kind TEXT, nature TEXT NOT NULL, precision TEXT NOT NULL,
      organisation TEXT NOT NULL, language TEXT, dims TEXT, origin TEXT NOT NULL, held INTEGER NOT NULL, key TEXT NOT NULL UNIQUE);
    CREATE INDEX fact_shapes_alike ON fact_shapes (origin, dims, organisation);
    CREATE INDEX fact_shapes_organisation ON fact_shapes (organisation);
    CREATE TABLE streams (id INTEGER PRIMARY KEY, stream_id TEXT NOT NULL);

    CREATE TABLE facts (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL, shape INTEGER NOT NULL, scope INTEGER,
      v INTEGER, lo INTEGER, hi INTEGER,
      subject_key TEXT, occurrence_key TEXT, group_key TEXT, series_key TEXT,
      -- The day or days of the event where they differ from R; on_from and on_to always have them.
      event_from TEXT, event_to TEXT, dates TEXT,
      valid_to TEXT, valid_to_expected INTEGER,
      r_from TEXT NOT NULL, r_to TEXT NOT NULL,
      recorded_on TEXT NOT NULL,
      root INTEGER NOT NULL,
      base INTEGER, changed_by INTEGER,
      known_to INTEGER NOT NULL DEFAULT ${OPEN}, closed_by INTEGER, close_reason TEXT,
      on_from TEXT GENERATED ALWAYS AS (coalesce(event_from, r_from)) VIRTUAL,
      on_to TEXT GENERATED ALWAYS AS (coalesce(event_to, r_to)) VIRTUAL,
      known_from INTEGER GENERATED ALWAYS AS (id / ${ROWS_PER_EVENT}) VIRTUAL,
      crosses_month INTEGER GENERATED ALWAYS AS (substr(r_from, 1, 7) <> substr(r_to, 1, 7)) VIRTUAL
    );

    -- Every event that the tables rest on. root: the first event of its correction chain; known_to: until when it is the head of it.
    CREATE TABLE fact_events (ordinal INTEGER PRIMARY KEY, event_id TEXT NOT NULL, stream INTEGER NOT NULL, root INTEGER NOT NULL,
      known_to INTEGER NOT NULL DEFAULT ${OPEN});
    CREATE INDEX fact_events_stream ON fact_events (stream);

    CREATE TABLE fact_changes (ordinal INTEGER NOT NULL, n INTEGER NOT NULL, closes INTEGER NOT NULL, types TEXT NOT NULL, subject_key TEXT,
      occurrence_key TEXT, valid_to TEXT, valid_to_expected INTEGER, PRIMARY KEY (ordinal, n)) WITHOUT ROWID;

    -- What an event was linked to: one scope for all events with the same actions and territory.
    CREATE TABLE fact_scopes (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
    CREATE TABLE scope_plan (scope INTEGER NOT NULL, plan TEXT NOT NULL, action INTEGER NOT NULL, PRIMARY KEY (plan, action, scope)) WITHOUT ROWID;
    CREATE TABLE scope_territory (scope INTEGER NOT NULL, role TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL, hierarchy TEXT NOT NULL,
      PRIMARY KEY (code, role, scope)) WITHOUT ROWID;

    CREATE TABLE claims (id INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, event_id TEXT NOT NULL, synthetic INTEGER NOT NULL,
      indicator TEXT NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL, plan TEXT, action INTEGER, target TEXT, organisation TEXT, territory TEXT,
      kind TEXT NOT NULL, v INTEGER, lo INTEGER, hi INTEGER, num INTEGER, den INTEGER, exactness TEXT NOT NULL, data_on TEXT, stated_on TEXT,
      raw TEXT NOT NULL, dims TEXT, source_ref TEXT, source_line INTEGER, known_from INTEGER NOT NULL, known_to INTEGER NOT NULL DEFAULT ${OPEN});
    CREATE TABLE coverage (id INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, event_id TEXT NOT NULL, synthetic INTEGER NOT NULL,
      fact_type TEXT NOT NULL, organisation TEXT NOT NULL, scope_organisation TEXT, territory TEXT, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, dims TEXT,
      basis TEXT NOT NULL, known_from INTEGER NOT NULL, known_to INTEGER NOT NULL DEFAULT ${OPEN});
    CREATE TABLE targets (id INTEGER PRIMARY KEY, ordinal INTEGER NOT NULL, root INTEGER NOT NULL, event_id TEXT NOT NULL, synthetic INTEGER NOT NULL,
      plan TEXT NOT NULL, action INTEGER NOT NULL, target TEXT NOT NULL, indicator TEXT NOT NULL, comparator TEXT NOT NULL, lo INTEGER, hi INTEGER,
      kind TEXT NOT NULL, period_from TEXT NOT NULL, period_to TEXT NOT NULL, per TEXT, rhythm TEXT, stage TEXT, printed TEXT NOT NULL, label TEXT NOT NULL,
      filter TEXT, known_from INTEGER NOT NULL, known_to INTEGER NOT NULL DEFAULT ${OPEN});
    -- What was said of terms that are folded when a question comes: the tree of places, a self-evaluation. place: that of the first event of the chain.
    CREATE TABLE said_events (ordinal INTEGER PRIMARY KEY, place INTEGER NOT NULL, event_id TEXT NOT NULL, synthetic INTEGER NOT NULL, term TEXT NOT NULL,
      stream_id TEXT NOT NULL, type TEXT NOT NULL, occurred TEXT NOT NULL, recorded_at TEXT NOT NULL, organisation TEXT NOT NULL, source_ref TEXT,
      data TEXT NOT NULL, known_to INTEGER NOT NULL DEFAULT ${OPEN});
    CREATE INDEX said_events_term ON said_events (term, stream_id, place);

    -- Per day of recording (the running maximum, in Brussels days) the last event: K(D) is one seek.
    CREATE TABLE days (day TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, event_id TEXT NOT NULL, position TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE undecodable (ordinal INTEGER PRIMARY KEY, event_id TEXT NOT NULL, stream_id TEXT NOT NULL, type TEXT NOT NULL);

    CREATE VIEW fact_plan AS SELECT f.id AS fact, f.root, p.plan, p.action, f.known_from, f.known_to FROM facts f JOIN scope_plan p ON p.scope = f.scope;
    CREATE VIEW fact_territory AS SELECT f.id AS fact, f.root, t.role, t.code, t.level, t.hierarchy, f.known_from, f.known_to
      FROM facts f JOIN scope_territory t ON t.scope = f.scope;
    CREATE VIEW facts_named AS
      SELECT e.event_id || '#' || (f.id % ${ROWS_PER_EVENT}) AS fact_id, k.fact_type, k.count_kind, s.exactness, f.v, f.lo, f.hi, s.subject_kind, f.subject_key,
        f.occurrence_key, f.group_key, f.series_key, f.on_from, f.on_to, f.dates, s.nature, s.precision, f.valid_to, f.valid_to_expected, f.r_from, f.r_to,
        f.crosses_month, s.organisation, s.language, s.dims, s.origin, t.stream_id, e.event_id, r.event_id AS root_event_id, f.recorded_on, f.known_from,
        f.known_to, c.event_id AS closed_by, f.close_reason
      FROM facts f JOIN fact_kinds k ON k.id = f.kind JOIN fact_shapes s ON s.id = f.shape JOIN fact_events e ON e.ordinal = f.known_from
        JOIN fact_events r ON r.ordinal = f.root JOIN streams t ON t.id = e.stream LEFT JOIN fact_events c ON c.ordinal = f.closed_by;
  `);
}

/** The kind holds the synthetic origin, so a figure of the record never meets a synthetic row. */
export function indexFactTables(db: Database): void {
  db.exec(STREAM_INDEX);
  db.exec(`
    CREATE INDEX facts_range ON facts (kind, r_to, r_from, known_to);
    CREATE INDEX facts_crossing ON facts (kind, r_from, r_to, known_to) WHERE r_from < r_to;
    CREATE INDEX days_ordinal ON days (ordinal);
    CREATE INDEX fact_events_id ON fact_events (event_id);
    CREATE INDEX claims_indicator ON claims (indicator, period_from);
    CREATE INDEX coverage_type ON coverage (fact_type);
    CREATE INDEX targets_action ON targets (plan, action);
  `);
}
