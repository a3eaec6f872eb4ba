import { terms } from '@app/partnership';
import { type ImportReport, readerOf } from '@app/recording';
import { askFigure, importRegister, registerNames } from '../support/register';
import { TestService } from '../support/service';
import golden from './golden-figures.json';

/** What a table of the field's figures says of one of them; 2021 and the report of that year (S000) unless said. */
interface Question {
  readonly indicator: string;
  readonly period?: string;
  readonly where?: string;
  readonly action?: number;
}

interface Row extends Question {
  readonly of: string;
  /** What the recorded events give: value, lowest, highest. */
  readonly counted?: readonly (number | null)[];
  /** What a document prints, on which line; its lowest where it prints no single value. */
  readonly printed?: number;
  readonly line?: number;
  readonly ref?: string;
}

interface Contradiction extends Question {
  readonly quirk: string;
  readonly claims: readonly (readonly number[])[];
}

const rows: readonly Row[] = golden.figures;
const counted = rows.filter((row) => row.counted);
const printed = rows.filter((row) => row.line);

const names = registerNames();
let service: TestService;
const first = new Map<string, ImportReport>();
let position: string | undefined;

beforeAll(async () => {
  service = await TestService.start();
  for (const name of names) {
    const report = await importRegister(service, name);
    first.set(name, report);
    position = report.position ?? position;
  }
}, 120_000);

afterAll(() => service.remove());

const figure = ({ indicator, period = '2021', where, action }: Question): Promise<any> =>
  askFigure(service, { indicator, period, where, ...(action ? { plan: '2021', action } : {}), position });

const eventsBehind = async (asked: Question, type: string): Promise<readonly any[]> => {
  const { id } = await figure(asked);
  const { events } = (await service.get(`/api/figures/${id}/events`)).body;
  return events.filter((event: any) => event.type === type);
};

const whenOf = ({ occurred: { from, to, dates } }: any): string => (dates ? dates.join(' & ') : from === to ? from : `${from}..${to}`);
const inOrder = <T>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('the registers, all in one service', () => {
  it('are found by their folders, the territories first', () => {
    expect(names[0]).toBe('territories');
    expect(names).toEqual(expect.arrayContaining(['2020', '2021', '2022-2023', '2024', '2025']));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(names)('%s is recorded without one refused line', (name) => {
    const { refused, alreadyThere, recorded, lines } = first.get(name)!;
    expect([refused, alreadyThere, recorded]).toEqual([[], 0, lines]);
    expect(lines).toBeGreaterThan(0);
  });

  it('are recorded again without one new event', async () => {
    const before = await service.count();
    for (const name of names) {
      const again = await importRegister(service, name);
      expect([name, again.refused, again.recorded, again.alreadyThere]).toEqual([name, [], 0, first.get(name)!.lines]);
    }
    expect(await service.count()).toBe(before);
  }, 120_000);
});

describe('the figures of the field', () => {
  it.each(counted)('$of: $indicator ($period $where) counts $counted', async (row) => {
    const { computed } = await figure(row);
    expect([computed.value, computed.lo, computed.hi]).toEqual(row.counted);
    expect(computed.facts).toBeGreaterThan(0);
  });

  it.each(printed)('$of: $indicator ($period $where) is printed as $printed on line $line', async (row) => {
    const { claims } = await figure(row);
    const found = claims.map(({ value, lo, source }: any) => [value ?? lo, source.ref, source.line]);
    expect(found).toContainEqual([row.printed, row.ref ?? 'S000', row.line]);
  });

  it('cover every section that prints figures of one year', () => {
    expect(new Set(rows.map(({ of }) => of.split(' ')[0]))).toEqual(new Set(['4.2', '4.3', '4.4', '4.5', '4.8', '4.9', '4.11']));
  });
});

describe('the golden registers of 2021, line by line', () => {
  it('have the 29 lines of information sessions, by date, kind and value', async () => {
    const asked = { indicator: 'information-sessions' };
    const held = (await eventsBehind(asked, 'SessionHeld')).map((event) => [
      whenOf(event),
      event.data.registrations ? 'R' : 'P',
      (event.data.registrations ?? event.data.heads).value,
    ]);
    expect(inOrder(held)).toEqual(inOrder(golden.informationSessions));
  });

  it('have the 14 sessions of the exchange groups, each in its group', async () => {
    const read = readerOf(terms);
    const stored = (await Array.fromAsync(service.runtime.store.readAll(undefined))).filter(({ type }) => type === 'ExchangeGroupCreated');
    const nameOf = new Map(stored.map(read).map(({ streamId, data }: any) => [streamId, data.name.nl]));
    const held = await eventsBehind({ indicator: 'exchange-sessions' }, 'ExchangeGroupMeetingHeld');
    const sessions = held.map((event) => [nameOf.get(event.streamId), whenOf(event), event.data.heads.value]);
    const wanted = golden.exchangeGroups.flatMap(({ group, attendances }) =>
      Object.entries(attendances).map(([day, heads]) => [group, day, heads]),
    );
    expect(wanted.length).toBe(14);
    expect(inOrder(sessions)).toEqual(inOrder(wanted));
  });
});

describe('the 98 actions of 2021', () => {
  it('have each the status that was read, with the line of the action', async () => {
    const plan = (await service.get(`/api/plans/2021?position=${position}`)).body;
    const read = plan.actions.map(({ number, printedStatus }: any) => [number, printedStatus.source.line, printedStatus.status]);
    expect(read).toEqual(golden.statuses);
  });
});

describe('what a document says against itself', () => {
  it.each(golden.contradictions as readonly Contradiction[])('is kept: $quirk, $indicator $claims', async ({ claims, ...asked }) => {
    const found = (await figure(asked)).claims.map(({ value, lo, source }: any) => [value ?? lo, source.line]);
    expect(inOrder(found)).toEqual(inOrder(claims));
  });

  it('is shown beside the recount: a printed share that its own parts do not give', async () => {
    const value = async (indicator: string) => (await figure({ indicator })).claims[0].value as number;
    const [delivered, sent, share] = [
      await value('newsletter-delivered'),
      await value('newsletter-sent'),
      await value('newsletter-delivery-share'),
    ];
    expect([Math.round((delivered / sent) * 10_000), share]).toEqual([8002, 8020]);
  });

  it('is told apart: three times the measured sessions, and 2.65 times the calls that are printed as tripled', async () => {
    const value = async (asked: Question) => (await figure(asked)).claims[0].value as number;
    const measured = await value({ indicator: 'web-sessions', where: 'method:measured' });
    expect(await value({ indicator: 'web-sessions' })).toBe(measured * 3);
    const [now, then] = [await value({ indicator: 'psy-line-calls' }), await value({ indicator: 'psy-line-calls', period: '2020' })];
    expect((now / then).toFixed(2)).toBe('2.65');
  });
});
