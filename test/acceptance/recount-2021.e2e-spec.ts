import 'reflect-metadata';
import type { RecordedEvent } from '@app/decider';
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
import type { Database } from 'better-sqlite3';
import { decodedRecord, isHeld, readDatabase, statedBy } from '../support/decoded-record';
import planOf2021 from './plan-2021.json';
import { recount } from './recount';

const TODAY = '2026-11-24';

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

let events: readonly RecordedEvent[];
let facts: Database;
beforeAll(async () => {
  events = await decodedRecord(['2021']);
  facts = readDatabase(createFactsProjection(terms), events);
}, 60_000);

describe('the record of 2021', () => {
  it.each(['2021', '2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2021-03'])(
    'counts in %s what a plain recount counts, and its events alone give it',
    (period) => {
      const log = events;
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
        const again = recount(log, statedBy, question, isHeld);
        const named = provenance(facts, figure.id).events;
        const alone = recount(
          log.filter(({ id }) => named.includes(id)),
          statedBy,
          question,
          isHeld,
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
      const read = readDatabase(createFactsProjection(terms), events, batch);
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
        const event = events.find(({ id }) => id === eventId);
        expect([event?.type, source]).toEqual(['ClaimImported', { ref: event?.sourceRef?.ref, line: event?.sourceRef?.locator }]);
      }
    }
  });
});
