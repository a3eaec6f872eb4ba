import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Per rule, a file that breaks it and what that file imports. Without these a rule could be green and guard nothing. */
const PROBES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'deciders-are-pure': {
    'libs/partnership/src/probe/probe.decider.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  },
  'sealed-stays-sealed': { 'libs/recording/src/probe.ts': "import { given } from '@app/decider/spec';\nexport const g = given;\n" },
  'terms-meet-through-events': {
    'libs/partnership/src/probe/probe.facts.ts': "import { other } from '../other/other.events';\nexport const o = other;\n",
    'libs/partnership/src/other/other.events.ts': 'export const other = 1;\n',
  },
  'reactions-are-pure': {
    'libs/partnership/src/probe/probe.reaction.ts': "import { decide } from '../other/other.decider';\nexport const d = decide;\n",
    'libs/partnership/src/other/other.decider.ts': 'export const decide = 1;\n',
  },
  'nobody-imports-an-app': {
    'libs/recording/src/probe.ts': "import { x } from '../../../apps/api/src/probe';\nexport const y = x;\n",
    'apps/api/src/probe.ts': 'export const x = 1;\n',
  },
  'pages-know-answers': {
    'apps/web/src/probe.ts': "import type { P } from '../../../libs/runtime/src/probe';\nexport type Q = P;\n",
    'libs/runtime/src/probe.ts': 'export interface P { readonly p: string }\n',
  },
  'pages-take-types': {
    'apps/web/src/probe.ts': "import { p } from '../../../libs/indicators/src/probe.answer';\nexport const q = p;\n",
    'libs/indicators/src/probe.answer.ts': 'export const p = 1;\n',
  },
  'answers-are-plain': {
    'libs/indicators/src/probe.answer.ts': "import type { Database } from 'better-sqlite3';\nexport type P = Database;\n",
  },
  'engines-behind-the-port': {
    'libs/recording/src/probe.ts': "import { m } from '@app/event-store/memory/probe';\nexport const y = m;\n",
    'libs/event-store/src/memory/probe.ts': 'export const m = 1;\n',
  },
  'decider-imports-nothing': { 'libs/decider/src/probe.ts': "import { hash } from 'node:crypto';\nexport const h = hash;\n" },
  'no-nest-below-the-apps': { 'libs/recording/src/probe.ts': "import { Module } from '@nestjs/common';\nexport const m = Module;\n" },
  'no-tests-in-production': {
    'libs/recording/src/probe.ts': "import { t } from '../../../test/probe';\nexport const y = t;\n",
    'test/probe.ts': 'export const t = 1;\n',
  },
  'no-cycles': {
    'libs/recording/src/a.ts': "import { b } from './b';\nexport const a = (): unknown => b;\n",
    'libs/recording/src/b.ts': "import { a } from './a';\nexport const b = (): unknown => a;\n",
  },
  'no-unresolvable': { 'libs/recording/src/probe.ts': "import { n } from '@app/nowhere';\nexport const y = n;\n" },
};

function violations(folder: string, folders: readonly string[]): readonly string[] {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const output = execFileSync(
    process.execPath,
    [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--no-cache', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

/** A tree with nothing but a probe, the settings and what the probe may resolve. */
function withProbe<T>(files: Readonly<Record<string, string>>, look: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-probe-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(root, 'libs/decider/src'), join(folder, 'libs/decider/src'), { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the architecture rules', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string; comment: string }[] }>('../../.dependency-cruiser.cjs');

  it('each have a probe and name a decision record', () => {
    expect(Object.keys(PROBES).sort()).toEqual(forbidden.map(({ name }) => name).sort());
    for (const { comment } of forbidden) expect(comment).toMatch(/ADR \d{4}/);
  });

  it.each(Object.entries(PROBES))('%s catches its probe', (rule, files) => {
    const folders = [...new Set(Object.keys(files).map((file) => file.split('/')[0]!))];
    expect(withProbe(files, (folder) => violations(folder, folders))).toContain(rule);
  });
});
