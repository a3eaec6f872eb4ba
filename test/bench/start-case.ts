import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { PLAN } from './bodies';
import type { Measurement, Settings } from './measurement';
import { CONNECTIONS } from './http-case';
import { load, postText } from './http-load';

/** SQLite checkpoints when a commit leaves this many pages in the WAL: its file is as long as it gets while nothing holds it open. */
const WAL_LIMIT_BYTES = 1_000 * 4_096;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Spawns the service on a data folder; answers it with the seconds until it was ready. */
export async function startService(folder: string, deadlineMs: number): Promise<{ child: ChildProcess; port: number; seconds: number }> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [join(__dirname, '../../apps/api/src/main.js')], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await isReady(port))) {
    if (performance.now() - started > deadlineMs) throw new Error('the service was not ready in time');
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
    await pause(10);
  }
  return { child, port, seconds: (performance.now() - started) / 1000 };
}

export async function endService(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** The seeded record with its projections at the head; filled once, kept beside it. */
export async function readyRecord(record: string): Promise<string> {
  const folder = `${record}-ready`;
  if (existsSync(folder)) return folder;
  const filling = `${folder}.filling`;
  rmSync(filling, { recursive: true, force: true });
  cpSync(record, filling, { recursive: true });
  const { child } = await startService(filling, 600_000);
  await endService(child, 'SIGTERM');
  renameSync(filling, folder);
  return folder;
}

/** Spawn to ready after a clean end. */
export async function measureStart({ record }: Settings): Promise<Measurement> {
  const folder = await readyRecord(record);
  const { child, seconds } = await startService(folder, 60_000);
  await endService(child, 'SIGTERM');
  return { seconds };
}

/** Spawn to ready after `kill -9` under load, with a WAL that has grown to its limit. */
export async function measureStartAfterKill({ record }: Settings): Promise<Measurement> {
  const folder = await readyRecord(record);
  const wal = join(folder, 'events.db-wal');
  const before = await startService(folder, 60_000);
  const token = readFileSync(join(folder, 'admin-token'), 'utf8').trim();
  let sent = 0;
  const run = Date.now().toString(36);
  const next = (): string => postText('/api/commands/plan-session', token, `${run}-${++sent}`, JSON.stringify(PLAN));
  let created = 0;
  do created += (await load(before.port, CONNECTIONS, 500, next)).created;
  while (!existsSync(wal) || statSync(wal).size < WAL_LIMIT_BYTES);
  // Killed in the middle of the load: those open then may stand without an answer.
  const cut = load(before.port, CONNECTIONS, 5_000, next).then(
    () => undefined,
    () => undefined,
  );
  await pause(200);
  await endService(before.child, 'SIGKILL');
  await cut;
  const walMiB = statSync(wal).size / 2 ** 20;
  const { child, seconds } = await startService(folder, 60_000);
  await endService(child, 'SIGTERM');
  const db = new Sqlite(join(folder, 'events.db'), { readonly: true });
  const events = db.prepare<[], number>('SELECT max(position) FROM event').pluck().get()!;
  db.close();
  if (events < created) throw new Error(`not proved: ${events} events after ${created} acknowledged ones`);
  return { seconds, walMiB, events };
}
