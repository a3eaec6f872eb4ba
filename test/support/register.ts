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
