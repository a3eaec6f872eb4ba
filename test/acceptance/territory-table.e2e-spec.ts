import { definitions } from '@app/indicators';
import { importRegister, registerNames } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let position: string | undefined;

beforeAll(async () => {
  service = await TestService.start();
  for (const name of registerNames()) position = (await importRegister(service, name)).position ?? position;
}, 120_000);

afterAll(() => service.remove());

const tableOf = (code: string, query: string) => service.get(`/api/indicators/${code}/territories?position=${position}&${query}`);

describe('the registers over territories', () => {
  it('add up to the Region for every indicator that adds up and has facts, in both hierarchies', async () => {
    const found = { additive: 0, placed: 0, facts: 0 };
    const adding = [...definitions.values()].filter(({ measure: { op } }) => op === 'sum' || op === 'compose');
    for (const { code } of adding) {
      for (const hierarchy of ['then', 'now']) {
        const { status, body } = await tableOf(code, `period=2020-01-01..2025-12-31&hierarchy=${hierarchy}`);
        expect([code, status]).toEqual([code, 200]);
        if (!body.sum || body.total.computed.facts === 0) break;
        found.additive++;
        found.facts += body.total.computed.facts;
        found.placed += body.rows.filter(({ kind, figure }: any) => kind === 'territory' && figure.computed.facts > 0).length;
        expect([code, body.sum.agrees, body.sum.value]).toEqual([code, 'exactly', body.total.computed.value]);
      }
    }
    expect(found.additive).toBeGreaterThan(50);
    expect(found.placed).toBeGreaterThan(10);
  }, 120_000);

  it('opens the events of a row, and refuses what is no table', async () => {
    const { body } = await tableOf('sessions-held', 'period=2024');
    expect(body.rows.map(({ kind, code }: any) => code ?? kind)).toEqual([
      'Z-CW',
      'Z-N',
      'Z-NO',
      'Z-Z',
      'Z-ZO',
      'no-zone',
      'unassigned',
      'several',
      'outside',
      'erased',
    ]);
    expect(body.rows[0].name).toEqual({ nl: 'Zorgzone Centrum-West', fr: 'Bassin Centre-Ouest', en: 'Centre-West care zone' });
    for (const { figure } of body.rows) expect((await service.get(`/api/figures/${figure.id}/events`)).status).toBe(200);
    const codes = ['', 'period=2024&level=planet', 'period=2024&parent=nowhere', 'period=2024&hierarchy=soon'].map(
      async (query) => (await tableOf('sessions-held', query)).body.code,
    );
    expect(await Promise.all(codes)).toEqual(['query.invalid', 'query.bad-level', 'query.unknown-territory', 'query.bad-hierarchy']);
  });
});

describe('a person who is erased', () => {
  const numbersOf = ({ rows, total }: any): object =>
    Object.fromEntries(
      [{ kind: 'total', figure: total }, ...rows].map(({ kind, code, figure: { computed } }: any) => [
        code ?? kind,
        [computed.value, computed.lo, computed.hi],
      ]),
    );

  it('leaves the table as it is: of care persons it knows the zone, in the clear, and no figure reads the commune, which is sealed', async () => {
    const headers = { authorization: `Bearer ${service.tokenOf('generator')}` };
    for (const person of ['person-syn-71', 'person-syn-72']) {
      const territory = { code: 'Z-N', level: 'zone', hierarchy: '2022' };
      const body = { person, programme: 'perinatal', period: '2024', commune: '21015', territory, occurred: { from: '2024-10-05' } };
      const { status, body: answer } = await service.post('include-person', body, headers);
      expect([status, answer.code]).toEqual([201, undefined]);
      position = answer.position;
    }
    const ask = async (code: string, level: string) => numbersOf((await tableOf(code, `period=2024&origin=synthetic&level=${level}`)).body);
    const before = [await ask('inclusions', 'zone'), await ask('inclusions', 'commune')];
    expect(before).toEqual([
      expect.objectContaining({ total: [2, 2, 2], 'Z-N': [2, 2, 2], erased: [0, 0, 0] }),
      expect.objectContaining({ total: [2, 2, 2], unassigned: [2, 2, 2], erased: [0, 0, 0] }),
    ]);
    service.runtime.vault.erasePerson('person-syn-71');
    expect([await ask('inclusions', 'zone'), await ask('inclusions', 'commune')]).toEqual(before);
  });
});
