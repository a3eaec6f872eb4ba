import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import { registerFiles } from '../../apps/api/src/demo';
import type { TestService } from './service';

/** Imports the register of 2021 as the demo does. */
export async function importRegister2021(service: TestService): Promise<ImportReport> {
  const principal = service.runtime.vault.principalNamed({ kind: 'import', name: 'import:2021' });
  return importRegisters(registerFiles('data/2021'), { submit: localSubmit(service.runtime, principal) });
}
