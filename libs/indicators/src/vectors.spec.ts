import { exactly } from '@app/decider';
import { type FactDraft, many, one } from '@app/partnership';
import type { Database } from 'better-sqlite3';
import type { FigureQuery } from './figure-query';
import type { Figure } from './figure';
import { figures } from './figures';
import { provenance } from './provenance';
import { defined, Log, setOf } from '../../../test/support/fact-log';
import { onDay } from '@app/decider/spec';

const definitions = defined({
  sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  attendances: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  unique: { op: 'distinct', of: { factType: ['present'], countKind: 'attendance' } },
  members: { op: 'stock', of: { factType: ['member'], countKind: 'membership' } },
  joined: { op: 'sum', of: { factType: ['member'], countKind: 'membership' }, anchor: 'start' },
  left: { op: 'sum', of: { factType: ['member'], countKind: 'membership' }, anchor: 'end' },
  inclusions: { op: 'sum', of: { factType: ['included'], countKind: 'inclusion' } },
});

function ask(db: Database, query: FigureQuery): Figure {
  const [figure] = figures(db, query, { definitions }).figures;
  if (!figure) throw new Error('no figure');
  return figure;
}

const computed = (db: Database, query: FigureQuery) => ask(db, query).computed;
const value = (db: Database, query: FigureQuery) => computed(db, query)?.value;
const bounds = (db: Database, query: FigureQuery) => {
  const figure = computed(db, query);
  return [figure?.value, figure?.lo, figure?.hi];
};

const present = (heads: number, rest: Partial<FactDraft> = {}) => many('present', 'attendance', exactly(heads), rest);

describe('vector 1: correction', () => {
  const log = new Log();
  const a = log.state([present(10)], { on: '2021-03-30', at: '2021-04-02' });
  const b = log.state([present(12)], { on: '2021-04-01', at: '2021-05-10T22:30:00.000Z', corrects: a });
  log.withdraw(b, { at: '2021-08-01' });
  const db = log.read();
  const at = (period: string, knownOn: string, asOf?: string) =>
    value(db, { indicator: 'attendances', period, knownOn, ...(asOf ? { asOf } : {}) });

  test('the first quarter loses the gathering on the Brussels day of the correction', () => {
    expect(['2021-04-30', '2021-05-10', '2021-05-11'].map((day) => at('2021-Q1', day, '2021-12-31'))).toEqual([10, 10, 0]);
  });

  test('the second quarter gains it until the withdrawal', () => {
    expect(['2021-05-11', '2021-08-01'].map((day) => at('2021-Q2', day, '2021-12-31'))).toEqual([12, 0]);
  });

  test('as of the end of March it has not happened', () => {
    expect(at('2021', '2021-05-31', '2021-03-31')).toBe(0);
  });

  test('its events are the chain up to K', () => {
    const { id } = ask(db, { indicator: 'attendances', period: '2021-Q2', knownOn: '2021-05-31', asOf: '2021-12-31' });
    expect(provenance(db, id, { definitions })).toEqual({ figureId: id, events: [a, b], claims: [], next: null });
  });
});

describe('vector 2: a set, two actions, a cancelled plan', () => {
  const log = new Log();
  const held = (day: string) => one('held', 'session', { occurred: onDay(day) });
  log.state([held('2021-03-29'), held('2021-04-01'), present(12)], {
    stream: 's-1',
    on: setOf('2021-03-29', '2021-04-01'),
    actions: [6, 55],
    at: '2021-05-01',
  });
  log.state([held('2021-04-22'), present(10)], { stream: 's-2', on: '2021-04-22', actions: [6] });
  log.plan([one('planned', 'session')], { stream: 's-3', on: '2021-04-30', actions: [6] });
  log.state([{ close: ['planned'] }, one('cancelled', 'session')], { stream: 's-3', on: '2021-04-29', actions: [6], at: '2021-12-31' });
  const db = log.read();
  const sessions = (period: string, rest: Partial<FigureQuery> = {}) => value(db, { indicator: 'sessions', period, ...rest });

  test('each date is a session of its month', () => {
    expect(['2021-03', '2021-04', '2021'].map((period) => sessions(period))).toEqual([1, 2, 3]);
  });

  test('each action counts it, the plan counts it once and prints the overlap', () => {
    expect([sessions('2021', { plan: '2021', action: 6 }), sessions('2021', { plan: '2021', action: 55 })]).toEqual([3, 2]);
    const plan = ask(db, { indicator: 'sessions', period: '2021', plan: '2021' });
    expect([plan.computed?.value, plan.overlap]).toEqual([3, 2]);
  });

  test('heads of a set belong to a month only within bounds', () => {
    const attendances = (period: string) => bounds(db, { indicator: 'attendances', period });
    expect(['2021-03', '2021-04', '2021'].map(attendances)).toEqual([
      [0, 0, 12],
      [10, 10, 22],
      [22, 22, 22],
    ]);
  });
});

describe('vector 3: lists and heads', () => {
  const log = new Log();
  const named = (occurrenceKey: string, ...keys: string[]) =>
    keys.map((subjectKey) => one('present', 'attendance', { occurrenceKey, subjectKey }));
  log.state(named('s1', 'p', 'q', 'r'), { stream: 's1' });
  log.state([...named('s2', 'q'), present(4, { occurrenceKey: 's2' })], { stream: 's2' });
  log.state([present(2, { occurrenceKey: 's3' })], { stream: 's3', at: '2022-01-01' });
  const db = log.read();

  test('attendances add, people do not', () => {
    expect(bounds(db, { indicator: 'attendances', period: '2021' })).toEqual([10, 10, 10]);
    expect(bounds(db, { indicator: 'unique', period: '2021' })).toEqual([null, 5, 9]);
  });
});

describe('vector 4: membership', () => {
  const log = new Log();
  const join = (key: string, on: string) =>
    log.plan([one('member', 'membership', { subjectKey: key })], { stream: `m-${key}`, on, at: '2021-03-02' });
  join('A', '2020-01-01');
  join('B', '2020-01-01');
  join('C', '2021-03-01');
  log.cover('member', '2020-01-01', '2022-12-31');
  log.plan([{ change: ['member'], validTo: '2021-06-30' }], { stream: 'm-A', on: '2021-06-30', at: '2021-09-01' });
  log.state([], { stream: 'other', at: '2022-06-01' });
  const db = log.read();
  const members = (rest: Partial<FigureQuery>) => value(db, { indicator: 'members', period: '2021', ...rest });

  test('a member who left is a member until that day, once it is known', () => {
    expect(members({ asOf: '2021-06-29' })).toBe(3);
    expect(members({ asOf: '2021-06-30', knownOn: '2021-07-31' })).toBe(3);
    expect(members({ asOf: '2021-06-30', knownOn: '2021-09-30' })).toBe(2);
  });

  test('the year, the quarters, and who came and went', () => {
    expect(members({})).toBe(2);
    expect([members({ period: '2021-Q1' }), members({ period: '2021-Q2' })]).toEqual([3, 2]);
    expect([value(db, { indicator: 'joined', period: '2021' }), value(db, { indicator: 'left', period: '2021' })]).toEqual([1, 1]);
    expect(ask(db, { indicator: 'members', period: '2021' })).toMatchObject({
      value: 2,
      lo: 2,
      hi: 2,
      coverage: 'complete',
      shown: 'computed',
    });
  });
});

describe('vector 5: a claim, shown', () => {
  const log = new Log();
  log.target(
    {
      action: 15,
      target: '15-5',
      indicator: 'inclusions',
      comparator: '>=',
      lo: 300,
      kind: 'inclusion',
      period: { from: '2021-01-01', to: '2021-12-31' },
    },
    { at: '2021-01-01' },
  );
  const claim = log.claim(
    {
      indicator: 'inclusions',
      period: { from: '2021-01-01', to: '2021-12-31' },
      kind: 'inclusion',
      quantity: exactly(105),
      dataOn: '2021-11-01',
    },
    { at: '2026-01-10', line: 1070 },
  );
  log.state([one('included', 'inclusion')], { stream: 'i-1', on: '2021-05-05', at: '2026-02-01' });
  log.cover('included', '2021-01-01', '2021-12-31', { at: '2026-03-01' });
  log.state([], { stream: 'other', at: '2026-06-01' });
  const db = log.read();
  const shown = (knownOn: string, asOf?: string) =>
    ask(db, { indicator: 'inclusions', period: '2021', knownOn, ...(asOf ? { asOf } : {}) });

  test('before the claim is recorded there is nothing', () => {
    expect(shown('2022-06-30')).toMatchObject({ shown: 'none', value: null, absence: 'not-recorded', claims: [] });
  });

  test('the claim stands alone, provisional, from the day of its data', () => {
    expect(shown('2026-01-31')).toMatchObject({ shown: 'claim', value: 105, provisional: true, coverage: 'partial' });
    expect(shown('2026-01-31', '2021-10-31')).toMatchObject({ shown: 'none', value: null, claims: [] });
  });

  test('a fact beside it is never added to it', () => {
    const figure = shown('2026-02-28');
    expect(figure).toMatchObject({ shown: 'claim', value: 105, computed: { value: 1, facts: 1 }, coverage: 'partial' });
    expect(figure.claims[0]).not.toHaveProperty('conflict');
  });

  test('over a complete record the recount is shown and the claim conflicts', () => {
    const figure = shown('2026-03-31');
    expect(figure).toMatchObject({ shown: 'computed', value: 1, provisional: false, coverage: 'complete' });
    expect(figure.claims).toMatchObject([
      { eventId: claim, value: 105, conflict: true, factor: { lo: 0.01, hi: 0.01 }, source: { ref: 'S000', line: 1070 } },
    ]);
  });
});
