import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { openRuntime, readSettings, type Runtime } from '@app/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/api/src/app';
import { PLAN } from './bodies';
import { noOpApp } from './no-op-app';
import { openWritePath, type WritePathOptions } from './write-path';

export const SERVERS = ['bare', 'validated', 'warm', 'cold', 'batch-1', 'service'] as const;
export type ServerKind = (typeof SERVERS)[number];

/** What a server tells its client when it listens. */
export interface Listening {
  readonly port: number;
  readonly token: string;
  readonly streams: readonly string[];
}

export interface Usage {
  /** Of every thread of the process, since its start. */
  readonly cpuMicros: number;
  readonly rss: number;
}

const OPTIONS: Readonly<Record<'warm' | 'cold' | 'batch-1', WritePathOptions>> = {
  warm: {},
  cold: { cacheBytes: 0 },
  'batch-1': { batchSize: 1 },
};

/** Plans the sessions that the commands will meet, through the command path; the state cache then holds them. */
async function planSessions(runtime: Runtime, count: number): Promise<string[]> {
  const entry = runtime.catalogue.get('plan-session')!;
  const principal = runtime.vault.principalNamed({ kind: 'admin', name: 'admin' });
  const streams: string[] = [];
  let n = 0;
  const plan = async (): Promise<void> => {
    while (n < count) {
      const key = `plan-${n++}`;
      const body = runtime.admission.admit(entry, structuredClone(PLAN));
      streams.push((await runtime.recorder.record({ entry, body, principal, key, correlationId: 'c-bench' })).streamId);
    }
  };
  await Promise.all(Array.from({ length: 256 }, plan));
  return streams;
}

async function start(
  kind: ServerKind,
  folder: string,
  streamCount: number,
): Promise<{ app: NestFastifyApplication } & Omit<Listening, 'port'>> {
  if (kind === 'bare' || kind === 'validated')
    return { app: await noOpApp(kind), token: 'x'.repeat(43), streams: ['session-AAAAAAAAAAAAAAAAAAAAAA'] };
  const settings = readSettings({ DATA_DIR: folder, PORT: '0' });
  const runtime = kind === 'service' ? await openRuntime(settings) : await openWritePath(folder, OPTIONS[kind]);
  const streams = await planSessions(runtime, streamCount);
  return { app: await createApp(runtime, settings), token: readFileSync(runtime.tokenFile, 'utf8').trim(), streams };
}

async function serve(): Promise<void> {
  const [kind, folder, streamCount] = process.argv.slice(2) as [ServerKind, string, string];
  const { app, token, streams } = await start(kind, folder, Number(streamCount));
  await app.listen(0, '127.0.0.1');
  const port = Number(new URL(await app.getUrl()).port);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send!({ cpuMicros: user + system, rss: process.memoryUsage.rss() } satisfies Usage);
  });
  process.on('disconnect', () => process.exit(0));
  process.send!({ port, token, streams } satisfies Listening);
}

void serve();
