import type { ImportReport } from '@app/recording';
import { importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister(service, '2024');
}, 60_000);

afterAll(() => service.remove());

// Typed by hand out of the action plan of 2024 (S002).
const LINES = 59;

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
