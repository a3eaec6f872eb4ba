import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PooledRandom } from '@app/audit';
import { exactly } from '@app/decider';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { createFactsProjection, definitions, figures } from '@app/indicators';
import { terms } from '@app/partnership';
import type { ProjectedEvent } from '@app/projections';
import { catalogueOf, ClockGuard, importRegisters, readerOf, Recorder } from '@app/recording';
import { Vault } from '@app/vault';
import Sqlite from 'better-sqlite3';

const REGISTERS = ['10-information-sessions', '11-exchange-groups', '12-trainings'].map((name) =>
  join(__dirname, '../../data/2021', `${name}.ndjson`),
);
const NOW = Date.parse('2022-01-10T09:00:00.000Z');

/** The write path over a store in memory, and the figures of what it recorded. */
class Bench {
  readonly #folder = mkdtempSync(join(tmpdir(), 'kroniek-sessions-'));
  readonly #random = new PooledRandom();
  readonly #clock = { now: () => NOW, monotonic: () => NOW };
  readonly #vault = Vault.open({
    file: join(this.#folder, 'vault.db'),
    masterKeyFile: join(this.#folder, 'master-key'),
    random: this.#random,
    now: this.#clock.now,
  });
  readonly #store = new MemoryEventStore({ slotWriter: this.#vault.writeSlots });
  readonly #catalogue = catalogueOf(terms);
  readonly #recorder = new Recorder({
    store: this.#store,
    vault: this.#vault,
    terms,
    clock: new ClockGuard(this.#clock, undefined),
    random: this.#random,
    soleWriter: true,
  });
  readonly #principal = this.#vault.principalNamed({ kind: 'import', name: 'import:2021' });
  #keys = 0;

  async record(command: string, body: object, key = `key-${this.#keys++}`) {
    return this.#recorder.record({ entry: this.#catalogue.get(command)!, body, principal: this.#principal, key, correlationId: key });
  }

  async import() {
    return importRegisters(REGISTERS, {
      submit: async ({ key, command, body }) => {
        const { streamId, eventIds, replayed } = await this.record(command, body as object, key);
        return { kind: replayed ? 'already-there' : 'recorded', streamId, eventIds };
      },
    });
  }

  async recorded() {
    const read = readerOf(terms);
    const events: Extract<ProjectedEvent, { kind: 'event' }>[] = [];
    for await (const stored of this.#store.readAll(undefined)) {
      events.push({ kind: 'event', position: stored.position, ordinal: events.length + 1, event: read(stored) });
    }
    return events;
  }

  /** Answers `[value, lo, hi]` of what events add up to. */
  async figures() {
    const events = await this.recorded();
    const projection = createFactsProjection(terms);
    const db = new Sqlite(':memory:');
    projection.create(db);
    projection.open(db)(events);
    projection.index?.(db);
    return (indicator: string, period = '2021', scope: { plan?: string; action?: number } = {}) => {
      const computed = figures(db, { indicator, period, ...scope }, { definitions }).figures[0]?.computed;
      return [computed?.value, computed?.lo, computed?.hi];
    };
  }

  async close() {
    await this.#store.close();
    this.#vault.close();
    rmSync(this.#folder, { recursive: true });
  }
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

const quarters = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'];

describe('the registers of sessions, exchange groups and trainings of 2021', () => {
  it('are recorded once, however often they are imported', async () => {
    const first = await bench.import();
    expect([first.lines, first.recorded, first.alreadyThere, first.refused]).toEqual([63, 63, 0, []]);
    const again = await bench.import();
    expect([again.recorded, again.alreadyThere, again.refused]).toEqual([0, 63, []]);
  });

  it('add up to what the register of information sessions prints', async () => {
    await bench.import();
    const figure = await bench.figures();
    expect(figure('information-sessions')).toEqual([30, 30, 30]);
    expect(figure('information-session-registrations')).toEqual([603, 603, 603]);
    expect(figure('information-session-attendances')).toEqual([506, 506, 506]);
    expect(figure('information-session-views')).toEqual([99, 99, 99]);
    expect(figure('information-session-unique-attendants')).toEqual([null, 170, 506]);
    expect(figure('information-session-unique-registrants')).toEqual([null, 174, 603]);
    expect(quarters.map((quarter) => figure('information-sessions', quarter)[0])).toEqual([6, 9, 6, 9]);
    expect(quarters.map((quarter) => figure('information-session-registrations', quarter)[0])).toEqual([223, 89, 174, 117]);
    expect(quarters.map((quarter) => figure('information-session-attendances', quarter))).toEqual([
      [215, 215, 227],
      [119, 119, 131],
      [26, 26, 26],
      [134, 134, 134],
    ]);
  });

  it('add up to what the exchange groups and the trainings print', async () => {
    await bench.import();
    const figure = await bench.figures();
    expect(figure('exchange-sessions')).toEqual([14, 14, 14]);
    expect(figure('exchange-attendances')).toEqual([122, 122, 122]);
    expect(figure('exchange-unique-attendants')).toEqual([null, 19, 122]);
    expect(quarters.map((quarter) => figure('exchange-sessions', quarter)[0])).toEqual([2, 4, 1, 7]);
    expect(quarters.map((quarter) => figure('exchange-attendances', quarter)[0])).toEqual([23, 47, 7, 45]);
    expect([figure('seminar-registrations'), figure('seminar-attendances')]).toEqual([
      [300, 300, 300],
      [100, 100, 100],
    ]);
    expect(figure('training-sessions', '2021', { plan: '2021', action: 55 })).toEqual([2, 2, 2]);
    expect(figure('training-session-attendances', '2021', { plan: '2021', action: 8 })).toEqual([40, null, null]);
    expect(figure('training-cycles-held', '2021', { plan: '2021', action: 9 })).toEqual([2, 2, 2]);
    expect(figure('training-cycle-days')).toEqual([8, 8, 8]);
    expect([figure('training-cycle-registrations'), figure('training-cycle-attendances')]).toEqual([
      [14, 14, 14],
      [22, 22, 22],
    ]);
  });
});

const title = { nl: 'Sessie', fr: 'Séance' };
const on = (from: string) => ({ occurred: { from } });

describe('a session from plan to figure', () => {
  it('counts once held, on its two dates; a cancelled one never', async () => {
    const dates = { from: '2021-03-29', nature: 'set', dates: ['2021-03-29', '2021-04-01'] };
    const actions = { planRefs: [6, 55].map((action) => ({ plan: '2021', action })) };
    const { streamId: session } = await bench.record('plan-session', { occurred: dates, kind: 'info-session', title, ...actions });
    const { streamId: other } = await bench.record('plan-session', { ...on('2021-04-30'), kind: 'info-session', title });
    expect((await bench.figures())('sessions-planned')).toEqual([3, 3, 3]);
    await bench.record('hold-session', { session, occurred: dates, heads: exactly(12), ...actions });
    await bench.record('cancel-session', { session: other, ...on('2021-04-20'), reason: 'health-measures' });
    const figure = await bench.figures();
    expect(['2021-03', '2021-04', '2021'].map((period) => figure('information-sessions', period)[0])).toEqual([1, 1, 2]);
    expect(figure('information-session-attendances', '2021-03')).toEqual([0, 0, 12]);
    expect(figure('information-sessions', '2021', { plan: '2021', action: 55 })).toEqual([2, 2, 2]);
    expect([figure('sessions-planned'), figure('sessions-cancelled')]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });

  it('counts max(T, n) registrations, whichever was recorded first', async () => {
    const { streamId: session } = await bench.record('plan-session', { ...on('2021-06-15'), kind: 'webinar', title });
    const registrations = async () => {
      const figure = await bench.figures();
      return [figure('information-session-registrations')[0], figure('information-session-unique-registrants').slice(1)];
    };
    await bench.record('register-participant', { session, ...on('2021-06-01'), participant: 'pro-a1' });
    expect(await registrations()).toEqual([1, [1, 1]]);
    await bench.record('count-registrations', { session, ...on('2021-06-10'), registrations: exactly(3) });
    expect(await registrations()).toEqual([3, [3, 3]]);
    for (const participant of ['pro-a2', 'pro-a3', 'pro-a4'])
      await bench.record('register-participant', { session, ...on('2021-06-11'), participant });
    expect(await registrations()).toEqual([4, [4, 4]]);
    await bench.record('cancel-registration', { session, ...on('2021-06-12'), participant: 'pro-a4' });
    expect(await registrations()).toEqual([3, [3, 3]]);
  });

  it('takes an anonymous registration back by its id', async () => {
    const { streamId: session } = await bench.record('plan-session', { ...on('2021-06-15'), kind: 'webinar', title });
    const { eventIds } = await bench.record('register-participant', { session, ...on('2021-06-01') });
    await bench.record('register-participant', { session, ...on('2021-06-02') });
    await bench.record('register-participant', { session, ...on('2021-06-02'), participant: 'pro-a1' });
    const anonymous = (await bench.recorded()).find(({ event }) => event.id === eventIds[0])!.event.data['registration'];
    await bench.record('cancel-registration', { session, ...on('2021-06-03'), registration: anonymous });
    const figure = await bench.figures();
    expect(figure('information-session-registrations')).toEqual([2, 2, 2]);
    expect(figure('information-session-unique-registrants')).toEqual([2, 2, 2]);
  });

  it('counts the corrected number, and nothing once withdrawn', async () => {
    const held = { ...on('2021-05-19'), kind: 'info-session', title };
    const { streamId: session, eventIds } = await bench.record('hold-session', { ...held, heads: exactly(11) });
    const corrected = await bench.record('hold-session', {
      session,
      ...held,
      heads: exactly(12),
      corrects: eventIds[0],
      correctionReason: 'wrong-count',
    });
    expect((await bench.figures())('information-session-attendances')).toEqual([12, 12, 12]);
    await bench.record('withdraw-record', { stream: session, event: corrected.eventIds[0], reason: 'never-happened' });
    const figure = await bench.figures();
    expect([figure('information-sessions'), figure('information-session-attendances')]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});
