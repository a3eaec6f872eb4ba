import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/indicators';
import { terms } from '@app/partnership';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { registerFiles } from '../../apps/api/src/demo';
import { DATA, registerNames } from '../support/register';
import { SHINGLE, standsIn, unpacked, wordsOf } from '../support/shingles';

interface Line {
  readonly key: string;
  readonly command: string;
  readonly body: {
    readonly indicator?: string;
    readonly period?: { readonly from: string; readonly to: string };
    readonly factType?: string;
    readonly raw?: string;
    readonly occurred?: { readonly raw?: string };
    readonly sourceRef?: { readonly ref: string; readonly locator: number; readonly raw?: string };
  };
}

/** The registers that were made from a document; the territories come from public lists. */
const names = registerNames().filter((name) => name !== 'territories');
const linesOf = (name: string): readonly Line[] =>
  registerFiles(join(DATA, name)).flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
const registers = new Map(names.map((name) => [name, linesOf(name)]));
const known = unpacked(readFileSync(join(__dirname, 'document-shingles.bin')));
const commands = new Map(terms.flatMap((term) => term.commands.map((command) => [command.name, command] as const)));
const read = new Set(
  [...definitions.values()].flatMap(({ measure }) =>
    'of' in measure ? measure.of.factType : 'num' in measure ? [...measure.num.factType, ...measure.den.factType] : [],
  ),
);

const isWord = (key: string): boolean => key === 'nl' || key === 'fr' || key === 'en';

/** Every text of a body that a reader sees: titles and names in the languages of the field. */
function* textsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    if (isWord(key)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) yield* textsIn(part, name);
  }
}

/** Texts that are not there in both languages of the field. */
function* oneSided(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  const { nl, fr } = value as { readonly nl?: string; readonly fr?: string };
  if (Object.keys(value).some(isWord) && !(nl && fr)) yield value;
  for (const part of Object.values(value)) yield* oneSided(part);
}

const copied = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ key, body }) => [...textsIn(body)].filter((text) => standsIn(known, text)).map((text) => `${key}: ${text}`));

/** A printed value or a few words, never a sentence. */
const MOST_WORDS = 12;
const tooLong = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ key, body }) =>
    [body.raw, body.sourceRef?.raw, body.occurred?.raw].some((raw) => raw !== undefined && wordsOf(raw).length > MOST_WORDS) ? [key] : [],
  );

const astray = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ key, body: { sourceRef } }) =>
    sourceRef && key.startsWith(`${sourceRef.ref.toLowerCase()}:${sourceRef.locator}:`) ? [] : [key],
  );

describe.each(names)('the register %s', (name) => {
  const lines = registers.get(name)!;

  it('says how it was read', () => {
    expect(existsSync(join(DATA, name, 'README.md'))).toBe(true);
  });

  it('names the line of its document in every line, and in its key', () => {
    expect(astray(lines)).toEqual([]);
  });

  it('is written in words of our own, with few words as they are printed', () => {
    expect(copied(lines)).toEqual([]);
    expect(tooLong(lines)).toEqual([]);
  });

  it('says everything in Dutch and in French', () => {
    expect(lines.flatMap(({ key, body }) => [...oneSided(body)].map(() => key))).toEqual([]);
  });

  it('claims and covers by the rules of these commands, and names indicators that are defined and facts that some of them read', () => {
    const stated = lines.filter(({ command }) => command === 'import-claim' || command === 'declare-coverage');
    const broken = stated.filter(
      ({ command, body }) =>
        validateSync(plainToInstance(commands.get(command)!.body, body), { whitelist: true, forbidNonWhitelisted: true }).length > 0,
    );
    expect(broken.map(({ key }) => key)).toEqual([]);
    expect(lines.filter(({ body }) => body.indicator !== undefined && !definitions.has(body.indicator)).map(({ key }) => key)).toEqual([]);
    expect(stated.filter(({ body }) => body.factType !== undefined && !read.has(body.factType)).map(({ key }) => key)).toEqual([]);
  });
});

describe('all registers', () => {
  it('have keys of their own', () => {
    const keys = [...registers.values()].flatMap((lines) => lines.map(({ key }) => key));
    expect(keys.length).toBeGreaterThan(1_000);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('use words enough for the check to be worth its while', () => {
    const texts = [...registers.values()].flat().flatMap(({ body }) => [...textsIn(body)]);
    expect(texts.filter((text) => wordsOf(text).length >= SHINGLE).length).toBeGreaterThan(300);
  });

  it('would be caught with a copied title, one in one language, a sentence as printed, or another line than its key says (planted defects)', () => {
    const line = (body: Line['body'], key = 's000:1:1'): Line => ({ key, command: 'import-claim', body });
    const sourceRef = { ref: 'S000', locator: 1 };
    const title = { nl: 'Er werden 2 workshops online gegeven aan de doelgroep', fr: 'Deux ateliers' };
    expect(copied([line({ sourceRef, title } as Line['body'])])).toEqual([`s000:1:1: ${title.nl}`]);
    expect(tooLong([line({ sourceRef: { ...sourceRef, raw: 'een '.repeat(MOST_WORDS + 1) } })])).toEqual(['s000:1:1']);
    expect([...oneSided({ title: { nl: 'Twee werkgroepen' } })]).toEqual([{ nl: 'Twee werkgroepen' }]);
    expect(astray([line({ sourceRef }), line({ sourceRef }, 's000:2:1'), line({})])).toEqual(['s000:2:1', 's000:1:1']);
  });
});
