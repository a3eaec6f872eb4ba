import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endless, registerParticipant } from './bodies';
import type { Measurement, Settings } from './measurement';
import { BenchServer, CONNECTIONS, eventCount } from './http-case';
import { AnswerParser, dial, load, postText } from './http-load';

const SOCKETS = 250;
const PAGE_BYTES = 4_096;

/** Resident bytes of a process, from outside: a busy server cannot be asked. */
const residentBytes = (pid: number): number => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;

/** All commands are written to the sockets before the first answer is read: each must be answered, or refused with 503 and Retry-After. */
export async function measureOverload({ offered, warmUpMs, streams }: Settings): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'kroniek-bench-'));
  const server = await BenchServer.start('service', folder, streams);
  const { port, token, streams: planned } = server.listening;
  const stream = endless(planned, 13);
  let sent = 0;
  const next = (): string => postText('/api/commands/register-participant', token, `overload-${++sent}`, registerParticipant(stream()));
  const warm = await load(port, CONNECTIONS, warmUpMs, next);
  await pause(1_000);
  const before = residentBytes(server.pid);
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, residentBytes(server.pid))), 10);
  const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => dial(port)));
  const each = offered / SOCKETS;
  const outcomes = { created: 0, refused: 0, other: 0 };
  const started = performance.now();
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
  const seconds = (performance.now() - started) / 1000;
  clearInterval(sampler);
  const events = eventCount(join(folder, 'events.db')) - planned.length;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (outcomes.other > 0) throw new Error(`${outcomes.other} commands were neither recorded nor refused with Retry-After`);
  if (events !== warm.created + outcomes.created)
    throw new Error(`not proved: ${events} events for ${warm.created + outcomes.created} acknowledged commands`);
  return { growthMiB: (peak - before) / 2 ** 20, seconds, ...outcomes, events };
}
