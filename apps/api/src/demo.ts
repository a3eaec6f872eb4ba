import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { importRegisters, type ImportReport, localSubmit } from '@app/recording';
import type { Readiness } from './readiness';
import type { Runtime } from '@app/runtime';

const REGISTER = 'data/2021';

/** The files of a register, in name order. */
export const registerFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(folder, name));

/** Records the register of 2021 through the command path: again, it records nothing. */
export async function importDemo(runtime: Runtime, readiness: Readiness, say: (line: string) => void): Promise<ImportReport> {
  const principal = runtime.vault.principalNamed({ kind: 'import', name: 'import:2021' });
  const report = await importRegisters(registerFiles(resolve(REGISTER)), {
    submit: localSubmit(runtime, principal),
    progress: (file, done, total) => {
      if (done === total) say(`  ${basename(file)}: ${total} lines`);
    },
  });
  for (const { file, line, code, field } of report.refused) say(`  refused ${basename(file)}:${line} ${code}${field ? ` ${field}` : ''}`);
  say(`recorded ${report.recorded}, already there ${report.alreadyThere}, refused ${report.refused.length}`);
  readiness.importDone(report.position);
  return report;
}
