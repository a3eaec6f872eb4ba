import { TestService } from '../support/service';

let service: TestService;

beforeAll(async () => {
  service = await TestService.start();
});

afterAll(() => service.remove());

const session = {
  kind: 'info-session',
  title: { nl: 'Een sessie', fr: 'Une séance' },
  occurred: { from: '2021-03-18' },
  heads: { value: 30, exactness: 'exact' },
};

/** Nothing may be recorded, whatever was sent. */
async function recordsNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await service.count();
  const result = await work();
  expect(await service.count()).toBe(before);
  return result;
}

const problem = (answer: { body: any; headers: Readonly<Record<string, unknown>> }, status: number, code: string) => {
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.body).toMatchObject({ status, code, type: `/problems/${code}` });
  for (const language of ['nl', 'fr', 'en']) {
    expect(typeof answer.body.message[language]).toBe('string');
    expect(answer.body.message[language]).not.toContain(code);
    for (const error of answer.body.errors) expect(error.message[language]).not.toContain(error.code);
  }
};

describe('a command', () => {
  it('is recorded and answered with stream, revision, position and events', async () => {
    const answer = await service.post('hold-session', session);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      streamId: expect.stringMatching(/^session-[A-Za-z0-9_-]{22}$/),
      revision: expect.any(Number),
      position: expect.stringMatching(/^\d{4}-\d+$/),
      eventIds: expect.arrayContaining([expect.stringMatching(/^[0-9a-f-]{36}$/)]),
    });
    expect(answer.headers['etag']).toBe(`"${answer.body.revision}"`);
  });

  it('with free text is sealed under a slot that is durable before the event', async () => {
    const answer = await service.post('hold-session', { ...session, remark: 'de projector viel uit' });
    expect(answer.status).toBe(201);
    const stored: string[] = [];
    for await (const event of service.runtime.store.readStream(answer.body.streamId as string)) stored.push(event.bytes.toString());
    expect(stored.join()).not.toContain('projector');
    const { sealed } = JSON.parse(stored[0]!) as { sealed: { kid: string }[] };
    expect(service.runtime.vault.openSlot(sealed[0]!.kid)).toBeInstanceOf(Buffer);
  });

  it('repeated with its key has one effect and the same answer', async () => {
    const headers = { 'idempotency-key': 'again' };
    const first = await service.post('hold-session', session, headers);
    const second = await recordsNothing(() => service.post('hold-session', session, headers));
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('with the same key and another body is refused with 422', async () => {
    const headers = { 'idempotency-key': 'other-body' };
    await service.post('hold-session', session, headers);
    const other = { ...session, heads: { value: 31, exactness: 'exact' } };
    problem(await recordsNothing(() => service.post('hold-session', other, headers)), 422, 'command.key-reused');
  });

  it('sent 1,000 times at once with one key has one effect', async () => {
    const before = await service.count();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => service.post('hold-session', session, { 'idempotency-key': 'a thousand'.replace(' ', '-') })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await service.count()).toBe(before + answers[0]!.body.eventIds.length);
  });

  it('is recorded beside 63 others on the same stream', async () => {
    const planned = await service.post('plan-session', { kind: 'webinar', title: session.title, occurred: { from: '2030-01-10' } });
    const stream = planned.body.streamId as string;
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => service.post('register-participant', { session: stream, participant: `pro-many-${n}`, occurred: { from: '2021-01-05' } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 201));
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(64);
  });

  it('waits for the revision that If-Match names', async () => {
    const { body } = await service.post('hold-session', session);
    const views = { session: body.streamId, views: { value: 99, exactness: 'exact' }, occurred: { from: '2021-03-18' } };
    problem(await recordsNothing(() => service.post('record-views', views, { 'if-match': `"${body.revision + 5}"` })), 412, 'command.revision-mismatch');
    expect((await service.post('record-views', views, { 'if-match': `"${body.revision}"` })).status).toBe(201);
  });

  it('can be corrected, and then withdrawn', async () => {
    const first = await service.post('hold-session', session);
    const [event] = first.body.eventIds;
    const corrected = await service.post('hold-session', {
      ...session,
      session: first.body.streamId,
      heads: { value: 28, exactness: 'exact' },
      corrects: event,
      correctionReason: 'wrong-count',
    });
    expect(corrected.status).toBe(201);
    expect(corrected.body.streamId).toBe(first.body.streamId);
    const withdrawn = await service.post('withdraw-record', { stream: first.body.streamId, event: corrected.body.eventIds[0], reason: 'did-not-happen' });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([201, undefined]);
  });
});

describe('bad input', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it.each([
    ['malformed JSON', '{"kind":', 400, 'body.not-json'],
    ['an empty body', '', 400, 'body.not-json'],
    ['10,000 levels', deep(10_000), 400, 'body.too-deep'],
    ['33 levels', deep(33), 400, 'body.too-deep'],
    ['2 MiB', JSON.stringify({ kind: 'x'.repeat(2 << 20) }), 413, 'body.too-large'],
    ['a list', '[]', 400, 'command.invalid'],
    ['a poisoned prototype', '{"__proto__": {"kind": "webinar"}}', 400, 'body.not-json'],
  ])('%s is a problem, not a failure', async (_name, body, status, code) => {
    problem(await recordsNothing(() => service.post('hold-session', body)), status, code);
  });

  it.each([
    ['an unknown field', { ...session, colour: 'red' }, '/colour', 'validation.whitelistValidation'],
    ['an unknown nested field', { ...session, heads: { value: 1, exactness: 'exact', unit: 'x' } }, '/heads/unit', 'validation.whitelistValidation'],
    ['a wrong value', { ...session, kind: 'party' }, '/kind', 'validation.isIn'],
    ['null', { ...session, remark: null }, '/remark', 'validation.null'],
    ['a fraction', { ...session, heads: { value: 1.5, exactness: 'exact' } }, '/heads/value', 'validation.isInt'],
    ['a day that does not exist', { ...session, occurred: { from: '2021-02-30' } }, '/occurred/from', 'occurred.no-such-day'],
    ['a fact of tomorrow', { ...session, occurred: { from: '2999-01-01' } }, '/occurred/from', 'occurred.in-the-future'],
    ['a register number', { ...session, remark: 'gsm 85.07.30-033.28 gevraagd' }, '/remark', 'privacy.register-number'],
  ])('%s names its field', async (_name, body, pointer, code) => {
    const answer = await recordsNothing(() => service.post('hold-session', body));
    problem(answer, 400, 'command.invalid');
    expect(answer.body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code])).toContainEqual([pointer, code]);
  });

  it('an unknown command is 404, another type 415, no key 400', async () => {
    problem(await service.post('fly-to-the-moon', session), 404, 'command.unknown');
    problem(await service.post('hold-session', session, { 'content-type': 'text/plain' }), 415, 'body.not-json-type');
    const { 'idempotency-key': _, ...headers } = { 'idempotency-key': '', authorization: `Bearer ${service.token}`, 'content-type': 'application/json' };
    problem(await service.send('POST', '/api/commands/hold-session', JSON.stringify(session), headers), 400, 'command.key-needed');
  });

  it('without a valid token is 401', async () => {
    problem(await recordsNothing(() => service.post('hold-session', session, { authorization: 'Bearer nobody-nobody-nobody' })), 401, 'access.token-needed');
    problem(await recordsNothing(() => service.post('hold-session', session, { authorization: '' })), 401, 'access.token-needed');
  });

  it('a stream that does not exist is 404', async () => {
    const views = { session: 'session-AAAAAAAAAAAAAAAAAAAAAA', views: { value: 1, exactness: 'exact' }, occurred: { from: '2021-03-18' } };
    problem(await recordsNothing(() => service.post('record-views', views)), 404, 'record.not-found');
  });
});

describe('personal data', () => {
  const inclusion = { person: 'person-test-1', programme: 'boost', period: '2021', occurred: { from: '2021-05-05' } };

  it('is refused from people until access control exists', async () => {
    problem(await recordsNothing(() => service.post('include-person', inclusion)), 409, 'record.personal-not-yet');
  });

  it('is taken from a generator, and stays out of the clear', async () => {
    const headers = { authorization: `Bearer ${service.tokenOf('generator')}` };
    const answer = await service.post('include-person', { ...inclusion, commune: '21004', consentRef: 'folder 12' }, headers);
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    const events: string[] = [];
    for await (const stored of service.runtime.store.readStream(answer.body.streamId as string)) events.push(stored.bytes.toString());
    expect(events).toHaveLength(1);
    for (const secret of ['person-test-1', '21004', 'folder 12']) expect(events[0]).not.toContain(secret);
    expect(events[0]).toContain('"source":"synthetic"');
  });
});
