import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { definitions, exportRows, pinExport } from '@app/indicators';
import { parse } from 'csv-parse/sync';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { Reading } from '../../apps/api/src/reading/reading';
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
    const [{ schema, path }, definitionsTable] = body.resources;
    expect(path).toBe('figures.csv');
    const source = new URL(body.sources[0].path);
    expect(source.protocol).toBe('http:');
    const { text } = await service.get(`${source.pathname}${source.search}`);
    const rows = rowsOf(text);
    expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }: any) => name));
    for (const { name, type, constraints, labels } of schema.fields) {
      const cells = rows.map((row) => row[name]!);
      for (const cell of cells) if (cell !== '') expect([name, cell]).toEqual([name, expect.stringMatching(TYPES[type]!)]);
      if (constraints?.required) expect([name, cells.filter((cell) => cell === '').length]).toEqual([name, 0]);
      if (constraints?.enum) expect([name, cells.filter((cell) => !constraints.enum.includes(cell))]).toEqual([name, []]);
      expect(Object.keys(labels)).toEqual(['nl', 'fr', 'en']);
    }
    expect(schema.primaryKey).toEqual(['figure_id']);
    expect(new Set(rows.map((row) => row['figure_id'])).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row['through']))).toEqual(new Set([body.through]));
    const defined = new Map<string, any>(definitionsTable.data.map((one: any) => [`${one.code}@${one.version}`, one]));
    expect(defined.size).toBe(definitionsTable.data.length);
    for (const row of rows)
      expect(defined.get(`${row['indicator']}@${row['version']}`)).toMatchObject({ unit: row['unit'], labels: { nl: row['label'] } });
  });

  it('names the profile of Data Package 2.0 of each of its parts, and refers from figures to their definitions', async () => {
    const { body } = await taken('format=datapackage&indicators=meetings-held&period=2021');
    const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;
    expect(body.$schema).toBe(profile('datapackage'));
    for (const { $schema, type, schema } of body.resources)
      expect([$schema, type, schema.$schema]).toEqual([profile('dataresource'), 'table', profile('tableschema')]);
    const [figures, definitionsTable] = body.resources;
    expect(figures.dialect.$schema).toBe(profile('tabledialect'));
    const [{ fields, reference }] = figures.schema.foreignKeys;
    expect([fields, reference]).toEqual([
      ['indicator', 'version'],
      { resource: definitionsTable.name, fields: definitionsTable.schema.primaryKey },
    ]);
  });
});

describe('the workbook', () => {
  const workbook = async (query: string): Promise<Buffer> => {
    const answer = await service.app.inject({ url: `/api/figures/export?format=xlsx&position=${position}&${query}` });
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([200, 'attachment; filename="figures.xlsx"']);
    return answer.rawPayload;
  };

  it('holds the rows of the CSV, with numbers and days, and the definitions in the language asked for', async () => {
    const asked = 'indicators=all&period=2021&lang=fr';
    const file = await workbook(asked);
    expect((await readXlsxFile(file)).map(({ sheet }) => sheet)).toEqual(['Chiffres', 'Définitions', 'À propos']);
    const lines: string[][] = parse((await taken(`format=csv&${asked}`)).text);
    const [headings = [], ...rows] = await readSheet(file, 'Chiffres');
    expect([headings[0], headings[7]]).toEqual(['Indicateur', 'Premier jour']);
    const asText = (cell: unknown): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''));
    expect(rows.map((row) => row.map(asText))).toEqual(lines.slice(1));
    const value = lines[0]!.indexOf('value');
    expect(new Set(rows.map((row) => typeof row[value]).filter((type) => type !== 'object'))).toEqual(new Set(['number']));
    expect(rows[0]![7]).toEqual(new Date('2021-01-01T00:00:00Z'));
    const [, ...meanings] = await readSheet(file, 'Définitions');
    expect(meanings.map(([code, , label, , meaning]) => ({ code, label, meaning }))).toEqual(
      [...new Set(lines.slice(1).map(([code]) => code!))].map((code) => {
        const { labels, meaning } = definitions.get(code)!;
        return { code, label: labels.fr, meaning: meaning.fr };
      }),
    );
  });
});

describe('SDMX-CSV', () => {
  it('has an observation for each figure, with its status, its bounds and one key each', async () => {
    const asked = 'indicators=all&period=2021&territories=zone';
    const csv = new Map(rowsOf((await taken(`format=csv&${asked}`)).text).map((row) => [row['figure_id']!, row]));
    const answer = await taken(`format=sdmx-csv&${asked}`);
    expect(answer.headers['content-type']).toBe('application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8');
    const observations = rowsOf(answer.text);
    expect(observations.length).toBe(csv.size);
    const seen = new Set<string>();
    for (const one of observations) {
      expect([one['STRUCTURE'], one['STRUCTURE_ID'], one['ACTION']]).toEqual(['dataflow', 'KRONIEK:FIGURES(1.0)', 'I']);
      const row = csv.get(one['FIGURE_ID']!)!;
      expect([one['INDICATOR'], one['OBS_VALUE'], one['LOWER_BOUND'], one['UPPER_BOUND'], one['PLACE']]).toEqual([
        row['indicator'],
        row['value'],
        row['lo'],
        row['hi'],
        row['place'],
      ]);
      expect(10 ** -Number(one['UNIT_MULT'])).toBe(Number(row['unit_divisor']));
      const without = one['OBS_VALUE'] === '';
      if (one['OBS_STATUS'] === 'A') expect([row['exactness'], row['provisional']]).toEqual(['exact', 'false']);
      if (one['OBS_STATUS'] === 'P') expect(row['provisional']).toBe('true');
      if (one['OBS_STATUS'] === 'M') expect(one['NO_VALUE']).toBe('figure.mixed-count-kinds');
      if (one['OBS_STATUS'] === 'L') expect(one['SHOWN']).toBe('none');
      expect(['L', 'M', 'O'].includes(one['OBS_STATUS']!)).toBe(without);
      expect(one['CONF_STATUS']).toBe(row['small_cell'] === 'true' ? 'A' : 'F');
      seen.add([one['INDICATOR'], one['REF_AREA'], one['PLACE'], one['TIME_PERIOD']].join());
    }
    expect(seen.size).toBe(observations.length);
    expect(new Set(observations.map((one) => one['OBS_STATUS']))).toEqual(new Set(['A', 'D', 'E', 'L', 'M', 'O', 'P', 'U', 'V']));
  }, 60_000);

  it('names a range by its first day and its length', async () => {
    const { text } = await taken('format=sdmx-csv&indicators=meetings-held&period=2021-01-01..2021-06-30');
    expect(rowsOf(text).map((one) => one['TIME_PERIOD'])).toEqual(['2021-01-01/P181D']);
  });
});

describe('a DHIS2 data value set', () => {
  it('has each figure as a value in units, or as omitted with the reason', async () => {
    const asked = 'indicators=all&period=2021&territories=zone';
    const csv = new Map(rowsOf((await taken(`format=csv&${asked}`)).text).map((row) => [row['figure_id']!, row]));
    const { status, body } = await taken(`format=dhis2&${asked}`);
    expect([status, body.dataElementIdScheme, body.orgUnitIdScheme]).toEqual([200, 'code', 'code']);
    expect(body.dataValues.length + body.omitted.length).toBe(csv.size);
    for (const { dataElement, period, orgUnit, value, comment } of body.dataValues) {
      const row = csv.get(comment.split('figure ')[1])!;
      expect([dataElement, period, orgUnit]).toEqual([row['indicator'], '2021', row['territory'] || '04000']);
      expect(Number(value) * Number(row['unit_divisor'])).toBe(Number(row['value']));
      expect(comment).toMatch(new RegExp(`^${row['exactness']}; ${row['lo']}\\.\\.${row['hi']}; ${row['shown']}; ${row['coverage']}; `));
    }
    for (const { dataElement, period, figureId } of body.omitted)
      expect([dataElement, period]).toEqual([csv.get(figureId)!['indicator'], csv.get(figureId)!['period']]);
    expect(new Set(body.omitted.map(({ reason }: any) => reason))).toEqual(
      new Set(['not-recorded', 'bounds-only', 'no-org-unit', 'mixed-count-kinds', 'other-count-kind', 'disputed']),
    );
  }, 60_000);

  it('writes periods in the form of DHIS2', async () => {
    const periods = async (by: string): Promise<readonly string[]> => {
      const { body } = await taken(`format=dhis2&indicators=information-sessions&period=2021&by=${by}`);
      return body.dataValues.map(({ period }: any) => period);
    };
    expect(await periods('quarter')).toEqual(['2021Q1', '2021Q2', '2021Q3', '2021Q4']);
    expect(await periods('month')).toContain('202103');
  });

  it.each(['plan=2021', 'hierarchy=now', 'definition=1', 'origin=synthetic'])(
    'takes no other figure of an indicator, whose place it would take: %s',
    async (other) => {
      const { status, body } = await taken(`format=dhis2&indicators=meetings-held&period=2021&${other}`);
      expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'query.one-value-only', other.split('=')[0]]);
    },
  );

  it('takes the one that is meant without more, and omits a period that has no name in DHIS2', async () => {
    const asked = await taken('format=dhis2&indicators=meetings-held&period=2021&hierarchy=then&origin=record');
    expect(asked.status).toBe(200);
    const ranged = await taken('format=dhis2&indicators=meetings-held&period=2021-01-01..2021-06-30');
    expect([ranged.body.dataValues, ranged.body.omitted[0].reason]).toEqual([[], expect.stringMatching(/^(no-period|bounds-only)$/)]);
  });
});

describe('sending', () => {
  it('begins before the last figure is asked for', async () => {
    const reading = service.app.get(Reading);
    const answered = jest.spyOn(reading, 'answer');
    await service.app.listen(0, '127.0.0.1');
    const { port } = service.app.getHttpServer().address() as AddressInfo;
    const counts = await new Promise<readonly number[]>((resolve, reject) => {
      get(`http://127.0.0.1:${port}/api/figures/export?format=csv&indicators=all&period=2021&by=quarter`, (response) => {
        const atData: number[] = [];
        response.on('data', () => atData.push(answered.mock.calls.length));
        response.on('end', () => resolve([atData[0]!, answered.mock.calls.length]));
        response.on('error', reject);
      }).on('error', reject);
    });
    answered.mockRestore();
    expect(counts[1]).toBe(definitions.size * 4 + 1);
    expect(counts[0]).toBeLessThan(counts[1]! / 4);
  }, 60_000);

  it('asks for no figure that nobody takes, and knows at its end what it knew at its beginning', async () => {
    const reading = service.app.get(Reading);
    let asked = 0;
    const ask = <T>(question: (db: any) => T): T => (asked++, reading.answer('facts', question));
    const pinned = ask((db) => pinExport(db, { indicators: ['meetings-held'], period: '2021', by: 'month' }, reading.asking().today));
    const rows = exportRows(ask, pinned, reading.asking());
    const first = await rows.next();
    expect(asked).toBe(2);
    await service.post('rename-territory', {
      occurred: { from: '2025-01-01' },
      code: 'Z-N',
      name: { nl: 'Noord', fr: 'Nord', en: 'North' },
    });
    const rest = await Array.fromAsync(rows);
    expect(new Set(rest.map(({ figure }) => figure.through))).toEqual(new Set([first.value.figure.through]));
    expect([rest.length, asked]).toEqual([11, 13]);
  });
});

describe('a name or a printed text that a spreadsheet would run', () => {
  const HOSTILE = '=HYPERLINK("http://x.example","a")';

  it('stands behind an apostrophe in the table and in the workbook', async () => {
    const renamed = await service.post('rename-territory', {
      occurred: { from: '2022-06-01' },
      code: 'Z-Z',
      name: { nl: HOSTILE, fr: '+1', en: '@x' },
    });
    expect([renamed.status, renamed.body]).toEqual([201, expect.anything()]);
    const claimed = await service.post(
      'import-claim',
      {
        occurred: { from: '2023-12-31' },
        indicator: 'meetings-held',
        period: { from: '2023-01-01', to: '2023-12-31' },
        kind: 'meeting',
        quantity: { value: 3, exactness: 'exact' },
        raw: '-2+5',
      },
      { authorization: `Bearer ${service.tokenOf('import')}` },
    );
    expect([claimed.status, claimed.body]).toEqual([201, expect.anything()]);
    position = claimed.body.position;
    const asked = 'indicators=meetings-held&period=2023&territories=zone';
    const rows = rowsOf((await taken(`format=csv&${asked}&lang=nl`)).text);
    expect(rows.map((row) => row['territory_name'])).toContain(`'${HOSTILE}`);
    expect(rows[0]?.['printed']).toBe("'-2+5");
    const file = await service.app.inject({ url: `/api/figures/export?format=xlsx&position=${position}&${asked}&lang=fr` });
    const cells = (await readSheet(file.rawPayload)).flat();
    expect(cells).toContain("'+1");
    expect(cells).toContain("'-2+5");
    expect(cells.filter((cell) => typeof cell === 'string' && /^[=+\-@]/.test(cell))).toEqual([]);
  });
});
