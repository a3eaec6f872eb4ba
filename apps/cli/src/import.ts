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
  readonly synthetic?: boolean;
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

/** What the service takes as a register's name. */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 40);

/** Keys of `kroniek generate`: their lines must not reach the record by a slip. */
const SYNTHETIC_KEY = /^synthetic:/;

const onlyAsSynthetic =
  (submit: Submit): Submit =>
  async (line) =>
    SYNTHETIC_KEY.test(line.key)
      ? { kind: 'refused', code: 'import.synthetic-only', message: 'generated lines are imported with --synthetic' }
      : submit(line);

function remoteSubmit(service: RemoteService, register: string, synthetic: boolean): Submit {
  return async ({ key, command, body }) => {
    let response: Response;
    try {
      response = await service.call('POST', `/api/commands/${encodeURIComponent(command)}`, body, {
        'idempotency-key': key,
        'import-register': register,
        ...(synthetic ? { 'import-synthetic': 'true' } : {}),
      });
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
  process.stderr.write(
    `\r${'#'.repeat(filled)}${'.'.repeat(width - filled)} ${done}/${total} ${basename(file)}${done === total ? '\n' : ''}`,
  );
}

async function run(files: readonly string[], options: Options, target: RemoteService | LocalSide): Promise<ImportReport> {
  const register = nameOf(options.register ?? basename(dirname(resolve(files[0]!))));
  const synthetic = options.synthetic ?? false;
  const kind = synthetic ? 'generator' : 'import';
  const submit =
    target.kind === 'remote'
      ? remoteSubmit(target, register, synthetic)
      : localSubmit(target.runtime, target.runtime.vault.principalNamed({ kind, name: `${kind}:${register}` }));
  return importRegisters(files, { submit: synthetic ? submit : onlyAsSynthetic(submit), progress: progressBar });
}

function tell(report: ImportReport, dryRun: boolean): void {
  for (const { file, line, code, field, message, key } of report.refused) {
    process.stdout.write(
      `refused ${file}:${line}${key ? ` (${key})` : ''} ${code}${field ? ` ${field}` : ''}${message ? `: ${message}` : ''}\n`,
    );
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
      const report = await run(files, options, { kind: 'local', runtime });
      tell(report, true);
      await runtime.close();
      if (report.refused.length > 0) process.exitCode = 1;
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
      .option('--synthetic', 'as generated activity, which no figure of the record counts')
      .option('--register <name>', "name of the register, the importing principal; by default the file's folder"),
  ).action(importFiles);
