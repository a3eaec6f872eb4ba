import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from '../support/register';
import { Demo } from '../support/browser';

jest.setTimeout(60_000);

const text = (nl: string, fr: string) => ({ nl, fr });
const scale = { min: 0, max: 5, anchors: [0, 1, 2, 3, 4, 5].map((step) => ({ step, label: text(`trap ${step}`, `degré ${step}`) })) };
const on = (day: string) => ({ occurred: { from: day } });
const ROLES = ['coordinator', 'partner', 'care-professional', 'patient-representative', 'evaluator'];

let demo: Demo;

const aim = (code: string) => demo.page.locator(`section[data-aim="${code}"]`);

async function open(query: string): Promise<void> {
  await demo.page.goto(`${demo.url}/?page=self-evaluation&${query}`);
  await aim('equity').waitFor();
}

const score = (of: string, scorer: number, given: number, evidence: object) =>
  demo.record('score-aim', {
    year: 2026,
    aim: of,
    score: given,
    scorer: `pro-s${scorer}`,
    role: ROLES[scorer],
    rationale: text('omdat', 'parce que'),
    ...evidence,
    ...on('2026-02-01'),
  });

async function figureOf(indicator: string, period: string): Promise<string> {
  const answer = await fetch(`${demo.url}/api/indicators/${indicator}/figures?period=${period}`);
  return ((await answer.json()) as { figures: { id: string }[] }).figures[0]!.id;
}

/** What the report of January 2025 prints of the aims, as its register has it. */
async function claimScores(): Promise<void> {
  const lines = readFileSync(join(DATA, '2025/90-claims.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"aim-score"'));
  for (const line of lines) await demo.record('import-claim', (JSON.parse(line) as { body: object }).body, { 'import-register': '2025' });
}

async function hold(heads: number, rest: object = {}) {
  const body = { kind: 'info-session', title: text('Infosessie', 'Séance'), heads: { value: heads, exactness: 'exact' } };
  return demo.record('hold-session', { ...body, ...on('2025-03-04'), ...rest });
}

beforeAll(async () => {
  demo = await Demo.start();
  await claimScores();
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const caveat = text('Niet los van de context', 'Indissociable du contexte');
  await demo.record('open-self-evaluation', { year: 2026, period, scale, caveat, ...on('2026-01-15') });
  const session = await hold(10);
  const other = await hold(4, on('2025-05-05'));
  const figure = await figureOf('information-session-attendances', '2025-03');
  const evidence = [{ events: [session.event] }, { figures: [figure] }, ...Array<object>(3).fill({ events: [other.event] })];
  for (const [n, given] of [3, 3, 4, 3, 5].entries()) await score('value', n, given, evidence[n]!);
  for (const [n, given] of [0, 1, 3, 4, 5].entries()) await score('equity', n, given, { events: [other.event] });
  await hold(12, { session: session.stream, corrects: session.event, correctionReason: 'wrong-count' });
}, 90_000);

afterAll(() => demo.stop());

describe('the page of the self-evaluation', () => {
  it('is reached from the plan, and shows the last one', async () => {
    await demo.page.goto(demo.url);
    await demo.page.getByRole('link', { name: 'Zelfevaluatie' }).click();
    await aim('equity').waitFor();
    expect(await demo.page.getByRole('heading', { level: 2 }).innerText()).toBe('Zelfevaluatie');
    expect(await demo.page.getByTestId('caveat').innerText()).toBe('Niet los van de context');
    expect(await demo.page.locator('section[data-aim]').count()).toBe(5);
    expect(await demo.page.locator('nav [aria-current="page"]').innerText()).toBe('Zelfevaluatie');
  });

  it('shows agreement, and marks the scores whose evidence has moved, and no others', async () => {
    await open('lang=en');
    expect(await aim('value').locator('[data-agreement]').innerText()).toBe('5 agree, median: 3');
    expect(await aim('equity').locator('[data-agreement]').innerText()).toBe('split over 5 scores');
    const rows = aim('value').locator('tbody tr');
    const stale = await Promise.all([0, 1, 2, 3, 4].map((n) => rows.nth(n).locator('[data-stale]').count()));
    expect(stale).toEqual([1, 1, 0, 0, 0]);
    expect(await aim('equity').locator('[data-stale]').count()).toBe(0);
    expect(await rows.nth(0).innerText()).toContain('corrected since');
    expect(await rows.nth(1).locator('[data-state="moved"] a').getAttribute('href')).toMatch(/^\/api\/figures\/[\w-]+\/events$/);
    expect(await rows.nth(0).locator('meter').getAttribute('value')).toBe('3');
  });

  it('shows the printed scores of 2025 as claims', async () => {
    await open('lang=en&evaluation=2025');
    expect(await demo.page.locator('[data-claimed]').allInnerTexts()).toEqual(
      [
        ['3', 85],
        ['4', 93],
        ['4', 99],
        ['4', 105],
        ['4', 111],
      ].map(([raw, line]) => `Printed in a report: ${raw} (S001, line ${line}). No scale, no evidence, nobody named as scorer.`),
    );
    expect(await demo.page.locator('tbody tr').count()).toBe(0);
    expect(await demo.page.getByTestId('caveat').innerText()).toBe(
      'What the partnership does cannot be told apart from what happens around it.',
    );
  });

  it('goes to another year, in the address', async () => {
    await open('');
    await demo.page.getByLabel('Jaar van de evaluatie').selectOption('2025');
    await demo.page.locator('section[data-aim="experience"] [data-claimed]').waitFor();
    expect(new URL(demo.page.url()).searchParams.get('evaluation')).toBe('2025');
  });

  it('fits a phone without scrolling sideways', async () => {
    await demo.page.setViewportSize({ width: 360, height: 740 });
    await open('');
    expect(await demo.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await demo.page.setViewportSize({ width: 1280, height: 900 });
  });

  it.each([
    ['nl', 'omdat'],
    ['fr', 'parce que'],
    ['en', 'parce que'],
  ])('%s: reasons in that language, no label by its key, within the policy, and axe finds nothing', async (language, reason) => {
    await open(`lang=${language}`);
    const body = await demo.page.locator('body').innerText();
    expect(body).toContain(reason);
    expect(body.match(/\b(?:page|plan|achievement|evaluation|self-evaluation)\.[a-z][\w.-]+/g)).toBeNull();
    expect(await demo.page.evaluate('window.violations')).toEqual([]);
    expect(await demo.axe()).toEqual([]);
  });
});
