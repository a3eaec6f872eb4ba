import { EventStoreDbServer } from '../support/eventstoredb-server';
import { TestService } from '../support/service';

// The whole service on the second engine. Without EVENTSTOREDB_URL it runs against an in-process stand-in that speaks the real protocol.
let server: EventStoreDbServer | undefined;
let service: TestService;

beforeAll(async () => {
  server = process.env['EVENTSTOREDB_URL'] ? undefined : await EventStoreDbServer.start();
  const url = process.env['EVENTSTOREDB_URL'] ?? server!.url;
  service = await TestService.start({ environment: { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: url } });
});

afterAll(async () => {
  await service.remove();
  server?.stop();
});

const session = {
  kind: 'info-session',
  title: { nl: 'Een sessie', fr: 'Une séance' },
  occurred: { from: '2021-03-18' },
  heads: { value: 30, exactness: 'exact' },
  remark: 'onder een eigen sleutel',
};

it('records, repeats and counts', async () => {
  const headers = { 'idempotency-key': 'on-the-second-engine' };
  const first = await service.post('hold-session', session, headers);
  expect([first.status, first.body.code]).toEqual([201, undefined]);
  const again = await service.post('hold-session', session, headers);
  expect(again.body).toEqual(first.body);
  const other = await service.post('hold-session', { ...session, heads: { value: 1, exactness: 'exact' } }, headers);
  expect(other.status).toBe(422);

  const figures = await service.get(`/api/indicators/information-session-attendances/figures?period=2021&position=${first.body.position}`);
  expect(figures.body.figures[0].computed).toMatchObject({ value: 30, exactness: 'exact' });
  const provenance = await service.get(`/api/figures/${figures.body.figures[0].id}/events`);
  expect(provenance.body.events.map(({ id }: { id: string }) => id)).toEqual(first.body.eventIds);
});

it('records 64 commands that arrive at once on one stream', async () => {
  const planned = await service.post('plan-session', { kind: 'webinar', title: session.title, occurred: { from: '2030-01-10' } });
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      service.post('register-participant', { session: planned.body.streamId, participant: `pro-many-${n}`, occurred: { from: '2021-01-05' } }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 201));
});
