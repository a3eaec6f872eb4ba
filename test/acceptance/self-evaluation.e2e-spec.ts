import { askFigure, importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let position: string;

const text = { nl: 'woorden', fr: 'mots' };
const title = { nl: 'Infosessie', fr: 'Séance d’information' };
const on = (day: string) => ({ occurred: { from: day } });
const scale = { min: 0, max: 5, anchors: [0, 1, 2, 3, 4, 5].map((step) => ({ step, label: text })) };

async function send(command: string, body: object): Promise<{ eventId: string; streamId: string }> {
  const { status, body: answer } = await service.post(command, body);
  expect([command, status, answer.code]).toEqual([command, 201, undefined]);
  position = answer.position;
  return { eventId: answer.eventIds[0], streamId: answer.streamId };
}

const hold = (heads: number, day: string, rest: object = {}) =>
  send('hold-session', { kind: 'info-session', title, heads: { value: heads, exactness: 'exact' }, ...on(day), ...rest });

const score = (aim: string, scorer: number, given: number, evidence: object) =>
  send('score-aim', {
    year: 2026,
    aim,
    score: given,
    scorer: `pro-s${scorer}`,
    role: ['coordinator', 'partner', 'care-professional', 'patient-representative', 'evaluator'][scorer],
    rationale: text,
    ...evidence,
    ...on('2026-02-01'),
  });

const ask = (path: string) => service.get(`/api/self-evaluations${path}${path.includes('?') ? '&' : '?'}position=${position}`);

async function aimOf(year: number, aim: string) {
  const { status, body } = await ask(`/${year}`);
  expect(status).toBe(200);
  return body.aims.find((view: any) => view.aim === aim);
}

beforeAll(async () => {
  service = await TestService.start();
  ({ position } = (await importRegister(service, '2025')) as { position: string });
}, 60_000);

afterAll(() => service.remove());

it('shows what the report of January 2025 prints as claims without scale, evidence or scorers', async () => {
  const { body } = await ask('/2025');
  expect(body).toMatchObject({ year: 2025, status: 'not-opened' });
  expect(
    body.aims.map(({ aim, scores, agreement, claimed }: any) => [aim, scores, agreement.state, claimed.map((one: any) => one.value)]),
  ).toEqual([
    ['experience', [], 'not-scored', [3]],
    ['population-health', [], 'not-scored', [4]],
    ['value', [], 'not-scored', [4]],
    ['workforce', [], 'not-scored', [4]],
    ['equity', [], 'not-scored', [4]],
  ]);
  expect(body.aims[0].claimed[0]).toMatchObject({ source: { ref: 'S001', line: 85 }, flags: ['no-scale', 'no-evidence', 'no-scorers'] });
});

it('is opened, scored by five, agreed or split, and stale exactly where its evidence was corrected', async () => {
  await send('open-self-evaluation', {
    year: 2026,
    period: { from: '2025-01-01', to: '2025-12-31' },
    scale,
    caveat: text,
    ...on('2026-01-15'),
  });
  const first = await hold(10, '2025-03-04');
  const second = await hold(6, '2025-09-09');
  const figure = await askFigure(service, { indicator: 'information-session-attendances', period: '2025-03', position });
  const evidence = [{ events: [first.eventId] }, { figures: [figure.id] }, ...Array(3).fill({ events: [second.eventId] })];
  for (const [n, given] of [3, 3, 4, 3, 5].entries()) await score('value', n, given, evidence[n]);
  for (const [n, given] of [0, 1, 3, 4, 5].entries()) await score('equity', n, given, { events: [second.eventId] });

  const stale = (view: any) => view.scores.map((one: any) => one.stale);
  const before = await aimOf(2026, 'value');
  expect(before.agreement).toEqual({ state: 'agreed', scorers: 5, outside: 1, median: 3 });
  expect(stale(before)).toEqual([false, false, false, false, false]);
  expect((await aimOf(2026, 'equity')).agreement).toEqual({ state: 'split', scorers: 5, outside: 3 });
  expect(before.previous).toMatchObject({ year: 2025, comparable: false, claimed: [{ value: 4 }] });

  await hold(12, '2025-03-04', { session: first.streamId, corrects: first.eventId, correctionReason: 'wrong-count' });
  const after = await aimOf(2026, 'value');
  expect(stale(after)).toEqual([true, true, false, false, false]);
  expect(after.scores[0].evidence.events).toEqual([{ event: first.eventId, state: 'corrected' }]);
  expect(after.scores[1].evidence.figures[0]).toMatchObject({
    state: 'moved',
    then: { computed: { value: 10 } },
    now: { computed: { value: 12 } },
  });
  expect(stale(await aimOf(2026, 'equity'))).toEqual([false, false, false, false, false]);

  await send('withdraw-record', { stream: second.streamId, event: second.eventId, reason: 'did-not-happen' });
  const last = await aimOf(2026, 'value');
  expect(last.scores[2].evidence.events).toEqual([{ event: second.eventId, state: 'withdrawn' }]);
});

it('is stale by evidence on which no figure rests, and by no other', async () => {
  const name = { nl: 'Thuiszorg', fr: 'Soins à domicile' };
  const group = await send('create-exchange-group', { name: title, ...on('2025-01-07') });
  const rename = (rest: object) => send('rename-exchange-group', { group: group.streamId, name, ...on('2025-03-01'), ...rest });
  const renamed = await rename({});
  const held = await hold(7, '2025-10-10');
  const evidence = [{ events: [renamed.eventId] }, { events: [held.eventId] }, { events: [renamed.eventId, held.eventId] }];
  for (const [n, given] of evidence.entries()) await score('workforce', n, 2, given);
  const marks = async () =>
    (await aimOf(2026, 'workforce')).scores.map(({ stale, evidence: { events } }: any) => [
      stale,
      ...events.map(({ state }: any) => state),
    ]);
  expect(await marks()).toEqual([
    [false, 'stands'],
    [false, 'stands'],
    [false, 'stands', 'stands'],
  ]);
  const other = { nl: 'Thuisverpleging', fr: 'Soins infirmiers' };
  const corrected = await rename({ name: other, corrects: renamed.eventId, correctionReason: 'typing-error' });
  expect(await marks()).toEqual([
    [true, 'corrected'],
    [false, 'stands'],
    [true, 'corrected', 'stands'],
  ]);
  await send('withdraw-record', { stream: group.streamId, event: corrected.eventId, reason: 'did-not-happen' });
  expect(await marks()).toEqual([
    [true, 'withdrawn'],
    [false, 'stands'],
    [true, 'withdrawn', 'stands'],
  ]);
});

it('is listed, and not found where nothing was said', async () => {
  expect((await ask('')).body.evaluations).toEqual([
    { year: 2025, status: 'not-opened', scores: 0, claimed: true },
    { year: 2026, status: 'open', scores: 13, claimed: false },
  ]);
  const missing = await ask('/2019');
  expect([missing.status, missing.body.code]).toEqual([404, 'evaluation.not-found']);
  expect((await ask('/2025?zone=nowhere')).status).toBe(404);
  expect((await ask('/last')).body.errors[0]).toMatchObject({ pointer: 'year', code: 'query.invalid' });
  expect((await ask('/2026?asOf=2026-02-30')).body.errors[0]).toMatchObject({ pointer: 'asOf', code: 'query.bad-day' });
});
