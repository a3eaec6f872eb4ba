import type { ImportReport } from '@app/recording';
import { importRegister } from '../support/register';
import { TestService } from '../support/service';

const ZONES = ['Z-N', 'Z-NO', 'Z-ZO', 'Z-Z', 'Z-CW'];

let service: TestService;
let tree: ImportReport;
let position: string;

async function record(command: string, body: object): Promise<void> {
  const answer = await service.post(command, body);
  expect([command, answer.status]).toEqual([command, 201]);
  position = answer.body.position;
}

const held = (on: string, code: string, level: string, hierarchy = '2022') =>
  record('hold-session', {
    occurred: { from: on },
    kind: 'workshop',
    title: { nl: 'Werkgroep', fr: 'Atelier' },
    territory: { code, level, hierarchy },
  });

async function sessions(period: string, territory: string): Promise<number> {
  const query = `period=${period}&where=kind:workshop&territory=${territory}&position=${position}`;
  return (await service.get(`/api/indicators/sessions-held/figures?${query}`)).body.figures[0].computed.value;
}

const inZones = (period: string) => Promise.all(ZONES.map((zone) => sessions(period, zone)));

beforeAll(async () => {
  service = await TestService.start();
  tree = await importRegister(service, 'territories');
}, 60_000);

afterAll(() => service.remove());

describe('the territories of the Region', () => {
  it.each(['a/b', 'a:b'])('have no code that the name of a stream cannot hold (%s)', async (code) => {
    const territory = { code, level: 'zone', hierarchy: '2022' };
    const occurred = { from: '2024-01-01' };
    const { status, body } = await service.post('open-programme-phase', {
      occurred,
      programme: 'perinatal',
      followed: 'actively',
      territory,
    });
    expect([status, body.errors.map(({ pointer }: any) => pointer)]).toEqual([400, expect.arrayContaining(['/territory/code'])]);
  });

  it('are recorded without one refused line, and once', async () => {
    expect([tree.refused, tree.recorded, tree.lines]).toEqual([[], 28, 28]);
    const again = await importRegister(service, 'territories');
    expect([again.refused, again.recorded, again.alreadyThere]).toEqual([[], 0, 28]);
  });

  it('hold a commune in its zone since 2022, and in none before', async () => {
    await held('2021-05-03', '21012', 'commune', '2011');
    await held('2023-05-03', '21012', 'commune');
    expect([await inZones('2021'), await inZones('2023')]).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1],
    ]);
    expect(await sessions('2021', '04000')).toBe(1);
  });

  it('hold Brussels-City in no zone, and in the north what a postal code or a sector places', async () => {
    await held('2024-01-08', '21004', 'commune');
    await held('2024-01-09', '1000', 'postal');
    expect(await inZones('2024')).toEqual([0, 0, 0, 0, 0]);
    await held('2024-01-10', '1020', 'postal');
    await held('2024-01-11', '21004E101', 'sector');
    expect(await inZones('2024')).toEqual([2, 0, 0, 0, 0]);
    expect([await sessions('2024', '21004'), await sessions('2024', '04000')]).toEqual([4, 4]);
  });

  it('hold a quarter in its zone, one of two zones in neither, and nowhere what has no zone or lies outside', async () => {
    await held('2025-01-06', 'Q-brabant', 'quarter');
    await held('2025-01-07', 'Q-nord', 'quarter');
    await held('2025-01-08', 'no-zone', 'zone');
    await held('2025-01-09', 'outside', 'outside');
    expect(await inZones('2025')).toEqual([0, 1, 0, 0, 0]);
    expect([await sessions('2025', 'Q-nord'), await sessions('2025', 'no-zone'), await sessions('2025', 'outside')]).toEqual([1, 1, 1]);
  });

  it('keep their past when a commune passes to another zone', async () => {
    const before = await inZones('2023');
    await record('change-territory-boundaries', {
      occurred: { from: '2026-02-01' },
      hierarchy: '2026',
      changes: [{ code: '21012', parents: ['Z-N'] }],
    });
    expect(await inZones('2023')).toEqual(before);
    await held('2026-01-31', '21012', 'commune');
    await held('2026-02-01', '21012', 'commune', '2026');
    await held('2026-02-02', '21012A011', 'sector', '2026');
    expect(await inZones('2026')).toEqual([2, 0, 0, 0, 1]);
  });
});
