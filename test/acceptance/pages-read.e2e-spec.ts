import { TestService } from '../support/service';

/** What the pages ask for beside figures: what can be narrowed to, single events, and both sides of a contradiction with their days. */
let service: TestService;

const record = async (command: string, body: object): Promise<any> => {
  const answer = await service.post(command, body);
  expect([command, answer.status, answer.body.errors]).toEqual([command, 201, undefined]);
  return answer.body;
};
const text = (nl: string, fr: string) => ({ nl, fr });
const on = (from: string) => ({ occurred: { from } });

beforeAll(async () => {
  service = await TestService.start();
});

afterAll(() => service.remove());

describe('what figures can be narrowed to', () => {
  const unit = (code: string, name: string) => ({ code, name: text(name, name), parents: ['04000'] });
  const session = (code: string, level: string) => ({
    kind: 'info-session',
    title: text('Infosessie', 'Séance'),
    heads: { value: 10, exactness: 'exact' },
    territory: { code, level, hierarchy: '2011' },
    ...on('2021-03-04'),
  });

  it('is nothing before anything is recorded', async () => {
    expect((await service.get('/api/scopes')).body).toEqual({ territories: [], organisations: [] });
  });

  it('is every place from wide to narrow, of the sectors those that something names, and who recorded', async () => {
    const define = (level: string, units: readonly object[]) =>
      record('define-territories', { hierarchy: '2011', level, units, ...on('2011-01-01') });
    await define('region', [{ code: '04000', name: text('Gewest', 'Région') }]);
    await define('zone', [unit('Z-Z', 'Zuid'), unit('Z-N', 'Noord')]);
    await define('commune', [unit('21002', 'Oudergem')]);
    await define('sector', [
      { code: '21002A00-', name: text('Centrum', 'Centre'), parents: ['21002'] },
      { code: '21002B00-', name: text('Rand', 'Bord'), parents: ['21002'] },
    ]);
    await record('hold-session', session('21002B00-', 'sector'));
    const { position } = await record('rename-territory', {
      code: 'Z-N',
      name: text('Boven', 'Haut'),
      ...on('2020-01-01'),
    });
    const { territories, organisations } = (await service.get(`/api/scopes?position=${position}`)).body;
    expect(territories.map(({ code, level, name }: any) => [code, level, name.nl])).toEqual([
      ['Z-N', 'zone', 'Boven'],
      ['Z-Z', 'zone', 'Zuid'],
      ['21002', 'commune', 'Oudergem'],
      ['21002B00-', 'sector', 'Rand'],
    ]);
    expect(organisations).toEqual([service.runtime.vault.ownOrganisation]);
    const before = (await service.get('/api/scopes?asOf=2019-12-31')).body.territories;
    expect(before.map(({ name }: any) => name.nl)).toEqual(['Noord', 'Zuid', 'Oudergem', 'Rand']);
  });

  it('is refused for a day that is none', async () => {
    expect((await service.get('/api/scopes?asOf=2021-02-30')).body).toMatchObject({ code: 'query.bad-day', errors: [{ pointer: 'asOf' }] });
  });
});

describe('a single event', () => {
  it('is answered as in the log, without what readers may not see', async () => {
    const { eventIds, position } = await record('record-milestone', {
      kind: 'other',
      title: text('Start', 'Début'),
      team: 'team-noord',
      ...on('2021-01-01'),
    });
    const { body } = await service.get(`/api/events/${eventIds[0]}?position=${position}`);
    expect(body).toMatchObject({ id: eventIds[0], type: 'MilestoneReached', team: 'team-noord', occurred: { from: '2021-01-01' } });
    const all = (await service.get('/api/events?limit=1000')).body.events;
    expect(all.find(({ id }: any) => id === eventIds[0])).toEqual(body);
    expect(Object.keys(body)).not.toContain('actor');
    expect(Object.keys(body)).not.toContain('keyTag');
  });

  it('is not found under an id that no event has', async () => {
    const answer = await service.get('/api/events/00000000-0000-8000-8000-000000000000');
    expect([answer.status, answer.body.code]).toEqual([404, 'event.unknown']);
  });
});

describe('a contradiction', () => {
  const claim = (value: number, rest: object) => ({
    indicator: 'partners',
    period: { from: '2021-01-01', to: '2021-12-31' },
    kind: 'structure',
    quantity: { value, exactness: 'exact' },
    raw: `${value} partners`,
    ...on('2021-12-31'),
    ...rest,
  });
  const found = async (query: string): Promise<readonly any[]> => {
    const { status, body } = await service.get(`/api/contradictions?${query}`);
    expect([query, status, body.code]).toEqual([query, 200, undefined]);
    return body.contradictions;
  };

  it('has the days of both sides, and who said what of it when', async () => {
    await record('import-claim', claim(40, { dataOn: '2021-11-01' }));
    await record('import-claim', claim(50, { statedOn: '2022-02-01' }));
    const { position } = await record('adopt-plan', {
      plan: '2021',
      title: text('Plan', 'Plan'),
      period: { from: '2021-01-01', to: '2021-12-31' },
      ...on('2021-01-01'),
    });
    const [open] = await found(`rule=claims-disagree&period=plan:2021&position=${position}`);
    expect(open.evidence.map((side: any) => side.on)).toEqual([
      { from: '2021-11-01', to: '2021-11-01' },
      { from: '2022-02-01', to: '2022-02-01' },
    ]);
    expect(open).not.toHaveProperty('said');

    const { key: contradiction, seen } = open;
    const explained = await record('explain-contradiction', {
      ...{ contradiction, seen, text: text('Anders geteld', 'Compté autrement'), team: 'team-noord' },
      ...on('2022-03-01'),
    });
    const resolved = await record('resolve-contradiction', { contradiction, seen, reading: 'both', ...on('2022-04-01') });
    const [closed] = await found(`rule=claims-disagree&position=${resolved.position}`);
    expect(closed.said).toEqual([
      { eventId: explained.eventIds[0], on: '2022-03-01', team: 'team-noord' },
      { eventId: resolved.eventIds[0], on: '2022-04-01' },
    ]);
    const reopened = await record('reopen-contradiction', { contradiction, reason: 'other', ...on('2022-05-01') });
    expect((await found(`rule=claims-disagree&position=${reopened.position}`))[0]).not.toHaveProperty('said');
  });

  it('is not asked for a plan that nobody adopted', async () => {
    const answer = await service.get('/api/contradictions?period=plan:1999');
    expect([answer.status, answer.body.code]).toEqual([400, 'query.unknown-plan']);
  });
});
