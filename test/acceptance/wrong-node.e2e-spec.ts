import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const EX_CONFIG = 78;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kroniek-node-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A preload that makes the process believe that it runs on another Node. */
function pretending(version: string): string {
  const file = join(folder, `node-${version}.cjs`);
  const faked = { value: `'${version}'`, whole: `'v${version}'` };
  writeFileSync(
    file,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: ${faked.value} } });
     Object.defineProperty(process, 'version', { value: ${faked.whole} });`,
  );
  return file;
}

function run(version: string, args: readonly string[]): { status: number | null; lines: readonly string[]; stdout: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--require', pretending(version), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, lines: stderr.split('\n').filter((line) => line !== ''), stdout };
}

const SCRIPT = ['scripts/require-node.cjs'];
const SERVICE = ['--require', './test/support/register-ts.cjs', 'libs/runtime/src/require-node.ts'];

describe.each([
  ['the scripts', SCRIPT],
  ['the service', SERVICE],
])('a wrong Node, for %s', (_, args) => {
  it.each(['18.20.4', '20.19.0', '22.21.0', '24.13.9', '24.14.0'])('%s gets one clear line and exit code 78', (version) => {
    const { status, lines, stdout } = run(version, args);
    expect(status).toBe(EX_CONFIG);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(`Kroniek needs Node 24.14.1 or newer; this is v${version}. Run it through npm (npm start`);
    expect(stdout).toBe('');
  });

  it.each(['24.14.1', '24.21.0', '26.0.0'])('%s is right: nothing is said', (version) => {
    expect(run(version, args)).toEqual({ status: 0, lines: [], stdout: '' });
  });
});

it('every way to start asks for the right Node before anything else', () => {
  const { scripts } = jest.requireActual<{ scripts: Record<string, string> }>('../../package.json');
  const asking = (name: string): boolean =>
    scripts[name]!.startsWith('node scripts/require-node.cjs') || scripts[name]!.startsWith('npm run build');
  expect(['build', 'start', 'demo', 'test', 'check', 'test:browser'].filter((name) => !asking(name))).toEqual([]);
});
