import type { RecordedEvent } from '@app/decider';
import type { EventStore } from '@app/event-store';
import { type Reaction, reactions, terms } from '@app/partnership';
import { communityMeetingHeld } from '@app/partnership/community/community.events';
import { Admission } from '../admission';
import { catalogueOf } from '../command-catalogue';
import type { Recorder } from '../recorder';
import { type Append, appendingThrough, RecordingBench } from '../../../../test/support/recording-bench';
import { NotStopped, ReactionRunner, type RunnerOptions, UnknownReaction } from './reaction-runner';
import type { ReactionSettledData } from './reaction-record';

const catalogue = catalogueOf(terms);
const admission = new Admission();
const title = { nl: 'Wijk', fr: 'Quartier' };
const on = (from: string) => ({ occurred: { from } });

let bench: RecordingBench;
let recorder: Recorder;
let runner: ReactionRunner | undefined;

beforeEach(() => {
  bench = new RecordingBench();
  recorder = bench.recorder();
});

afterEach(async () => {
  await runner?.close();
  runner = undefined;
  bench.close();
});

async function run(options: Partial<RunnerOptions> = {}): Promise<ReactionRunner> {
  const { store, vault, read } = bench;
  runner = await ReactionRunner.start({ store, vault, recorder, admission, catalogue, read, terms, reactions, pauseMs: 1, ...options });
  return runner;
}

/** Ends it as a kill does: what it had not saved is not saved. */
async function kill(): Promise<void> {
  const saved = bench.vault.getMeta('reactions')!;
  await runner!.close();
  bench.vault.setMeta('reactions', saved);
}

async function settled(): Promise<void> {
  expect(await runner!.waitFor((await bench.store.head())!, 5_000)).toBe(true);
}

const all = async (): Promise<readonly RecordedEvent[]> => (await Array.fromAsync(bench.store.readAll(undefined))).map(bench.read);
const ofType = async (type: string): Promise<readonly RecordedEvent[]> => (await all()).filter((event) => event.type === type);
const payments = async (): Promise<readonly unknown[]> => (await ofType('ParticipationPaid')).map(({ data }) => data['payee']);
const results = async () =>
  (await ofType('ReactionSettled')).flatMap(({ data }) =>
    (data as unknown as ReactionSettledData).results.map(({ did, effect, code }) => [did, effect, ...(code ? [code] : [])]),
  );

/** A community whose meetings are paid, and a first meeting of two. */
async function paidCommunity(kind: 'operator' | 'import' | 'generator' = 'operator') {
  const sender = { kind };
  const { streamId: community } = await bench.send(recorder, 'start-community', { kind: 'other', title, ...on('2021-01-01') }, sender);
  await bench.send(
    recorder,
    'agree-participation-fee',
    { paidFor: community, model: 'attendance-fee', amountCents: 8_500, ...on('2021-01-01') },
    sender,
  );
  const body = { community, present: ['pro-a1', 'pro-a2'], ...on('2021-03-18') };
  const meeting = await bench.send(recorder, 'hold-community-meeting', body, { ...sender, key: 'meeting' });
  return { community, body, meeting, event: meeting.eventIds[0]! };
}

describe('a reaction', () => {
  it('records what follows, in its own name, and the chain can be seen', async () => {
    await run();
    const { community, event } = await paidCommunity();
    await settled();
    const paid = await ofType('ParticipationPaid');
    expect(paid.map(({ data }) => data)).toEqual(
      ['pro-a1', 'pro-a2'].map((payee) => ({ model: 'attendance-fee', amountCents: 8_500, payee, paidFor: community })),
    );
    const cause = (await all()).find(({ id }) => id === event)!;
    for (const payment of paid) {
      expect(payment).toMatchObject({ causationId: event, correlationId: cause.correlationId, source: 'form', occurred: cause.occurred });
      expect([payment.actor === cause.actor, payment.organisation === cause.organisation]).toEqual([false, true]);
    }
    expect(await results()).toEqual([
      ['recorded', 'pay-participation pro-a1'],
      ['recorded', 'pay-participation pro-a2'],
    ]);
  });

  it('leaves no trace of an event from which nothing follows', async () => {
    await run();
    const { streamId: community } = await bench.send(recorder, 'start-community', { kind: 'other', title, ...on('2021-01-01') });
    await bench.send(recorder, 'hold-community-meeting', { community, present: ['pro-a1'], ...on('2021-03-18') });
    await settled();
    expect(await bench.count()).toBe(2);
  });

  it('sees the record as it stood when its cause was recorded', async () => {
    await run();
    const { community } = await paidCommunity();
    await bench.send(recorder, 'agree-participation-fee', {
      paidFor: community,
      model: 'attendance-fee',
      amountCents: 1,
      ...on('2021-02-01'),
    });
    await settled();
    expect((await ofType('ParticipationPaid')).map(({ data }) => data['amountCents'])).toEqual([8_500, 8_500]);
  });

  it('keeps what is synthetic synthetic', async () => {
    await run();
    await paidCommunity('generator');
    await settled();
    expect((await ofType('ParticipationPaid')).map(({ source }) => source)).toEqual(['synthetic', 'synthetic']);
    expect((await ofType('ReactionSettled')).map(({ source }) => source)).toEqual(['synthetic']);
  });

  it('does nothing anew for what a document tells', async () => {
    await run();
    await paidCommunity('import');
    await settled();
    expect(await payments()).toEqual([]);
  });

  it('follows from nothing that was recorded before it first ran, unless it says so', async () => {
    const { community, body, event } = await paidCommunity();
    await run();
    await settled();
    await bench.send(recorder, 'hold-community-meeting', { ...body, present: ['pro-a3'], corrects: event });
    await settled();
    expect(await payments()).toEqual([]);
    await bench.send(recorder, 'hold-community-meeting', { community, present: ['pro-a4'], ...on('2021-04-18') });
    await settled();
    expect(await payments()).toEqual(['pro-a4']);
    await runner!.close();

    await run({
      reactions: reactions.map((reaction) => ({ ...reaction, name: `again-${reaction.name}`, fromTheBeginning: true as const })),
    });
    await settled();
    expect(await payments()).toEqual(['pro-a4', 'pro-a1', 'pro-a2', 'pro-a3', 'pro-a4']);
    const [first] = await ofType('ParticipationPaid');
    expect((await bench.stream(first!.streamId)).map(({ type }) => type)).toEqual(['ParticipationPaid']);
  });
});

describe('a cause that is changed', () => {
  it('withdraws what follows no longer, and records what follows now', async () => {
    await run();
    const { body, event } = await paidCommunity();
    await settled();
    await bench.send(recorder, 'hold-community-meeting', { ...body, present: ['pro-a2', 'pro-a3'], corrects: event });
    await settled();
    expect((await results()).slice(2)).toEqual([
      ['recorded', 'pay-participation pro-a3'],
      ['withdrawn', 'pay-participation pro-a1'],
    ]);
    const [a1] = await ofType('ParticipationPaid');
    expect((await bench.stream(a1!.streamId)).map(({ type, corrects }) => [type, corrects])).toEqual([
      ['ParticipationPaid', undefined],
      ['RecordWithdrawn', a1!.id],
    ]);
  });

  it('corrects what still follows, otherwise', async () => {
    await run();
    const { body, event } = await paidCommunity();
    await settled();
    const moved = { ...body, ...on('2021-03-25'), corrects: event, correctionReason: 'wrong-date' };
    await bench.send(recorder, 'hold-community-meeting', moved);
    await settled();
    expect((await results()).slice(2)).toEqual([
      ['corrected', 'pay-participation pro-a1'],
      ['corrected', 'pay-participation pro-a2'],
    ]);
    const [a1, , corrected] = await ofType('ParticipationPaid');
    expect(corrected).toMatchObject({
      corrects: a1!.id,
      streamId: a1!.streamId,
      correctionReason: 'wrong-date',
      occurred: { from: '2021-03-25' },
    });
  });

  it('that is withdrawn takes everything along', async () => {
    await run();
    const { community, event } = await paidCommunity();
    await settled();
    await bench.send(recorder, 'withdraw-record', { stream: community, event, reason: 'did-not-happen' });
    await settled();
    const withdrawn = (await ofType('RecordWithdrawn')).filter(({ streamId }) => streamId !== community);
    expect(withdrawn.map(({ data, corrects }) => [data['reason'], corrects])).toEqual(
      (await ofType('ParticipationPaid')).map(({ id }) => ['did-not-happen', id]),
    );
  });

  it('leaves alone what a person has corrected since, and says so', async () => {
    await run();
    const { body, event } = await paidCommunity();
    await settled();
    const [a1] = await ofType('ParticipationPaid');
    await bench.send(recorder, 'pay-participation', {
      ...a1!.data,
      appointment: a1!.streamId,
      amountCents: 1,
      ...on('2021-03-18'),
      corrects: a1!.id,
    });
    await bench.send(recorder, 'hold-community-meeting', { ...body, present: ['pro-a2'], corrects: event });
    await settled();
    expect((await results()).slice(2)).toEqual([['declined', 'pay-participation pro-a1', 'record.not-the-head']]);
  });
});

describe('a function that ends', () => {
  const seat = { body: 'board', seat: 'seat-1' };

  async function seated(holder: string, term: object = {}) {
    await bench.send(recorder, 'give-mandate', {
      ...seat,
      organisationKind: 'hospital',
      holder,
      userRepresentative: false,
      ...term,
      ...on('2021-01-01'),
    });
    const appointed = { function: 'hospital-referent', holder: 'pro-h1', mandate: seat, ...on('2021-01-01') };
    const { streamId: appointment } = await bench.send(recorder, 'appoint-function', appointed);
    const ended = await bench.send(recorder, 'end-function', { appointment, reason: 'changed-work', ...on('2021-09-01') });
    await settled();
    return { appointment, event: ended.eventIds[0]! };
  }

  it('frees the seat of the same holder, and keeps it in step', async () => {
    await run();
    const { appointment, event } = await seated('pro-h1');
    expect((await ofType('MandateEnded')).map(({ data }) => data)).toEqual([
      { mandate: 'seat-1.1', seat: 'seat-1', leftOn: '2021-09-01', reason: 'function-ended' },
    ]);
    await bench.send(recorder, 'end-function', { appointment, reason: 'changed-work', ...on('2021-10-01'), corrects: event });
    await settled();
    const [first, second] = await ofType('MandateEnded');
    expect(second).toMatchObject({ data: { leftOn: '2021-10-01' }, corrects: first!.id });
  });

  it('leaves the seat of another holder alone', async () => {
    await run();
    await seated('pro-h2');
    expect(await ofType('MandateEnded')).toEqual([]);
  });

  it('is told of a refusal, once', async () => {
    await run();
    await seated('pro-h1', { lastDay: '2021-03-31' });
    expect(await results()).toEqual([['declined', 'end-mandate board.seat-1', 'body.not-in-office']]);
    await kill();
    await run();
    await settled();
    expect(await ofType('ReactionSettled')).toHaveLength(1);
  });
});

describe('once, whatever happens', () => {
  it('after a kill before the checkpoint is saved', async () => {
    await run({ saveMs: 1_000_000 });
    await paidCommunity();
    await settled();
    const before = await bench.count();
    await kill();
    await run();
    await settled();
    expect(await bench.count()).toBe(before);
  });

  const dyingAfter = (appends: number): EventStore => {
    let done = 0;
    return appendingThrough(bench.store, (append: Append): Append => async (...call) => {
      if (done++ < appends) return append(...call);
      return { outcome: 'unavailable', retryAfterMs: 1 };
    });
  };

  it.each([0, 1, 2, 3])('after a kill between the appends, %i of three made', async (made) => {
    const { community } = await paidCommunity();
    const dying = bench.recorder({ store: dyingAfter(made) });
    await run({ recorder: dying, saveMs: 1_000_000 });
    await bench.send(recorder, 'hold-community-meeting', { community, present: ['pro-b1', 'pro-b2'], ...on('2021-05-18') });
    const enough = async (): Promise<boolean> => (await bench.count()) === 4 + made;
    while (!(await enough())) await new Promise((done) => setImmediate(done));
    await kill();
    recorder = bench.recorder();
    await run();
    await settled();
    expect([await payments(), (await ofType('ReactionSettled')).length]).toEqual([['pro-b1', 'pro-b2'], 1]);
  });

  it('a checkpoint that is saved before the append loses what follows: the spec above would see it', async () => {
    const { community } = await paidCommunity();
    await run({ recorder: bench.recorder({ store: dyingAfter(0) }), saveMs: 1_000_000 });
    await bench.send(recorder, 'hold-community-meeting', { community, present: ['pro-b1'], ...on('2021-05-18') });
    await kill();
    const head = (await bench.store.head())!;
    const tooEarly = { position: head, eventId: (await bench.store.at(head))!.id };
    bench.vault.setMeta('reactions', JSON.stringify(Object.fromEntries(reactions.map(({ name }) => [name, tooEarly]))));
    await run();
    await settled();
    expect(await payments()).toEqual([]);
  });

  it('while the store is away for a time', async () => {
    let away = 4;
    const store = appendingThrough(
      bench.store,
      (append: Append): Append =>
        async (...call) =>
          away-- > 0 ? { outcome: 'unavailable', retryAfterMs: 1 } : append(...call),
    );
    await run({ recorder: bench.recorder({ store, soleWriter: false }) });
    await paidCommunity();
    await settled();
    expect(await payments()).toEqual(['pro-a1', 'pro-a2']);
  });

  it('with the saved checkpoints lost, it begins at the head', async () => {
    await run();
    await paidCommunity();
    await settled();
    await runner!.close();
    bench.vault.setMeta('reactions', '{}');
    const before = await bench.count();
    await run();
    await settled();
    expect(await bench.count()).toBe(before);
  });
});

describe('a reaction that fails', () => {
  let broken = true;
  const faulty: Reaction = {
    name: 'faulty',
    on: [communityMeetingHeld],
    react: () => {
      if (broken) throw new Error('no such luck');
      return [];
    },
  };
  const stateOf = (name: string) => runner!.status().find((status) => status.name === name)!;

  beforeEach(async () => {
    broken = true;
    await run({ reactions: [faulty, ...reactions] });
  });

  async function stopped(event: string): Promise<void> {
    while (stateOf('faulty').state !== 'stopped') await new Promise((done) => setTimeout(done, 1));
    expect(stateOf('faulty')).toMatchObject({ state: 'stopped', failure: 'no such luck', at: { eventId: event } });
  }

  it('stops alone, and goes on when it is mended', async () => {
    const { event } = await paidCommunity();
    await stopped(event);
    expect(await runner!.waitFor((await bench.store.head())!, 5_000)).toBe(false);
    while ((await payments()).length < 2) await new Promise((done) => setTimeout(done, 1));
    expect(stateOf('pay-attendance').state).toBe('running');
    broken = false;
    await runner!.resume('faulty');
    await settled();
    expect(stateOf('faulty').state).toBe('running');
  });

  it('goes on without the event when a person decides so, and that is recorded', async () => {
    const { event } = await paidCommunity();
    await stopped(event);
    const person = bench.vault.principalNamed({ kind: 'admin', name: 'one' });
    await expect(runner!.skip('faulty', 'another', person)).rejects.toThrow(NotStopped);
    await runner!.skip('faulty', event, person);
    await settled();
    expect(stateOf('faulty')).toMatchObject({ state: 'running' });
    const skipped = (await ofType('ReactionSettled')).filter(({ data }) => data['reaction'] === 'faulty');
    expect(skipped.map(({ data, causationId, actor }) => [data['results'], causationId, actor])).toEqual([
      [[{ effect: '*', did: 'skipped' }], event, person.account],
    ]);
  });

  it('is asked for by its name, and only when it stands still', async () => {
    await expect(runner!.resume('nothing')).rejects.toThrow(UnknownReaction);
    await expect(runner!.resume('faulty')).rejects.toThrow(NotStopped);
  });

  it('finds out after a restore what was lost with the newest events, and does it again', async () => {
    await runner!.close();
    await bench.send(recorder, 'start-community', { kind: 'other', title, ...on('2020-01-01') });
    bench.vault.setMeta('reactions', '{}');
    await run();
    await paidCommunity();
    await settled();
    const before = await bench.count();
    await runner!.close();
    const saved = JSON.parse(bench.vault.getMeta('reactions')!) as Record<string, object>;
    const beyond = { position: '0001-0000000000009999', eventId: 'lost' };
    bench.vault.setMeta(
      'reactions',
      JSON.stringify(Object.fromEntries(Object.entries(saved).map(([name, at]) => [name, { ...at, ...beyond }]))),
    );
    await run();
    expect(stateOf('pay-attendance').state).toBe('foreign-history');
    for (const { name } of reactions) await runner!.resume(name);
    await settled();
    expect([await bench.count(), stateOf('pay-attendance').position]).toEqual([before, await bench.store.head()]);
  });

  it('does not go on over another history', async () => {
    await runner!.close();
    bench.vault.setMeta(
      'reactions',
      JSON.stringify({
        faulty: { since: '0001-0000000000000007', sinceEventId: 'elsewhere', position: '0001-0000000000000009', eventId: 'elsewhere' },
      }),
    );
    await paidCommunity();
    await run({ reactions: [faulty] });
    expect(stateOf('faulty')).toMatchObject({ state: 'foreign-history' });
    await runner!.resume('faulty');
    await settled();
    expect(stateOf('faulty')).toMatchObject({ state: 'running', position: await bench.store.head() });
  });
});
