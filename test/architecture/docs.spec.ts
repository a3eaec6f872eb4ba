import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Settings } from '@app/runtime';
import { terms } from '@app/partnership';
import { Admission, catalogueOf } from '@app/recording';
import { contradictionRules, definitions } from '@app/indicators';
import { projectionList } from '@app/runtime/projection-list';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const under = (folder: string, ends: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ends) && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...under('docs', '.md')];

/** The anchor that a heading gets where the pages are shown. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string): readonly string[] => [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

const linksOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => !/^[a-z]+:/.test(target));

const everyFile = new Set([
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
  ...['docs', 'libs', 'test', 'apps'].flatMap((folder) => under(folder, '')),
]);

function brokenLinks(page: string): readonly string[] {
  return linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
    return !everyFile.has(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
}

const decisions = under('docs/adr', '.md').filter((file) => /^\d{4}-/.test(basename(file)));
const numbers = decisions.map((file) => basename(file).slice(0, 4));

const npmScripts = (page: string): readonly string[] => [
  ...new Set([...read(page).matchAll(/npm (?:run ([a-z][a-z:-]*)|(start|test)\b)/g)].map(([, run, short]) => (run ?? short)!)),
];

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

describe('the pages', () => {
  it('list every rule of the ledger, in its order', () => {
    const listed = [...read('docs/reference/contradictions.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(listed).toEqual(contradictionRules.map(({ code }) => code));
  });

  it.each(pages)('%s links only to what is there', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each(pages)('%s names only npm scripts that exist', (page) => {
    expect(npmScripts(page).filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it.each(pages)('%s keeps this machine to itself', (page) => {
    expect(read(page).match(/\/(?:work|root|home)\/[a-z]/g)).toBeNull();
  });

  it('say the two commands as they are', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo');
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(npmScripts('README.md')).toEqual(
      expect.arrayContaining(['demo', 'test', 'start', 'kroniek', 'check', 'test:browser', 'test:faults', 'bench']),
    );
  });
});

describe('what the pages show to copy', () => {
  const catalogue = catalogueOf(terms);
  const admission = new Admission();
  const posted = pages.flatMap((page) =>
    [...read(page).matchAll(/\/api\/commands\/([a-z-]+) [^`]*? -d '(\{[^']*\})'/g)].map(([, command, body]) => ({
      command: command!,
      body: body!,
    })),
  );
  const imported = pages.flatMap((page) =>
    [...read(page).matchAll(/^\{ "key": .+\}$/gm)].map(([line]) => {
      const { command, body } = JSON.parse(line) as { command: string; body: object };
      return { command, body: JSON.stringify(body) };
    }),
  );

  it('is there', () => {
    expect([posted.length > 0, imported.length > 0]).toEqual([true, true]);
  });

  it.each([...posted, ...imported])('$command is admitted as it stands', ({ command, body }) => {
    expect(() => admission.admit(catalogue.get(command)!, JSON.parse(body))).not.toThrow();
  });

  it('asks for indicators that exist', () => {
    const asked = pages.flatMap((page) => [...read(page).matchAll(/\/api\/indicators\/([a-z-]+)\/figures/g)].map(([, code]) => code!));
    expect(asked.length).toBeGreaterThan(2);
    const defined = posted.flatMap(({ command, body }) =>
      command === 'define-indicator' ? (JSON.parse(body) as { code: string }).code : [],
    );
    expect(asked.filter((code) => !definitions.has(code) && !defined.includes(code))).toEqual([]);
  });

  it('lays out every app and library', () => {
    const folders = ['apps', 'libs'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
    expect(folders.filter((folder) => !read('README.md').includes(`\n${folder} `))).toEqual([]);
  });
});

describe('the decision records', () => {
  it('are numbered without a gap, each dated and told in the same parts', () => {
    expect(numbers).toEqual(numbers.map((_, n) => String(n + 1).padStart(4, '0')));
    for (const file of decisions) {
      const [title = ''] = read(file).split('\n');
      expect([file, title]).toEqual([file, expect.stringMatching(new RegExp(`^# ${basename(file).slice(0, 4)} .+`))]);
      expect([file, /^\d{4}-\d{2}-\d{2}, accepted$/m.test(read(file))]).toEqual([file, true]);
      expect([...read(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(['Context', 'Decision', 'Consequences']);
    }
  });

  it('are all in their list', () => {
    expect(decisions.filter((file) => !linksOf('docs/adr/README.md').includes(basename(file)))).toEqual([]);
  });

  it('exist wherever one is cited', () => {
    const sources = [
      ...pages,
      '.dependency-cruiser.cjs',
      'eslint.config.mjs',
      ...['libs', 'apps', 'test'].flatMap((folder) => under(folder, '.ts')),
    ];
    const cited = sources.flatMap((file) => [...read(file).matchAll(/\bADRs? (\d{4})/g)].map(([, number]) => ({ file, number: number! })));
    expect(cited.length).toBeGreaterThan(8);
    expect(cited.filter(({ number }) => !numbers.includes(number))).toEqual([]);
  });
});

describe('the reference', () => {
  // Optional settings have no default, so they do not stand on a fresh object: their names come from the source.
  const settings = [...read('libs/runtime/src/settings.ts').matchAll(/\) ([A-Z][A-Z_]+)\??: /g)].map(([, name]) => name!);

  it('has every setting, in the readme too', () => {
    expect(settings).toEqual(expect.arrayContaining(Object.keys(new Settings())));
    expect(settings.filter((name) => !read('docs/reference/settings.md').includes(`| \`${name}\` |`))).toEqual([]);
    expect(settings.filter((name) => !read('README.md').includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('has every route', () => {
    const routes = under('apps/api/src', '.controller.ts').flatMap((file) => {
      const text = read(file);
      const base = /@Controller\((?:'([^']*)')?\)/.exec(text)?.[1] ?? '';
      return [...text.matchAll(/@(Get|Post)\((?:'([^']*)')?\)/g)].map(([, method, path]) => {
        const address = `/${[base, path].filter(Boolean).join('/')}`.replaceAll(/:([a-z]+)/g, '{$1}');
        return `${method!.toUpperCase()} ${address}`;
      });
    });
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter((route) => !read('docs/reference/http.md').includes(`\`${route}\``))).toEqual([]);
  });

  it('has every header that a command reads, and every parameter of a figure', () => {
    const headers = [...read('apps/api/src/commands/commands.controller.ts').matchAll(/\bheader\('([a-z-]+)'\)/g)].map(
      ([, header]) => header!,
    );
    const http = read('docs/reference/http.md').toLowerCase();
    expect(headers.length).toBeGreaterThan(3);
    expect(headers.filter((header) => !http.includes(`| \`${header}\` |`))).toEqual([]);
    const listed = (name: string, file: string): string => new RegExp(`const ${name} = \\[([^\\]]+)\\]`).exec(read(file))?.[1] ?? '';
    const lists =
      listed('FIGURE_NAMES', 'apps/api/src/reading/figure-parameters.ts') + listed('AT', 'apps/api/src/reading/query-parameters.ts');
    const parameters = [...lists.matchAll(/'([a-zA-Z]+)'/g)].map(([, name]) => name!).filter((name) => name !== 'lang');
    expect(parameters.length).toBeGreaterThan(8);
    expect(parameters.filter((name) => !read('docs/how-to/read-a-figure.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('has every command and option of the command line', () => {
    const sources = under('apps/cli/src', '.ts').map(read).join('\n');
    const options = [...sources.matchAll(/'(--[a-z-]+)(?: <[a-z]+>)?'/g)].map(([, option]) => option!);
    const commands = [...sources.matchAll(/new Command\('([a-z]+)'\)/g)].map(([, command]) => command!);
    expect(options.length).toBeGreaterThan(8);
    expect([...options, ...commands].filter((word) => !read('docs/reference/cli.md').includes(`${word}`))).toEqual([]);
  });

  it('has every read model', () => {
    expect(projectionList().filter(({ name }) => !read('docs/reference/cli.md').includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has every term of the field', () => {
    const glossary = read('docs/glossary.md');
    expect(terms.filter(({ name }) => !glossary.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
  });
});

describe('contributing', () => {
  it('names every architecture rule', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    expect(forbidden.filter(({ name }) => !read('CONTRIBUTING.md').includes(`\`${name}\``))).toEqual([]);
  });
});
