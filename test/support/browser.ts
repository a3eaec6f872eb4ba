import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WATCH = `window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));`;

/** The built service with the register of 2021 over a data folder of its own; resolves with its address once the register is in. */
async function startService(data: string): Promise<{ service: ChildProcess; url: string }> {
  const service = spawn(process.execPath, ['dist/apps/api/apps/api/src/main.js', '--demo'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((done, fail) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /listening on (\S+)/.exec(said)?.[1];
      if (address) done({ service, url: address });
    };
    service.stdout?.on('data', hear);
    service.stderr?.on('data', hear);
    service.once('exit', (code) => fail(new Error(`the service ended with ${String(code)}: ${said}`)));
  });
}

/** The demonstration and a browser that looks at it, with axe in every page and what the content security policy refused in `window.violations`. */
export class Demo {
  #key = 0;

  private constructor(
    readonly url: string,
    readonly page: Page,
    private readonly service: ChildProcess,
    private readonly browser: BrowserContext,
    private readonly data: string,
    private readonly profile: string,
  ) {}

  static async start(): Promise<Demo> {
    const data = mkdtempSync(join(tmpdir(), 'kroniek-browser-'));
    const profile = mkdtempSync(join(tmpdir(), 'kroniek-profile-'));
    const { service, url } = await startService(data);
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      viewport: { width: 1280, height: 900 },
      locale: 'nl-BE',
      args: FLAGS,
    });
    await browser.addInitScript(WATCH);
    await browser.addInitScript({ content: readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8') });
    return new Demo(url, await browser.newPage(), service, browser, data, profile);
  }

  /** The administrator's. */
  get token(): string {
    return readFileSync(join(this.data, 'admin-token'), 'utf8').trim();
  }

  /** Sends something to be recorded, as the administrator. */
  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'idempotency-key': `browser-${this.#key++}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }

  /** Records as the administrator; answers the id of the first event. */
  async record(command: string, body: object, headers: Record<string, string> = {}): Promise<{ event: string; stream: string }> {
    const answer = await this.post(`/api/commands/${command}`, body, headers);
    const said = (await answer.json()) as { eventIds?: string[]; streamId?: string; code?: string };
    if (!said.eventIds?.[0] || !said.streamId) throw new Error(`${command}: ${answer.status} ${String(said.code)}`);
    return { event: said.eventIds[0], stream: said.streamId };
  }

  /** What axe finds against the page, a line each. */
  async axe(): Promise<readonly string[]> {
    return this.page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    if (this.service.exitCode === null) {
      const ended = new Promise((done) => this.service.once('exit', done));
      this.service.kill('SIGTERM');
      await ended;
    }
    rmSync(this.data, { recursive: true, force: true });
    rmSync(this.profile, { recursive: true, force: true });
  }
}
