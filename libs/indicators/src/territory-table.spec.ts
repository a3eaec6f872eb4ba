import { exactly, type TerritoryLevel } from '@app/decider';
import { many, one } from '@app/partnership';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, defined, Log } from '../../../test/support/fact-log';
import { addDays } from './calendar';
import { provenance } from './provenance';
import { sumOf, territoryTable, type TerritoryTable, type TerritoryTableQuery } from './territory-table';

const definitions = defined({
  heads: { op: 'sum', of: { factType: ['present'], countKind: 'attendance' } },
  persons: { op: 'distinct', of: { factType: ['present'], countKind: 'attendance' } },
});

interface Unit {
  readonly code: string;
  readonly parents?: readonly string[];
}
interface Line {
  readonly command: string;
  readonly body: {
    readonly occurred: { readonly from: string };
    readonly level?: TerritoryLevel;
    readonly units?: readonly Unit[];
    readonly changes?: readonly Unit[];
  };
}

const FOLDER = join(__dirname, '../../../data/territories');
const lines: readonly Line[] = ['01-communes-and-sectors', '02-care-zones']
  .flatMap((name) =>
    readFileSync(join(FOLDER, `${name}.ndjson`), 'utf8')
      .trim()
      .split('\n'),
  )
  .map((line) => JSON.parse(line) as Line);

interface Moved {
  readonly on: string;
  readonly code: string;
  readonly parents: readonly string[];
}
interface Said {
  readonly place?: string;
  readonly from: string;
  readonly days: number;
  readonly lo: number;
  readonly more: number;
}

const levels = new Map<string, TerritoryLevel>();
const said = new Map<string, readonly Moved[]>();
for (const { body } of lines) {
  for (const { code } of body.units ?? []) levels.set(code, body.level!);
  for (const { code, parents = [] } of [...(body.units ?? []), ...(body.changes ?? [])])
    said.set(code, [...(said.get(code) ?? []), { on: body.occurred.from, code, parents }]);
}

/** A log with the tree of Brussels, boundaries that move, and one event per fact. */
function logOf(moves: readonly Moved[], facts: readonly Said[]): Log {
  const log = new Log();
  for (const { command, body } of lines) {
    const { occurred, ...data } = body;
    if (command === 'define-territories') log.places('TerritoryDefined', occurred.from, data);
    else if (command === 'change-territory-boundaries') log.places('TerritoryBoundaryChanged', occurred.from, data);
  }
  for (const { on, code, parents } of moves) log.places('TerritoryBoundaryChanged', on, { hierarchy: on, changes: [{ code, parents }] });
  for (const { place, from, days, lo, more } of facts) {
    const quantity = more === 0 ? exactly(lo) : ({ lo, hi: lo + more, exactness: 'range' } as const);
    log.state([many('present', 'attendance', quantity)], {
      stream: 'thing-1',
      at: '2026-06-01',
      on: days === 0 ? from : between(from, addDays(from, days)),
      ...(place === undefined ? {} : { territory: { code: place, level: levels.get(place)!, hierarchy: '2022' } }),
    });
  }
  return log;
}

/** Where a place falls among the units of a level on a day, told plainly: by walking up. */
function fallsAt(place: string | undefined, level: TerritoryLevel, day: string, moves: readonly Moved[]): string {
  const parentsOf = (code: string): readonly string[] =>
    [...(said.get(code) ?? []), ...moves.filter((move) => move.code === code)]
      .filter(({ on }) => on <= day)
      .sort((a, b) => a.on.localeCompare(b.on))
      .at(-1)?.parents ?? [];
  const isThere = (code: string): boolean => (said.get(code)?.[0]?.on ?? '') <= day;
  const up = (code: string): { wholly: ReadonlySet<string>; touched: ReadonlySet<string> } => {
    if (!isThere(code)) return { wholly: new Set(), touched: new Set() };
    if (levels.get(code) === level) return { wholly: new Set([code]), touched: new Set([code]) };
    const above = parentsOf(code).map((parent) => ({ level: levels.get(parent), ...up(parent) }));
    const groups = [...new Set(above.map((parent) => parent.level))].map((one) => above.filter((parent) => parent.level === one));
    const wholly = groups.flatMap((group) => [...group[0]!.wholly].filter((unit) => group.every((parent) => parent.wholly.has(unit))));
    return { wholly: new Set(wholly), touched: new Set(above.flatMap((parent) => [...parent.touched])) };
  };
  if (place === undefined) return 'unassigned';
  if (place === 'outside') return 'outside';
  if (levels.get(place) === level) return place;
  const { wholly, touched } = up(place);
  return wholly.size === 1 ? [...wholly][0]! : touched.size > 0 ? 'several' : 'unassigned';
}

const YEAR = { from: '2023-01-01', to: '2023-12-31' };
const AS_OF = '2026-06-01';

/** Bounds per row of the Region, fact by fact and day by day. */
function byHand(level: TerritoryLevel, now: boolean, moves: readonly Moved[], facts: readonly Said[]) {
  const rows = new Map<string, { lo: number; hi: number }>();
  for (const { place, from, days, lo, more } of facts) {
    const all = Array.from({ length: days + 1 }, (_, n) => addDays(from, n));
    if (!all.some((day) => day >= YEAR.from && day <= YEAR.to)) continue;
    const inYear = all.every((day) => day >= YEAR.from && day <= YEAR.to);
    const falls = new Set(all.map((day) => fallsAt(place, level, now ? AS_OF : day, moves)));
    for (const row of falls) {
      const had = rows.get(row) ?? { lo: 0, hi: 0 };
      rows.set(row, { lo: had.lo + (inYear && falls.size === 1 ? lo : 0), hi: had.hi + lo + more });
    }
  }
  return Object.fromEntries([...rows].filter(([, { hi }]) => hi > 0));
}

const table = (log: Log, query: Partial<TerritoryTableQuery> = {}): TerritoryTable =>
  territoryTable(log.read(), { indicator: 'heads', period: '2023', ...query }, { definitions });

const told = ({ rows }: TerritoryTable) =>
  Object.fromEntries(
    rows.flatMap(({ kind, code, figure: { computed } }) =>
      computed && computed.hi! > 0 ? [[code ?? kind, { lo: computed.lo, hi: computed.hi }]] : [],
    ),
  );

const ZONES = ['Z-N', 'Z-NO', 'Z-ZO', 'Z-Z', 'Z-CW'];
const PLACES = [
  '21001',
  '21004',
  '21012',
  '21003',
  '1020',
  '1000',
  '21004E101',
  'Q-nord',
  'Q-brabant',
  'Z-N',
  'no-zone',
  'outside',
  '04000',
];

const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2021-06-01', n));
const moved: fc.Arbitrary<Moved> = fc.record({
  on: day.filter((on) => on > '2022-01-01'),
  code: fc.constantFrom('21001', '21012', '21003'),
  parents: fc.uniqueArray(fc.constantFrom(...ZONES), { minLength: 1, maxLength: 2 }),
});
const fact: fc.Arbitrary<Said> = fc.record(
  {
    place: fc.constantFrom(...PLACES),
    from: day,
    days: fc.constantFrom(0, 0, 0, 20, 90),
    lo: fc.nat(9),
    more: fc.constantFrom(0, 0, 3),
  },
  { requiredKeys: ['from', 'days', 'lo', 'more'] },
);

describe('a table of territories', () => {
  it('is the whole, row by row as counted by hand, in both hierarchies', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(moved, { maxLength: 4, selector: ({ on, code }) => `${code} ${on}` }),
        fc.array(fact, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<TerritoryLevel>('zone', 'commune'),
        fc.constantFrom('then' as const, 'now' as const),
        (moves, facts, level, hierarchy) => {
          const answer = table(logOf(moves, facts), { level, hierarchy });
          expect(told(answer)).toEqual(byHand(level, hierarchy === 'now', moves, facts));
          expect(answer.sum?.agrees).not.toBe('no');
          if (facts.every(({ days }) => days === 0)) expect(answer.sum?.agrees).toBe('exactly');
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('says so when the rows are not the whole', () => {
    const whole = { value: 5, lo: 5, hi: 5 };
    expect(sumOf(whole, [{ value: 4, lo: 4, hi: 4 }]).agrees).toBe('no');
    expect(sumOf(whole, [{ value: 4, lo: 4, hi: 6 }]).agrees).toBe('within-bounds');
    expect(sumOf(whole, [whole, { value: 0, lo: 0, hi: 0 }]).agrees).toBe('exactly');
  });

  it('divides a zone into its communes, each only while it lay there', () => {
    const facts = (['2023-02-01', '2023-09-01'] as const).map((from) => ({ place: '21003', from, days: 0, lo: 1, more: 0 }));
    const log = logOf([{ on: '2023-06-01', code: '21003', parents: ['Z-Z'] }], facts);
    const rows = (parent: string, hierarchy: 'then' | 'now') => told(table(log, { parent, hierarchy }));
    expect([rows('Z-N', 'then'), rows('Z-Z', 'then')]).toEqual([{ '21003': { lo: 1, hi: 1 } }, { '21003': { lo: 1, hi: 1 } }]);
    expect([rows('Z-N', 'now'), rows('Z-Z', 'now')]).toEqual([{}, { '21003': { lo: 2, hi: 2 } }]);
    expect([table(log, { parent: 'Z-N' }).sum?.agrees, table(log, { parent: 'Z-N' }).total.computed?.value]).toEqual(['exactly', 1]);
  });

  it('looks for what is no more in what took its place, by the boundaries of now', () => {
    const log = logOf([], [{ place: '21004E101', from: '2023-02-01', days: 0, lo: 3, more: 0 }]);
    log.places('TerritoryBoundaryChanged', '2024-01-01', { hierarchy: '2024', changes: [{ code: '21004E101', into: ['21012A00-'] }] });
    log.places('TerritoryBoundaryChanged', '2024-01-01', { hierarchy: '2024', changes: [{ code: '21012A00-', parents: ['21012'] }] });
    expect([told(table(log)), told(table(log, { hierarchy: 'now' }))]).toEqual([{ 'Z-N': { lo: 3, hi: 3 } }, { 'Z-CW': { lo: 3, hi: 3 } }]);
  });

  it('opens the events of every row, and of the rest', () => {
    const log = logOf(
      [],
      [...PLACES, undefined].map((place) => ({ ...(place ? { place } : {}), from: '2023-02-01', days: 0, lo: 1, more: 0 })),
    );
    const db = log.read();
    const { rows, total } = territoryTable(db, { indicator: 'heads', period: '2023' }, { definitions });
    const behind = rows.map(({ kind, code, figure }) => [code ?? kind, provenance(db, figure.id, { definitions }).events.length]);
    expect(Object.fromEntries(behind)).toMatchObject({ 'Z-N': 4, 'Z-NO': 1, several: 1, outside: 1, erased: 0, 'no-zone': 1 });
    expect(behind.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(provenance(db, total.id, { definitions }).events.length);
  });

  it('counts different persons anew in each row, and says how many stand in several', () => {
    const log = logOf([], []);
    for (const [subjectKey, place] of [
      ['p', '21001'],
      ['p', '21003'],
      ['q', '21003'],
    ] as const)
      log.state([one('present', 'attendance', { subjectKey })], {
        stream: `at-${place}`,
        on: '2023-03-01',
        at: '2026-06-01',
        territory: { code: place, level: 'commune', hierarchy: '2022' },
      });
    const answer = table(log, { indicator: 'persons' });
    expect(told(answer)).toEqual({ 'Z-CW': { lo: 1, hi: 1 }, 'Z-N': { lo: 2, hi: 2 } });
    expect([answer.total.computed?.value, answer.inSeveral, answer.additive, answer.sum]).toEqual([2, 1, false, undefined]);
  });

  it.each([
    ['query.unknown-territory', { parent: 'nowhere' }],
    ['query.bad-level', { parent: '21001', level: 'zone' }],
    ['query.bad-level', { level: 'planet' as TerritoryLevel }],
    ['query.bad-hierarchy', { hierarchy: 'soon' as 'now' }],
  ] as const)('refuses with %s', (code, query) => {
    expect(() => table(logOf([], []), query)).toThrow(code);
  });
});
