import { organisationRegistered, type OrganisationRegisteredData } from '@app/partnership/organisation/organisation.events';
import { organisationTerm } from '@app/partnership/organisation/organisation.term';
import type { TerritoryTree } from '@app/partnership/territory/territory.decider';
import type { Database } from 'better-sqlite3';
import { definitionsFor } from '../definitions-at';
import { type Known, knownAt } from '../known';
import type { PlanSummary } from '../plan.answer';
import { plansAt } from '../plan-view';
import { remembered } from '../remembered';
import { saidEvents } from '../said-events';
import { statement } from '../statements';
import { TargetReader } from '../target-view';
import { treeAt } from '../territories';
import { nameOn } from '../territory-table';
import { figureAsker } from './figure-asker';
import type { ClaimOnRecord, Dims, Gathering, OnRecord, OrganisationOnRecord, Outside, RecordOptions, TargetOnRecord } from './on-record';

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

const organisationsOf = (db: Database, known: Known): readonly OrganisationOnRecord[] =>
  saidEvents(db, known, { term: organisationTerm.name, type: organisationRegistered.type }).map(({ id, occurred, data }) => {
    const { organisation, name } = data as unknown as OrganisationRegisteredData;
    return { organisation, name, from: occurred.from, to: occurred.to, eventId: id };
  });

/** Names are looked for where a sentence tells of a plan or a place, and then once for all. */
function namedAt(db: Database, known: Known, origin: 'record' | 'synthetic' = 'record'): Pick<OnRecord, 'planNamed' | 'placeNamed'> {
  let plans: readonly PlanSummary[] | undefined;
  let tree: TerritoryTree | undefined;
  return {
    planNamed: (code) => (plans ??= plansAt(db, known)).find(({ plan }) => plan === code)?.title,
    placeNamed: (territory, day) => {
      const unit = (tree ??= treeAt(db, known, { origin })).units.get(territory);
      return unit && nameOn(unit, day);
    },
  };
}

/** What was on record at K, read once for all rules; a figure is asked when a rule wants it, once for each claim. */
export function onRecord(db: Database, options: RecordOptions = {}): OnRecord {
  const known = knownAt(db, options, options);
  const asOf = options.asOf ?? known.day;
  const synthetic = options.origin === 'synthetic' ? 1 : 0;
  const definitions = definitionsFor(db, known, options.definitions).latest;
  const { figureOf, countOf } = figureAsker(db, known, definitions, options);
  const figures = new Map<string, ReturnType<OnRecord['figureOf']>>();
  const achieved = new Map<string, ReturnType<OnRecord['achieved']>>();
  // Plans and organisations are no part of what is generated.
  const targetsOfPlan = (plan: string) => (synthetic ? new Map() : new TargetReader(db, known, options.asOf, definitions).of(plan));
  return {
    claims: claimsOf(db, known.ordinal, synthetic, asOf),
    targets: targetsOf(db, known.ordinal, synthetic),
    gatherings: gatheringsOf(db, known.ordinal, synthetic, asOf),
    outside: outsideOf(db, known.ordinal, synthetic, asOf),
    organisations: synthetic ? [] : organisationsOf(db, known),
    definitions,
    figureOf: (claim) => remembered(figures, claim.eventId, () => figureOf(claim)),
    countOf,
    achieved: (plan) => remembered(achieved, plan, () => targetsOfPlan(plan)),
    ...namedAt(db, known, options.origin),
  };
}
