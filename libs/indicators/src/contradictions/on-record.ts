import type { Database } from 'better-sqlite3';
import type { Claim } from '../claims';
import type { Condition, IndicatorDefinition } from '../definition';
import { definitionsFor } from '../definitions-at';
import type { FigureQuery } from '../figure-query';
import { evaluate, type Figure, type FigureOptions, resolve } from '../figures';
import { type Known, knownAt } from '../known';
import { statement } from '../statements';

type Dims = Readonly<Record<string, string | number | boolean>>;

/** A printed figure with what it is about; `lo` and `hi` are null where the document leaves that side open, or says "about". */
export interface ClaimOnRecord extends Claim {
  /** The first event of its chain of corrections. */
  readonly rootEventId: string;
  readonly indicator: string;
  readonly from: string;
  readonly to: string;
  readonly territory?: string;
  readonly organisation?: string;
  readonly dims: Dims;
}

export interface TargetOnRecord {
  readonly eventId: string;
  readonly plan: string;
  readonly action: number;
  readonly target: string;
  readonly indicator: string;
  readonly comparator: string;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly per: string | null;
  readonly rhythm: string | null;
  readonly printed: string;
  readonly label: string;
}

/** One gathering with what was counted at it. */
export interface Gathering {
  readonly occurrence: string;
  readonly day: string;
  readonly to: string;
  readonly registrations: number;
  readonly attendances: number;
  readonly eventId: string;
}

/** What happened for an action outside the days of its plan. */
export interface Outside {
  readonly plan: string;
  readonly action: number;
  readonly factType: string;
  readonly from: string;
  readonly to: string;
  readonly eventId: string;
}

/** All that the rules look at, as known at K and as of A. */
export interface OnRecord {
  readonly claims: readonly ClaimOnRecord[];
  readonly targets: readonly TargetOnRecord[];
  readonly gatherings: readonly Gathering[];
  readonly outside: readonly Outside[];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  /** The figure that a claim answers, this claim among those beside it. */
  readonly figureOf: (claim: ClaimOnRecord) => Figure | undefined;
}

export interface RecordOptions extends FigureOptions {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly through?: string;
  readonly origin?: 'record' | 'synthetic';
}

type Row = Readonly<Record<string, any>>;

const present = <T extends Row>(row: T): T => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;

function claimOf({ dims, source_ref: ref, source_line: line, value, lo, hi, ...rest }: Row): ClaimOnRecord {
  return {
    ...present(rest),
    value,
    lo,
    hi,
    dims: dims === null ? {} : (JSON.parse(dims as string) as Dims),
    ...(ref === null || line === null ? {} : { source: { ref, line } }),
  } as ClaimOnRecord;
}

const claimsOf = (db: Database, ordinal: number, synthetic: number, asOf: string): readonly ClaimOnRecord[] =>
  statement<Row>(
    db,
    `SELECT c.event_id AS eventId, r.event_id AS rootEventId, indicator, period_from AS "from", period_to AS "to", plan, action, target, organisation, territory, kind, v AS value, lo, hi,
       num, den, exactness, data_on AS dataOn, stated_on AS statedOn, raw, dims, source_ref, source_line
     FROM claims c JOIN fact_events e ON e.ordinal = c.ordinal JOIN fact_events r ON r.ordinal = e.root
     WHERE synthetic = ? AND c.known_from <= ? AND c.known_to > ? AND min(coalesce(data_on, period_to), period_to) <= ? ORDER BY c.id`,
  )
    .all(synthetic, ordinal, ordinal, asOf)
    .map(claimOf);

/** As in a plan, a revision takes the place of what it revises. */
const targetsOf = (db: Database, ordinal: number, synthetic: number): readonly TargetOnRecord[] =>
  statement<TargetOnRecord>(
    db,
    `SELECT event_id AS eventId, plan, action, target, indicator, comparator, lo, hi, kind, period_from AS "from", period_to AS "to", per, rhythm, printed, label
     FROM targets t WHERE synthetic = ? AND known_from <= ? AND known_to > ? AND NOT EXISTS (SELECT 1 FROM targets n WHERE n.plan = t.plan
       AND n.action = t.action AND n.target = t.target AND n.synthetic = t.synthetic AND n.known_from <= ? AND n.known_to > ? AND n.root > t.root)
     ORDER BY plan, action, target`,
  ).all(synthetic, ordinal, ordinal, ordinal, ordinal);

const gatheringsOf = (db: Database, ordinal: number, synthetic: number, asOf: string): readonly Gathering[] =>
  statement<Gathering>(
    db,
    `SELECT f.occurrence_key AS occurrence, min(f.on_from) AS day, max(f.on_to) AS "to", min(e.event_id) AS eventId,
       sum(CASE k.count_kind WHEN 'registration' THEN f.v END) AS registrations, sum(CASE k.count_kind WHEN 'attendance' THEN f.v END) AS attendances
     FROM facts f JOIN fact_kinds k ON k.id = f.kind JOIN fact_events e ON e.ordinal = f.known_from
     WHERE k.synthetic = ? AND k.count_kind IN ('registration', 'attendance') AND f.occurrence_key IS NOT NULL AND f.v IS NOT NULL
       AND f.known_from <= ? AND f.known_to > ? AND f.r_to <= ?
     GROUP BY f.occurrence_key HAVING registrations > 0 AND attendances IS NOT NULL ORDER BY day, occurrence`,
  ).all(synthetic, ordinal, ordinal, asOf);

/** The days of a plan are those of its targets. */
const outsideOf = (db: Database, ordinal: number, synthetic: number, asOf: string): readonly Outside[] =>
  statement<Outside>(
    db,
    `WITH days AS (SELECT plan, min(period_from) AS first, max(period_to) AS last FROM targets WHERE known_from <= ? AND known_to > ? GROUP BY plan)
     SELECT p.plan, p.action, k.fact_type AS factType, f.on_from AS "from", f.on_to AS "to", min(e.event_id) AS eventId
     FROM facts f JOIN fact_kinds k ON k.id = f.kind JOIN fact_shapes s ON s.id = f.shape JOIN scope_plan p ON p.scope = f.scope
       JOIN days d ON d.plan = p.plan JOIN fact_events e ON e.ordinal = f.known_from
     WHERE k.synthetic = ? AND s.held = 1 AND f.known_from <= ? AND f.known_to > ? AND f.on_from <= ? AND (f.on_from > d.last OR f.on_to < d.first)
     GROUP BY p.plan, p.action, k.fact_type, f.on_from, f.on_to ORDER BY p.plan, p.action, f.on_from`,
  ).all(ordinal, ordinal, synthetic, ordinal, ordinal, asOf);

const partOf = (dims: Dims): readonly Condition[] => Object.entries(dims).map(([dim, value]) => ({ dim, op: 'eq', value: [value] }));

/** A claim answers for the whole record first; a figure of its action alone is asked where claims of several actions share an indicator. */
function figureAsker(db: Database, known: Known, options: RecordOptions): OnRecord['figureOf'] {
  const all = definitionsFor(db, known, options.definitions).latest;
  const ask = (claim: ClaimOnRecord, rest: Partial<FigureQuery>): Figure | undefined => {
    const definition = all.get(claim.indicator);
    if (!definition) return undefined;
    const { indicator, from, to, territory, organisation, dims } = claim;
    const query: FigureQuery = {
      indicator,
      ...(territory === undefined ? {} : { territory }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(Object.keys(dims).length > 0 ? { where: partOf(dims) } : {}),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
      ...(options.origin === 'synthetic' ? { origin: 'synthetic' } : {}),
      ...rest,
    };
    const { figure } = evaluate(db, known, resolve(db, query, definition, { from, to }, known), definition, all);
    return figure.claims.some(({ eventId }) => eventId === claim.eventId) ? figure : undefined;
  };
  return (claim) => {
    const { plan, action, target } = claim;
    const ofAction = {
      ...(plan === undefined ? {} : { plan }),
      ...(action === undefined ? {} : { action }),
      ...(target === undefined ? {} : { target }),
    };
    return ask(claim, {}) ?? ask(claim, ofAction);
  };
}

/** What was on record at K, read once for all rules; a figure is asked when a rule wants it, once for each claim. */
export function onRecord(db: Database, options: RecordOptions = {}): OnRecord {
  const known = knownAt(db, options, options);
  const asOf = options.asOf ?? known.day;
  const synthetic = options.origin === 'synthetic' ? 1 : 0;
  const ask = figureAsker(db, known, options);
  const asked = new Map<string, Figure | undefined>();
  return {
    claims: claimsOf(db, known.ordinal, synthetic, asOf),
    targets: targetsOf(db, known.ordinal, synthetic),
    gatherings: gatheringsOf(db, known.ordinal, synthetic, asOf),
    outside: outsideOf(db, known.ordinal, synthetic, asOf),
    definitions: definitionsFor(db, known, options.definitions).latest,
    figureOf: (claim) => {
      if (!asked.has(claim.eventId)) asked.set(claim.eventId, ask(claim));
      return asked.get(claim.eventId);
    },
  };
}
