import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/indicators';
import { terms } from '@app/partnership';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { standsIn, unpacked, wordsOf } from '../support/shingles';

interface Line {
  readonly key: string;
  readonly command: string;
  readonly body: {
    readonly indicator?: string;
    readonly factType?: string;
    readonly title?: Readonly<Record<string, string>>;
    readonly sourceRef: { readonly ref: string; readonly locator: number; readonly raw?: string };
  };
}

const REGISTER = join(__dirname, '../../data/2022-2023');
/** Lines of the report, S003. */
const LAST_LINE = 2790;

const lines = readdirSync(REGISTER)
  .filter((file) => file.endsWith('.ndjson'))
  .sort()
  .flatMap((file) => readFileSync(join(REGISTER, file), 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as Line);
const commands = new Map(terms.flatMap((term) => term.commands.map((command) => [command.name, command] as const)));
const indicatorsOf = lines.flatMap(({ body }) => (body.indicator === undefined ? [] : [body.indicator]));

/** A reference stands for an id that only the import knows. */
const TERM_OF: Readonly<Record<string, string>> = { call: 'participation-call', survey: 'survey' };
const withIds = (body: object): object =>
  JSON.parse(
    JSON.stringify(body).replaceAll(/"(\w+)":\{"\$ref":"[^"]+"\}/g, (_, field: string) => `"${field}":"${TERM_OF[field]}-1"`),
  ) as object;

describe('the register of 2022-2023', () => {
  it('follows the rules of its commands, under keys of its own', () => {
    const broken = lines.filter(
      ({ command, body }) =>
        validateSync(plainToInstance(commands.get(command)!.body, withIds(body)), { whitelist: true, forbidNonWhitelisted: true }).length >
        0,
    );
    expect(broken.map(({ key }) => key)).toEqual([]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('takes every key from the line that it cites', () => {
    const astray = lines.filter(
      ({ key, body: { sourceRef } }) =>
        sourceRef.ref !== 'S003' ||
        Number(key.split(':')[1]) !== sourceRef.locator ||
        sourceRef.locator < 1 ||
        sourceRef.locator > LAST_LINE,
    );
    expect(astray.map(({ key }) => key)).toEqual([]);
  });

  it('names indicators that are defined, and covers fact types that some of them read', () => {
    expect(indicatorsOf.filter((code) => !definitions.has(code))).toEqual([]);
    const read = new Set([...definitions.values()].flatMap(({ measure }) => ('of' in measure ? measure.of.factType : [])));
    expect(lines.flatMap(({ body }) => (body.factType === undefined || read.has(body.factType) ? [] : [body.factType]))).toEqual([]);
  });

  it('speaks in words of its own: no title stands in a document, and what is kept of the print is a few words', () => {
    const known = unpacked(readFileSync(join(__dirname, 'document-shingles.bin')));
    const titles = lines.flatMap(({ body: { title } }) => Object.values(title ?? {}));
    expect(titles.length).toBeGreaterThan(200);
    expect(titles.filter((title) => standsIn(known, title))).toEqual([]);
    expect(lines.filter(({ body: { sourceRef } }) => wordsOf(sourceRef.raw ?? '').length > 6).map(({ key }) => key)).toEqual([]);
  });

  it('gives every title in Dutch and in French', () => {
    const without = lines.filter(({ body: { title } }) => title !== undefined && !(title['nl'] && title['fr']));
    expect(without.map(({ key }) => key)).toEqual([]);
  });
});
