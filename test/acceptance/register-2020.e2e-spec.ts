import type { ImportReport } from '@app/recording';
import { askFigure, importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister(service, '2020');
}, 60_000);

afterAll(() => service.remove());

const figure = (indicator: string, period: string, where?: string) =>
  askFigure(service, { indicator, period, where, position: first.position });

const sourcesOf = async ({ id }: { id: string }) =>
  (await service.get(`/api/figures/${id}/events`)).body.events
    .filter(({ type }: any) => type !== 'CoverageDeclared')
    .map(({ sourceRef }: any) => sourceRef.locator)
    .sort((a: number, b: number) => a - b);

const LINES = 77;

type Counted = readonly [
  indicator: string,
  period: string,
  where: string | undefined,
  value: number | null,
  lo: number,
  hi: number | null,
  lines: readonly number[],
];

// Typed by hand out of the annual report of 2020 (S004).
const COUNTED: readonly Counted[] = [
  ['session-attendances', '2020-12', 'kind:talent-event', null, 301, null, [182]],
  ['session-organisations', '2020-12', 'kind:talent-event', 20, 20, 20, [182]],
  ['session-attendances', '2020-10', 'kind:talent-event,audience:mixed', 116, 116, 116, [236]],
  ['session-attendances', '2020-10', 'kind:talent-event,audience:students', 60, 60, 60, [379]],
  ['session-speakers', '2020-10', 'kind:talent-event', 8, 8, 8, [379]],
  ['sessions-held', '2020', 'kind:talent-event', 3, 3, 3, [182, 236, 379]],
  ['session-attendances', '2020-08', 'kind:workshop', 11, 11, 11, [374]],
  ['session-attendances', '2020-11', 'kind:workshop', 18, 18, 18, [374]],
  ['sessions-held', '2020-05', 'kind:workshop', 0, 0, 0, []],
  ['sessions-cancelled', '2020-05', 'kind:workshop', 1, 1, 1, [374]],
  ['sessions-planned', '2020', 'kind:workshop', 0, 0, 0, []],
  ['school-visits', '2020', undefined, 1, 1, 1, [1223]],
  ['concertations-held', '2020-11', 'kind:gp-physiotherapist', 1, 1, 1, [879]],
  ['concertation-attendances', '2020-11', 'kind:gp-physiotherapist,profession:physiotherapist', 6, 6, 6, [879]],
  ['concertation-attendances', '2020-11', 'kind:gp-physiotherapist,profession:general-practitioner', 1, 1, 1, [879]],
  ['functions-filled', '2020', 'function:medical-contact-point', 2, 2, 2, [591, 591]],
  ['milestones', '2020-07', 'kind:start', 1, 1, 1, [1064]],
  ['milestones', '2020-07', 'kind:end', 1, 1, 1, [1068]],
  ['milestones', '2020', undefined, 5, 5, 5, [1064, 1068, 1113, 1115, 1119]],
  ['milestones', '2019', undefined, 1, 1, 1, [1134]],
  ['subsidies-granted', '2017', 'funder:flemish-community-commission', 1, 1, 1, [924]],
  ['organisations-absorbed', '2020-07', undefined, 1, 1, 1, [1072]],
  ['tasks-taken-over', '2020-07', 'way:absorption', 4, 4, 4, [1072]],
  ['activities-transferred', '2020-07', undefined, 1, 1, 1, [1075]],
  ['bodies', '2020', undefined, 1, 1, 1, [1065]],
  ['projects-started', '2020', undefined, 2, 2, 2, [292, 926]],
  ['projects-started', '2019', undefined, 1, 1, 1, [832]],
  ['project-partners', '2020', undefined, 4, 4, 4, [970, 970, 972, 972]],
  ['project-partners', '2019', 'part:develops', 2, 2, 2, [833, 833]],
  ['meetings-held', '2020-03', 'kind:network-meeting', 1, 1, 1, [1140]],
  ['outputs-delivered', '2020', 'kind:film', 3, 3, 3, [469, 1220, 1226]],
  ['outputs-delivered', '2020', undefined, 7, 7, 7, [469, 878, 945, 1121, 1217, 1220, 1226]],
  ['trainees-placed', '2020', 'kind:career-switch', 2, 2, 2, [332, 368]],
  ['placement-receivers', '2020', 'kind:career-switch', 1, 1, 1, [332, 368]],
  ['signals-received', '2020', undefined, 2, 2, 2, [928, 934]],
  ['signals-picked-up', '2020-10', undefined, 1, 1, 1, [682]],
  ['signals-passed-on', '2020', 'authority:flemish-community-commission', 1, 1, 1, [923]],
  ['signals-acted-upon', '2020', 'evidence:funding', 1, 1, 1, [924]],
  ['material-items-distributed', '2020', 'kind:mask', null, 1, null, [521]],
  ['material-items-distributed', '2020', 'kind:protective-equipment', null, 1, null, [515]],
  ['material-items-distributed', '2020-04', 'item:hand-cream', null, 3, null, [776, 776, 776]],
  ['material-items-distributed', '2020', 'item:mug', null, 1, null, [783]],
];

type Printed = readonly [
  indicator: string,
  where: string | undefined,
  value: number | null,
  lo: number | null,
  exactness: string,
  line: number,
];

const CLAIMED: readonly Printed[] = [
  ['years-of-work', undefined, 10, 10, 'exact', 23],
  ['years-of-work', 'matter:primary-care-zone', 3, 3, 'exact', 1060],
  ['themes-listed', 'of:strategic-plan', 3, 3, 'by-reading', 176],
  ['study-programmes', undefined, 8, 8, 'exact', 182],
  ['sessions-held', 'kind:workshop,audience:students', 9, 9, 'exact', 183],
  ['campaign-professions', undefined, 11, 11, 'by-reading', 204],
  ['school-visits-cancelled', undefined, null, 2, 'lower-bound', 216],
  ['placements-started', 'kind:career-switch', null, 2, 'lower-bound', 318],
  ['disciplines-present', undefined, 6, 6, 'by-reading', 383],
  ['placements-requested', 'kind:student-placement', 12, 12, 'exact', 401],
  ['meetings-held', 'body:placement-mentoring', 2, 2, 'exact', 438],
  ['meetings-per-week', 'body:first-line-meeting', 1, 1, 'exact', 680],
  ['themes-listed', 'of:support-package', 5, 5, 'exact', 851],
  ['course-weeks', undefined, 6, 6, 'exact', 983],
  ['resilience-attendances', undefined, 144, 144, 'exact', 1003],
  ['teams', undefined, 2, 2, 'exact', 1181],
  ['team-members', undefined, 20, 20, 'by-reading', 1207],
];

describe('the register of 2020', () => {
  it('is recorded without one refused line, and once', async () => {
    expect([first.refused, first.alreadyThere, first.recorded, first.lines]).toEqual([[], 0, LINES, LINES]);
    const before = await service.count();
    const again = await importRegister(service, '2020');
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, LINES]);
    expect(await service.count()).toBe(before);
  });

  it.each(COUNTED)('counts %s of %s (%s) as %j, from its lines', async (indicator, period, where, value, lo, hi, lines) => {
    const found = await figure(indicator, period, where);
    expect([found.computed.value, found.computed.lo, found.computed.hi]).toEqual([value, lo, hi]);
    expect(await sourcesOf(found)).toEqual(lines);
  });

  it.each(CLAIMED)('keeps what is printed of %s (%s): %j', async (indicator, where, value, lo, exactness, line) => {
    const found = await figure(indicator, '2020', where);
    expect(found.shown).toBe('claim');
    expect(found.claims.map((claim: any) => [claim.value, claim.lo, claim.exactness, claim.source])).toEqual([
      [value, lo, exactness, { ref: 'S004', line }],
    ]);
  });

  it('counts two workshops about work in care where three are printed as organised, and keeps both numbers', async () => {
    const held = await figure('sessions-held', '2020', 'kind:workshop,theme:work-in-care');
    expect([held.value, held.shown, held.coverage]).toEqual([2, 'computed', 'complete']);
    expect(held.claims.map(({ value, conflict, factor, source }: any) => [value, conflict ?? false, factor, source.line])).toEqual([
      [3, true, { lo: 0.67, hi: 0.67 }, 374],
    ]);
    const online = await figure('sessions-held', '2020', 'kind:workshop,theme:work-in-care,mode:online');
    expect([online.value, online.coverage, online.claims.map(({ raw, factor }: any) => [raw, factor])]).toEqual([
      2,
      'complete',
      [['2 workshops online', { lo: 1, hi: 1 }]],
    ]);
    const heads = await figure('session-attendances', '2020', 'kind:workshop,theme:work-in-care');
    expect([heads.value, heads.shown, heads.coverage]).toEqual([29, 'computed', 'complete']);
    const cancelled = await figure('sessions-cancelled', '2020', 'kind:workshop,theme:work-in-care');
    expect([cancelled.value, cancelled.coverage]).toEqual([1, 'complete']);
  });

  it('does not say who the 144 of the resilience offer are: attendances, not people', async () => {
    const offer = await figure('resilience-attendances', '2020');
    expect([offer.shown, offer.value, offer.countKind]).toEqual(['claim', 144, 'attendance']);
    expect(offer.claims[0].kind).toBe('attendance');
  });

  it('tells the concertation of physiotherapists apart from the one about a person', async () => {
    expect((await figure('concertations-held', '2020', 'kind:multidisciplinary')).computed.facts).toBe(0);
    expect((await figure('concertation-attendances', '2020', 'kind:gp-physiotherapist')).computed.value).toBe(7);
  });

  it('says nothing of what it has no number for', async () => {
    const staff = await figure('staff-taken-over', '2020');
    expect([staff.shown, staff.value]).toEqual(['none', null]);
  });
});
