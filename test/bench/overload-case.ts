import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { endless, registerParticipant } from './bodies';
import type { Measurement, Settings } from './measurement';
import { BenchServer, CONNECTIONS, eventCount } from './http-case';
import { type Answers, AnswerParser, dial, load, postText } from './http-load';

const SOCKETS = 250;
const PAGE_BYTES = 4_096;

/** Resident bytes of a process, from outside: a busy server cannot be asked. */
const residentBytes = (pid: number): number => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;

/** The largest resident size that is seen while `work` runs. */
async function peakDuring<T>(pid: number, work: () => Promise<T>): Promise<{ peak: number; result: T }> {
  let peak = residentBytes(pid);
  const sampler = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), 10);
  try {
    return { result: await work(), peak: Math.max(peak, residentBytes(pid)) };
  } finally {
    clearInterval(sampler);
  }
}

/** A heap that collects its garbage now and then reaches its size only after a while; until then what grows is the start, not the overload. */
const SETTLED_BYTES = 4 * 2 ** 20;
const CALM_SLICES = 4;
const MOST_SLICES = 30;

/** Ordinary load until a slice of it asks for no more memory than the ones before. */
async function settle(pid: number, slice: () => Promise<Answers>): Promise<{ created: number; peak: number }> {
  let created = 0;
  let highest = 0;
  for (let n = 0, calm = 0; n < MOST_SLICES && calm < CALM_SLICES; n++) {
    const { peak, result } = await peakDuring(pid, slice);
    created += result.created;
    calm = peak <= highest + SETTLED_BYTES ? calm + 1 : 0;
    highest = Math.max(highest, peak);
  }
  return { created, peak: highest };
}

interface Outcomes {
  readonly created: number;
  readonly refused: number;
  readonly other: number;
}

/** Writes all commands before the first answer is read. */
async function offer(sockets: readonly Socket[], each: number, next: () => string): Promise<Outcomes> {
  const outcomes = { created: 0, refused: 0, other: 0 };
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((done, fail) => {
          let open = each;
          const parser = new AnswerParser(({ status, head }) => {
            if (status === 201) outcomes.created++;
            else if (status === 503 && /\r\nretry-after: \d+/i.test(head)) outcomes.refused++;
            else outcomes.other++;
            if (--open === 0) done();
          });
          socket
            .on('data', (chunk) => parser.push(chunk))
            .once('error', fail)
            .once('close', () => fail(new Error('the server closed a connection')));
          socket.write(Array.from({ length: each }, next).join(''));
        }),
    ),
  );
  return outcomes;
}

/** More at once than the service takes: each command must be answered, or refused with 503 and Retry-After. */
export async function measureOverload({ offered, warmUpMs, streams }: Settings): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-bench-'));
  const server = await BenchServer.start('service', folder, streams);
  const { port, token, streams: planned } = server.listening;
  const stream = endless(planned, 13);
  let sent = 0;
  const next = (): string => postText('/api/commands/register-participant', token, `overload-${++sent}`, registerParticipant(stream()));
  const ordinary = await settle(server.pid, () => load(port, CONNECTIONS, warmUpMs, next));
  const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => dial(port)));
  const started = performance.now();
  const { peak, result: outcomes } = await peakDuring(server.pid, () => offer(sockets, offered / SOCKETS, next));
  const seconds = (performance.now() - started) / 1000;
  const events = eventCount(join(folder, 'events.db')) - planned.length;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (outcomes.other > 0) throw new Error(`${outcomes.other} commands were neither recorded nor refused with Retry-After`);
  if (events !== ordinary.created + outcomes.created)
    throw new Error(`not proved: ${events} events for ${ordinary.created + outcomes.created} acknowledged commands`);
  return { growthMiB: (peak - ordinary.peak) / 2 ** 20, ordinaryMiB: ordinary.peak / 2 ** 20, seconds, ...outcomes, events };
}
