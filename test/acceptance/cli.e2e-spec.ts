import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestService } from '../support/service';

const SESSIONS = 'data/2021/10-information-sessions.ndjson';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a data folder. */
async function kroniek(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--require', resolve('test/support/register-ts.cjs'), resolve('apps/cli/src/main.ts'), ...args], {
    env: { ...process.env, DATA_DIR: folder, ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err };
}

let scratch: string;
let folder: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'kroniek-cli-'));
  folder = join(scratch, 'data');
});

afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const held = (key: string, more: object = {}) => ({
  key,
  command: 'hold-session',
  body: {
    kind: 'info-session',
    title: { nl: 'Een sessie', fr: 'Une séance' },
    occurred: { from: '2022-03-18' },
    heads: { value: 12, exactness: 'exact' },
    ...more,
  },
});

function register(name: string, lines: readonly (object | string)[]): string {
  const file = join(scratch, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

/** Five bad lines among three good ones. */
const flawed = () =>
  register('flawed.ndjson', [
    held('good:1'),
    '{"key": "half a line',
    { key: 'no-command', body: {} },
    held('bad:kind', { kind: 'party' }),
    '',
    held('good:2'),
    { key: 'bad:command', command: 'make-coffee', body: {} },
    {
      key: 'bad:ref',
      command: 'cancel-session',
      body: { session: { $ref: 'nobody' }, occurred: { from: '2022-03-18' }, reason: 'health-measures' },
    },
    held('good:3'),
  ]);

describe('kroniek import', () => {
  it('tries on an empty record in memory, reports each refused line with its number and reason, and keeps nothing', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('kroniek-dry-run-'));
    const file = flawed();
    const { code, out } = await kroniek(folder, ['import', '--dry-run', file]);
    const lines = out.trim().split('\n');
    expect(lines.slice(0, -1).map((line) => line.replace(file, 'FILE'))).toEqual([
      expect.stringMatching(/^refused FILE:2 import\.not-json/),
      expect.stringMatching(/^refused FILE:3 import\.not-a-command-line/),
      expect.stringMatching(/^refused FILE:4 \(bad:kind\) \S+ \/kind/),
      expect.stringMatching(/^refused FILE:7 \(bad:command\) command\.unknown/),
      expect.stringMatching(/^refused FILE:8 \(bad:ref\) import\.unknown-reference.*nobody/),
    ]);
    expect(lines.at(-1)).toBe('dry run, nothing kept: recorded 3, already there 0, refused 5');
    expect(code).toBe(1);
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('kroniek-dry-run-') && !before.includes(name))).toEqual([]);
  }, 60_000);

  it('records into a folder that nobody holds, and again nothing new', async () => {
    const first = await kroniek(folder, ['import', SESSIONS]);
    expect([first.code, first.out, first.err]).toEqual([0, 'recorded 29, already there 0, refused 0\n', '']);
    const second = await kroniek(folder, ['import', SESSIONS]);
    expect([second.code, second.out]).toEqual([0, 'recorded 0, already there 29, refused 0\n']);
    const service = await TestService.start({ folder });
    try {
      expect(await service.count()).toBe(29);
    } finally {
      await service.stop();
    }
  }, 60_000);

  it('goes over HTTP while a service holds the folder, with the same outcome and the same report', async () => {
    const service = await TestService.start({ folder });
    try {
      await service.app.listen(0, '127.0.0.1');
      const { port } = new URL(await service.app.getUrl());
      const first = await kroniek(folder, ['import', SESSIONS], { PORT: port });
      expect([first.code, first.out, first.err]).toEqual([0, 'recorded 29, already there 0, refused 0\n', '']);
      expect(await service.count()).toBe(29);
      const again = await kroniek(folder, ['import', SESSIONS], { PORT: port });
      expect([again.code, again.out]).toEqual([0, 'recorded 0, already there 29, refused 0\n']);
      const bad = await kroniek(folder, ['import', flawed()], { PORT: port });
      expect(bad.code).toBe(1);
      expect(bad.out.trim().split('\n').at(-1)).toBe('recorded 3, already there 0, refused 5');
      expect(bad.out).toMatch(/:4 \(bad:kind\) \S+ \/kind/);
      expect(await service.count()).toBe(32);
      const [event] = (await service.get('/api/events?limit=1')).body.events;
      expect(event).toMatchObject({ source: 'document', sourceRef: { ref: 'S000', locator: 573 } });
    } finally {
      await service.stop();
    }
    const after = await kroniek(folder, ['import', SESSIONS]);
    expect([after.code, after.out]).toEqual([0, 'recorded 0, already there 29, refused 0\n']);
  }, 60_000);
});

describe('kroniek token, generate and rebuild', () => {
  it("generates the same lines for the same seed, and a generator's token admits every one as synthetic", async () => {
    const options = ['generate', '--seed', '7', '--teams', '2', '--days', '5', '--from', '2022-01-03'];
    const [one, two, other] = await Promise.all([
      kroniek(folder, options),
      kroniek(folder, options),
      kroniek(folder, [...options.slice(0, 2), '8', ...options.slice(3)]),
    ]);
    expect([one.code, one.err]).toEqual([0, '']);
    expect(two.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
    const lines = one.out.trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);

    const made = await kroniek(folder, ['token', 'create', '--role', 'generator', '--name', 'bench']);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/^[A-Za-z0-9_-]{20,100}\n$/);
    writeFileSync(join(scratch, 'token'), made.out);

    const service = await TestService.start({ folder });
    try {
      await service.app.listen(0, '127.0.0.1');
      const target = ['--url', await service.app.getUrl(), '--token-file', join(scratch, 'token')];
      const file = register('synthetic.ndjson', lines);
      const { code, out } = await kroniek(folder, ['import', '--synthetic', ...target, file]);
      expect([code, out]).toEqual([0, `recorded ${lines.length}, already there 0, refused 0\n`]);
      const again = await kroniek(folder, ['import', '--synthetic', '--url', await service.app.getUrl(), file]);
      expect([again.code, again.out]).toEqual([0, `recorded 0, already there ${lines.length}, refused 0\n`]);
      const { events } = (await service.get('/api/events?limit=1000')).body;
      expect(new Set(events.map(({ source }: any) => source))).toEqual(new Set(['synthetic']));
    } finally {
      await service.stop();
    }
  }, 60_000);

  it('refuses generated lines as anything but synthetic', async () => {
    const { out: lines } = await kroniek(folder, ['generate', '--days', '1', '--teams', '1']);
    const file = register('synthetic.ndjson', [lines.split('\n')[0]!]);
    const { code, out } = await kroniek(folder, ['import', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/:1 \(synthetic:.*\) import\.synthetic-only/);
    expect(out).toMatch(/recorded 0, already there 0, refused 1\n$/);
  }, 30_000);

  it('refuses a role that does not exist', async () => {
    const { code, out, err } = await kroniek(folder, ['token', 'create', '--role', 'king']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch('king');
  }, 30_000);

  it('rebuilds the read database of a folder that nobody holds, and of a running service', async () => {
    await kroniek(folder, ['import', SESSIONS]);
    expect(await kroniek(folder, ['rebuild'])).toMatchObject({ code: 0, out: 'every projection rebuilt\n' });
    const service = await TestService.start({ folder });
    try {
      await service.app.listen(0, '127.0.0.1');
      const { port } = new URL(await service.app.getUrl());
      expect(await kroniek(folder, ['rebuild', 'facts'], { PORT: port })).toMatchObject({ code: 0, out: 'facts rebuilt\n' });
      expect(await kroniek(folder, ['rebuild'], { PORT: port })).toMatchObject({ code: 0, out: 'every projection rebuilt\n' });
      expect(await kroniek(folder, ['rebuild', 'nothing'], { PORT: port })).toMatchObject({ code: 1, out: '' });
      const { figures } = (await service.get('/api/indicators/information-sessions/figures?period=2021')).body;
      expect(figures[0].computed).toMatchObject({ value: 30, facts: 30 });
    } finally {
      await service.stop();
    }
  }, 60_000);
});
