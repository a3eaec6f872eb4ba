import type { RecordedEvent } from '@app/decider';
import { definitions } from '@app/indicators';
import { terms } from '@app/partnership';
import type { ImportReport } from '@app/recording';
import { askFigure } from '../support/register';
import { importRegister2021 } from '../support/register-2021';
import { TestService } from '../support/service';
import golden from './golden-2021.json';
import { recount } from './recount';

interface Wanted {
  readonly indicator: string;
  readonly period?: string;
  readonly where?: string;
  readonly action?: number;
  readonly value: number | null;
  readonly lo?: number;
  readonly line?: number;
  readonly dataOn?: string;
  readonly records?: number;
}

let service: TestService;
let first: ImportReport;

beforeAll(async () => {
  service = await TestService.start();
  first = await importRegister2021(service);
}, 60_000);

afterAll(() => service.remove());

interface Rest {
  readonly where?: string;
  readonly action?: number;
}

const figure = (indicator: string, period = '2021', { where, action }: Rest = {}): Promise<any> =>
  askFigure(service, { indicator, period, where, ...(action ? { plan: '2021', action } : {}), position: first.position });

const asked = (wanted: Wanted) => figure(wanted.indicator, wanted.period, wanted);

const behind = async ({ id }: { id: string }) => (await service.get(`/api/figures/${id}/events`)).body;

describe('the register of 2021', () => {
  it('is recorded without one refused line, and once', async () => {
    expect([first.refused, first.alreadyThere, first.recorded]).toEqual([[], 0, first.lines]);
    const before = await service.count();
    const again = await importRegister2021(service);
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, first.lines]);
    expect(await service.count()).toBe(before);
  });

  it.each(golden.computed)('adds up to what the lines of $indicator print', async (wanted) => {
    const { value, lo, hi, shown, coverage, claims, computed } = await figure(wanted.indicator);
    expect({ value, lo, hi, shown, coverage }).toEqual({
      value: wanted.value,
      lo: wanted.lo,
      hi: wanted.hi,
      shown: 'computed',
      coverage: 'complete',
    });
    expect(computed.facts).toBeGreaterThan(0);
    if (!wanted.claim) return;
    const [claim] = claims;
    const { line, ...beside } = wanted.claim;
    expect(claim).toMatchObject({ ...beside, source: { ref: 'S000', line } });
  });

  it('rests its sums on as many records as there are lines with a value', async () => {
    for (const { indicator, records } of golden.computed) {
      if (records === undefined) continue;
      const { events } = await behind(await figure(indicator));
      const lines = new Set(
        events.filter((event: any) => event.type !== 'CoverageDeclared').map(({ sourceRef }: any) => JSON.stringify(sourceRef)),
      );
      expect([indicator, lines.size]).toEqual([indicator, records]);
    }
  });

  it.each(Object.entries(golden.quarters))('adds up by quarter: %s', async (indicator, quarters) => {
    for (const [n, wanted] of quarters.entries()) {
      const { computed } = await figure(indicator, `2021-Q${n + 1}`);
      expect([computed.value, computed.lo, computed.hi]).toEqual(wanted);
    }
  });

  it('refuses one total of people reached, and shows both parts', async () => {
    const { value, shown, refusal, parts, claims } = await figure('people-reached');
    expect([value, shown, refusal]).toEqual([null, 'none', { code: 'figure.mixed-count-kinds' }]);
    expect(parts.map((part: any) => [part.indicator, part.countKind, part.value])).toEqual([
      ['information-session-registrations', 'registration', 603],
      ['information-session-attendances', 'attendance', 506],
    ]);
    expect(claims.map((claim: any) => [claim.value, claim.source.line])).toEqual([[1109, 695]]);
  });

  it.each(golden.partial)('says that $indicator is partly recorded', async (wanted) => {
    const { computed, coverage } = await figure(wanted.indicator);
    expect([computed.value, computed.lo, coverage]).toEqual([wanted.value, wanted.lo, 'partial']);
  });

  it.each(golden.claims as readonly Wanted[])(
    'shows the printed $value of $indicator ($period $where) as a claim with line $line',
    async (wanted) => {
      const { value, lo, line, dataOn } = wanted;
      const answered = await asked(wanted);
      const claim = answered.claims.find((candidate: any) => candidate.source.line === line && candidate.value === value);
      expect(claim).toMatchObject({
        value,
        source: { ref: 'S000', line },
        ...(lo === undefined ? {} : { lo }),
        ...(dataOn === undefined ? {} : { dataOn }),
      });
      const { claims } = await behind(answered);
      expect(claims).toContainEqual({ eventId: claim.eventId, source: { ref: 'S000', line }, raw: claim.raw });
    },
  );
});

const facts = new Map(terms.flatMap((term) => Object.entries(term.facts)));
const tense = new Map(terms.flatMap((term) => term.events).map((event) => [event.type, event.tense]));

describe('every computed figure of 2021', () => {
  const plain = [...definitions.values()].flatMap(({ code, measure }) =>
    (measure.op === 'sum' && measure.anchor === undefined) ||
    ((measure.op === 'distinct' || measure.op === 'stock') && (measure.of.key ?? 'subject') === 'subject')
      ? measure.of.factType.length === 1
        ? [{ code, op: measure.op, factType: measure.of.factType[0]!, where: measure.of.where?.all ?? [] }]
        : []
      : [],
  );

  it('is what a recount of the events it names over HTTP counts', async () => {
    const counted: string[] = [];
    for (const { code, op, factType, where } of plain) {
      const answered = await figure(code);
      const { events } = await behind(answered);
      const again = recount(
        events as RecordedEvent[],
        (event) => facts.get(event.type)?.(event) ?? [],
        {
          op,
          factType,
          ...answered.period,
          asOf: answered.asOf,
          known: events.length,
          where: Object.fromEntries(where.map(({ dim, value }) => [dim, value ?? []])),
        },
        (event) => tense.get(event.type) === 'fact',
      );
      const { value, lo, hi } = answered.computed;
      expect({ code, value, lo, hi }).toEqual({ code, value: again.value, lo: again.lo, hi: again.hi });
      if (answered.computed.facts > 0) counted.push(code);
    }
    expect(counted).toEqual(expect.arrayContaining(golden.computed.map(({ indicator }) => indicator)));
  });

  it('names only imported events, each with its line in the source', async () => {
    for (const { code } of plain) {
      const { events } = await behind(await figure(code));
      for (const event of events) {
        expect([code, event.source]).toEqual([code, 'document']);
        expect(event.sourceRef).toMatchObject({ ref: 'S000', locator: expect.any(Number) });
      }
    }
  });
});

describe('the plan of 2021', () => {
  let plan: any;
  beforeAll(async () => {
    plan = (await service.get(`/api/plans/2021?position=${first.position}`)).body;
  });

  it('has 98 actions under objectives that exist', () => {
    expect(plan.actions.map(({ number }: any) => number)).toEqual(Array.from({ length: golden.actions }, (_, n) => n + 1));
    const codes = new Set(plan.objectives.map(({ code }: any) => code));
    expect(plan.actions.filter(({ objective }: any) => !codes.has(objective))).toEqual([]);
  });

  it.each(golden.targets)('sets target $target beside what was realised', ({ action, target, lo, hi, value, shown, ...achievement }) => {
    const found = plan.actions[action - 1].targets.find((candidate: any) => candidate.target === target);
    expect(found).toMatchObject({ lo, hi: hi ?? null, realised: { value, shown }, achievement });
  });

  it('tells the reading of each status apart, with its line', () => {
    for (const { number, status, line } of golden.statuses) {
      expect(plan.actions[number - 1].printedStatus).toMatchObject({ status, basis: 'reading', source: { ref: 'S000', line } });
    }
    const counts: Record<string, number> = {};
    for (const { printedStatus } of plan.actions) counts[printedStatus.status] = (counts[printedStatus.status] ?? 0) + 1;
    expect(counts).toEqual(golden.statusCounts);
  });

  it('dates the 105 inclusions to 1 November, with 83.6 % of the year passed', () => {
    const { realised, achievement } = plan.actions[14].targets.find(({ target }: any) => target === '15-5');
    expect(realised).toMatchObject({ provisional: true, countKind: 'inclusion' });
    expect(realised.claims).toMatchObject([{ value: 105, dataOn: '2021-11-01', source: { ref: 'S000', line: 1070 } }]);
    expect(achievement).toEqual({ state: 'not-yet', provisional: true, periodPassed: 83.6, percent: 35 });
  });

  it('says what took the place of action 33, and what its other form reached', async () => {
    expect(plan.actions[32].links).toMatchObject([{ kind: 'replaced-by', reason: 'external-crisis' }]);
    const printed = ['training-cycles-held', 'training-places', 'training-completions', 'structures-reached'];
    const values = await Promise.all(printed.map(async (code) => (await figure(code, '2021', { action: 33 })).value));
    expect(values).toEqual([4, 60, 44, 42]);
  });

  it('adds the requests of action 18 up over their states', async () => {
    const of = async (state: string) => (await figure('concertations-requested', '2021', { where: `state:${state}` })).value;
    expect(await Promise.all(['followed', 'incomplete', 'refused', 'awaiting'].map(of))).toEqual([6, 2, 1, 1]);
    expect((await figure('concertations-requested')).value).toBe(10);
    expect((await figure('concertations-held')).shown).toBe('none');
  });

  it('keeps to the line and the answers of the two meetings of action 23', async () => {
    const of = async (code: string) => (await figure(code, '2021', { action: 23 })).value;
    expect(await Promise.all(['seminar-registrations', 'seminar-attendances', 'mfo-requests'].map(of))).toEqual([300, 100, 8]);
  });
});
