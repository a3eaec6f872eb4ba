import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEvents } from '@app/event-store/sqlite/database';
import Sqlite from 'better-sqlite3';
import { endless, holdSessionWithRemark, registerParticipant } from './bodies';
import type { Measurement, Settings } from './measurement';
import { ask, load, postText } from './http-load';
import type { Listening, ServerKind, Usage } from './server';

export const CONNECTIONS = 32;
const FIRST_LOOKS = 200;

/** A server process of its own, and the way to ask it what it uses. */
export class BenchServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly listening: Listening,
  ) {}

  static async start(kind: ServerKind, folder: string, streams: number): Promise<BenchServer> {
    const child = fork(join(__dirname, 'server.js'), [kind, folder, String(streams)]);
    const [listening] = (await once(child, 'message')) as [Listening];
    return new BenchServer(child, listening);
  }

  get pid(): number {
    return this.child.pid!;
  }

  async usage(): Promise<Usage> {
    const answer = once(this.child, 'message') as Promise<[Usage]>;
    this.child.send('usage');
    return (await answer)[0];
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

export const eventCount = (file: string): number => {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM event').pluck().get()!;
  } finally {
    db.close();
  }
};

/** What a writing connection to this file reads; the worker's own refuses to open with anything else. */
export const synchronousOf = (file: string): number => {
  const db = openEvents(file);
  try {
    return Number(db.pragma('synchronous', { simple: true }));
  } finally {
    db.close();
  }
};

function prove(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not proved: ${what}`);
}

/** Every answer's event is there for a second connection at the moment of the answer. */
async function proveVisible(file: string, port: number, next: () => string): Promise<number> {
  const db = new Sqlite(file, { readonly: true });
  const find = db
    .prepare<[string, number], Buffer>('SELECT id FROM event JOIN stream ON stream.key = event.stream WHERE name = ? AND revision = ?')
    .pluck();
  for (let n = 0; n < FIRST_LOOKS; n++) {
    const { status, body } = await ask(port, next());
    const { streamId, revision, eventIds } = JSON.parse(body) as { streamId: string; revision: number; eventIds: string[] };
    prove(status === 201, `a command is answered 201, not ${status} ${body}`);
    prove(
      find.get(streamId, revision)?.toString('hex') === eventIds[0]!.replaceAll('-', ''),
      'an acknowledged event is visible from a second connection',
    );
  }
  db.close();
  return FIRST_LOOKS;
}

export async function measureHttp(kind: ServerKind, sealed: boolean, { warmUpMs, measureMs, streams }: Settings): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-bench-'));
  const file = join(folder, 'events.db');
  const records = kind !== 'bare' && kind !== 'validated';
  const server = await BenchServer.start(kind, folder, streams);
  const { port, token, streams: planned } = server.listening;
  const run = Date.now().toString(36);
  let sent = 0;
  const stream = endless(planned, 7);
  const next = sealed
    ? () => postText('/api/commands/hold-session', token, `${run}-${++sent}`, holdSessionWithRemark(sent % 90))
    : () => postText('/api/commands/register-participant', token, `${run}-${++sent}`, registerParticipant(stream()));
  const looked = records ? await proveVisible(file, port, next) : 0;
  if (records) prove(synchronousOf(file) === 2, 'synchronous = FULL');
  const warm = await load(port, CONNECTIONS, warmUpMs, next);
  const before = await server.usage();
  const answers = await load(port, CONNECTIONS, measureMs, next);
  const after = await server.usage();
  prove(answers.created === answers.answered, `every command is answered 201, not ${JSON.stringify(answers.otherStatus)}`);
  const events = records ? eventCount(file) : 0;
  const acknowledged = looked + warm.created + answers.created;
  if (records)
    prove(
      events === planned.length + acknowledged,
      `as many events (${events}) as acknowledged commands (${planned.length} + ${acknowledged})`,
    );
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    perSecond: answers.answered / answers.seconds,
    p50Ms: answers.p50Ms,
    p99Ms: answers.p99Ms,
    cpuMicrosPerRequest: (after.cpuMicros - before.cpuMicros) / answers.answered,
    rssMiB: after.rss / 2 ** 20,
    ...(records ? { acknowledged, events: events - planned.length } : {}),
  };
}
