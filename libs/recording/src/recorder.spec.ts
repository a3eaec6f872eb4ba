import { ClockGuard } from './clock-guard';
import { KeyReused, RevisionMismatch, StreamNotFound } from './outcome';
import { codeOf, held, planned, RecordingBench, views } from '../../../test/support/recording-bench';

let bench: RecordingBench;

beforeEach(() => {
  bench = new RecordingBench();
});

afterEach(() => bench.close());

describe('a command', () => {
  it('becomes an event that says who, when and by which key, and its answer names it', async () => {
    const answer = await bench.send(
      bench.recorder(),
      'hold-session',
      { ...held, sourceRef: { ref: 'S000', locator: 12 } },
      { kind: 'import', name: 'import:2021' },
    );
    const [event, ...rest] = await bench.stream(answer.streamId);
    expect(rest.map(({ type }) => type)).toEqual([]);
    expect(event).toMatchObject({
      type: 'SessionHeld',
      revision: 0,
      source: 'document',
      recordedAt: '2021-12-01T09:00:00.000Z',
      actor: bench.vault.principalNamed({ kind: 'import', name: 'import:2021' }).account,
      organisation: bench.vault.ownOrganisation,
      occurred: { from: '2021-03-18', to: '2021-03-18', nature: 'point', precision: 'day' },
      sourceRef: { ref: 'S000', locator: 12 },
      correlationId: 'c-spec',
    });
    expect(answer).toEqual({
      streamId: event!.streamId,
      revision: 0,
      position: await bench.store.head(),
      eventIds: [event!.id],
      replayed: false,
    });
  });

  it('on a stream that holds nothing is not found', async () => {
    await expect(bench.send(bench.recorder(), 'record-views', views('session-nothing', 3))).rejects.toBeInstanceOf(StreamNotFound);
  });

  it('that happened after its recording is refused', async () => {
    const work = bench.send(bench.recorder(), 'hold-session', { ...held, occurred: { from: '2021-12-02' } });
    await expect(work).rejects.toMatchObject({ problems: [{ pointer: '/occurred/from', code: 'occurred.in-the-future' }] });
    expect(await bench.count()).toBe(0);
  });

  it('is refused when the stream has moved on from If-Match', async () => {
    const recorder = bench.recorder();
    const { streamId } = await bench.send(recorder, 'hold-session', held);
    await expect(bench.send(recorder, 'record-views', views(streamId, 3), { ifMatch: 4 })).rejects.toEqual(new RevisionMismatch(0));
    expect((await bench.send(recorder, 'record-views', views(streamId, 3), { ifMatch: 0 })).revision).toBe(1);
  });

  it('that says nothing new records nothing and answers where the record stands', async () => {
    const recorder = bench.recorder();
    const { streamId } = await bench.send(recorder, 'hold-session', held);
    const first = await bench.send(recorder, 'record-views', views(streamId, 3));
    const second = await bench.send(recorder, 'record-views', views(streamId, 3));
    expect(second).toEqual({ streamId, revision: 1, position: first.position, eventIds: [], replayed: false });
  });

  it('about a care person is taken from the generator only', async () => {
    const body = { person: 'person-0001', programme: 'boost', period: '2021', occurred: { from: '2021-05-01' } };
    expect(await codeOf(bench.send(bench.recorder(), 'include-person', body))).toBe('record.personal-not-yet');
    expect(await bench.count()).toBe(0);
    const { streamId } = await bench.send(bench.recorder(), 'include-person', body, { kind: 'generator' });
    const [event] = await bench.stream(streamId);
    expect(event).toMatchObject({ source: 'synthetic', subjects: [expect.stringMatching(/^[\w-]{22}$/)] });
    expect(JSON.stringify(event)).not.toContain('person-0001');
    bench.vault.erasePerson('person-0001');
    expect(await codeOf(bench.send(bench.recorder(), 'include-person', body, { kind: 'generator' }))).toBe('record.person-erased');
  });
});

describe('a key', () => {
  it('sent again answers as the first time and records nothing', async () => {
    const recorder = bench.recorder();
    const first = await bench.send(recorder, 'hold-session', held, { key: 'k' });
    await bench.send(recorder, 'record-views', views(first.streamId, 3));
    for (const again of [recorder, bench.recorder()]) {
      expect(await bench.send(again, 'hold-session', held, { key: 'k' })).toEqual({ ...first, replayed: true });
    }
    expect(await bench.count()).toBe(2);
  });

  it('with another body is refused', async () => {
    const recorder = bench.recorder();
    await bench.send(recorder, 'hold-session', held, { key: 'k' });
    const other = { ...held, heads: { value: 31, exactness: 'exact' } };
    await expect(bench.send(recorder, 'hold-session', other, { key: 'k' })).rejects.toEqual(new KeyReused('command.key-reused'));
    expect(await bench.count()).toBe(1);
  });

  it('belongs to its principal and its command', async () => {
    const recorder = bench.recorder();
    const mine = await bench.send(recorder, 'hold-session', held, { key: 'k' });
    const theirs = await bench.send(recorder, 'hold-session', held, { key: 'k', name: 'another' });
    const plan = await bench.send(recorder, 'plan-session', planned, { key: 'k' });
    expect(new Set([mine.streamId, theirs.streamId, plan.streamId]).size).toBe(3);
  });

  it('has one effect, however many send it at once', async () => {
    const recorder = bench.recorder();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => bench.send(recorder, 'hold-session', held, { key: 'k' })));
    expect(await bench.count()).toBe(1);
    expect(new Set(answers.map(({ eventIds }) => eventIds.join())).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('of a sealed text that was erased answers without comparing bodies', async () => {
    const recorder = bench.recorder();
    const first = await bench.send(recorder, 'hold-session', { ...held, remark: 'een opmerking' }, { key: 'k' });
    await expect(bench.send(recorder, 'hold-session', { ...held, remark: 'iets anders' }, { key: 'k' })).rejects.toBeInstanceOf(KeyReused);
    const [event] = await bench.stream(first.streamId);
    bench.vault.eraseSlot(event!.sealed[0]!.kid);
    for (const remark of ['een opmerking', 'iets anders']) {
      expect(await bench.send(recorder, 'hold-session', { ...held, remark }, { key: 'k' })).toEqual({ ...first, replayed: true });
    }
    expect(await bench.count()).toBe(1);
  });
});

it('64 different commands at once on one stream are all recorded', async () => {
  const recorder = bench.recorder();
  const { streamId } = await bench.send(recorder, 'plan-session', planned);
  await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      bench.send(recorder, 'register-participant', { session: streamId, participant: `pro-${100 + n}` }),
    ),
  );
  const registered = (await bench.stream(streamId)).filter(({ type }) => type === 'ParticipantRegistered');
  expect(new Set(registered.map(({ data }) => data['participant'])).size).toBe(64);
});

describe('a correction', () => {
  it('takes the place of what it corrects, and only its latest version can be corrected again', async () => {
    const recorder = bench.recorder();
    const { streamId, eventIds } = await bench.send(recorder, 'hold-session', held);
    const correct = (corrects: string, value: number) =>
      bench.send(recorder, 'hold-session', {
        ...held,
        session: streamId,
        heads: { value, exactness: 'exact' },
        corrects,
        correctionReason: 'wrong-count',
      });
    const second = await correct(eventIds[0]!, 31);
    const [, event] = await bench.stream(streamId);
    expect(event).toMatchObject({
      type: 'SessionHeld',
      corrects: eventIds[0],
      correctionReason: 'wrong-count',
      data: { heads: { value: 31 } },
    });
    expect(await codeOf(correct(eventIds[0]!, 32))).toBe('record.not-the-head');
    expect((await correct(second.eventIds[0]!, 32)).revision).toBe(2);
  });

  it('names an event of its stream, of a kind that its command makes', async () => {
    const recorder = bench.recorder();
    const { streamId, eventIds } = await bench.send(recorder, 'hold-session', held);
    const elsewhere = await bench.send(recorder, 'hold-session', held);
    expect(await codeOf(bench.send(recorder, 'record-views', { ...views(streamId, 3), corrects: eventIds[0] }))).toBe(
      'record.another-kind',
    );
    expect(await codeOf(bench.send(recorder, 'record-views', { ...views(streamId, 3), corrects: elsewhere.eventIds[0] }))).toBe(
      'record.unknown-event',
    );
  });
});

it('a withdrawn record is gone for what is decided next, and cannot be corrected', async () => {
  const recorder = bench.recorder();
  const { streamId } = await bench.send(recorder, 'hold-session', held);
  const seen = await bench.send(recorder, 'record-views', views(streamId, 3));
  const withdraw = { stream: streamId, event: seen.eventIds[0], reason: 'test-entry' };
  expect((await bench.send(recorder, 'withdraw-record', withdraw)).revision).toBe(2);
  expect((await bench.send(recorder, 'withdraw-record', withdraw)).eventIds).toEqual([]);
  expect(await codeOf(bench.send(recorder, 'record-views', { ...views(streamId, 4), corrects: seen.eventIds[0] }))).toBe(
    'record.not-the-head',
  );
  expect((await bench.send(recorder, 'record-views', views(streamId, 3))).revision).toBe(3);
});

it('a clock that is off keeps everything out of the record until an operator accepts it', async () => {
  const guard = new ClockGuard(bench.clock, undefined);
  const recorder = bench.recorder({ clock: guard });
  bench.clock.wall += 6 * 60_000;
  expect(await codeOf(bench.send(recorder, 'hold-session', held))).toBe('clock.not-trusted');
  expect(await bench.count()).toBe(0);
  guard.accept();
  expect((await bench.send(recorder, 'hold-session', held)).revision).toBe(0);
});
