import { readFileSync } from 'node:fs';
import { REPORT_TEMPLATES } from '@app/partnership/report/report.events';
import { type Browser, chromium, type Page } from 'playwright-core';
import { importRegister } from '../support/register';
import { TestService } from '../support/service';

jest.setTimeout(120_000);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

let service: TestService;
let browser: Browser;
let page: Page;
let address: string;
let position: string;

beforeAll(async () => {
  service = await TestService.start();
  for (const name of ['territories', '2021']) await importRegister(service, name);
  const number = { kind: 'other', title: { nl: 'Klaar', fr: 'Prêt' }, occurred: { from: '2021-01-01' } };
  position = (await service.post('record-milestone', number)).body.position;
  address = await service.app.listen(0, '127.0.0.1').then(() => service.app.getUrl());
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
  page = await browser.newPage();
  await page.addInitScript(
    `window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));`,
  );
  await page.addInitScript({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
});

afterAll(async () => {
  await browser?.close();
  await service.remove();
});

const open = (template: string, language: string) =>
  page.goto(`${address}/api/reports/${template}/2021?format=html&lang=${language}&asOf=2021-12-31&position=${position}`);

describe.each(REPORT_TEMPLATES.map((template) => ({ template })))('the page of $template', ({ template }) => {
  it.each(['nl', 'fr', 'en'])('can be read by anybody, in %s, with its style and within its policy', async (language) => {
    await open(template, language);
    const { violations } = await page.evaluate<{ violations: readonly Violation[] }>('axe.run()');
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes[0]?.html }))).toEqual([]);
    expect(await page.evaluate('window.violations')).toEqual([]);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toBe('system-ui, sans-serif');
  });
});

it('reads alike as an edition keeps it', async () => {
  const of = { view: 'report', subject: 'partnership-2025', period: '2021' };
  expect((await service.post('open-period', of)).status).toBe(201);
  const headers = { authorization: `Bearer ${service.token}`, 'idempotency-key': 'kept', 'content-type': 'application/json' };
  const { body } = await service.send('POST', '/api/editions', JSON.stringify({ ...of, asOf: '2021-12-31' }), headers);
  await page.goto(`${address}/api/editions/${body.id}/content?format=html&lang=fr`);
  expect(await page.evaluate('window.violations')).toEqual([]);
  expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
  expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toBe('system-ui, sans-serif');
});

it('is found wanting when a picture loses its name (planted defect)', async () => {
  await open('partnership-2025', 'nl');
  await page.evaluate(`document.querySelector('svg').removeAttribute('aria-labelledby'); document.querySelector('svg > title').remove()`);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>('axe.run()');
  expect(violations.map(({ id }) => id)).toContain('svg-img-alt');
});

it('leads from a number to what it rests on', async () => {
  await open('partnership-2025', 'fr');
  const link = page.locator('a.number', { hasText: '506' }).first();
  const answer = await page.request.get(`${address}${(await link.getAttribute('href'))!}`);
  expect(answer.status()).toBe(200);
  expect(((await answer.json()) as { events: unknown[] }).events.length).toBeGreaterThan(20);
});

it('begins with a link past the contents, and jumps to a section from them', async () => {
  await open('partnership-2025', 'nl');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#text');
  await page.getByRole('link', { name: '2.5', exact: false }).first().click();
  expect(page.url()).toMatch(/#s-2-5$/);
});
