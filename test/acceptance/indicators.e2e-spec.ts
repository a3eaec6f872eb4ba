import { TestService } from '../support/service';

const texts = (word: string) => ({ nl: `${word} (n)`, fr: `${word} (f)`, en: `${word} (e)` });
const attendances = (kind: string) => ({
  factType: ['session-attendances'],
  countKind: 'attendance',
  where: { all: [{ dim: 'kind', op: 'eq', value: [kind] }] },
});
const lunches = {
  code: 'heads-at-lunch',
  appliesFrom: '2017-01-01',
  labels: texts('Heads at lunch'),
  meaning: texts('Heads at lunches'),
  unit: 'attendance',
  subjectKind: 'professional',
  measure: { op: 'sum', of: attendances('lunch') },
  dimensions: [{ name: 'kind' }],
};
const webinars = { ...lunches, appliesFrom: '2020-01-01', measure: { op: 'sum', of: attendances('webinar') } };

/** Heads at the lunch and at the webinar of each year. */
const HEADS: readonly (readonly [year: number, lunch: number, webinar: number])[] = [
  [2017, 11, 40],
  [2018, 12, 41],
  [2019, 13, 42],
  [2020, 14, 43],
  [2021, 15, 44],
];

let service: TestService;
/** The last event before anything was defined. */
let lastEvent: string;
let position: string;

async function record(command: string, body: object): Promise<any> {
  const answer = await service.post(command, body);
  expect([command, answer.status, answer.body.code]).toEqual([command, 201, undefined]);
  position = answer.body.position;
  return answer.body;
}

async function figures(query = '', code = lunches.code): Promise<any[]> {
  const answer = await service.get(`/api/indicators/${code}/figures?position=${position}${query}`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body.figures;
}

const series = async (query = ''): Promise<unknown> =>
  (await figures(query)).map((figure) => [
    Number(figure.period.from.slice(0, 4)),
    figure.computed.value,
    figure.definition.version,
    ...(figure.break ? ['break'] : []),
  ]);

beforeAll(async () => {
  service = await TestService.start();
  const title = { nl: 'Titel', fr: 'Titre' };
  for (const [year, lunch, webinar] of HEADS) {
    for (const [kind, value] of [
      ['lunch', lunch],
      ['webinar', webinar],
    ]) {
      const held = { kind, title, heads: { value, exactness: 'exact' }, occurred: { from: `${year}-05-15` } };
      lastEvent = (await record('hold-session', held)).eventIds[0];
    }
  }
  await record('define-indicator', lunches);
}, 60_000);
afterAll(() => service.remove());

describe('an indicator that is defined after five years of events', () => {
  it('answers for all five years', async () => {
    expect(await series()).toEqual(HEADS.map(([year, lunch]) => [year, lunch, 1]));
  });

  it('is not there at a K before it was defined', async () => {
    const { status, body } = await service.get(`/api/indicators/${lunches.code}/figures?through=${lastEvent}`);
    expect([status, body.code]).toEqual([404, 'figure.unknown-indicator']);
  });

  it('is revised: the latest version answers for all, the one in force with a break, and a pinned figure in its own', async () => {
    const [first] = await figures('&period=2017');
    await record('revise-indicator', webinars);
    expect(await series()).toEqual(HEADS.map(([year, , webinar]) => [year, webinar, 2]));
    expect(await series('&definition=1')).toEqual(HEADS.map(([year, lunch]) => [year, lunch, 1]));
    expect(await series('&definition=inForce')).toEqual([
      [2017, 11, 1],
      [2018, 12, 1],
      [2019, 13, 1],
      [2020, 43, 2, 'break'],
      [2021, 44, 2],
    ]);
    const behind = await service.get(`/api/figures/${first.id}/events`);
    expect(behind.body.events.map(({ data }: any) => data.heads.value)).toEqual([11]);
  });

  it('shows all its versions, and which is in force on a day', async () => {
    const { body } = await service.get(`/api/indicators/${lunches.code}?asOf=2019-12-31`);
    expect(body).toMatchObject({ code: lunches.code, version: 2, inForce: 1, countKind: 'attendance', op: 'sum' });
    expect(body.versions.map(({ version, appliesFrom, measure }: any) => [version, appliesFrom, measure])).toEqual([
      [1, '2017-01-01', lunches.measure],
      [2, '2020-01-01', webinars.measure],
    ]);
    expect((await service.get('/api/indicators/no-such')).body.code).toBe('figure.unknown-indicator');
  });

  it('is retired: it goes on answering, and the list leaves it out unless asked', async () => {
    await record('retire-indicator', { code: lunches.code, reason: 'no-longer-asked', occurred: { from: '2022-01-01' } });
    expect((await figures('&period=2021'))[0]).toMatchObject({ computed: { value: 44 }, retired: true });
    const listed = async (query: string): Promise<boolean> => {
      const { body } = await service.get(`/api/indicators?position=${position}${query}`);
      return body.indicators.some(({ code }: any) => code === lunches.code);
    };
    expect([await listed(''), await listed('&retired=true'), await listed('&asOf=2021-12-31')]).toEqual([false, true, true]);
  });
});

describe('what cannot be answered', () => {
  it('is a composition whose part is not there: no number, and the reason in three languages', async () => {
    const parts = [{ indicator: 'not-yet', sign: 1 }];
    await record('define-indicator', { ...lunches, code: 'heads-of-all', measure: { op: 'compose', parts } });
    expect((await figures('&period=2021', 'heads-of-all'))[0]).toMatchObject({ value: null, refusal: { code: 'figure.part-not-defined' } });
    const { body } = await service.get('/api/labels/nl');
    expect(JSON.stringify(body)).toContain('Een deel van deze optelling is niet gedefinieerd.');
  });

  it('is told beforehand of fact types that no event states', async () => {
    const of = { factType: ['session-attendences'], countKind: 'attendance' };
    await record('define-indicator', { ...lunches, code: 'heads-misspelt', measure: { op: 'sum', of } });
    const { body } = await service.get(`/api/indicators?position=${position}`);
    const unknown = body.indicators.flatMap(({ code, unknownFactTypes }: any) => (unknownFactTypes ? [[code, unknownFactTypes]] : []));
    expect(unknown).toEqual([['heads-misspelt', ['session-attendences']]]);
  });

  it.each([
    ['definition=0', 400, 'query.invalid'],
    ['definition=latest', 400, 'query.invalid'],
    ['definition=9', 404, 'figure.unknown-version'],
  ])('%s: %i %s', async (query, status, code) => {
    const answer = await service.get(`/api/indicators/${lunches.code}/figures?${query}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['retired=perhaps', 'query.invalid'],
    ['asOf=2021-02-30', 'query.bad-day'],
    ['knownOn=yesterday', 'query.bad-day'],
  ])('the list with %s', async (query, code) => {
    const answer = await service.get(`/api/indicators?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it.each([
    ['/measure/of/countKind', { op: 'sum', of: { factType: ['session-held'], countKind: 'person' } }, 400],
    ['/measure/den', { op: 'ratio', num: attendances('lunch') }, 409],
  ])('a definition that is wrong at %s', async (pointer, measure, status) => {
    const { status: answered, body } = await service.post('define-indicator', { ...lunches, code: 'heads-wrong', measure });
    expect([answered, body.errors.map((error: any) => error.pointer)]).toEqual([status, [pointer]]);
    for (const language of ['nl', 'fr', 'en']) expect(body.errors[0].message[language]).toBeTruthy();
  });
});
