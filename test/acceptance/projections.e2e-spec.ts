import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { importRegister2021 } from '../support/register-2021';
import { TestService } from '../support/service';

const session = (nl: string, heads = 10) => ({
  kind: 'info-session',
  title: { nl, fr: 'Séance' },
  occurred: { from: '2023-05-04' },
  heads: { value: heads, exactness: 'exact' },
});

const ATTENDANCES = '/api/indicators/information-session-attendances/figures?period=2023';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not come to pass');
    await new Promise((done) => setImmediate(done));
  }
}

const statusOf = async (service: TestService, name: string) =>
  (await service.get('/api/projections')).body.projections.find((projection: any) => projection.name === name);

describe('a command and the figures', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.remove());

  it('are read as written, when the position of the command is given', async () => {
    for (let n = 1; n <= 20; n++) {
      const { body } = await service.post('hold-session', session('Leesbaar'));
      const { body: answer } = await service.get(`${ATTENDANCES}&position=${body.position}`);
      expect(answer.figures[0].computed.value).toBe(n * 10);
    }
  });

  it('keep what is synthetic out of the record, and tell it when asked', async () => {
    const before = await service.get(ATTENDANCES);
    const generator = { authorization: `Bearer ${service.tokenOf('generator')}` };
    const { body, status } = await service.post('hold-session', session('Verzonnen', 777), generator);
    expect(status).toBe(201);
    const at = `&position=${body.position}`;
    expect((await service.get(`${ATTENDANCES}${at}`)).body.figures[0].computed.value).toBe(before.body.figures[0].computed.value);
    const { figures } = (await service.get(`${ATTENDANCES}&origin=synthetic${at}`)).body;
    expect(figures[0].computed).toMatchObject({ value: 777, facts: 1 });
    const { events } = (await service.get(`/api/figures/${figures[0].id}/events`)).body;
    expect(events.map((event: any) => [event.id, event.source])).toEqual([[body.eventIds[0], 'synthetic']]);
  });

  it.each([
    ['period=20x1', 'query.bad-period', 'period'],
    ['period=2021-13', 'query.bad-period', 'period'],
    ['period=2021-02-01..2021-01-01', 'query.bad-period', 'period'],
    ['period=2021&asOf=2021-02-30', 'query.bad-day', 'asOf'],
    ['period=2021&knownOn=yesterday', 'query.bad-day', 'knownOn'],
    ['period=2021&action=15', 'query.action-without-plan', 'plan'],
    ['period=2021&plan=2021&action=-1', 'query.invalid', 'action'],
    ['period=2021&origin=everything', 'query.invalid', 'origin'],
    ['period=2021&where=kind', 'query.invalid', 'where'],
    ['period=2021&colour=blue', 'query.invalid', 'colour'],
    ['period=2021&period=2022', 'query.invalid', 'period'],
    ['period=2021&through=nothing', 'query.unknown-event', 'through'],
    ['period=2021&position=12', 'position.malformed', 'position'],
  ])('refuse %s', async (query, code, pointer) => {
    const { status, headers, body } = await service.get(`/api/indicators/information-sessions/figures?${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, pointer]);
    expect(headers['content-type']).toMatch('application/problem+json');
    for (const language of ['nl', 'fr', 'en']) expect(body.message[language]).not.toContain(code);
  });

  it('know no other indicator, figure or plan', async () => {
    expect((await service.get('/api/indicators/nothing/figures?period=2021')).body).toMatchObject({
      status: 404,
      code: 'figure.unknown-indicator',
    });
    expect((await service.get('/api/figures/bm90aGluZw/events')).body).toMatchObject({ status: 404, code: 'figure.unknown-id' });
    expect((await service.get('/api/plans/1999')).body).toMatchObject({ status: 404, code: 'plan.not-found' });
  });

  it('answer 410 for a position of another epoch', async () => {
    const old = '0002-0000000000000001';
    for (const url of [`/api/events?after=${old}`, `${ATTENDANCES}&position=${old}`, `/api/plans/2021?position=${old}`]) {
      const { status, body } = await service.get(url);
      expect([url, status, body.code]).toEqual([url, 410, 'position.old-epoch']);
    }
  });
});

describe('the read database', () => {
  let service: TestService;
  let codes: readonly string[];

  /** The plan and every indicator at one K: a digest of each answer's text. */
  async function answers(through: string, upTo: string): Promise<readonly string[]> {
    const at = `through=${through}&asOf=2026-01-01&position=${upTo}`;
    const plan = await service.get(`/api/plans/2021?${at}`);
    expect([plan.status, plan.body.actions.length]).toEqual([200, 98]);
    const { position: _position, ...view } = plan.body;
    const digests = [`plan ${digest(JSON.stringify(view))}`];
    for (const code of codes) {
      const { status, body } = await service.get(`/api/indicators/${code}/figures?period=2021&${at}`);
      expect([code, status]).toEqual([code, 200]);
      digests.push(`${code} ${digest(JSON.stringify(body.figures))}`);
    }
    return digests;
  }

  let through: string;
  let position: string;
  beforeAll(async () => {
    service = await TestService.start();
    position = (await importRegister2021(service)).position!;
    codes = (await service.get('/api/indicators')).body.indicators.map(({ code }: any) => code);
    const { figures } = (await service.get(`/api/indicators/information-sessions/figures?period=2021&position=${position}`)).body;
    through = figures[0].through;
  }, 60_000);
  afterAll(() => service.remove());

  it('answers byte for byte the same after it was dropped, and goes on from its data', async () => {
    const before = await answers(through, position);
    expect(before).toHaveLength(codes.length + 1);
    const events = await service.count();
    await service.stop();
    rmSync(join(service.folder, 'read'), { recursive: true });
    service = await TestService.start({ folder: service.folder });
    expect(await answers(through, position)).toEqual(before);
    await service.stop();
    service = await TestService.start({ folder: service.folder });
    expect(await service.count()).toBe(events);
    expect(await answers(through, position)).toEqual(before);
    const again = await importRegister2021(service);
    expect([again.recorded, again.refused]).toEqual([0, []]);
  }, 60_000);

  it('is rebuilt beside the live one while commands arrive, and misses none', async () => {
    const before = await answers(through, position);
    let rebuilt = false;
    const admin = { authorization: `Bearer ${service.token}` };
    const rebuilding = service.send('POST', '/api/projections/facts/rebuild', undefined, admin).then((answer) => {
      rebuilt = true;
      return answer;
    });
    let sent = 0;
    let last = '';
    while (!rebuilt || sent < 50) {
      const { body, status } = await service.post('hold-session', session('Onderweg', 1));
      expect(status).toBe(201);
      last = body.position;
      sent++;
      if (sent % 10 === 0) expect((await service.get(`${ATTENDANCES}&position=${last}`)).body.figures[0].computed.value).toBe(sent);
    }
    expect((await rebuilding).status).toBe(200);
    expect((await service.get(`${ATTENDANCES}&position=${last}`)).body.figures[0].computed).toMatchObject({ value: sent, facts: sent });
    expect(await answers(through, last)).toEqual(before);
  }, 60_000);

  it('is rebuilt only by an administrator, and only what there is', async () => {
    const operator = { authorization: `Bearer ${service.tokenOf('operator')}` };
    expect((await service.send('POST', '/api/projections/facts/rebuild', undefined, operator)).status).toBe(403);
    const admin = { authorization: `Bearer ${service.token}` };
    expect((await service.send('POST', '/api/projections/nothing/rebuild', undefined, admin)).status).toBe(404);
  });
});

describe('a projection that meets what it cannot take', () => {
  let service: TestService;
  const said: string[] = [];
  const died: Error[] = [];
  beforeAll(async () => {
    service = await TestService.start({
      runtime: {
        projectionModule: require.resolve('../support/faults/projections-with-poison'),
        log: (level, message) => said.push(`${level} ${message}`),
        onProjectionsDead: (error) => died.push(error),
      },
    });
  });
  afterAll(() => service.remove());

  it('stops alone, says where, and shows how far behind it is', async () => {
    await service.post('hold-session', session('Goed'));
    const { body: poison } = await service.post('hold-session', session('Onverteerbaar'));
    const { body: last } = await service.post('hold-session', session('Weer goed'));
    expect((await service.get(`${ATTENDANCES}&position=${last.position}`)).body.figures[0].computed.value).toBe(30);
    await until(async () => (await statusOf(service, 'titles')).state === 'stopped');
    expect(await statusOf(service, 'titles')).toMatchObject({
      state: 'stopped',
      ordinal: 1,
      lag: { events: 2, exact: true },
      poison: { eventId: poison.eventIds[0], position: poison.position, ordinal: 2 },
    });
    expect(await statusOf(service, 'facts')).toMatchObject({ state: 'live', ordinal: 3, lag: { events: 0, exact: true } });
    expect(said.some((line) => line.includes('titles') && line.includes(poison.eventIds[0]))).toBe(true);
  });

  it('goes on when a person decides so, and keeps the decision', async () => {
    const { poison } = await statusOf(service, 'titles');
    const admin = { authorization: `Bearer ${service.token}` };
    const ask = async (path: string) => {
      const { status, body } = await service.send('POST', `/api/projections/titles/${path}`, undefined, admin);
      return [status, body.code];
    };
    expect(await ask('rebuild')).toEqual([409, 'projection.poison']);
    expect(await ask('skip/00000000-0000-8000-8000-000000000000')).toEqual([409, 'projection.not-poison']);
    expect(await ask(`skip/${poison.eventId}`)).toEqual([200, undefined]);
    await until(async () => (await statusOf(service, 'titles')).state === 'live');
    expect(await statusOf(service, 'titles')).toMatchObject({ ordinal: 3, skipped: [{ eventId: poison.eventId }] });
  });

  it('that takes its thread down is seen: a line, not ready; recording goes on', async () => {
    expect((await service.get('/health/ready')).status).toBe(200);
    const { body } = await service.post('hold-session', session('Dodelijk'));
    await until(async () => died.length > 0);
    const ready = await service.get('/health/ready');
    expect([ready.status, ready.body.checks.projections]).toEqual([503, 'dead']);
    expect((await service.get('/health/live')).status).toBe(200);
    expect((await service.get('/api/projections')).body).toMatchObject({ status: 503, code: 'projection.dead' });
    expect((await service.get(`${ATTENDANCES}&position=${body.position}`)).body).toMatchObject({ status: 503, code: 'projection.behind' });
    expect((await service.post('hold-session', session('Toch opgetekend'))).status).toBe(201);
  });
});
