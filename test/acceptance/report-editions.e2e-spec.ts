import { createHash } from 'node:crypto';
import { queryOfFigure, type ReportSent } from '@app/indicators';
import { importRegister } from '../support/register';
import { type Answer, TestService } from '../support/service';

jest.setTimeout(180_000);

const asked = { view: 'report', subject: 'partnership-2025', period: '2021', asOf: '2021-12-31', languages: ['nl', 'fr'] };
const other = { view: 'report', subject: 'action-sheets', period: '2024', asOf: '2024-12-31' };
const evaluation = { view: 'self-evaluation', subject: 'record', period: '2026' };
const of = { template: 'partnership-2025', year: 2021 };
const title = { nl: 'Infosessie', fr: 'Séance d’information' };
const words = { nl: 'woorden', fr: 'mots' };
const scale = { min: 0, max: 5, anchors: [0, 1, 2, 3, 4, 5].map((step) => ({ step, label: words })) };
const on = (from: string) => ({ occurred: { from } });

let service: TestService;
let keys = 0;
let position: string;
/** What was recorded before the freeze. */
let session: Answer['body'];
let group: Answer['body'];
let figure: string;
/** The editions of the report of 2021, of that of 2024 and of the self-evaluation. */
let report: any;
let later: any;
let scored: any;

async function record(command: string, body: object): Promise<Answer['body']> {
  const answer = await service.post(command, body);
  expect({ command, status: answer.status, errors: answer.body.errors, code: answer.body.code }).toEqual({ command, status: 201 });
  ({ position } = answer.body);
  return answer.body;
}

const hold = (day: string, heads: number, rest: object = {}) =>
  record('hold-session', { kind: 'info-session', title, heads: { value: heads, exactness: 'exact' }, ...on(day), ...rest });

async function figureOf(indicator: string): Promise<string> {
  const answer = await service.get(`/api/indicators/${indicator}/figures?period=2021&asOf=2021-12-31&position=${position}`);
  return answer.body.figures[0].id;
}

const write = async (section: string, textLanguage: string, indicator: string) =>
  record('write-section', {
    ...of,
    section,
    textLanguage,
    text: '{{n}}.',
    numbers: [{ token: 'n', figure: await figureOf(indicator), format: 'value-with-kind' }],
    ...on('2022-01-11'),
  });

const score = (scorer: number, given: object) =>
  record('score-aim', {
    year: 2026,
    aim: 'value',
    score: 3,
    scorer: `pro-s${scorer}`,
    role: 'partner',
    rationale: words,
    ...given,
    ...on('2026-02-01'),
  });

async function freeze(body: { view: string; subject: string; period: string }): Promise<any> {
  const { view, subject, period } = body;
  await record('open-period', { view, subject, period });
  const answer = await service.send('POST', '/api/editions', JSON.stringify(body), {
    authorization: `Bearer ${service.token}`,
    'idempotency-key': `edition-${keys++}`,
    'content-type': 'application/json',
  });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body;
}

async function changesOf({ id }: { id: string }): Promise<any> {
  const { status, body } = await service.get(`/api/editions/${id}/changes?position=${await service.runtime.store.head()}`);
  expect(status).toBe(200);
  return body;
}

const content = async ({ id }: { id: string }, query = ''): Promise<Answer> => service.get(`/api/editions/${id}/content${query}`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every file of every edition, as it is given out. */
async function bytes(): Promise<readonly string[]> {
  const files = [report, later, scored].flatMap((edition: any) =>
    ['', ...edition.renderings.map(({ language }: any) => `?format=html&lang=${language}`)].map((query) => content(edition, query)),
  );
  return (await Promise.all(files)).map(({ status, text }) => `${status} ${text}`);
}

beforeAll(async () => {
  service = await TestService.start();
  for (const name of ['territories', '2021', '2024']) await importRegister(service, name);
  session = await hold('2021-06-01', 9, { planRefs: [{ plan: '2021', action: 6 }] });
  group = await record('create-exchange-group', { name: title, ...on('2021-01-07') });
  await record('draft-report', { ...of, period: { from: '2021-01-01', to: '2021-12-31' }, plan: '2021', ...on('2022-01-10') });
  for (const language of ['nl', 'fr']) await write('2.4', language, 'information-session-attendances');
  await write('2.1', 'nl', 'information-sessions');
  figure = await figureOf('information-session-attendances');
  await record('open-self-evaluation', {
    year: 2026,
    period: { from: '2025-01-01', to: '2025-12-31' },
    scale,
    caveat: words,
    ...on('2026-01-15'),
  });
  await score(1, { events: [session.eventIds[0]] });
  await score(2, { figures: [figure] });
  await score(3, { events: [group.eventIds[0]] });
  report = await freeze(asked);
  later = await freeze(other);
  scored = await freeze(evaluation);
});

afterAll(() => service.remove());

describe('a report that is frozen', () => {
  it('says what made it: template, definitions, targets, and the pages of the languages that were asked for', () => {
    expect(report).toMatchObject({
      view: 'report',
      edition: 1,
      asOf: '2021-12-31',
      current: true,
      template: { code: 'partnership-2025', version: 2 },
    });
    expect(report.definitions).toContainEqual({ code: 'information-session-attendances', version: 1 });
    expect(report.targets.length).toBeGreaterThan(100);
    expect(report.renderings.map(({ language, mediaType }: any) => [language, mediaType])).toEqual([
      ['nl', 'text/html'],
      ['fr', 'text/html'],
    ]);
    expect(later.renderings).toHaveLength(3);
  });

  it('is in the list of editions', async () => {
    const { editions } = (await service.get('/api/editions?view=report')).body;
    expect(editions.map(({ id, subject, period }: any) => [id, subject, period])).toEqual([
      [report.id, 'partnership-2025', '2021'],
      [later.id, 'action-sheets', '2024'],
    ]);
  });

  it.each(['nl', 'fr'])('is the live report of its K, as data and as a page in %s', async (language) => {
    const at = `asOf=2021-12-31&through=${report.through}&lang=${language}`;
    const live = (format: string) => service.get(`/api/reports/partnership-2025/2021?${at}&format=${format}`);
    const data = await content(report);
    expect((data.body as ReportSent).reports[language as 'nl']).toEqual((await live('json')).body);
    const page = await content(report, `?format=html&lang=${language}`);
    expect(page.text).toBe((await live('html')).text);
    const { sha256: digest } = report.renderings.find((file: any) => file.language === language);
    expect([sha256(page.text), page.headers['etag']]).toEqual([digest, `"${digest}"`]);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': language });
    expect(page.headers['content-security-policy']).toBe((await live('html')).headers['content-security-policy']);
    expect([sha256(data.text), data.headers['etag']]).toEqual([report.sha256, `"${report.sha256}"`]);
  });

  it('is read as a report in every form', async () => {
    const get = (query: string) =>
      service.app.inject({ method: 'GET', url: `/api/reports/partnership-2025/2021?edition=1&lang=fr&${query}` });
    expect((await get('format=html')).payload).toBe((await content(report, '?format=html&lang=fr')).text);
    expect((await get('format=json')).json()).toEqual((await content(report)).body.reports.fr);
    const [pdf, again] = [await get('format=pdf'), await get('format=pdf')];
    expect(pdf.rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pdf.rawPayload.equals(again.rawPayload)).toBe(true);
    expect((await get('format=docx')).rawPayload.toString('latin1', 0, 2)).toBe('PK');
  });

  it.each([
    [404, 'edition.no-such-file', () => `/api/editions/${report.id}/content?format=html&lang=en`],
    [404, 'edition.no-such-file', () => '/api/reports/partnership-2025/2021?edition=1&format=html&lang=en'],
    [404, 'edition.not-found', () => '/api/reports/partnership-2025/2021?edition=2'],
    [400, 'query.invalid', () => '/api/reports/partnership-2025/2021?edition=1&asOf=2021-12-31'],
  ])('answers %d %s where there is none', async (status, code, url) => {
    const answer = await service.get(url());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a self-evaluation that is frozen', () => {
  it('is the live answer of its K, but for the figures that nobody chose', async () => {
    const {
      position: _position,
      aims,
      ...live
    } = (await service.get(`/api/self-evaluations/2026?asOf=${scored.asOf}&through=${scored.through}`)).body;
    const chosen = aims.map(({ suggestions, ...aim }: any) => {
      expect(suggestions.length).toBeGreaterThan(0);
      return aim;
    });
    expect((await content(scored)).body).toEqual({ ...live, aims: chosen });
  });
});

describe('one corrected event', () => {
  let correction: string;
  let kept: readonly string[];

  beforeAll(async () => {
    kept = await bytes();
    for (const edition of [report, later, scored]) expect((await changesOf(edition)).changes).toBe(0);
    const corrects = { session: session.streamId, corrects: session.eventIds[0], correctionReason: 'wrong-count' };
    correction = (await hold('2021-06-01', 11, { planRefs: [{ plan: '2021', action: 6 }], ...corrects })).eventIds[0];
    for (let n = 0; n < 50; n++) await hold('2025-03-03', 100 + n);
  });

  /** The figures that the report holds which, asked one by one, show another value today. */
  async function movedByHand(): Promise<readonly string[]> {
    const { figures, plans } = (await content(report)).body as ReportSent;
    const moved: string[] = [];
    for (const { id } of figures) {
      const { indicator, from, to, where } = queryOfFigure(id);
      const parts = where?.map(({ dim, value }) => `${dim}:${value?.join()}`).join() ?? '';
      const url = `/api/indicators/${indicator}/figures?period=${from}..${to}&asOf=2021-12-31${parts && `&where=${parts}`}`;
      const shown = async (at: string) => {
        const { value, lo, hi, shown: how, exactness } = (await service.get(url + at)).body.figures[0];
        return JSON.stringify([value, lo, hi, how, exactness]);
      };
      if ((await shown(`&through=${report.through}`)) !== (await shown(''))) moved.push(`${indicator} ${from} ${to}`);
    }
    const realised = ({ actions }: any) =>
      actions.map(({ targets }: any) => targets.map(({ realised: one }: any) => one && [one.value, one.lo, one.hi, one.shown]));
    // Its targets ask for sessions, not for heads.
    expect(realised((await service.get('/api/plans/2021?asOf=2021-12-31')).body)).toEqual(realised(plans[0]));
    return moved.sort();
  }

  it('marks exactly the figures and texts of the report that rest on it', async () => {
    const { figures, texts, targets, actions, listings, scores } = await changesOf(report);
    const moved = await movedByHand();
    expect(moved).toContain('information-session-attendances 2021-01-01 2021-12-31');
    expect(moved).toContain('information-session-attendances 2021-04-01 2021-06-30');
    expect(figures.map(({ after }: any) => `${after.indicator} ${after.period.from} ${after.period.to}`).sort()).toEqual(moved);
    for (const { events } of figures) expect(events).toEqual([correction]);
    expect(texts.map(({ section, textLanguage, course }: any) => [section, textLanguage, course])).toEqual([
      ['2.4', 'nl', 'stale'],
      ['2.4', 'fr', 'stale'],
    ]);
    expect({ targets, actions, listings, scores }).toEqual({ targets: [], actions: [], listings: [], scores: [] });
  });

  it('is told in sentences of each language', async () => {
    const { texts, figures } = await changesOf(report);
    expect(texts[1].sentence).toEqual({
      nl: `${texts[1].title.nl} (Frans): een cijfer in de tekst is verschoven sinds editie 1.`,
      fr: `${texts[1].title.fr} (Français) : un chiffre du texte a bougé depuis l’édition 1.`,
      en: `${texts[1].title.en} (French): a figure in the text has moved since edition 1.`,
    });
    const year = figures.find(
      ({ after }: any) =>
        after.indicator === 'information-session-attendances' && after.period.to === '2021-12-31' && after.period.from === '2021-01-01',
    );
    expect(year.sentence.nl).toBe(`${year.label.nl}: 515 in editie 1, nu 517.`);
  });

  it('marks nothing of another year', async () => {
    expect((await changesOf(later)).changed).toBe(false);
  });

  it('marks exactly the scores that rest on it, and their figure', async () => {
    const { scores, figures, agreements, changes } = await changesOf(scored);
    expect(scores.map(({ aim, evidence, after }: any) => [aim, evidence, after.stale])).toEqual([
      ['value', [session.eventIds[0]], true],
      ['value', [figure], true],
    ]);
    expect(figures.map(({ events }: any) => events)).toEqual([[correction]]);
    expect([agreements, changes]).toEqual([[], 3]);
    expect(scores[0].sentence.en).toBe(
      'More from the same means (Partner organisation): what the score rests on stands otherwise than in edition 1.',
    );
  });

  it('leaves what was sent byte for byte, after fifty more events, a rebuild and a restart, and is told the same', async () => {
    const told = await Promise.all([report, later, scored].map(changesOf));
    await service.runtime.projections.rebuild();
    await service.stop();
    service = await TestService.start({ folder: service.folder });
    await service.get(`/api/editions?position=${await service.runtime.store.head()}`);
    expect(await bytes()).toEqual(kept);
    expect(await Promise.all([report, later, scored].map(changesOf))).toEqual(told);
  });
});

describe('what is said later', () => {
  it('is a text, a milestone and a score of its own', async () => {
    await write('2.1', 'nl', 'information-session-registrations');
    await record('record-milestone', { kind: 'other', title: { nl: 'Fusie', fr: 'Fusion' }, ...on('2021-10-01') });
    const { texts, listings } = await changesOf(report);
    expect(texts.map(({ section, textLanguage, course }: any) => [section, textLanguage, course])).toContainEqual([
      '2.1',
      'nl',
      'rewritten',
    ]);
    expect(listings.map(({ section, lines }: any) => [section, lines.fr])).toEqual([
      ['1.3', { gone: [], added: ['1er octobre 2021\u00a0: Fusion'] }],
    ]);
    await score(3, { events: [group.eventIds[0]], score: 4 });
    expect((await changesOf(scored)).scores.at(-1).sentence.nl).toMatch(/: 3 in editie 1, nu 4\.$/);
  });
});
