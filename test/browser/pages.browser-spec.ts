import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Demo } from '../support/browser';
import { DATA } from '../support/register';

jest.setTimeout(60_000);

let demo: Demo;

const text = (nl: string, fr: string) => ({ nl, fr });

/** The places of Brussels, as their register has them. */
async function defineTerritories(): Promise<void> {
  for (const name of ['01-communes-and-sectors', '02-care-zones']) {
    const lines = readFileSync(join(DATA, `territories/${name}.ndjson`), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { command, body } = JSON.parse(line) as { command: string; body: object };
      await demo.record(command, body, { 'import-register': 'territories' });
    }
  }
}

const session = {
  kind: 'info-session',
  title: text('Diabetes in de wijk', 'Le diabète dans le quartier'),
  heads: { value: 12, exactness: 'exact' },
  territory: { code: '21001', level: 'commune', hierarchy: '2011' },
  occurred: { from: '2022-03-17' },
  team: 'team-west',
};

beforeAll(async () => {
  demo = await Demo.start();
  await defineTerritories();
  const period = { view: 'indicators', subject: 'record', period: '2022' };
  await demo.record('open-period', period);
  await demo.record('hold-session', { ...session, occurred: { from: '2022-02-10' } });
  const frozen = await demo.post('/api/editions', period);
  expect(frozen.status).toBe(201);
  await demo.record('hold-session', session);
  const report = { template: 'action-sheets', year: 2021, period: { from: '2021-01-01', to: '2021-12-31' }, plan: '2021' };
  await demo.record('draft-report', report);
}, 120_000);

afterEach(async () => {
  await demo.page.emulateMedia({ media: 'screen' });
  await demo.page.setViewportSize({ width: 1280, height: 900 });
});

afterAll(() => demo.stop());

/** Spaces that a locale puts into numbers are not those of a keyboard. */
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const asked = (): Record<string, string> => Object.fromEntries(new URL(demo.page.url()).searchParams);

const PAGES = {
  dashboard: '[data-indicator="information-sessions"]',
  territories: '[data-row="total"]',
  contradictions: 'article',
  reports: '[data-edition]',
} as const;
type Page = keyof typeof PAGES;

async function open(page: Page, query = ''): Promise<void> {
  await demo.page.goto(`${demo.url}/?page=${page}${query}`);
  await demo.page.locator(PAGES[page]).first().waitFor();
}

describe.each(Object.keys(PAGES) as Page[])('the page of %s', (page) => {
  it.each(['nl', 'fr', 'en'])('in %s: axe finds nothing, no label stands by its key, and all is within the policy', async (language) => {
    await open(page, `&lang=${language}`);
    const body = await demo.page.locator('body').innerText();
    expect(
      body.match(/\b(?:page|plan|claim|problem|report|report-text|contradiction|territory|reporting-period)\.[a-z][\w.-]+/g),
    ).toBeNull();
    expect(await demo.page.locator('html').getAttribute('lang')).toBe(language);
    expect(await demo.page.evaluate('window.violations')).toEqual([]);
    expect(await demo.axe()).toEqual([]);
  });

  it('fits a phone without scrolling sideways', async () => {
    await demo.page.setViewportSize({ width: 360, height: 740 });
    await open(page);
    expect(await demo.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('is printed without what cannot be used on paper', async () => {
    await open(page);
    await demo.page.emulateMedia({ media: 'print' });
    expect(await demo.page.locator('nav').isVisible()).toBe(false);
    expect(await demo.page.locator('main button:visible, main input:visible, main select:visible').count()).toBe(0);
    expect(await demo.page.locator(PAGES[page]).first().isVisible()).toBe(true);
  });

  it('is reached from any other, past the navigation by its first link', async () => {
    await demo.page.goto(demo.url);
    await demo.page.locator(`nav a[href*="page=${page}&"]`).click();
    await demo.page.locator(PAGES[page]).first().waitFor();
    await demo.page.keyboard.press('Tab');
    await demo.page.keyboard.press('Enter');
    expect(await demo.page.evaluate('document.activeElement.id')).toBe('content');
  });
});

describe('the dashboard', () => {
  const row = (indicator: string) => demo.page.locator(`[data-indicator="${indicator}"]`);

  it('shows a count beside what is printed, with the factor between them', async () => {
    await open('dashboard');
    const said = await textOf(row('information-sessions'));
    expect(said).toContain('30 sessies');
    expect(said).toContain(
      'gedrukt: 29 sessies, S000, regel 694, verificatiefactor (geteld gedeeld door gedrukt): 1,03, strijdig met de telling',
    );
    expect(await textOf(row('information-session-unique-attendants'))).toContain('170 tot 506 unieke personen');
  });

  it('shows what may not be added up in its parts', async () => {
    await open('dashboard');
    expect(await row('people-reached').locator('[data-part]').allInnerTexts()).toEqual([
      '603 inschrijvingen: Inschrijvingen voor infosessies',
      '506 aanwezigheden: Aanwezigheden op infosessies',
    ]);
  });

  it('opens the events behind a figure, each leading to itself', async () => {
    await open('dashboard', '&period=2022');
    await row('information-sessions').getByRole('button').click();
    const events = demo.page.locator('[data-event]');
    await events.first().waitFor();
    expect(await events.count()).toBe(2);
    expect(await textOf(events.nth(1))).toMatch(/17 maart 2022\s+Sessie gehouden\s+team-west/);
    const link = await events.nth(1).getByRole('link').getAttribute('href');
    const answer = await demo.page.request.get(`${demo.url}${link!}`);
    expect([answer.status(), ((await answer.json()) as { type: string }).type]).toEqual([200, 'SessionHeld']);
    expect(asked()['about']).toBe('information-sessions');
    expect(await demo.axe()).toEqual([]);
  });

  it('draws a figure over the years and over the quarters, with the numbers beside the bars', async () => {
    await open('dashboard', '&about=information-sessions');
    const series = demo.page.locator('.series tbody tr');
    await series.first().waitFor();
    expect(await Promise.all((await series.all()).map(textOf))).toEqual([
      expect.stringMatching(/^2021\s+30 sessies\s+geteld/),
      expect.stringMatching(/^2022\s+minstens 2 sessies\s+gedeeltelijk geteld/),
    ]);
    await demo.page.getByText('per kwartaal').click();
    await demo.page.getByText('januari – maart 2021').waitFor();
    expect((await Promise.all((await series.all()).map(textOf))).map((line) => /(\d+) sessies/.exec(line)?.[1])).toEqual([
      '6',
      '9',
      '6',
      '9',
    ]);
    expect(await series.locator('rect').count()).toBe(4);
    expect(asked()).toMatchObject({ about: 'information-sessions', step: 'quarter' });
  });

  it('goes to another period, which stands in the address and survives a reload and another language', async () => {
    await open('dashboard');
    await demo.page.getByLabel('Periode', { exact: true }).selectOption('quarter');
    await demo.page.getByText('Periode: januari – maart 2021.').waitFor();
    expect(asked()['period']).toBe('2021-Q1');
    expect(await textOf(row('information-sessions'))).toContain('6 sessies');
    await demo.page.getByLabel('Kwartaal').selectOption('Q2');
    await demo.page.getByText('Periode: april – juni 2021.').waitFor();
    await demo.page.reload();
    await row('information-sessions').waitFor();
    expect(await textOf(row('information-sessions'))).toContain('9 sessies');
    await demo.page.getByRole('radiogroup').getByText('FR').click();
    await demo.page.getByText('Période : avril – juin 2021.').waitFor();
    expect(asked()).toMatchObject({ period: '2021-Q2', lang: 'fr' });
  });

  it('is narrowed to a territory, and looked at as of an earlier day', async () => {
    await open('dashboard', '&period=2022');
    await demo.page.getByLabel('In het gebied').selectOption('21001');
    await demo.page.getByText('Stand op').first().waitFor();
    expect(asked()['territory']).toBe('21001');
    expect(await textOf(row('information-sessions'))).toContain('minstens 2 sessies');
    await demo.page.getByLabel('Stand op').fill('2022-02-28');
    await demo.page.getByText('Stand op 28 februari 2022').waitFor();
    expect(await textOf(row('information-sessions'))).toContain('minstens 1 sessie');
  });

  it('takes out what it shows', async () => {
    await open('dashboard', '&period=2021-Q1');
    const href = await demo.page.getByRole('link', { name: 'CSV-bestand, alle cijfers van deze periode' }).getAttribute('href');
    const answer = await demo.page.request.get(`${demo.url}${href!}`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toMatch(/\ninformation-sessions,/);
    expect(await demo.page.getByRole('link', { name: /^Voor DHIS2/ }).count()).toBe(1);
    await open('dashboard', '&period=plan:2021');
    expect(await demo.page.getByRole('link', { name: /^Voor DHIS2/ }).count()).toBe(0);
  });

  it('says what is wrong with the question, in the words of the service', async () => {
    await demo.page.goto(`${demo.url}/?page=dashboard&period=plan:1999&lang=fr`);
    await demo.page.getByRole('alert').waitFor();
    const refused = (await (await fetch(`${demo.url}/api/dashboards/plan:1999`)).json()) as { message: { fr: string } };
    expect(await demo.page.getByRole('alert').innerText()).toBe(refused.message.fr);
  });
});

describe('the page of territories', () => {
  it('divides a figure: parts, what falls in none of them, and the whole', async () => {
    await open('territories', '&indicator=sessions-held&period=2022');
    const rows = demo.page.locator('[data-row]');
    const numbers = new Map(
      await Promise.all(
        (await rows.all()).map(async (row) => [await row.getAttribute('data-row'), await row.locator('td').first().innerText()] as const),
      ),
    );
    expect([...numbers.keys()].slice(-5)).toEqual(['unassigned', 'several', 'outside', 'erased', 'total']);
    expect([numbers.get('Z-CW'), numbers.get('Z-N'), numbers.get('total')]).toEqual([
      'minstens 2 sessies',
      'niet geregistreerd',
      'minstens 2 sessies',
    ]);
    expect(await demo.page.getByTestId('sum').innerText()).toBe('In de registraties geteld, tellen de rijen op tot het geheel: 2 sessies.');
  });

  it('divides a part further, by the boundaries of then or of now', async () => {
    await open('territories', '&indicator=sessions-held&period=2022');
    await demo.page.getByLabel('Gebied dat verdeeld wordt').selectOption('Z-CW');
    await demo.page.locator('[data-row="21001"]').waitFor();
    expect(await textOf(demo.page.locator('[data-row="21001"]'))).toContain('Anderlecht');
    expect(asked()).toMatchObject({ parent: 'Z-CW' });
    await demo.page.getByLabel('Indeling van het gebied').selectOption('now');
    expect(asked()).toMatchObject({ hierarchy: 'now' });
    await demo.page.locator('[data-row="21001"]').getByRole('button').click();
    await demo.page.locator('[data-event]').nth(1).waitFor();
  });
});

describe('the page of contradictions', () => {
  const article = () => demo.page.locator('article', { hasText: 'S000, regel 694' }).filter({ hasText: '1,03' });
  const field = (label: string | RegExp) => article().getByLabel(label);

  it('shows both sides with their sources and days, and is narrowed by rule, state and document', async () => {
    await open('contradictions');
    const all = await demo.page.locator('article').count();
    expect(all).toBeGreaterThan(20);
    expect(await textOf(article())).toContain('gedrukt: 29 sessies, S000, regel 694, over 2021');
    await article()
      .getByRole('button', { name: /Waar komt dit vandaan/ })
      .click();
    await article().locator('[data-event]').first().waitFor();
    await article()
      .getByRole('button', { name: /Herkomst verbergen/ })
      .click();
    await demo.page.getByLabel('Periode', { exact: true }).selectOption('all');
    await demo.page.getByText(`${all} van ${all} tegenspraken`).waitFor();
    expect(asked()['period']).toBe('all');
    await demo.page.getByLabel('Regel').selectOption('recount-disagrees');
    expect(await demo.page.locator('article').count()).toBe(2);
    expect(asked()['rule']).toBe('recount-disagrees');
    await demo.page.getByLabel('Toestand').selectOption('resolved');
    expect(await demo.page.getByRole('alert').innerText()).toBe('Er is geen tegenspraak gevonden.');
  });

  it('lets one be explained: what is wrong is told at its field, in the language that is read, and the token stays in memory', async () => {
    await open('contradictions', '&rule=recount-disagrees');
    await article().getByRole('button', { name: 'Verklaren' }).click();
    expect(await demo.axe()).toEqual([]);
    await field('In het Nederlands').fill('Eén regel draagt twee data.');
    await field('Token').fill('dit-is-geen-geldig-token');
    await article().getByRole('button', { name: 'Optekenen' }).click();
    await article().getByRole('alert').waitFor();
    expect(await article().getByRole('alert').innerText()).toBe('Hiervoor is een geldig token nodig.');

    await field('Token').fill(demo.token);
    await field(/^Voor welk team/).fill('wij allemaal');
    await article().getByRole('button', { name: 'Optekenen' }).click();
    await demo.page.getByText('Sommige velden kloppen niet.').waitFor();
    expect(await field(/^Voor welk team/).getAttribute('aria-invalid')).toBe('true');
    expect(await field('In het Frans').getAttribute('aria-invalid')).toBe('true');
    expect(await field('In het Nederlands').getAttribute('aria-invalid')).not.toBe('true');

    await field('In het Frans').fill('Une ligne porte deux dates.');
    await field(/^Voor welk team/).fill('team-noord');
    await article().getByRole('button', { name: 'Optekenen' }).click();
    await article().locator('[data-said]').waitFor();
    expect(await textOf(article().locator('[data-said]'))).toMatch(/^Verklaring: Eén regel draagt twee data\.\s+Gezegd op .+, team-noord$/);
    expect(await article().getAttribute('data-state')).toBe('explained');
    expect(await demo.page.evaluate('document.activeElement.tagName')).toBe('ARTICLE');

    const kept = await demo.page.evaluate<string>('JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])');
    expect(kept).not.toContain(demo.token);
  });

  it('lets it be resolved by a reading, and opened again', async () => {
    await open('contradictions', '&rule=recount-disagrees&state=explained');
    const answer = async (name: string, label: string, option: string): Promise<void> => {
      await article().getByRole('button', { name }).click();
      await field(label).selectOption(option);
      if ((await field('Token').inputValue()) === '') await field('Token').fill(demo.token);
      await article().getByRole('button', { name: 'Optekenen' }).click();
    };
    await answer('Afsluiten', 'Aanvaarde lezing', 'recorded');
    await demo.page.getByText('0 van').waitFor();
    await open('contradictions', '&rule=recount-disagrees');
    expect(await textOf(article().locator('[data-said]'))).toContain('Wat geregistreerd is geldt');
    await answer('Heropenen', 'Reden', 'new-document');
    await demo.page.locator('article[data-state="open"]', { hasText: 'S000, regel 694' }).waitFor();
    expect(await article().locator('[data-said]').count()).toBe(0);
  });
});

describe('the page of reports', () => {
  it('opens and hands out each template in the language that is chosen', async () => {
    await open('reports');
    await demo.page.getByLabel('Taal van het verslag').selectOption('fr');
    const links = demo.page.locator('[data-template="action-sheets"] a');
    expect(await links.count()).toBe(4);
    const types = [];
    for (const link of await links.all()) {
      const answer = await demo.page.request.get(`${demo.url}${(await link.getAttribute('href'))!}`);
      types.push([answer.status(), answer.headers()['content-type']?.split(';')[0], answer.headers()['content-language']]);
    }
    expect(types).toEqual([
      [200, 'text/html', 'fr'],
      [200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'fr'],
      [200, 'application/pdf', 'fr'],
      [200, 'application/json', 'fr'],
    ]);
  });

  it('lists what is being written, and leads to its year', async () => {
    await open('reports', '&year=2020');
    const drafted = demo.page.locator('[data-drafted="action-sheets-2021"]');
    expect(await drafted.innerText()).toContain('ontwerp, geschreven onderdelen: 0');
    await drafted.getByRole('link').click();
    await demo.page.locator('[data-edition]').waitFor();
    expect(asked()['year']).toBe('2021');
    expect(await demo.page.locator('[data-template="action-sheets"] a').first().getAttribute('href')).toContain('/action-sheets/2021?');
  });

  it('says what changed since an edition was sent', async () => {
    await open('reports');
    const edition = demo.page.locator('[data-edition]');
    expect(await textOf(edition)).toContain('Indicatoren, de hele kroniek, 2022, editie 1');
    await edition.getByRole('button').click();
    await demo.page.locator('[data-changes] li').first().waitFor();
    expect(await textOf(demo.page.locator('[data-changes]'))).toContain('Infosessies: minstens 1 in editie 1, nu minstens 2.');
    expect(asked()['since']).toBe(await edition.getAttribute('data-edition'));
    expect(await demo.axe()).toEqual([]);
  });
});
