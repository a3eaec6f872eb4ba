import 'reflect-metadata';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import type { RecordedEvent } from '@app/decider';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import {
  type ActionView,
  createFactsProjection,
  definitions,
  type Figure,
  figures,
  type IndicatorDefinition,
  planView,
  provenance,
  type Selection,
} from '@app/indicators';
import { terms } from '@app/partnership';
import type { ProjectedEvent, Projection } from '@app/projections';
import { catalogueOf, ClockGuard, importRegisters, readerOf, Recorder } from '@app/recording';
import { Vault } from '@app/vault';
import Sqlite, { type Database } from 'better-sqlite3';
import planOf2021 from './plan-2021.json';
import { recount } from './recount';

const REGISTERS = join(__dirname, '../../data/2021');
const NOW = Date.parse('2026-11-24T09:00:00.000Z');
const TODAY = '2026-11-24';

/** The whole register of 2021 through the command path into a store in memory, and back as decoded events. */
async function recordOf2021(): Promise<readonly Extract<ProjectedEvent, { kind: 'event' }>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-recount-'));
  const clock = { now: () => NOW, monotonic: () => NOW };
  const random = new PooledRandom();
  const vault = Vault.open({ file: join(folder, 'vault.db'), masterKeyFile: join(folder, 'master-key'), random, now: clock.now });
  const store = new MemoryEventStore({ slotWriter: vault.writeSlots });
  const recorder = new Recorder({ store, vault, terms, clock: new ClockGuard(clock, undefined), random, soleWriter: true });
  const catalogue = catalogueOf(terms);
  const principal = vault.principalNamed({ kind: 'import', name: 'import:2021' });
  const files = readdirSync(REGISTERS)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(REGISTERS, name));
  const summary = await importRegisters(files, {
    submit: async ({ key, command, body }) => {
      const entry = catalogue.get(command);
      if (!entry) throw new Error(`no command ${command}`);
      const { streamId, eventIds, replayed } = await recorder.record({ entry, body: body as object, principal, key, correlationId: key });
      return { kind: replayed ? 'already-there' : 'recorded', streamId, eventIds };
    },
  });
  expect(summary.refused).toEqual([]);
  const read = readerOf(terms);
  const events: Extract<ProjectedEvent, { kind: 'event' }>[] = [];
  for await (const stored of store.readAll(undefined)) {
    events.push({ kind: 'event', position: stored.position, ordinal: events.length + 1, event: read(stored) });
  }
  await store.close();
  vault.close();
  rmSync(folder, { recursive: true });
  return events;
}

function built(projection: Projection, events: readonly ProjectedEvent[], batch: number): Database {
  const db = new Sqlite(':memory:');
  projection.create(db);
  const apply = projection.open(db);
  for (let from = 0; from < events.length; from += batch) db.transaction(() => apply(events.slice(from, from + batch)))();
  projection.index?.(db);
  return db;
}

const figureOf = (db: Database, indicator: string, period: string): Figure => {
  const [figure] = figures(db, { indicator, period }, { today: TODAY }).figures;
  if (!figure) throw new Error(`no figure of ${indicator}`);
  return figure;
};

/** Indicators that the plain implementation can count: one fact type, without an anchor of their own. */
const countable = [...definitions.values()].flatMap(({ code, measure, scope }: IndicatorDefinition) =>
  (measure.op === 'sum' && measure.anchor === undefined) ||
  ((measure.op === 'distinct' || measure.op === 'stock') && (measure.of.key ?? 'subject') === 'subject')
    ? measure.of.factType.length === 1
      ? [{ code, op: measure.op, of: measure.of, scope }]
      : []
    : [],
);

const whereOf = (of: Selection) => Object.fromEntries((of.where?.all ?? []).map(({ dim, value }) => [dim, value ?? []]));

const state = new Map(terms.flatMap((term) => Object.entries(term.facts)));
const statedBy = (event: RecordedEvent) => state.get(event.type)?.(event) ?? [];
const tense = new Map(terms.flatMap((term) => term.events).map((definition) => [definition.type, definition.tense]));
const held = (event: RecordedEvent) => tense.get(event.type) === 'fact';

let events: readonly Extract<ProjectedEvent, { kind: 'event' }>[];
let facts: Database;
beforeAll(async () => {
  events = await recordOf2021();
  facts = built(createFactsProjection(terms), events, 1000);
}, 60_000);

describe('the record of 2021', () => {
  it.each(['2021', '2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2021-03'])(
    'counts in %s what a plain recount counts, and its events alone give it',
    (period) => {
      const log = events.map(({ event }) => event);
      const seen = countable.map(({ code, op, of, scope }) => {
        const figure = figureOf(facts, code, period);
        const question = {
          op,
          factType: of.factType[0] ?? '',
          ...figure.period,
          asOf: figure.asOf,
          known: log.length,
          where: whereOf(of),
          ...scope,
        };
        const again = recount(log, statedBy, question, held);
        const named = provenance(facts, figure.id).events;
        const alone = recount(
          log.filter(({ id }) => named.includes(id)),
          statedBy,
          question,
          held,
        );
        const { value, lo, hi } = again;
        expect({ code, value: figure.computed?.value, lo: figure.computed?.lo, hi: figure.computed?.hi }).toEqual({ code, value, lo, hi });
        expect({ code, value: alone.value, lo: alone.lo, hi: alone.hi }).toEqual({ code, value, lo, hi });
        return figure.computed?.facts ?? 0;
      });
      expect(seen.some((count) => count > 0)).toBe(true);
    },
  );

  it('answers byte for byte the same after a rebuild in other batches', () => {
    const answers = (batch: number): string => {
      const read = built(createFactsProjection(terms), events, batch);
      const all = [...definitions.keys()].map((code) => figureOf(read, code, '2021'));
      return JSON.stringify([planView(read, '2021', { today: TODAY }), all]);
    };
    expect(answers(7)).toBe(answers(100_000));
  });

  it('folds into the plan as a table of its own gave it before', () => {
    const plan = planView(facts, '2021', { today: TODAY });
    expect(plan?.objectives.map(({ code, level, parent }) => [code, level, parent])).toEqual(planOf2021.objectives);
    const links = (action: ActionView) =>
      action.links.map(({ kind, action: other }) => (other === undefined ? kind : `${kind}:${other}`)).join(' ');
    const seen = plan?.actions.map((action) => {
      const { number, objective, lifecycle, reason, since, printedStatus, targets, achievement } = action;
      return [number, objective, lifecycle, reason, since, links(action), printedStatus?.status, targets.length, achievement];
    });
    expect(seen).toEqual(planOf2021.actions);
  });

  it('names for every claim its import and source line', () => {
    const shown = [...definitions.keys()].map((code) => figureOf(facts, code, '2021')).filter(({ claims }) => claims.length > 0);
    expect(shown.length).toBeGreaterThan(20);
    for (const figure of shown) {
      for (const { eventId, source } of provenance(facts, figure.id).claims) {
        const event = events.find((recorded) => recorded.event.id === eventId)?.event;
        expect([event?.type, source]).toEqual(['ClaimImported', { ref: event?.sourceRef?.ref, line: event?.sourceRef?.locator }]);
      }
    }
  });
});
