import { parentPort, workerData } from 'node:worker_threads';
import { unpackBatch } from './batch-message';
import { BatchCommitter, type BatchOutcome, type CommitterOptions } from './commit-batch';
import { holdLock, StoreLocked } from './database';

export interface CommitWorkerData extends CommitterOptions {
  readonly lockFile: string;
  /** Counts the batches that are done, before the answer of each is sent. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** From the worker: it holds the lock and is ready; it could not open; the outcome of the oldest open batch; it will not go on. */
export type CommitWorkerMessage =
  | { readonly ready: true }
  | { readonly refused: 'locked' | 'failed'; readonly message: string }
  | BatchOutcome
  | { readonly fenced: string };

/** To the worker: a packed batch, or the end. */
export type CommitWorkerRequest = Uint8Array | 'close';

if (parentPort) serve(parentPort, workerData as CommitWorkerData);

function serve(port: NonNullable<typeof parentPort>, { lockFile, done, ...options }: CommitWorkerData): void {
  const send = (message: CommitWorkerMessage) => port.postMessage(message);
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  let lock: ReturnType<typeof holdLock> | undefined;
  let committer: BatchCommitter;
  try {
    lock = holdLock(lockFile);
    committer = new BatchCommitter(options);
  } catch (error) {
    lock?.close();
    send({ refused: error instanceof StoreLocked ? 'locked' : 'failed', message: messageOf(error) });
    port.close();
    return;
  }
  const held = lock;
  let ended = false;
  port.on('message', (request: CommitWorkerRequest) => {
    // Nothing may be committed behind an outcome that is unknown, also not what was on its way already.
    if (ended) return;
    if (request === 'close') {
      ended = true;
      committer.close();
      held.close();
      port.close();
      return;
    }
    try {
      const outcome = committer.commitBatch(unpackBatch(Buffer.from(request.buffer, request.byteOffset, request.byteLength)));
      Atomics.add(done, 0, 1);
      send(outcome);
    } catch (error) {
      ended = true;
      send({ fenced: messageOf(error) });
      port.close();
    }
  });
  send({ ready: true });
}
