import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import { registerFiles } from '../../apps/api/src/demo';
import type { TestService } from './service';

/** Imports the register `data/<name>` as the command line does. */
export async function importRegister(service: TestService, name: string): Promise<ImportReport> {
  const principal = service.runtime.vault.principalNamed({ kind: 'import', name: `import:${name}` });
  return importRegisters(registerFiles(`data/${name}`), { submit: localSubmit(service.runtime, principal) });
}
