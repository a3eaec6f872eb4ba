import { connect, type Socket } from 'node:net';

export interface Answers {
  /** Answers in the measured time, and how many of them were 201. */
  readonly answered: number;
  readonly created: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly otherStatus: Readonly<Record<string, number>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: (\d+)/i;

/** Splits a byte stream into HTTP/1.1 answers with a Content-Length. The bench's own: a general client costs more than the server under test. */
export class AnswerParser {
  #rest: Buffer = Buffer.alloc(0);

  constructor(private readonly onAnswer: (answer: HttpAnswer) => void) {}

  push(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = data.indexOf(HEAD_END);
      if (end < 0) break;
      const head = data.toString('latin1', 0, end);
      const length = LENGTH.exec(head)?.[1];
      if (length === undefined) throw new Error(`an answer without Content-Length: ${head}`);
      const next = end + 4 + Number(length);
      if (data.length < next) break;
      this.onAnswer({ status: Number(head.slice(9, 12)), head, body: data.toString('utf8', end + 4, next) });
      data = data.subarray(next);
    }
    this.#rest = data;
  }
}

/** The text of one POST, with a key of its own. */
export function postText(path: string, token: string, key: string, body: string): string {
  const length = Buffer.byteLength(body);
  return `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\nidempotency-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;
}

export const dial = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });

const quantile = (sorted: Float64Array, q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

/** Keep-alive connections, one request open on each, for a fixed time; what is open at the end is awaited. */
export async function load(port: number, connections: number, durationMs: number, next: () => string): Promise<Answers> {
  const latencies: number[] = [];
  const otherStatus: Record<string, number> = {};
  let created = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => dial(port)));
  const started = performance.now();
  const end = started + durationMs;
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((done, fail) => {
          let sent = 0;
          const send = (): void => {
            sent = performance.now();
            if (sent >= end) return done();
            socket.write(next());
          };
          const parser = new AnswerParser(({ status }) => {
            latencies.push(performance.now() - sent);
            if (status === 201) created++;
            else otherStatus[status] = (otherStatus[status] ?? 0) + 1;
            send();
          });
          socket
            .on('data', (chunk) => parser.push(chunk))
            .once('error', fail)
            .once('close', () => fail(new Error('the server closed a connection')));
          send();
        }),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  const sorted = Float64Array.from(latencies).sort();
  return { answered: latencies.length, created, seconds, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), otherStatus };
}

/** One request, one answer. */
export async function ask(port: number, request: string): Promise<HttpAnswer> {
  const socket = await dial(port);
  try {
    return await new Promise<HttpAnswer>((resolve, reject) => {
      const parser = new AnswerParser(resolve);
      socket.on('data', (chunk) => parser.push(chunk)).once('error', reject);
      socket.write(request);
    });
  } finally {
    socket.destroy();
  }
}
