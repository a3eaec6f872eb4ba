import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { importRegisters, type ImportReport, localSubmit, type Submit } from '@app/recording';
import { openDryRun, type WriteSide } from '@app/runtime';
import { Command } from 'commander';
import { reach, type RemoteService, type Where, withWhere } from './service';

interface LocalSide {
  readonly kind: 'local';
  readonly runtime: WriteSide;
}

interface Options extends Where {
  readonly dryRun?: boolean;
  readonly register?: string;
}

interface Answer {
  readonly streamId: string;
  readonly eventIds: readonly string[];
  readonly position?: string;
}

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly errors: readonly { pointer: string; code: string }[];
}

function remoteSubmit(service: RemoteService, register: string): Submit {
  return async ({ key, command, body }) => {
    let response: Response;
    try {
      response = await service.call('POST', `/api/commands/${encodeURIComponent(command)}`, body, { 'idempotency-key': key, 'import-register': register });
    } catch {
      return { kind: 'unavailable', code: 'import.service-unreachable' };
    }
    if (response.ok) {
      const { streamId, eventIds, position } = (await response.json()) as Answer;
      const replayed = response.headers.has('idempotency-replayed') || eventIds.length === 0;
      return { kind: replayed ? 'already-there' : 'recorded', streamId, eventIds, ...(position === undefined ? {} : { position }) };
    }
    const problem = (await response.json()) as ProblemBody;
    const [first] = problem.errors;
    if (response.status === 503) return { kind: 'unavailable', code: problem.code };
    return { kind: 'refused', code: first?.code ?? problem.code, message: problem.title, ...(first ? { field: first.pointer } : {}) };
  };
}

/** One line that is written over while the import runs; nothing where the output is not a terminal. */
function progressBar(file: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const filled = Math.round((done / Math.max(1, total)) * width);
  process.stderr.write(`\r${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${done}/${total} ${basename(file)}${done === total ? '\n' : ''}`);
}

async function run(files: readonly string[], options: Options, target: RemoteService | LocalSide): Promise<ImportReport> {
  const register = options.register ?? basename(dirname(resolve(files[0]!)));
  const submit =
    target.kind === 'remote'
      ? remoteSubmit(target, register)
      : localSubmit(target.runtime, target.runtime.vault.principalNamed({ kind: 'import', name: `import:${register}` }));
  return importRegisters(files, { submit, progress: progressBar });
}

function tell(report: ImportReport, dryRun: boolean): void {
  for (const { file, line, code, field, message, key } of report.refused) {
    process.stdout.write(`refused ${file}:${line}${key ? ` (${key})` : ''} ${code}${field ? ` ${field}` : ''}${message ? `: ${message}` : ''}\n`);
  }
  process.stdout.write(
    `${dryRun ? 'dry run, nothing kept: ' : ''}recorded ${report.recorded}, already there ${report.alreadyThere}, refused ${report.refused.length}\n`,
  );
}

async function importFiles(files: readonly string[], options: Options): Promise<void> {
  if (options.dryRun) {
    const folder = mkdtempSync(join(tmpdir(), 'kroniek-dry-run-'));
    try {
      const runtime = await openDryRun(folder);
      tell(await run(files, options, { kind: 'local', runtime }), true);
      await runtime.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return;
  }
  const target = await reach(options);
  const report = await run(files, options, target);
  tell(report, false);
  if (target.kind === 'local') await target.runtime.close();
  if (report.refused.length > 0) process.exitCode = 1;
}

/** Imports registers: one command per line. Again, it records nothing; a refused line is reported and stops nothing. */
export const importCommand = (): Command =>
  withWhere(
    new Command('import')
      .description('record the commands of NDJSON files, one per line; repeatable')
      .argument('<file...>', 'files, in the order given')
      .option('--dry-run', 'decide every line against an empty record in memory; keep nothing')
      .option('--register <name>', "name of the register, the importing principal; by default the file's folder"),
  ).action(importFiles);
