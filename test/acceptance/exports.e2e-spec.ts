import { parse } from 'csv-parse/sync';
import { importRegister } from '../support/register';
import { TestService } from '../support/service';

let service: TestService;
let position: string | undefined;

beforeAll(async () => {
  service = await TestService.start();
  for (const name of ['territories', '2021']) position = (await importRegister(service, name)).position ?? position;
}, 120_000);

afterAll(() => service.remove());

const taken = (query: string) => service.get(`/api/figures/export?position=${position}&${query}`);

const rowsOf = (text: string): readonly Record<string, string>[] => parse(text, { columns: true });

const whole = (cell: string | undefined): number | null => (cell === '' ? null : Number(cell));

/** What a row of the table says, as the figure itself says it over HTTP. */
const said = (figure: any) => ({
  id: figure.id,
  value: figure.value,
  lo: figure.lo,
  hi: figure.hi,
  exactness: figure.exactness,
  shown: figure.shown,
  coverage: figure.coverage,
});

const read = (row: Record<string, string>) => ({
  id: row['figure_id'],
  value: whole(row['value']),
  lo: whole(row['lo']),
  hi: whole(row['hi']),
  exactness: row['exactness'] || null,
  shown: row['shown'],
  coverage: row['coverage'],
});

describe('figures as CSV', () => {
  it('are those of every indicator that has something to say, each with the id of the figure', async () => {
    const { status, headers, text } = await taken('format=csv&indicators=all&period=2021');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      'attachment; filename="figures.csv"',
    ]);
    expect(text.split('\r\n')[0]).toMatch(/^indicator,version,label,.*,figure_id$/);
    const rows = rowsOf(text);
    expect(rows.length).toBeGreaterThan(60);
    for (const row of rows) {
      const { body } = await service.get(`/api/indicators/${row['indicator']}/figures?period=2021`);
      expect([row['indicator'], read(row)]).toEqual([row['indicator'], said(body.figures[0])]);
    }
  }, 120_000);

  it('are cut into quarters, and into the parts of a territory, in the language asked for', async () => {
    const asked = 'indicators=information-sessions,meetings-held&period=2021&by=quarter&territories=zone';
    const rows = rowsOf((await taken(`format=csv&lang=fr&${asked}`)).text);
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']));
    for (const indicator of ['information-sessions', 'meetings-held']) {
      const { body } = await service.get(`/api/indicators/${indicator}/territories?period=2021-Q2&level=zone`);
      const own = rows.filter((row) => row['indicator'] === indicator && row['period'] === '2021-Q2');
      expect(own.map(read)).toEqual([body.total, ...body.rows.map(({ figure }: any) => figure)].map(said));
      expect(own.map(({ territory, place }) => territory || place)).toEqual([
        'whole',
        ...body.rows.map(({ kind, code }: any) => code ?? kind),
      ]);
    }
    expect(rows[0]?.['label']).toBe("Séances d'information");
  });

  it('are refused before anything is sent when they cannot be asked', async () => {
    const refused = async (query: string) => {
      const { status, body } = await taken(query);
      return [status, body.code, body.errors[0].pointer];
    };
    expect(await refused('indicators=all')).toEqual([400, 'query.invalid', 'period']);
    expect(await refused('period=2021')).toEqual([400, 'query.invalid', 'indicators']);
    expect(await refused('indicators=all&period=2021&format=pdf')).toEqual([400, 'query.invalid', 'format']);
    expect(await refused('indicators=all&period=2021&format=constructor')).toEqual([400, 'query.invalid', 'format']);
    expect(await refused('indicators=all&period=2021-01-01..2021-01-30&by=month')).toEqual([400, 'query.bad-step', 'by']);
    expect(await refused('indicators=all&period=2021&by=week')).toEqual([400, 'query.bad-step', 'by']);
    expect(await refused('indicators=all&period=2021&territories=planet')).toEqual([400, 'query.bad-level', 'territories']);
    expect(await refused('indicators=all&period=2021&territories=zone&parent=nowhere')).toEqual([400, 'query.unknown-territory', 'parent']);
    expect(await refused('indicators=meetings-held,nothing&period=2021')).toEqual([404, 'figure.unknown-indicator', 'indicator']);
  });
});

describe('the data package', () => {
  const TYPES: Record<string, RegExp> = { integer: /^-?\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/, string: /^[^]+$/ };

  it('says of every column of the CSV what its cells are, and where the same figures can be had again', async () => {
    const { body, headers } = await taken('format=datapackage&indicators=all&period=2021&by=quarter&lang=nl');
    expect(headers['content-disposition']).toBe('attachment; filename="datapackage.json"');
    const [{ schema, path }] = body.resources;
    expect(path).toBe('figures.csv');
    const { text } = await service.get(body.sources[0].path);
    const rows = rowsOf(text);
    expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }: any) => name));
    for (const { name, type, constraints, labels } of schema.fields) {
      for (const row of rows) if (row[name] !== '') expect([name, row[name]]).toEqual([name, expect.stringMatching(TYPES[type]!)]);
      if (constraints?.required) expect([name, rows.filter((row) => row[name] === '').length]).toEqual([name, 0]);
      expect(Object.keys(labels)).toEqual(['nl', 'fr', 'en']);
    }
    expect(new Set(rows.map((row) => row['figure_id'])).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row['through']))).toEqual(new Set([body.through]));
    const defined = new Map<string, any>(body.definitions.map((one: any) => [one.code, one]));
    for (const row of rows)
      expect(defined.get(row['indicator']!)).toMatchObject({ version: Number(row['version']), labels: { nl: row['label'] } });
  });
});
