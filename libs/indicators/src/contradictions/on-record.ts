import { organisationRegistered, type OrganisationRegisteredData } from '@app/partnership/organisation/organisation.events';
import { organisationTerm } from '@app/partnership/organisation/organisation.term';
import type { Database } from 'better-sqlite3';
import type { Claim } from '../claims';
import type { IndicatorDefinition } from '../definition';
import { definitionsFor } from '../definitions-at';
import type { Figure, FigureOptions } from '../figure';
import { type Known, knownAt } from '../known';
import { saidEvents } from '../said-events';
import { statement } from '../statements';
import { TargetReader, type TargetView } from '../target-view';
import { figureAsker } from './figure-asker';

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

export interface OrganisationOnRecord {
  readonly organisation: string;
  readonly name: string;
  /** When it was known, or began. */
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
  readonly organisations: readonly OrganisationOnRecord[];
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  /** The figure that a claim answers, this claim among those beside it. */
  readonly figureOf: (claim: ClaimOnRecord) => Figure | undefined;
  /** What the question that a claim answers counts of facts of these types instead; null where that is not one number. */
  readonly countOf: (claim: ClaimOnRecord, factTypes: readonly string[]) => number | null;
  /** The targets of a plan by action, each with what was realised. */
  readonly achieved: (plan: string) => ReadonlyMap<number, readonly TargetView[]>;
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

const organisationsOf = (db: Database, known: Known, synthetic: boolean): readonly OrganisationOnRecord[] =>
  saidEvents(db, known, { term: organisationTerm.name, type: organisationRegistered.type, synthetic }).map(({ id, occurred, data }) => {
    const { organisation, name } = data as unknown as OrganisationRegisteredData;
    return { organisation, name, from: occurred.from, to: occurred.to, eventId: id };
  });

/** Answers again what was answered once. */
function once<Key, Answer>(answer: (key: Key) => Answer, nameOf: (key: Key) => string): (key: Key) => Answer {
  const answers = new Map<string, Answer>();
  return (key) => {
    const name = nameOf(key);
    if (!answers.has(name)) answers.set(name, answer(key));
    return answers.get(name)!;
  };
}

/** What was on record at K, read once for all rules; a figure is asked when a rule wants it, once for each claim. */
export function onRecord(db: Database, options: RecordOptions = {}): OnRecord {
  const known = knownAt(db, options, options);
  const asOf = options.asOf ?? known.day;
  const isSynthetic = options.origin === 'synthetic';
  const synthetic = isSynthetic ? 1 : 0;
  const definitions = definitionsFor(db, known, options.definitions).latest;
  const { figureOf, countOf } = figureAsker(db, known, definitions, options);
  // Plans are no part of what is generated.
  const targetsOfPlan = (plan: string) => (isSynthetic ? new Map() : new TargetReader(db, known, options.asOf, definitions).of(plan));
  return {
    claims: claimsOf(db, known.ordinal, synthetic, asOf),
    targets: targetsOf(db, known.ordinal, synthetic),
    gatherings: gatheringsOf(db, known.ordinal, synthetic, asOf),
    outside: outsideOf(db, known.ordinal, synthetic, asOf),
    organisations: organisationsOf(db, known, isSynthetic),
    definitions,
    figureOf: once(figureOf, ({ eventId }) => eventId),
    countOf,
    achieved: once(targetsOfPlan, (plan) => plan),
  };
}
