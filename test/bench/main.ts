import { execFileSync, fork } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { CASES } from './case';
import { seedFigures } from './figures-case';
import type { Measurement, Settings } from './measurement';
import { median, type Ratio, ratiosOf, type Round } from './ratios';
import { seedRecord } from './seed';
import { readyRecord } from './start-case';

// Measures the service against its ceilings and its peers: every case in a process of its own, all cases of a round after one another in an order that
// rotates from round to round, ratios taken inside a round only. `npm run bench -- [case or part ...] [--rounds 5] [--quick] [--patience 20] [--json file]`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string', default: 'docs/explanation/performance.json' },
    patience: { type: 'string', default: '20' },
    keep: { type: 'boolean', default: false },
  },
});
/** Share of the processors that is idle on a machine with nothing else to do. */
const QUIET = 0.9;
const events = options.quick ? 100_000 : 1_000_000;
/** Of the record of five years, 2017 to 2021. */
const teams = options.quick ? 4 : 20;
const work = join(tmpdir(), 'kroniek-bench');
const settings: Settings = {
  warmUpMs: options.quick ? 1_000 : 3_000,
  measureMs: options.quick ? 1_500 : 4_000,
  streams: 20_000,
  record: join(work, `record-${events}`),
  fiveYears: join(work, `five-years-${teams}`),
  facts: join(work, `facts-${events}`),
  events,
  offered: 100_000,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const command = (...[file, ...args]: [string, ...string[]]): string => execFileSync(file, args, { encoding: 'utf8' }).trim();

/** A fixed piece of work: a round in which it takes longer was disturbed. */
function probe(): number {
  const started = performance.now();
  let text = 'probe';
  for (let n = 0; n < 100_000; n++) text = hash('sha256', text, 'base64url');
  return performance.now() - started;
}

/** Processor time that the machine has spent, and how much of it idle. */
const cpuTimes = (): { all: number; idle: number } => {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return { all: times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq, idle), idle };
};

/** Waits for half a second in which nobody else works, as long as `--patience` says, and answers the idle share at the end. */
async function quiet(): Promise<number> {
  const until = performance.now() + Number(options.patience) * 1_000;
  for (;;) {
    const before = cpuTimes();
    await pause(500);
    const after = cpuTimes();
    const idle = (after.idle - before.idle) / (after.all - before.all);
    if (idle >= QUIET || performance.now() > until) return idle;
  }
}

async function runCase(name: string): Promise<Round[string]> {
  const idle = await quiet();
  const probeMs = probe();
  const child = fork(join(__dirname, 'case.js'), [name, JSON.stringify(settings)]);
  const outcome = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
  if (!outcome) throw new Error(`${name} failed`);
  return { idle, probeMs, figures: outcome[0] as Measurement };
}

const wanted = Object.entries(CASES)
  .filter(([name, { part }]) => positionals.length === 0 || positionals.includes(name) || positionals.includes(part))
  .map(([name]) => name);

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

function machine(): object {
  const sqlite = new Sqlite(':memory:').prepare<[], string>('SELECT sqlite_version()').pluck().get();
  const versionOf = (name: string): unknown =>
    (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
  return {
    commit: command('git', 'rev-parse', 'HEAD'),
    changedFiles: command('git', 'status', '--porcelain', '--untracked-files=no').split('\n').filter(Boolean).length,
    versions: {
      node: process.version,
      sqlite,
      ...Object.fromEntries(
        ['better-sqlite3', '@nestjs/core', '@nestjs/cqrs', 'fastify', 'class-validator', 'ajv'].map((name) => [name, versionOf(name)]),
      ),
    },
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), kernel: release() },
  };
}

const barOf = ({ bar }: Ratio): string => ('least' in bar ? `at least ${bar.least}` : `at most ${bar.most}`);

function report(made: object, rounds: readonly Round[]): void {
  const ratios = ratiosOf(rounds);
  const medians = Object.fromEntries(
    wanted.map((name) => {
      const all = rounds.flatMap((round) => round[name] ?? []);
      const figures = Object.keys(all[0]?.figures ?? {}).map((figure) => [figure, median(all.map((one) => one.figures[figure]!))] as const);
      return [name, Object.fromEntries(figures)];
    }),
  );
  say('\n| Case | medians |\n|---|---|');
  for (const [name, figures] of Object.entries(medians)) {
    say(
      `| ${name} | ${Object.entries(figures)
        .map(([figure, value]) => `${figure} ${shown(value)}`)
        .join(', ')} |`,
    );
  }
  say('\n| Part | Ratio | median | worst | bar | met |\n|---|---|---|---|---|---|');
  for (const ratio of ratios) {
    say(
      `| ${ratio.part} | ${ratio.name} | ${shown(ratio.median)} | ${shown(ratio.worst)} | ${barOf(ratio)} | ${ratio.met ? 'yes' : 'NO'} |`,
    );
  }
  const file = resolve(options.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ ...made, quick: options.quick, events, settings: { ...settings, record: undefined, fiveYears: undefined, facts: undefined }, ratios, medians, rounds }, null, 1)}\n`,
  );
}

async function run(): Promise<void> {
  if (wanted.length === 0) throw new Error(`no such case; there are ${Object.keys(CASES).join(', ')}`);
  if (wanted.some((name) => ['c', 'f'].includes(CASES[name]!.part))) {
    say(`a record of ${events} generated events in ${work}`);
    mkdirSync(work, { recursive: true });
    await seedRecord(settings.record, events, say);
  }
  if (wanted.some((name) => CASES[name]!.part === 'g')) {
    say(`five years of ${teams} teams in ${work}`);
    mkdirSync(work, { recursive: true });
    await seedRecord(settings.fiveYears, Infinity, say, { seed: 1, teams, days: 1_826, from: '2017-01-01' });
    await readyRecord(settings.fiveYears);
  }
  if (wanted.some((name) => CASES[name]!.part === 'f')) await readyRecord(settings.record);
  if (wanted.some((name) => CASES[name]!.part === 'h')) {
    mkdirSync(work, { recursive: true });
    seedFigures(settings.facts, events);
  }
  const made = machine();
  const rounds: Round[] = [];
  for (let n = 0; n < Number(options.rounds); n++) {
    const order = wanted.map((_, at) => wanted[(at + n * 3) % wanted.length]!);
    const round: Record<string, Round[string]> = {};
    for (const name of order) {
      round[name] = await runCase(name);
      const { idle, probeMs, figures } = round[name];
      say(
        `round ${n + 1} ${name}: ${Object.entries(figures)
          .map(([figure, value]) => `${figure} ${shown(value)}`)
          .join(', ')} (idle ${idle.toFixed(2)}, probe ${probeMs.toFixed(0)} ms)`,
      );
    }
    rounds.push(round);
    report(made, rounds);
  }
  if (!options.keep) rmSync(work, { recursive: true, force: true });
}

void run();
