import type { ImportReport } from '@app/recording';
import { askFigure, importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister(service, '2025');
}, 60_000);

afterAll(() => service.remove());

const figure = (indicator: string, period: string, where?: string) =>
  askFigure(service, { indicator, period, where, position: first.position });

const claimed = async (indicator: string, period: string, where?: string) =>
  (await figure(indicator, period, where)).claims.map(({ value, lo, exactness, source }: any) => [value ?? lo, exactness, source.line]);

const LINES = 79;

// Typed by hand out of the report of January 2025 (S001).
const MILESTONES: readonly [period: string, kind: string, line: number][] = [
  ['2010', 'founding', 43],
  ['2017', 'start', 48],
  ['2018', 'merger', 54],
  ['2019', 'integration', 60],
  ['2022', 'reform', 65],
  ['2024', 'new-mission', 70],
];

const SCORES: readonly [aim: string, score: number, line: number][] = [
  ['experience', 3, 85],
  ['population-health', 4, 93],
  ['value', 4, 99],
  ['workforce', 4, 105],
  ['equity', 4, 111],
];

type Printed = readonly [
  indicator: string,
  period: string,
  where: string | undefined,
  claims: readonly (readonly [number, string, number])[],
];
const CLAIMS: readonly Printed[] = [
  ['pilot-communes', '2017', undefined, [[3, 'exact', 50]]],
  ['organisations-merged', '2018', undefined, [[4, 'exact', 54]]],
  ['missions', '2018', undefined, [[2, 'exact', 58]]],
  ['missions', '2024', undefined, [[3, 'exact', 70]]],
  ['integration-steps', '2019', undefined, [[3, 'exact', 62]]],
  ['change-workshop-zones', '2022', undefined, [[5, 'exact', 67]]],
  ['teams', '2024', 'role:operational', [[7, 'exact', 74]]],
  ['teams', '2024', 'role:support', [[2, 'exact', 74]]],
  ['actions-per-partner', '2025-01', undefined, [[1, 'lower-bound', 166]]],
  ['team-members', '2025-01', undefined, [[60, 'exact', 188]]],
  ['team-members', '2025-01', 'programme:perinatal', [[2, 'exact', 253]]],
  ['years-of-work', '2025-01', undefined, [[15, 'approximate', 208]]],
  ['websites', '2025-01', undefined, [[6, 'by-reading', 223]]],
  ['magazine-issues', '2024', undefined, [[2, 'exact', 237]]],
  ['programme-zones-planned', '2025', 'programme:perinatal', [[4, 'exact', 253]]],
  ['funding-models', '2025-01', undefined, [[4, 'by-reading', 149]]],
  ['funding-models', '2025-01', 'model:lump-sum', [[1, 'by-reading', 151]]],
  ['funding-models', '2025-01', 'model:attendance-fee', [[1, 'by-reading', 156]]],
  ['funding-models', '2025-01', 'model:own-means', [[1, 'by-reading', 161]]],
  ['funding-models', '2025-01', 'model:engagement', [[1, 'by-reading', 166]]],
  ['functions-filled', '2025-01', 'function:prevention-worker', [[2, 'lower-bound', 86]]],
  ['functions-filled', '2025-01', 'function:hospital-referent', [[1, 'lower-bound', 161]]],
  ['functions-filled', '2025-01', 'function:psychologist', [[5, 'lower-bound', 340]]],
  ['outputs-delivered', '2024', 'kind:plan', [[2, 'lower-bound', 75]]],
  ['testimonies', '2025-01', undefined, [[4, 'by-reading', 116]]],
  ['rare-disease-actions', '2025-01', undefined, [[0, 'exact', 175]]],
  ['programmes-followed', '2025-01', undefined, [[3, 'by-reading', 249]]],
  ['programmes-followed', '2025-01', 'followed:remote', [[1, 'by-reading', 257]]],
  ['programme-meetings', '2024', 'body:perinatal-programme', [[2, 'lower-bound', 253]]],
  ['annexes', '2025-01', undefined, [[1, 'by-reading', 364]]],
];

describe('the register of 2025', () => {
  it('is recorded without one refused line, and once', async () => {
    expect([first.refused, first.alreadyThere, first.recorded, first.lines]).toEqual([[], 0, LINES, LINES]);
    const before = await service.count();
    const again = await importRegister(service, '2025');
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, LINES]);
    expect(await service.count()).toBe(before);
  });

  it.each(MILESTONES)('has one milestone in %s: %s', async (period, kind, line) => {
    const found = await figure('milestones', period);
    expect([found.value, found.shown, found.coverage]).toEqual([1, 'computed', 'complete']);
    expect((await figure('milestones', period, `kind:${kind}`)).value).toBe(1);
    const { events } = (await service.get(`/api/figures/${found.id}/events`)).body;
    const sources = events.filter(({ type }: any) => type === 'MilestoneReached').map(({ sourceRef }: any) => sourceRef);
    expect(sources).toEqual([{ ref: 'S001', locator: line, raw: period }]);
  });

  it('has none in a year that the timeline passes over', async () => {
    expect((await figure('milestones', '2015')).value).toBe(0);
  });

  it('has the bodies that govern at the end of 2024, one council in each of the five zones', async () => {
    const councils = await figure('bodies', '2024', 'type:zone-council');
    expect([councils.computed.value, councils.computed.lo, councils.computed.hi]).toEqual([5, 5, 5]);
    expect((await figure('bodies', '2023', 'type:zone-council')).computed.facts).toBe(0);
    // The consortium, five support groups, the regional council, five zone councils and the data group.
    expect((await figure('bodies', '2024')).computed.value).toBe(13);
    expect((await figure('bodies', '2025')).computed.value).toBe(14);
  });

  it('has the perinatal programme start in one zone in the autumn of 2024', async () => {
    const opened = await figure('programme-phases-opened', '2024', 'programme:perinatal');
    expect(opened.computed.value).toBe(1);
  });

  it('has the seats of those who speak for users and carers, in the plenary and in the regional council', async () => {
    const seats = async (period: string, where?: string) => (await figure('user-mandates', period, where)).computed.value;
    expect(await seats('2017')).toBe(3);
    expect(await seats('2024')).toBe(6);
    expect(await seats('2024', 'organisationKind:carer-organisation')).toBe(2);
    expect(await seats('2024', 'body:regional-action-council')).toBe(3);
  });

  it('has one meeting of the programme held, and none of the four that are planned', async () => {
    expect((await figure('programme-meetings', '2024', 'body:perinatal-programme')).computed.value).toBe(1);
    expect((await figure('programme-meetings', '2025')).computed.facts).toBe(0);
    const convened = (await Array.fromAsync(service.runtime.store.readAll(undefined))).filter(({ type }) => type === 'MeetingConvened');
    expect(convened.length).toBe(4);
  });

  it('has the one case manager with a date', async () => {
    expect((await figure('functions-filled', '2024', 'function:case-manager')).computed.value).toBe(1);
  });

  it('has what was published in 2024', async () => {
    expect((await figure('outputs-published', '2024', 'kind:note')).computed.value).toBe(1);
    expect((await figure('outputs-published', '2024', 'kind:report')).computed.value).toBe(1);
  });

  it.each(SCORES)('keeps the score of %s as a claim: %d, line %d', async (aim, score, line) => {
    const { shown, value, claims } = await figure('aim-score', '2025-01', `aim:${aim}`);
    expect([shown, value]).toEqual(['claim', score]);
    expect(claims.map((claim: any) => [claim.value, claim.source])).toEqual([[score, { ref: 'S001', line }]]);
  });

  it.each(CLAIMS)('keeps what is printed of %s (%s, %s)', async (indicator, period, where, claims) => {
    expect(await claimed(indicator, period, where)).toEqual(claims);
    expect((await figure(indicator, period, where)).shown).toBe('claim');
  });

  it('keeps all that is printed of the areas: five zones and the Region are six', async () => {
    const lines = (claims: any[]) => claims.map(([value, , line]) => [value, line]).sort((a, b) => a[1] - b[1]);
    expect(lines(await claimed('activity-areas', '2025-01'))).toEqual([
      [6, 31],
      [6, 191],
    ]);
    expect(lines(await claimed('activity-areas', '2025-01', 'level:zone'))).toEqual([
      [5, 31],
      [5, 191],
    ]);
    expect(lines(await claimed('activity-areas', '2025-01', 'level:region'))).toEqual([[1, 31]]);
    expect(lines(await claimed('activity-areas', '2024'))).toEqual([
      [6, 70],
      [6, 74],
    ]);
  });
});
