import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileOrder } from './rendering-thread';

async function inThread(order: FileOrder): Promise<Buffer> {
  const worker = new Worker(require.resolve('./rendering-thread'), { workerData: order });
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const [bytes] = (await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => Promise.reject(new Error('the thread that makes a report ended before it was made'))),
    ])) as [Uint8Array];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    ended.abort();
    await worker.terminate();
  }
}

let before: Promise<unknown> = Promise.resolve();

/**
 * A report as DOCX or PDF, made in a thread that lives for one file: a document of forty pages takes a second, in which the service goes on answering, and
 * the libraries are never loaded beside it. One at a time, in the order of asking.
 */
export function reportFile(order: FileOrder): Promise<Buffer> {
  const made = before.then(() => inThread(order));
  before = made.catch(() => undefined);
  return made;
}
