import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@app/indicators';
import { standsIn, unpacked, wordsOf } from '../support/shingles';

interface Line {
  readonly key: string;
  readonly command: string;
  readonly body: {
    readonly indicator?: string;
    readonly kind?: string;
    readonly occurred: { readonly raw?: string };
    readonly sourceRef: { readonly ref: string; readonly locator: number; readonly raw?: string };
  };
}

const folder = join(__dirname, '../../data/2024');
const lines = readdirSync(folder)
  .filter((file) => file.endsWith('.ndjson'))
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as Line);
const documents = unpacked(readFileSync(join(__dirname, 'document-shingles.bin')));

/** Every text in a language of the field, wherever it stands in a body. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && ['nl', 'fr', 'en'].includes(key)) yield inner;
    else yield* textsIn(inner);
  }
}

describe('the register of 2024', () => {
  it('has keys of its own, each made of the line that it cites', () => {
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    const astray = lines.filter(
      ({ key, body: { sourceRef } }) => sourceRef.ref !== 'S002' || !key.startsWith(`s002:${sourceRef.locator}:`),
    );
    expect(astray).toEqual([]);
  });

  it('says everything in its own words, and of the plan no more than a few', () => {
    const texts = lines.flatMap(({ body }) => [...textsIn(body)]);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => standsIn(documents, text))).toEqual([]);
    const printed = lines.flatMap(({ body }) => [body.sourceRef.raw ?? '', body.occurred.raw ?? '']);
    expect(printed.filter((raw) => wordsOf(raw).length > 6)).toEqual([]);
  });

  it('sets targets and imports claims of indicators that are defined', () => {
    const named = lines.flatMap(({ body }) => body.indicator ?? []);
    expect(named.length).toBe(30);
    expect(named.filter((code) => !definitions.has(code))).toEqual([]);
  });

  it('holds nothing of 2024: a plan says what is meant to happen', () => {
    const held = lines.filter(({ command }) => command.startsWith('hold-'));
    expect(held.map(({ command, body }) => [command, body.sourceRef.locator])).toEqual([['hold-meeting', 303]]);
  });
});
