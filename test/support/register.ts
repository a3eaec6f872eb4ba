import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import { registerFiles } from '../../apps/api/src/demo';
import type { TestService } from './service';

export const DATA = join(__dirname, '../../data');

/** The folders of `data/` in the order in which they are recorded: the territories, on which others build, and then the years. */
export const registerNames = (): readonly string[] => {
  const folders = readdirSync(DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return ['territories', ...names.filter((name) => name !== 'territories')];
};

/** Imports the register `data/<name>` as the command line does. */
export async function importRegister(service: TestService, name: string): Promise<ImportReport> {
  const principal = service.runtime.vault.principalNamed({ kind: 'import', name: `import:${name}` });
  return importRegisters(registerFiles(join(DATA, name)), { submit: localSubmit(service.runtime, principal) });
}

/** What a spec asks a figure for; what is empty or absent is not asked. */
export interface Asked {
  readonly indicator: string;
  readonly period: string;
  /** Of the last import: the answer waits until the projections are there. */
  readonly position?: string;
  readonly where?: string;
  readonly territory?: string;
  readonly plan?: string;
  readonly action?: number;
}

/** The one figure that answers, over HTTP. */
export async function askFigure(service: TestService, { indicator, ...asked }: Asked): Promise<any> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined && value !== '') query.set(name, String(value));
  const answer = await service.get(`/api/indicators/${indicator}/figures?${query}`);
  expect([indicator, answer.status]).toEqual([indicator, 200]);
  return answer.body.figures[0];
}
