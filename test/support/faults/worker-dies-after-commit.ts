import { parentPort } from 'node:worker_threads';

// A planted fault: the batch is committed, its answer never leaves the thread.
const port = parentPort;
if (port) {
  const send = port.postMessage.bind(port);
  port.postMessage = (message: unknown) => {
    if (Array.isArray(message)) process.exit(1);
    send(message);
  };
}

require('@app/event-store/sqlite/commit-worker');
