import { unboundNumbers } from '@app/indicators';
import { LANGUAGES } from '@app/labels';
import { REPORT_TEMPLATES } from '@app/partnership/report/report.events';
import { importRegister, registerNames } from '../support/register';
import { TestService } from '../support/service';
import { unzipped } from '../support/unzipped';

jest.setTimeout(120_000);

let service: TestService;
let position: string;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const address = (template: string, year: number, query = '') =>
  `/api/reports/${template}/${year}?asOf=${year}-12-31&position=${position}${query}`;

async function bytesOf(
  url: string,
  accept: string,
): Promise<{ readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer }> {
  const { headers, rawPayload } = await service.app.inject({ method: 'GET', url, headers: { accept } });
  return { headers, bytes: rawPayload };
}

const record = async (command: string, body: object): Promise<string> => {
  const { status, body: answer } = await service.post(command, body);
  expect({ command, status, code: answer.code }).toEqual({ command, status: 201 });
  return answer.position;
};

beforeAll(async () => {
  service = await TestService.start();
  for (const name of registerNames()) await importRegister(service, name);
  position = await record('record-milestone', { kind: 'other', title: { nl: 'Klaar', fr: 'Prêt' }, occurred: { from: '2026-01-01' } });
}, 120_000);

afterAll(() => service.remove());

describe.each(REPORT_TEMPLATES.flatMap((template) => [2021, 2024].map((year) => ({ template, year }))))(
  '$template of $year',
  ({ template, year }) => {
    it.each(LANGUAGES)('has no unbound number in %s', async (language) => {
      const { status, body, headers } = await service.get(address(template, year, `&lang=${language}&format=json`));
      expect([status, headers['content-language']]).toEqual([200, language]);
      expect(unboundNumbers(body)).toEqual([]);
      const kinds = JSON.stringify(body.sections).match(/"kind":"(number|count|name)"/g) ?? [];
      expect(kinds.length).toBeGreaterThan(20);
    });

    it('answers a page within its own policy, a document and a PDF', async () => {
      const page = await bytesOf(address(template, year), 'text/html');
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
      expect(page.bytes.toString()).toMatch(/^<!doctype html>\n<html lang="nl">/);
      const document = await bytesOf(address(template, year), DOCX);
      expect(document.headers['content-disposition']).toBe(`attachment; filename="${template}-${year}-nl.docx"`);
      const pdf = await bytesOf(address(template, year), 'application/pdf');
      expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-');
      expect(pdf.headers['content-disposition']).toBe(`attachment; filename="${template}-${year}-nl.pdf"`);
    });
  },
);

describe('the report of 2021', () => {
  it('says what is counted and what a report claims, each for what it is', async () => {
    const { body } = await service.get(address('partnership-2025', 2021, '&lang=fr'));
    const said = body.sections.map(({ code, blocks }: any) => [code, JSON.stringify(blocks)]);
    const sections = Object.fromEntries(said);
    expect(sections['2.4']).toContain('506 présences');
    expect(sections['2.4']).toContain('603 inscriptions');
    expect(sections['1.8']).toContain('967 contacts');
    expect(sections['1.8']).toContain('selon un rapport imprimé');
    expect(sections['2.1']).toContain('27 conventions');
    expect(sections['2.2']).toContain('Pas encore rédigé.');
  });

  it('has a sheet for each of the 98 actions', async () => {
    const { body } = await service.get(address('action-sheets', 2021));
    expect(body.sections.filter(({ code }: any) => /^action-\d+$/.test(code))).toHaveLength(98);
  });

  it('has the scores of the five aims in the report of 2024, beside the caveat', async () => {
    const { body } = await service.get(`/api/reports/partnership-2025/2024?lang=en&position=${position}`);
    const aims = body.sections.find(({ code }: any) => code === '1.4').blocks.find(({ kind }: any) => kind === 'table');
    expect(aims.rows.map(([, score]: any) => score[0].text)).toEqual(['3', '4', '4', '4', '4']);
  });
});

describe('a document', () => {
  it('has real headings, repeated header rows, its language and its title', async () => {
    const { bytes } = await bytesOf(address('action-sheets', 2021, '&lang=fr'), DOCX);
    const files = unzipped(bytes);
    const body = files.get('word/document.xml')!.toString();
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)!.length).toBeGreaterThan(20);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(98);
    expect(body.match(/<w:tbl>/g)!.length).toBe(body.match(/<w:tblHeader\/>/g)!.length);
    expect(body.match(/<wp:docPr [^>]*descr="[^"]+"/g)!.length).toBe(body.match(/<wp:docPr /g)!.length);
    expect(files.get('word/styles.xml')!.toString()).toContain('<w:lang w:val="fr-BE"/>');
    expect(files.get('docProps/core.xml')!.toString()).toContain('Rapport d’activités en fiches d’action 2021');
  });
});

describe('a PDF', () => {
  it('has a title, a language, bookmarks, text that can be taken out, and the same bytes for the same K', async () => {
    const [one, other] = [
      await bytesOf(address('partnership-2025', 2021), 'application/pdf'),
      await bytesOf(address('partnership-2025', 2021), 'application/pdf'),
    ];
    const pdf = one.bytes.toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain('/Lang (nl)');
    expect(pdf).toMatch(/\/Title \(/);
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toMatch(/\/Outlines /);
    expect(pdf).toContain('/ToUnicode');
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });
});

describe('a file that takes a while', () => {
  it('is made while the service goes on answering', async () => {
    const waits: number[] = [];
    let made = false;
    const file = bytesOf(address('action-sheets', 2021), 'application/pdf').finally(() => (made = true));
    while (!made) {
      const asked = performance.now();
      await new Promise((done) => setTimeout(done, 5));
      waits.push(performance.now() - asked);
    }
    expect((await file).bytes.length).toBeGreaterThan(100_000);
    // Made in the process itself, it would let nothing else run: there would be a handful of turns.
    expect(waits.length).toBeGreaterThan(40);
  });
});

describe('what cannot be had', () => {
  it.each([
    ['/api/reports/partnership-2025/1821', 404, 'report.not-found'],
    ['/api/reports/annual/2021', 404, 'report.not-found'],
    ['/api/reports/partnership-2025/2021?lang=de', 400, 'query.invalid'],
    ['/api/reports/partnership-2025/2021?format=odt', 400, 'query.invalid'],
    ['/api/reports/partnership-2025/2021?asOf=2021-13-01', 400, 'query.bad-day'],
  ])('%s answers %s', async (url, status, code) => {
    const answer = await service.get(url);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('a format that is not made answers 406', async () => {
    const answer = await service.get('/api/reports/partnership-2025/2021', { accept: 'image/png' });
    expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([406, 'report.no-such-format', 'Accept']);
  });
});

describe('texts', () => {
  const of = { template: 'action-sheets', year: 2021 };
  const figureOf = async (indicator: string): Promise<string> =>
    (await service.get(`/api/indicators/${indicator}/figures?period=2021&asOf=2021-12-31`)).body.figures[0].id;

  it('are marked, exactly those that rest on it, when one session is corrected', async () => {
    await record('draft-report', {
      ...of,
      period: { from: '2021-01-01', to: '2021-12-31' },
      plan: '2021',
      occurred: { from: '2022-01-10' },
    });
    const number = async (indicator: string) => [{ token: 'n', figure: await figureOf(indicator), format: 'value-with-kind' }];
    const write = async (section: string, indicator: string) =>
      record('write-section', {
        ...of,
        section,
        textLanguage: 'nl',
        text: 'Het jaar telde {{n}}.',
        numbers: await number(indicator),
        occurred: { from: '2022-01-11' },
      });
    const held = await service.post('hold-session', {
      kind: 'info-session',
      title: { nl: 'x', fr: 'x' },
      heads: { value: 9, exactness: 'exact' },
      occurred: { from: '2021-06-01' },
    });
    const at = held.body.position;
    await service.get(`/api/reports?position=${at}`);
    await write('action-6', 'information-session-attendances');
    await write('strategy', 'information-sessions');
    await write('conclusion', 'information-session-registrations');
    const corrected = await record('hold-session', {
      session: held.body.streamId,
      kind: 'info-session',
      title: { nl: 'x', fr: 'x' },
      heads: { value: 11, exactness: 'exact' },
      occurred: { from: '2021-06-01' },
      corrects: held.body.eventIds[0],
      correctionReason: 'wrong-count',
    });
    const { body } = await service.get(`/api/reports/action-sheets/2021?lang=nl&asOf=2021-12-31&position=${corrected}`);
    expect(body.moved).toEqual([
      expect.objectContaining({ section: 'action-6', token: 'n', before: '515 aanwezigheden', after: '517 aanwezigheden' }),
    ]);
    expect(body.sections.filter(({ state }: any) => state === 'stale').map(({ code }: any) => code)).toEqual(['action-6']);
    expect(unboundNumbers(body)).toEqual([]);
  });

  it('stand in the list of reports', async () => {
    const { body } = await service.get('/api/reports');
    expect(body.templates.map(({ code }: any) => code)).toEqual([...REPORT_TEMPLATES]);
    expect(body.reports).toEqual([expect.objectContaining({ ...of, state: 'draft', sectionsWritten: 3 })]);
  });
});
