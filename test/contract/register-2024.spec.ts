import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerFiles } from '../../apps/api/src/demo';
import { DATA } from '../support/register';

interface Line {
  readonly command: string;
  readonly body: { readonly sourceRef: { readonly locator: number } };
}

const lines = registerFiles(join(DATA, '2024')).flatMap((file) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line),
);

describe('the register of 2024', () => {
  it('holds nothing of 2024: a plan says what is meant to happen', () => {
    const held = lines.filter(({ command }) => command.startsWith('hold-'));
    expect(held.map(({ command, body }) => [command, body.sourceRef.locator])).toEqual([['hold-meeting', 303]]);
  });
});
