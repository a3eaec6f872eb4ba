import { importRegister } from '../support/register';
import { TestService } from '../support/service';

/** The whole of 2021 through the service, and from there what a partnership asks at two times. */
let service: TestService;
let position: string;
beforeAll(async () => {
  service = await TestService.start();
  position = (await importRegister(service, '2021')).position!;
}, 60_000);
afterAll(() => service.remove());

const get = async (url: string): Promise<any> => {
  const { status, body } = await service.get(url);
  expect([url, status]).toEqual([url, 200]);
  return body;
};

const session = (day: string, value: number) => ({
  occurred: { from: day },
  kind: 'info-session',
  theme: 'prevention',
  title: { nl: 'Sessie van de proef', fr: 'Séance de l’essai' },
  heads: { value, exactness: 'exact' },
  planRefs: [{ plan: '2021', action: 6 }],
});

const figuresOf = ({ groups }: any): readonly any[] => groups.flatMap((group: any) => group.figures);

describe('a plan', () => {
  it('is listed with its period', async () => {
    const { plans } = await get(`/api/plans?position=${position}`);
    expect(plans).toMatchObject([{ plan: '2021', period: { from: '2021-01-01', to: '2021-12-31' } }]);
    expect((await get('/api/plans?knownOn=2000-01-01')).plans).toEqual([]);
  });

  it('tells of an action what was known at K and had happened by A', async () => {
    const lifecycleOf = async (at: string): Promise<unknown> => {
      const { actions } = await get(`/api/plans/2021?${at}`);
      return actions.find(({ number }: any) => number === 6).lifecycle;
    };
    const before = await lifecycleOf(`position=${position}`);
    const { through } = await get('/api/dashboards/2021');
    const closed = await service.post('close-action', { plan: '2021', action: 6, reason: 'done', occurred: { from: '2022-02-01' } });
    expect(closed.status).toBe(201);
    expect(await lifecycleOf(`position=${closed.body.position}`)).toBe('closed');
    expect(await lifecycleOf('asOf=2022-01-31')).toBe(before);
    expect(await lifecycleOf(`through=${through}`)).toBe(before);
    expect(before).not.toBe('closed');
  });

  it('is not there before it was known', async () => {
    expect((await service.get('/api/plans/2021?knownOn=2000-01-01')).body).toMatchObject({ status: 404, code: 'plan.not-found' });
  });
});

describe('a dashboard', () => {
  it('shows by plan and term what the year says, each with a figure that opens', async () => {
    const board = await get(`/api/dashboards/2021?position=${position}`);
    const sessions = board.groups.find(({ term }: any) => term === 'session').figures;
    const { figure, labels } = sessions.find(({ indicator }: any) => indicator === 'information-sessions');
    expect([figure.value, figure.claims[0].value, labels.en]).toEqual([30, 29, expect.any(String)]);
    expect((await get(`/api/figures/${figure.id}/events`)).events.length).toBeGreaterThan(29);
    expect(figuresOf(board).length).toBeGreaterThan(60);
  });

  it('of the period of a plan, for that plan, has what serves it', async () => {
    const whole = figuresOf(await get('/api/dashboards/2021'));
    const board = await get('/api/dashboards/plan:2021?plan=2021');
    expect(board.period).toEqual({ from: '2021-01-01', to: '2021-12-31' });
    const ofPlan = figuresOf(board);
    expect(ofPlan.length).toBeGreaterThan(20);
    expect(ofPlan.length).toBeLessThan(whole.length);
  });

  it('is empty as known before anything was recorded, and of a year to come', async () => {
    expect((await get('/api/dashboards/2021?knownOn=2000-01-01')).groups).toEqual([]);
    expect((await get('/api/dashboards/2021?asOf=2020-12-31')).groups).toEqual([]);
  });

  it.each([
    ['2021-13', '', 'query.bad-period', 'period'],
    ['plan:1999', '', 'query.unknown-plan', 'period'],
    ['2021', '?asOf=now', 'query.bad-day', 'asOf'],
    ['2021', '?knownOn=2021-02-30', 'query.bad-day', 'knownOn'],
    ['2021', '?through=nothing', 'query.unknown-event', 'through'],
    ['2021', '?colour=blue', 'query.invalid', 'colour'],
  ])('of %s%s is refused with %s', async (period, query, code, pointer) => {
    const { status, body } = await service.get(`/api/dashboards/${period}${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, pointer]);
  });
});

describe('an event', () => {
  const movedBy = async (answer: any): Promise<readonly any[]> =>
    (await get(`/api/events/${answer.body.eventIds[0]}/figures?position=${answer.body.position}`)).figures;
  const of = (figures: readonly any[], from: string, to: string, scope: object = {}) =>
    figures
      .filter(({ indicator, period, plan, action, organisation, territory }) => {
        const same = JSON.stringify({ plan, action, organisation, territory }) === JSON.stringify({ ...scope });
        return indicator === 'information-sessions' && period.from === from && period.to === to && same;
      })
      .map(({ before, after, current }) => [before.value, after.value, current.value]);

  it('names the figures that it moves; its correction those of both months, its withdrawal those of the last', async () => {
    const held = await service.post('hold-session', session('2021-03-20', 4));
    const first = await movedBy(held);
    expect(of(first, '2021-01-01', '2021-12-31')).toEqual([[30, 31, 31]]);
    expect(of(first, '2021-01-01', '2021-12-31', { plan: '2021', action: 6 })).toHaveLength(1);
    expect(first.map(({ indicator }) => indicator)).toContain('information-session-attendances');

    const [event] = held.body.eventIds;
    const corrected = await service.post('hold-session', { ...session('2021-05-20', 4), session: held.body.streamId, corrects: event });
    expect([corrected.status, corrected.body.code]).toEqual([201, undefined]);
    const second = await movedBy(corrected);
    expect(of(second, '2021-01-01', '2021-12-31')).toEqual([]);
    const months = [of(second, '2021-03-01', '2021-03-31'), of(second, '2021-05-01', '2021-05-31')].flat();
    expect(months.map(([before, after]) => after - before)).toEqual([-1, 1]);

    const withdrawn = await service.post('withdraw-record', {
      stream: held.body.streamId,
      event: corrected.body.eventIds[0],
      reason: 'did-not-happen',
    });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([201, undefined]);
    const third = await movedBy(withdrawn);
    expect(of(third, '2021-01-01', '2021-12-31')).toEqual([[31, 30, 30]]);
    const pinned = third[0].before.figureId;
    expect((await get(`/api/figures/${pinned}/events`)).figureId).toBe(pinned);
  });

  it('that bears on no figure moves none; one that is not there is not found', async () => {
    const { events } = await get('/api/events?limit=1000');
    const defined = events.find(({ type }: any) => type === 'ObjectiveDefined');
    expect(await get(`/api/events/${defined.id}/figures`)).toMatchObject({ event: defined.id, figures: [], next: null });
    const { status, body } = await service.get('/api/events/00000000-0000-8000-8000-000000000000/figures');
    expect([status, body.code]).toEqual([404, 'event.unknown']);
    expect((await service.get(`/api/events/${defined.id}/figures?after=-1`)).body.errors[0].pointer).toBe('after');
  });
});
