import { definitions } from '@app/indicators';
import type { ImportReport } from '@app/recording';
import { askFigure, importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister(service, '2024');
}, 60_000);

afterAll(() => service.remove());

// Typed by hand out of the action plan of 2024 (S002).
const LINES = 100;

const OBJECTIVES: readonly [code: string, parent: string | null, actions: number][] = [
  ['ongoing', null, 13],
  ['1', null, 0],
  ['1.1', '1', 2],
  ['1.2', '1', 1],
  ['1.3', '1', 1],
  ['1.4', '1', 1],
  ['1.5', '1', 1],
  ['2', null, 0],
  ['2.1', '2', 3],
  ['2.2', '2', 2],
  ['3', null, 0],
  ['3.1', '3', 2],
  ['3.2', '3', 0],
  ['3.3', '3', 3],
  ['3.4', '3', 0],
  ['4', null, 0],
  ['4.1', '4', 0],
  ['4.2', '4', 1],
  ['5', null, 0],
  ['5.1', '5', 3],
];

const TARGETS: readonly [target: string, comparator: string, lo: number | null, hi: number | null, printed: string][] = [
  ['2-1', '<=', null, 6, 'maximaal 6 maal per jaar'],
  ['13-1', '>=', 3, null, 'een drietal op jaarbasis'],
  ['16-1', '>=', 5, null, 'vijf bijeenkomsten'],
  ['25-1', '>=', 1, null, 'maandelijks overleg'],
  ['33-1', '>=', 1, null, 'Eén keer per jaar'],
];

describe('the register of 2024', () => {
  it('is recorded without one refused line, and once', async () => {
    expect([first.refused, first.alreadyThere, first.recorded, first.lines]).toEqual([[], 0, LINES, LINES]);
    const before = await service.count();
    const again = await importRegister(service, '2024');
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, LINES]);
    expect(await service.count()).toBe(before);
  });
});

describe('the plan of 2024', () => {
  let plan: any;
  beforeAll(async () => {
    plan = (await service.get(`/api/plans/2024?position=${first.position}`)).body;
  });

  it('has every objective under its parent, also those without an action', () => {
    const actions = (code: string) => plan.actions.filter(({ objective }: any) => objective === code).length;
    expect(plan.objectives.map(({ code, parent }: any) => [code, parent, actions(code)])).toEqual(OBJECTIVES);
  });

  it('has 20 actions with an evaluation of their own, then what goes on', () => {
    expect(plan.actions.map(({ number }: any) => number)).toEqual(Array.from({ length: 33 }, (_, n) => n + 1));
    expect(plan.actions.slice(0, 20).filter(({ objective }: any) => objective === 'ongoing')).toEqual([]);
  });

  it('sets a target only where a number is printed, with its comparator', () => {
    const found = plan.actions.flatMap(({ targets }: any) => targets);
    expect(found.map(({ target, comparator, lo, hi, comparatorPrinted }: any) => [target, comparator, lo, hi, comparatorPrinted])).toEqual(
      TARGETS,
    );
  });
});

const figure = (indicator: string, query: string): Promise<any> =>
  askFigure(service, { indicator, period: '2024', ...Object.fromEntries(new URLSearchParams(query)), position: first.position });

type Printed = readonly [indicator: string, query: string, claims: readonly (readonly [value: number, exactness: string, line: number])[]];
const CLAIMS: readonly Printed[] = [
  ['pillars', 'period=2024', [[4, 'exact', 26]]],
  ['project-partners', 'period=2024&plan=2024&action=31', [[4, 'exact', 83]]],
  ['bodies', 'period=2024&plan=2024&action=31&where=type:working-group', [[1, 'exact', 83]]],
  ['exercise-communes', 'period=2024&plan=2024&action=31', [[5, 'exact', 85]]],
  ['council-action-lines', 'period=2022', [[4, 'exact', 109]]],
  [
    'care-zones',
    'period=2024',
    [
      [5, 'exact', 429],
      [5, 'exact', 1344],
      [5, 'exact', 1367],
      [5, 'exact', 1380],
    ],
  ],
  ['care-zones', 'period=2022', [[5, 'exact', 1323]]],
  ['region-communes', 'period=2024', [[19, 'exact', 604]]],
  ['zipster-zones', 'period=2024', [[13, 'exact', 794]]],
  ['social-map-scenarios', 'period=2024', [[3, 'exact', 841]]],
  ['sessions-planned', 'period=2024&plan=2024&action=16', [[5, 'exact', 901]]],
  ['health-advisers', 'period=2024', [[10, 'exact', 1120]]],
  ['prevention-groups', 'period=2024', [[6, 'exact', 1127]]],
  [
    'prevention-groups-joined',
    'period=2024',
    [
      [5, 'exact', 1127],
      [5, 'by-reading', 1128],
    ],
  ],
  ['territory-levels', 'period=2024', [[4, 'exact', 1315]]],
  ['change-workshops', 'period=2023-06', [[5, 'by-reading', 1330]]],
];

describe('what the plan of 2024 prints', () => {
  it.each(CLAIMS)('is kept as a claim: %s (%s)', async (indicator, query, claims) => {
    const found = await figure(indicator, query);
    expect(found.claims.map(({ value, exactness, source }: any) => [value, exactness, source.line])).toEqual(claims);
    expect(found.shown).toBe('claim');
  });

  it('keeps the size of a care zone as a range', async () => {
    const { claims } = await figure('care-zone-inhabitants', 'period=2024');
    expect(claims).toMatchObject([{ value: null, lo: 200_000, hi: 300_000, source: { line: 1355 } }]);
  });

  it('says 5 of 6 working groups with both terms', async () => {
    const { claims } = await figure('prevention-groups-joined', 'period=2024');
    expect(claims[0]).toMatchObject({ num: 5, den: 6 });
  });

  it('keeps both years of the campaign that the plan of 2024 calls that of 2023', async () => {
    expect((await figure('vaccination-campaigns', 'period=2023')).claims).toMatchObject([{ exactness: 'exact', source: { line: 1191 } }]);
    expect((await figure('vaccination-campaigns', 'period=2024')).claims).toMatchObject([
      { exactness: 'by-reading', source: { line: 1191 } },
    ]);
  });
});

/** Raw text, day and line of the planned sessions of the learning path: the weekday says that the first is of 2024, whatever is printed. */
const SESSIONS: readonly (readonly [raw: string, day: string, line: number])[] = [
  ['01/02/2023', '2024-02-01', 903],
  ['14/03/2024', '2024-03-14', 906],
  ['02/05/2024', '2024-05-02', 909],
  ['13/06/2024', '2024-06-13', 911],
  ['12/09/2024', '2024-09-12', 915],
];

describe('the dates of 2024', () => {
  const eventsOf = async (id: string) => (await service.get(`/api/figures/${id}/events`)).body.events;

  it('are those of five sessions on a Thursday, each planned and none held', async () => {
    const planned = await figure('sessions-planned', 'period=2024&plan=2024&action=16');
    expect(planned.computed).toMatchObject({ value: 5, facts: 5 });
    const sessions = (await eventsOf(planned.id)).filter(({ type }: any) => type === 'SessionPlanned');
    expect(sessions.map(({ occurred, sourceRef }: any) => [occurred.raw, occurred.from, sourceRef.locator])).toEqual(SESSIONS);
    expect(SESSIONS.map(([, day]) => new Date(`${day}T00:00:00Z`).getUTCDay())).toEqual([4, 4, 4, 4, 4]);
    expect(await figure('sessions-held', 'period=2024&plan=2024')).toMatchObject({ value: null, absence: 'not-recorded' });
  });

  it('leave the printed year of the first session to be seen', async () => {
    const { computed, claims } = await figure('sessions-planned', 'period=2023-02-01');
    expect(computed.facts).toBe(0);
    expect(claims).toMatchObject([{ value: 1, exactness: 'by-reading', raw: 'donderdag 01/02/2023', source: { line: 903 } }]);
  });

  it('have the forum of 2022 held, and that of 28 September planned, a Thursday of 2023', async () => {
    expect((await figure('open-forums', 'period=2022')).computed.value).toBe(1);
    expect(await figure('open-forums', 'period=2023')).toMatchObject({ value: null, absence: 'not-recorded' });
    expect(new Date('2023-09-28T00:00:00Z').getUTCDay()).toBe(4);
    const other = await figure('open-forums', 'period=2024-09-28');
    expect(other.claims).toMatchObject([
      { value: 1, exactness: 'by-reading', raw: '28 september', source: { line: 1258 } },
      { value: 1, exactness: 'by-reading', raw: 'forum-bruzel-2023', source: { line: 1298 } },
    ]);
  });

  it('have the festival planned within the year, and no day of it', async () => {
    const planned = await figure('sessions-planned', 'period=2024&plan=2024&action=17');
    const [festival] = await eventsOf(planned.id);
    expect([festival.data.kind, festival.occurred.precision, festival.sourceRef.locator]).toEqual(['festival', 'year', 991]);
  });

  it.each<[indicator: string, period: string, value: number]>([
    ['milestones', '2022', 2],
    ['projects-started', '2021', 1],
    ['projects-started', '2023', 2],
    ['outputs-published', '2022', 1],
  ])('of earlier years count: %s in %s', async (indicator, period, value) => {
    expect((await figure(indicator, `period=${period}`)).computed.value).toBe(value);
  });
});

const asked = [...definitions.values()].filter(({ source }) => source?.ref === 'S002');

describe('what the evaluations of 2024 ask', () => {
  it('is listed with the line that asks it', async () => {
    const { indicators } = (await service.get('/api/indicators')).body;
    const listed = indicators.filter(({ source }: any) => source?.ref === 'S002');
    expect(listed).toHaveLength(134);
    expect(listed[0]).toMatchObject({
      source: { ref: 'S002', line: 143, block: 1, objective: '1.1', number: 'first' },
      scope: { plan: '2024', action: 1 },
    });
  });

  it.each(asked)('is answered, and not recorded as yet: $code', async ({ code, measure }) => {
    const found = await figure(code, 'period=2024');
    expect([found.value, found.shown, found.claims]).toEqual([null, 'none', []]);
    if (measure.op === 'compose') expect(found).toMatchObject({ refusal: { code: 'figure.mixed-count-kinds' }, parts: [{}, {}] });
    else expect(found.absence).toBe('not-recorded');
  });

  it('is counted once it is recorded for its action, and for no other', async () => {
    const meeting = { occurred: { from: '2024-05-07' }, body: 'policy-cell', kind: 'working-group', mode: 'online' };
    const commitment = { occurred: { from: '2024-05-08' }, plan: '2024', action: 3, partner: 'org-a1', contribution: 'participation' };
    const held = await service.post('hold-meeting', { ...meeting, planRefs: [{ plan: '2024', action: 1 }] });
    const committed = await service.post('commit-partner', commitment);
    expect([held.status, committed.status]).toEqual([201, 201]);
    const codes = ['01-council-meetings', '09-meetings', '03-networks-connected', '06-networks-connected'];
    const counts = codes.map(async (code) => {
      const answer = await service.get(`/api/indicators/plan-2024-${code}/figures?period=2024&position=${committed.body.position}`);
      return answer.body.figures[0].computed.value;
    });
    expect(await Promise.all(counts)).toEqual([1, 0, 1, 0]);
  });

  it('that no event can say is what a claim says', async () => {
    const claim = { indicator: 'plan-2024-03-intensity', period: { from: '2024-01-01', to: '2024-12-31' }, plan: '2024', action: 3 };
    const said = { ...claim, kind: 'score', quantity: { value: 4, exactness: 'exact' }, raw: '4', occurred: { from: '2024-12-31' } };
    const imported = await service.post('import-claim', said);
    expect(imported.status).toBe(201);
    const answer = await service.get(`/api/indicators/${claim.indicator}/figures?period=2024&position=${imported.body.position}`);
    expect(answer.body.figures[0]).toMatchObject({ value: 4, shown: 'claim', computed: null, unit: 'score' });
  });
});
