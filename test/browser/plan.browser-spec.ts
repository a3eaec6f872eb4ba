import type { Locator, Page } from 'playwright-core';
import { Demo } from '../support/browser';

jest.setTimeout(60_000);

let demo: Demo;
let page: Page;
let url: string;

beforeAll(async () => {
  demo = await Demo.start();
  ({ page, url } = demo);
}, 90_000);

afterAll(() => demo.stop());

const rows = () => page.locator('tbody tr');
const numbers = async (): Promise<number[]> => (await page.locator('tbody tr th').allInnerTexts()).map(Number);
const row = (action: number) => page.locator(`tr[data-action="${action}"]`);
/** A percentage is kept on one line by a space that does not break. */
const textOf = async (place: Locator): Promise<string> => (await place.innerText()).replaceAll('\u00a0', ' ');
const shown = () => page.getByTestId('shown').innerText();

async function open(query = ''): Promise<void> {
  await page.goto(`${url}/${query}`);
  await page.getByTestId('shown').waitFor();
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
}

const addressOf = (): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

describe('the plan of 2021', () => {
  it('shows its 98 actions, within the content security policy', async () => {
    await open();
    expect(await rows().count()).toBe(98);
    expect(await numbers()).toEqual(Array.from({ length: 98 }, (_, n) => n + 1));
    expect(await page.title()).toBe('Plan 2021 · Kroniek');
    await page.getByRole('combobox', { name: 'Doelstelling' }).click();
    await page.getByRole('listbox').waitFor();
    expect(await page.evaluate('window.violations')).toEqual([]);
    // Without the nonce the theme would be refused, and the page would stand there in a browser's own type.
    expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toBe('system-ui, sans-serif');
  });

  it('shows what a report claims with its date, and that it is provisional', async () => {
    await open();
    const inclusions = row(15).locator('[data-target="15-5"]');
    const text = await textOf(inclusions);
    expect(text).toContain('300 patiënten');
    expect(text).toContain('105 opgave uit verslag, gegevens van 1 november 2021, S000, regel 1070');
    expect(text).toContain('nog niet 35,0 %, voorlopig');
  });

  it('has its header stand above its rows, not over them', async () => {
    await open();
    const header = await page.locator('thead').boundingBox();
    const first = await row(1).boundingBox();
    expect(first!.y).toBeGreaterThanOrEqual(header!.y + header!.height - 1);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('?q=boost');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('shows no label by its key, in any language', async () => {
    for (const language of ['nl', 'fr', 'en']) {
      await open(`?lang=${language}`);
      expect((await page.locator('body').innerText()).match(/\b(?:page|plan|achievement)\.[a-z][\w.-]+/g)).toBeNull();
    }
  });
});

describe('search', () => {
  it.each([
    ['helpdesk', 'nl', [11, 12, 38, 47, 50]],
    ['BOOST coordineren', 'nl', [15]],
    ['coördineren bóost', 'nl', [15]],
    ['réunion PLENIERES', 'fr', [15]],
    ['helpdesk rusthuizen', 'nl', []],
  ])('for "%s" in %s finds %j', async (words, language, expected) => {
    await open(`?lang=${language}`);
    await page.getByRole('searchbox').fill(words);
    expect(await numbers()).toEqual(expected);
    expect(addressOf()['q']).toBe(words);
  });

  it('says that nothing matches', async () => {
    await open('?lang=en');
    await page.getByRole('searchbox').fill('zzz');
    expect(await page.getByRole('alert').innerText()).toBe('No action matches.');
    expect(await shown()).toBe('0 of 98 actions');
  });
});

describe('the filters', () => {
  it('by objective take what lies below it', async () => {
    await open();
    await choose('Doelstelling', '2.1 Een leesbaar zorg- en welzijnsaanbod');
    expect(await numbers()).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(addressOf()).toEqual({ objective: '2.1' });
  });

  it('by course', async () => {
    await open();
    await choose('Verloop', 'Opgeschort');
    expect(await numbers()).toEqual([39, 41, 42, 43]);
  });

  it('by result agree with the service', async () => {
    const plan = (await (await fetch(`${url}/api/plans/2021`)).json()) as { actions: { number: number; achievement: string }[] };
    const exceeded = plan.actions.filter(({ achievement }) => achievement === 'exceeded').map(({ number }) => number);
    expect(exceeded).toContain(31);
    await open();
    await choose('Resultaat', 'overtroffen');
    expect(await numbers()).toEqual(exceeded);
  });

  it('narrow one another, stand in the address, and survive a reload and another language', async () => {
    await open();
    await choose('Doelstelling', '2.1.b Een bekende helpdesk die in complexe situaties verder helpt');
    await page.getByRole('searchbox').fill('helpdesk');
    expect(await numbers()).toEqual([11, 12]);
    expect(addressOf()).toEqual({ objective: '2.1.b', q: 'helpdesk' });
    await page.reload();
    await page.getByTestId('shown').waitFor();
    expect(await numbers()).toEqual([11, 12]);
    await page.getByRole('radiogroup').getByText('FR').click();
    await page.getByText('2 sur 98 actions').waitFor();
    expect(addressOf()).toEqual({ objective: '2.1.b', q: 'helpdesk', lang: 'fr' });
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    expect(await rows().count()).toBe(98);
    expect(addressOf()).toEqual({ lang: 'fr' });
  });

  it('can be walked and used by keyboard alone', async () => {
    await open();
    const focused = (): Promise<string> =>
      page.evaluate(
        `(() => { const at = document.activeElement; return at.labels?.length ? at.labels[0].textContent : (at.textContent || at.value || at.tagName); })()`,
      );
    const walked: string[] = [];
    for (let step = 0; step < 13; step++) {
      await page.keyboard.press('Tab');
      walked.push(await focused());
    }
    expect(walked).toEqual([
      'Naar de inhoud',
      'NL',
      'Actieplan',
      'Cijfers',
      'Gebieden',
      'Tegenspraken',
      'Zelfevaluatie',
      'Verslagen',
      'Zoeken in acties',
      'Doelstelling',
      'Verloop',
      'Resultaat',
      'Filters wissen',
    ]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const lifecycle = addressOf()['lifecycle'];
    expect(lifecycle).toMatch(/^(closed|in-test)$/);
    expect(await rows().count()).toBe(lifecycle === 'closed' ? 5 : 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await rows().count()).toBe(98);
  });
});

describe('in its three languages', () => {
  it.each([
    ['nl', '98 van 98 acties', 'Zoeken in acties', 'BOOST coördineren', 'nog niet 35,0 %, voorlopig', 'gegevens van 1 november 2021'],
    [
      'fr',
      '98 sur 98 actions',
      'Chercher dans les actions',
      'Coordonner BOOST',
      'pas encore 35,0 %, provisoire',
      'données au 1er novembre 2021',
    ],
    ['en', '98 of 98 actions', 'Search in actions', 'Coordinate BOOST', 'not yet 35.0 %, provisional', 'data on 1 November 2021'],
  ])('%s: html language, labels, numbers and dates', async (language, count, search, title, comparison, date) => {
    await open(`?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await shown()).toBe(count);
    expect(await page.getByLabel(search).count()).toBe(1);
    const text = await textOf(row(15));
    for (const part of [title, comparison, date]) expect(text).toContain(part);
  });

  it.each(['nl', 'fr', 'en'])('%s: axe finds nothing against it', async (language) => {
    await open(`?lang=${language}`);
    expect(await demo.axe()).toEqual([]);
  });
});
