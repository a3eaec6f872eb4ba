import { exactly } from '@app/decider';
import { many, one } from '@app/partnership';
import type { Database } from 'better-sqlite3';
import { createFactsProjection } from './facts.projection';
import { OPEN } from './facts.schema';
import { between, idOf, Log, statingTerm } from '../../../test/support/fact-log';

const rows = (db: Database, columns: string): unknown[] =>
  db.prepare(`SELECT ${columns} FROM facts_named ORDER BY known_from, fact_id`).all();
const open = (db: Database, columns: string): unknown[] =>
  db.prepare(`SELECT ${columns} FROM facts_named WHERE known_to = ${OPEN} ORDER BY known_from, fact_id`).all();

const member = (subjectKey: string) => one('member', 'membership', { subjectKey, subjectKind: 'structure' });

describe('a fact', () => {
  test('has every column of the design', () => {
    const log = new Log();
    log.state(
      [many('present', 'attendance', { lo: 3, hi: 5, exactness: 'range' }, { occurrenceKey: 'o', dims: { kind: 'information' } })],
      {
        on: between('2021-09-28', '2021-10-03'),
        at: '2021-10-01',
        actions: [6],
        territory: { code: 'north', level: 'zone', hierarchy: '2022' },
      },
    );
    const db = log.read();
    expect(rows(db, '*')).toEqual([
      {
        fact_id: `${idOf(1)}#0`,
        fact_type: 'present',
        count_kind: 'attendance',
        exactness: 'range',
        v: null,
        lo: 3,
        hi: 5,
        subject_kind: 'professional',
        subject_key: null,
        occurrence_key: 'o',
        group_key: null,
        series_key: null,
        on_from: '2021-09-28',
        on_to: '2021-10-03',
        dates: null,
        nature: 'point',
        precision: 'month',
        valid_to: null,
        valid_to_expected: null,
        r_from: '2021-09-28',
        r_to: '2021-10-01',
        crosses_month: 1,
        organisation: 'org-spec',
        language: null,
        dims: '{"kind":"information"}',
        origin: 'form',
        stream_id: 'thing-1',
        event_id: idOf(1),
        root_event_id: idOf(1),
        recorded_on: '2021-10-01',
        known_from: 1,
        known_to: OPEN,
        closed_by: null,
        close_reason: null,
      },
    ]);
    expect(db.prepare('SELECT * FROM fact_plan').all()).toEqual([
      { fact: 4096, root: 1, plan: '2021', action: 6, known_from: 1, known_to: OPEN },
    ]);
    expect(db.prepare('SELECT code, level, role FROM fact_territory').all()).toEqual([{ code: 'north', level: 'zone', role: 'activity' }]);
  });

  test('that is only planned is never clamped to its recording', () => {
    const log = new Log();
    log.plan([one('planned', 'session')], { on: between('2021-09-01', '2021-09-30'), at: '2021-09-10' });
    log.state([one('held', 'session')], { on: between('2021-09-01', '2021-09-30') });
    expect(rows(log.read(), 'fact_type, r_from, r_to')).toEqual([
      { fact_type: 'planned', r_from: '2021-09-01', r_to: '2021-09-30' },
      { fact_type: 'held', r_from: '2021-09-01', r_to: '2021-09-10' },
    ]);
  });
});

describe('a correction', () => {
  test('closes the rows of the chain and keeps the day of recording when the date stays', () => {
    const log = new Log();
    const first = log.state([many('present', 'attendance', exactly(10))], { on: '2021-03-30', at: '2021-04-02', actions: [6] });
    const second = log.state([many('present', 'attendance', exactly(12))], {
      on: '2021-03-30',
      at: '2021-05-10',
      corrects: first,
      actions: [55],
    });
    log.state([many('present', 'attendance', exactly(13))], { on: '2021-03-31', at: '2021-06-10', corrects: second, actions: [55] });
    const db = log.read();
    expect(rows(db, 'v, recorded_on, root_event_id, known_from, known_to, close_reason')).toEqual([
      { v: 10, recorded_on: '2021-04-02', root_event_id: first, known_from: 1, known_to: 2, close_reason: 'corrected' },
      { v: 12, recorded_on: '2021-04-02', root_event_id: first, known_from: 2, known_to: 3, close_reason: 'corrected' },
      { v: 13, recorded_on: '2021-06-10', root_event_id: first, known_from: 3, known_to: OPEN, close_reason: null },
    ]);
    expect(db.prepare('SELECT action, known_from, known_to FROM fact_plan ORDER BY known_from').all()).toEqual([
      { action: 6, known_from: 1, known_to: 2 },
      { action: 55, known_from: 2, known_to: 3 },
      { action: 55, known_from: 3, known_to: OPEN },
    ]);
  });

  test('a withdrawal revives nothing, a duplicate closes with a link', () => {
    const log = new Log();
    const first = log.state([one('held', 'session')], { stream: 'a' });
    const second = log.state([one('held', 'session')], { stream: 'a', corrects: first });
    log.withdraw(second, { stream: 'a' });
    const other = log.state([one('held', 'session')], { stream: 'b' });
    const marked = log.markDuplicate(other, second, { stream: 'b' });
    expect(rows(log.read(), 'event_id, closed_by, close_reason')).toEqual([
      { event_id: first, closed_by: second, close_reason: 'corrected' },
      { event_id: second, closed_by: idOf(3), close_reason: 'withdrawn' },
      { event_id: other, closed_by: marked, close_reason: 'duplicate' },
    ]);
  });

  test('of a claim, a coverage or a target ends what it corrects', () => {
    const log = new Log();
    const period = { from: '2021-01-01', to: '2021-12-31' };
    const claim = log.claim({ indicator: 'x', period, kind: 'session', quantity: exactly(14) });
    log.claim({ indicator: 'x', period, kind: 'session', quantity: exactly(15) }, { corrects: claim });
    const cover = log.cover('held', '2021-01-01', '2021-12-31');
    log.withdraw(cover, { stream: 'coverage-1' });
    const db = log.read();
    expect(db.prepare('SELECT v, known_from, known_to FROM claims ORDER BY id').all()).toEqual([
      { v: 14, known_from: 1, known_to: 2 },
      { v: 15, known_from: 2, known_to: OPEN },
    ]);
    expect(db.prepare('SELECT fact_type, known_from, known_to FROM coverage').all()).toEqual([
      { fact_type: 'held', known_from: 3, known_to: 4 },
    ]);
  });
});

describe('a change', () => {
  const columns = 'subject_key, valid_to, known_from, close_reason';

  test('closes as superseded what it states anew, of its subject only', () => {
    const log = new Log();
    log.plan([member('A'), member('B')]);
    log.plan([{ change: ['member'], subjectKey: 'A', validTo: '2021-07-01' }]);
    expect(rows(log.read(), columns)).toEqual([
      { subject_key: 'A', valid_to: null, known_from: 1, close_reason: 'superseded' },
      { subject_key: 'B', valid_to: null, known_from: 1, close_reason: null },
      { subject_key: 'A', valid_to: '2021-07-01', known_from: 2, close_reason: null },
    ]);
  });

  test('that is withdrawn gives back what it superseded', () => {
    const log = new Log();
    log.plan([member('A')]);
    const left = log.plan([{ change: ['member'], subjectKey: 'A', validTo: '2021-07-01' }]);
    log.withdraw(left);
    expect(rows(log.read(), columns)).toEqual([
      { subject_key: 'A', valid_to: null, known_from: 1, close_reason: 'superseded' },
      { subject_key: 'A', valid_to: '2021-07-01', known_from: 2, close_reason: 'superseded' },
      { subject_key: 'A', valid_to: null, known_from: 3, close_reason: null },
    ]);
  });

  test('that is corrected moves the end, and survives a corrected start', () => {
    const log = new Log();
    const joined = log.plan([member('A')], { on: '2021-01-01' });
    const left = log.plan([{ change: ['member'], validTo: '2021-07-01' }]);
    log.plan([{ change: ['member'], validTo: '2021-08-01' }], { corrects: left });
    expect(open(log.read(), 'on_from, valid_to')).toEqual([{ on_from: '2021-01-01', valid_to: '2021-08-01' }]);
    log.plan([member('A')], { on: '2021-02-01', corrects: joined });
    expect(open(log.read(), 'on_from, valid_to')).toEqual([{ on_from: '2021-02-01', valid_to: '2021-08-01' }]);
  });

  test('does not reach what comes later: who returns is a member again', () => {
    const log = new Log();
    log.plan([member('A')], { on: '2020-01-01' });
    const left = log.plan([{ change: ['member'], validTo: '2021-01-01' }]);
    log.plan([member('A')], { on: '2021-06-01' });
    log.withdraw(left);
    expect(open(log.read(), 'on_from, valid_to')).toEqual([
      { on_from: '2021-06-01', valid_to: null },
      { on_from: '2020-01-01', valid_to: null },
    ]);
  });

  test('a closing states nothing for what it closes', () => {
    const log = new Log();
    log.plan([one('planned', 'session', { occurrenceKey: 'x' }), one('planned', 'session', { occurrenceKey: 'y' })]);
    log.state([{ close: ['planned'], occurrenceKey: 'x' }, one('held', 'session')]);
    expect(open(log.read(), 'fact_type, occurrence_key')).toEqual([
      { fact_type: 'planned', occurrence_key: 'y' },
      { fact_type: 'held', occurrence_key: null },
    ]);
  });
});

describe('the projection', () => {
  test('keeps the last event of each day of recording, by the running maximum', () => {
    const log = new Log();
    log.state([one('held', 'session')], { at: '2021-05-10T22:30:00.000Z' });
    log.state([one('held', 'session')], { at: '2021-05-09T10:00:00.000Z' });
    log.state([one('held', 'session')], { at: '2021-05-12T10:00:00.000Z' });
    expect(log.read().prepare('SELECT day, ordinal, event_id FROM days').all()).toEqual([
      { day: '2021-05-11', ordinal: 2, event_id: idOf(2) },
      { day: '2021-05-12', ordinal: 3, event_id: idOf(3) },
    ]);
  });

  test('gives numbers anew after a batch that was rolled back', () => {
    const log = new Log();
    log.state([one('held', 'session')], { stream: 'a' });
    log.state([one('held', 'meeting')], { stream: 'b' });
    const db = new Log().read();

    const apply = createFactsProjection([statingTerm]).open(db);
    const [first, second] = log.projected();
    if (!first || !second) throw new Error('no events');
    expect(() =>
      db.transaction(() => {
        apply([first]);
        throw new Error('lost');
      })(),
    ).toThrow('lost');
    db.transaction(() => apply([second]))();
    expect(rows(db, 'stream_id, count_kind')).toEqual([{ stream_id: 'b', count_kind: 'meeting' }]);
  });
});
