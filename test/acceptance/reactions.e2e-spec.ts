import type { Reaction } from '@app/partnership';
import { communityStarted } from '@app/partnership/community/community.events';
import { EventStoreDbServer } from '../support/eventstoredb-server';
import { TestService } from '../support/service';
import { on, title } from './journeys/steps';

// An event of one term has consequences in another: over HTTP, on both engines, and once only.
const engines = [
  ['SQLite', {}],
  ['EventStoreDB', { EVENT_STORE: 'eventstoredb' }],
] as const;

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly position: string;
  readonly causationId?: string;
  readonly correlationId: string;
  readonly data: any;
}

describe.each(engines)('reactions over HTTP on %s', (_, environment) => {
  let server: EventStoreDbServer | undefined;
  let service: TestService;
  const settings = (): Record<string, string> => ({ ...environment, ...(server ? { EVENTSTOREDB_URL: server.url } : {}) });

  beforeAll(async () => {
    server = 'EVENT_STORE' in environment ? await EventStoreDbServer.start() : undefined;
    service = await TestService.start({ environment: settings() });
  });

  afterAll(async () => {
    await service.remove();
    server?.stop();
  });

  const record = async (command: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await service.post(command, body, headers);
    expect([answer.body.code, answer.status]).toEqual([undefined, 201]);
    return answer.body as { streamId: string; eventIds: string[]; position: string };
  };

  const head = async (): Promise<string> => (await service.runtime.store.head())!;

  /** Effects have effects: until nothing follows any more. */
  async function settled(): Promise<void> {
    for (let last = ''; last !== (await head());) {
      last = await head();
      expect(await service.runtime.reactions.waitFor(last, 10_000)).toBe(true);
    }
  }

  const log = async (): Promise<readonly Listed[]> => (await service.get('/api/events?limit=1000')).body.events;
  const ofType = async (type: string) => (await log()).filter((event) => event.type === type);

  const paid = async (): Promise<number> => {
    const position = await head();
    const { body } = await service.get(`/api/indicators/participation-paid/figures?period=2021&position=${position}`);
    return body.figures[0].computed?.value ?? 0;
  };

  let community: string;
  let meeting: { eventIds: string[] };
  const held = (present: readonly string[]) => ({ community, present, ...on('2021-03-18') });

  it('pay those who were present, and show why', async () => {
    community = (await record('start-community', { kind: 'other', title, ...on('2021-01-01') })).streamId;
    await record('agree-participation-fee', { paidFor: community, model: 'attendance-fee', amountCents: 8_500, ...on('2021-01-01') });
    meeting = await record('hold-community-meeting', held(['pro-a1', 'pro-a2']), { 'x-correlation-id': 'one-evening' });
    await settled();
    expect(
      (await ofType('ParticipationPaid')).map(({ data, causationId, correlationId }) => [data.payee, causationId, correlationId]),
    ).toEqual([
      ['pro-a1', meeting.eventIds[0], 'one-evening'],
      ['pro-a2', meeting.eventIds[0], 'one-evening'],
    ]);
    expect(await paid()).toBe(17_000);
  });

  it('do nothing more when the command is repeated, the read models are rebuilt, or the service starts again', async () => {
    const before = await service.count();
    expect((await service.post('hold-community-meeting', held(['pro-a1', 'pro-a2']))).status).toBe(200);
    await service.send('POST', '/api/projections/rebuild', undefined, { authorization: `Bearer ${service.token}` });
    await settled();
    await service.stop();
    service = await TestService.start({ folder: service.folder, environment: settings() });
    await settled();
    expect(await service.count()).toBe(before);
  });

  it('follow a correction of their cause, and its withdrawal', async () => {
    const corrected = await record('hold-community-meeting', {
      ...held(['pro-a2', 'pro-a3', 'pro-a4']),
      corrects: meeting.eventIds[0],
      correctionReason: 'late-information',
    });
    await settled();
    expect(await paid()).toBe(25_500);
    await record('withdraw-record', { stream: community, event: corrected.eventIds[0], reason: 'did-not-happen' });
    await settled();
    expect([await paid(), (await ofType('ParticipationPaid')).length]).toEqual([0, 4]);
  });

  it('free the seat that goes with a function that ends, and say what was declined', async () => {
    const mandate = { body: 'board', seat: 'hospitals-1' };
    const holder = 'pro-h1';
    await record('give-mandate', { ...mandate, organisationKind: 'hospital', holder, userRepresentative: false, ...on('2021-01-01') });
    const appointed = { function: 'hospital-referent', holder, mandate, ...on('2021-01-01') };
    const { streamId: appointment } = await record('appoint-function', appointed);
    await record('end-function', { appointment, reason: 'changed-work', ...on('2021-09-01') });
    await settled();
    expect((await ofType('MandateEnded')).map(({ data }) => data)).toEqual([
      { mandate: 'hospitals-1.1', seat: 'hospitals-1', leftOn: '2021-09-01', reason: 'function-ended' },
    ]);

    const { streamId: another } = await record('appoint-function', { ...appointed, function: 'case-manager' });
    const ended = await record('end-function', { appointment: another, reason: 'changed-work', ...on('2021-10-01') });
    await settled();
    const { settled: done } = (await service.get(`/api/reactions/settled?position=${await head()}`)).body;
    expect(done[0]).toMatchObject({
      reaction: 'free-mandate',
      cause: ended.eventIds[0],
      results: [{ effect: 'end-mandate board.hospitals-1', did: 'declined', code: 'body.mandate-already-ended' }],
    });
  });

  it('are shown with their state', async () => {
    const { reactions } = (await service.get('/api/reactions')).body;
    expect(reactions.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual(
      expect.arrayContaining([
        ['pay-attendance', 'running'],
        ['free-mandate', 'running'],
      ]),
    );
    expect((await service.get('/health/ready')).body.checks).toMatchObject({ 'reaction pay-attendance': 'running' });
    const administer = { authorization: `Bearer ${service.token}` };
    expect((await service.send('POST', '/api/reactions/nothing/resume', undefined, administer)).body.code).toBe('reaction.unknown');
    expect((await service.send('POST', '/api/reactions/free-mandate/resume', undefined, administer)).body.code).toBe(
      'reaction.not-stopped',
    );
    const skip = `/api/reactions/free-mandate/skip/${meeting.eventIds[0]}`;
    expect((await service.send('POST', skip, undefined, administer)).status).toBe(409);
    const operator = { authorization: `Bearer ${service.tokenOf('operator')}` };
    expect((await service.send('POST', skip, undefined, operator)).status).toBe(403);
    expect((await service.post('settle-reaction', {})).status).toBe(404);
  });
});

describe('a reaction that fails', () => {
  const faulty: Reaction = {
    name: 'faulty',
    on: [communityStarted],
    react: () => {
      throw new Error('no such luck');
    },
  };
  let service: TestService;

  beforeAll(async () => {
    const clock = { now: () => Date.parse('2021-03-01T09:00:00.000Z'), monotonic: () => 0 };
    service = await TestService.start({ clock, runtime: { reactions: [faulty] } });
  });

  afterAll(() => service.remove());

  const checks = async () => {
    const { status, body } = await service.get('/health/ready');
    return [status, body.checks['reaction faulty']];
  };

  it('is shown where it stands, stops nothing else, and is let go by a decision that is recorded', async () => {
    const started = { kind: 'other', title, ...on('2021-01-01') };
    const { body } = await service.post('start-community', started);
    const [event] = body.eventIds;
    expect(await service.runtime.reactions.waitFor(body.position, 10_000)).toBe(false);
    expect(await checks()).toEqual([200, 'stopped']);
    expect((await service.get('/api/reactions')).body.reactions).toMatchObject([{ failure: 'no such luck', at: { eventId: event } }]);
    expect((await service.post('start-community', { ...started, ...on('2021-02-01') })).status).toBe(201);

    const administer = { authorization: `Bearer ${service.token}` };
    expect((await service.send('POST', `/api/reactions/faulty/skip/${event}`, undefined, administer)).status).toBe(200);
    const { settled } = (await service.get(`/api/reactions/settled?position=${await service.runtime.store.head()}`)).body;
    expect(settled).toMatchObject([{ reaction: 'faulty', cause: event, results: [{ effect: '*', did: 'skipped' }] }]);
  });

  it('leaves its cause as late as it is: an event says by how many days', async () => {
    const { events } = (await service.get('/api/events')).body;
    expect(events.map(({ type, recordedLate }: { type: string; recordedLate?: number }) => [type, recordedLate])).toEqual([
      ['CommunityStarted', 59],
      ['CommunityStarted', undefined],
      ['ReactionSettled', undefined],
    ]);
  });
});
