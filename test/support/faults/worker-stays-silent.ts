import { parentPort } from 'node:worker_threads';

// A planted fault: batches arrive and nothing comes back.
parentPort?.on('message', () => undefined);
parentPort?.postMessage({ ready: true });
