import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import { territoryTerm } from '@app/partnership/territory/territory.term';
import Sqlite, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { between, defined, Log, setOf, statingTerm } from '../../../test/support/fact-log';
import { asOfs, periods, play, type Step, step } from '../../../test/support/random-log';
import { ProjectionFile } from '../../projections/src/projection-file';
import { type RolledFact, RollupKeeper } from './fact-rollups';
import { createFactsProjection } from './facts.projection';
import { OPEN, ROWS_PER_EVENT } from './facts.schema';
import type { FigureQuery } from './figure-query';
import type { Figure } from './figure';
import { figures } from './figures';
import { territoryTable, type TerritoryTableQuery } from './territory-table';

const projection = createFactsProjection([statingTerm, territoryTerm]);
const present = { factType: ['present'], countKind: 'attendance' } as const;
const paid = { factType: ['paid'], countKind: 'euro' } as const;
const definitions = defined({
  attendances: { op: 'sum', of: present },
  paid: { op: 'sum', of: paid },
  grants: { op: 'sum', of: { ...paid, where: { all: [{ dim: 'kind', op: 'eq', value: ['grant'] }] } } },
  both: { op: 'sum', of: { factType: ['present', 'held'], countKind: 'attendance' } },
  rate: { op: 'ratio', num: paid, den: present, anchor: 'flow' },
  net: {
    op: 'compose',
    parts: [
      { indicator: 'paid', sign: 1 },
      { indicator: 'grants', sign: -1 },
    ],
  },
});

/** Region R with the zones N and S; the commune A comes to N in the middle of a month, and goes to S at the end of one. */
function grown(): Log {
  const unit = (code: string, ...parents: string[]) => ({ code, name: { nl: code }, parents });
  const log = new Log();
  log.places('TerritoryDefined', '2011-01-01', { hierarchy: '2011', level: 'region', units: [unit('R')] });
  log.places('TerritoryDefined', '2011-01-01', { hierarchy: '2011', level: 'commune', units: [unit('A', 'R')] });
  log.places('TerritoryDefined', '2021-01-01', { hierarchy: '2021', level: 'zone', units: [unit('N', 'R'), unit('S', 'R')] });
  log.places('TerritoryBoundaryChanged', '2021-04-15', { hierarchy: '2021', changes: [{ code: 'A', parents: ['N'] }] });
  log.places('TerritoryBoundaryChanged', '2021-09-01', { hierarchy: '2021', changes: [{ code: 'A', parents: ['S'] }] });
  return log;
}

/** The same log with one more event that has nothing to do with any figure asked: K lies before it, so the facts answer. */
function withOneMore(steps: readonly Step[]): Database {
  const log = play(steps, grown());
  log.state([one('else', 'meeting')], { stream: 'else' });
  return log.read(projection);
}

const ask = (db: Database, query: FigureQuery): Figure | undefined => figures(db, query, { definitions }).figures[0];

const CELLS = 'SELECT * FROM fact_rollups WHERE facts > 0 ORDER BY kind, grain, scope, until, shape, since, dates';
const cells = (db: Database): unknown[] => db.prepare(CELLS).all();

/** The roll-ups of the rows that stand, as if nothing had ever been closed. */
function anew(db: Database): unknown[] {
  const standing = db.prepare<[number], RolledFact>(
    'SELECT f.*, s.exactness FROM facts f JOIN fact_shapes s ON s.id = f.shape WHERE known_to = ?',
  );
  db.exec('DELETE FROM fact_rollups');
  const keeper = new RollupKeeper(db);
  for (const row of standing.all(OPEN)) keeper.opened(row);
  keeper.write();
  return cells(db);
}

/** Filled without indexes, which come at the end, as in a rebuild. The batch `lost` is rolled back, after which a file opens its projection anew. */
function rebuilt(log: Log, batch: number, lost?: number): Database {
  const db = new Log().read({ ...projection, index: () => {} });
  let apply = projection.open(db);
  const all = log.projected();
  for (let from = 0; from < all.length; from += batch) {
    const events = all.slice(from, from + batch);
    if (from / batch === lost) {
      db.exec('BEGIN');
      apply(events);
      db.exec('ROLLBACK');
      apply = projection.open(db);
    }
    apply(events);
  }
  projection.index?.(db);
  return db;
}

const question = fc.record({
  indicator: fc.constantFrom(...definitions.keys()),
  period: periods.map(({ from, to }) => `${from}..${to}`),
  asOf: asOfs,
  scope: fc.constantFrom<Partial<FigureQuery>>(
    {},
    { organisation: 'org-b' },
    { plan: '2021' },
    { plan: '2021', action: 2 },
    { territory: 'N' },
    { territory: 'S', plan: '2021' },
    { territory: 'N', hierarchy: 'now' },
    { territory: 'A', organisation: 'org-spec' },
    { where: [{ dim: 'kind', op: 'in', value: ['grant', 'refund'] }] },
    { origin: 'synthetic' },
    { origin: 'form' },
  ),
});

const steps = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });

describe('figures of the present', () => {
  test('say the same from the roll-ups as from the facts', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(question, { minLength: 10, maxLength: 20 }),
        fc.integer({ min: 1, max: 7 }),
        (taken, questions, batch) => {
          const log = play(taken, grown());
          const through = log.events.at(-1)?.id ?? '';
          const db = log.read(projection, batch);
          const other = withOneMore(taken);
          for (const { scope, ...query } of questions) {
            const asked = { ...query, ...scope, through };
            expect(ask(db, asked)).toEqual(ask(other, asked));
          }
        },
      ),
      { numRuns: 300, seed: 20210103 },
    );
  });

  test('say the same of the parts of a territory, and of what falls in none of them', () => {
    const table = fc.record({
      indicator: fc.constantFrom('attendances', 'rate', 'net'),
      period: periods.map(({ from, to }) => `${from}..${to}`),
      asOf: asOfs,
      hierarchy: fc.constantFrom('then' as const, 'now' as const),
      level: fc.constantFrom('zone' as const, 'commune' as const),
      parent: fc.constantFrom('04000', 'N'),
    });
    const rowsOf = (db: Database, query: TerritoryTableQuery) => territoryTable(db, query, { definitions });
    fc.assert(
      fc.property(steps, fc.array(table, { minLength: 3, maxLength: 6 }), (taken, tables) => {
        const log = play(taken, grown());
        const through = log.events.at(-1)?.id ?? '';
        const db = log.read(projection);
        const other = withOneMore(taken);
        for (const { parent, ...asked } of tables) {
          const query = { ...asked, through, ...(parent === 'N' ? { parent, level: 'commune' as const } : {}) };
          const [one, two] = [rowsOf(db, query), rowsOf(other, query)];
          expect({ ...one, position: null }).toEqual({ ...two, position: null });
        }
      }),
      { numRuns: 100, seed: 20210105 },
    );
  });

  test('rest on roll-ups of the facts that stand, whatever was closed before and however the log is cut into batches', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), fc.nat(6), (taken, batch, lost) => {
        const log = play(taken, grown());
        const db = log.read(projection, batch);
        const found = cells(db);
        expect(found).toEqual(anew(db));
        expect(cells(rebuilt(log, batch))).toEqual(found);
        expect(cells(rebuilt(log, batch, lost))).toEqual(found);
      }),
      { numRuns: 150, seed: 20210104 },
    );
  });
});

describe('roll-ups of a file', () => {
  const attendances = (n: number) => many('present', 'attendance', exactly(n));
  const tooMany = Array.from({ length: ROWS_PER_EVENT + 1 }, () => attendances(1));

  test.each(['being built', 'live'])('that is %s hold nothing of batches that were rolled back', (state) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolled-up-'));
    const path = join(folder, 'facts.db');
    const file = ProjectionFile.create(projection, path, 'facts.db');
    if (state === 'live') file.finish();
    const log = new Log();
    log.state([attendances(5)], { stream: 'a', on: '2021-03-04', at: '2022-01-10', organisation: 'org-a' });
    log.state([attendances(7)], { stream: 'b', on: '2021-03-05', organisation: 'org-b' });
    const poison = log.state(tooMany, { stream: 'poison', on: '2021-03-06', organisation: 'org-c' });
    log.state([attendances(9)], { stream: 'c', on: '2021-04-05', organisation: 'org-c' });
    const all = log.projected();
    file.apply(all, new Set());
    expect([file.poison?.eventId, file.checkpoint.ordinal]).toEqual([poison, 2]);
    file.resume();
    file.apply(all.slice(2), new Set([poison]));
    expect(file.stopped).toBe(false);
    if (state === 'being built') file.finish();
    file.close();
    const db = new Sqlite(path);
    const found = cells(db);
    expect(ask(db, { indicator: 'attendances', period: '2021' })?.computed?.value).toBe(21);
    expect(found).toEqual(anew(db));
    db.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a roll-up', () => {
  const log = new Log();
  log.state([many('present', 'attendance', exactly(5))], { stream: 'a', on: '2021-03-04', actions: [1] });
  log.state([many('present', 'attendance', exactly(7))], {
    stream: 'b',
    on: between('2021-03-20', '2021-04-10'),
    at: '2021-06-01',
    actions: [1, 2],
  });
  log.state([many('present', 'attendance', exactly(9))], { stream: 'c', on: setOf('2021-03-30', '2021-05-02'), organisation: 'org-b' });

  /** A database whose roll-ups are wrong by a hundred: who answers a hundred more has read them. */
  function wrong(): Database {
    const db = log.read(projection);
    db.exec('UPDATE fact_rollups SET v = v + 100, lo = lo + 100, hi = hi + 100');
    return db;
  }
  const value = (db: Database, query: Partial<FigureQuery>) => ask(db, { indicator: 'attendances', ...query })?.computed?.value;

  test.each([
    ['a year', { period: '2021' }, 21],
    ['a month', { period: '2021-03' }, 5],
    ['months, with a fact that crosses them', { period: '2021-03-01..2021-04-30' }, 12],
    ['an action', { period: '2021', plan: '2021', action: 2 }, 7],
    ['an organisation', { period: '2021', organisation: 'org-b' }, 9],
    ['a year of which nothing is left to come', { period: '2021', asOf: '2021-06-20' }, 21],
    ['a month of which nothing is left to come', { period: '2021', asOf: '2021-03-05' }, undefined],
    ['months until the end of one', { period: '2021', asOf: '2021-03-31' }, 5],
  ])('answers for %s', (_, query, expected) => {
    const rows = value(log.read(projection), query);
    if (expected === undefined) {
      expect(value(wrong(), query)).toBe(rows);
      return;
    }
    expect(rows).toBe(expected);
    expect(value(wrong(), query)).toBeGreaterThan(expected);
  });

  test.each([
    ['what was known before', { period: '2021', through: log.events[1]?.id ?? '' }, 12],
    ['days of a month', { period: '2021-03-02..2021-05-31' }, 21],
    ['a year with more to come', { period: '2021', asOf: '2021-03-29' }, 5],
  ])('leaves %s to the facts', (_, query, expected) => {
    expect(value(wrong(), query)).toBe(expected);
  });

  test('knows a set by the months of its dates, not by those between', () => {
    expect(ask(log.read(projection), { indicator: 'attendances', period: '2021-04' })?.computed).toMatchObject({ facts: 1, lo: 0, hi: 7 });
    expect(ask(log.read(projection), { indicator: 'attendances', period: '2021-05' })?.computed).toMatchObject({ facts: 1, lo: 0, hi: 9 });
  });

  test('forgets a late fact that is withdrawn', () => {
    const late = new Log();
    const first = late.state([many('present', 'attendance', exactly(1))], { stream: 'a', on: '2021-01-01', at: '2021-05-01' });
    const second = late.state([many('present', 'attendance', exactly(1))], { stream: 'b', on: '2021-01-01', at: '2021-06-01' });
    const third = late.state([many('present', 'attendance', exactly(1))], { stream: 'c', on: '2021-01-02' });
    const count = () => ask(late.read(projection, 1), { indicator: 'attendances', period: '2021' })?.computed?.late;
    expect(count()).toBe(3);
    late.withdraw(second, { stream: 'b' });
    expect(count()).toBe(2);
    late.withdraw(third, { stream: 'c' });
    expect(count()).toBe(1);
    late.withdraw(first, { stream: 'a' });
    expect(count()).toBeUndefined();
  });
});
