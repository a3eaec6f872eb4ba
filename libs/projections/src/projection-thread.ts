import { parentPort, workerData } from 'node:worker_threads';
import { ProjectionEngine } from './projection-engine';
import type { Call, CreateProjections, Failure, FromThread, ThreadSettings, ToThread } from './thread-messages';

const failureOf = (error: unknown): Failure =>
  error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };

function isCreate(candidate: unknown): candidate is CreateProjections {
  return typeof candidate === 'function';
}

function isWanted(name: string, wanted: ThreadSettings['wanted']): boolean {
  if (!wanted) return true;
  return 'only' in wanted ? wanted.only.includes(name) : !wanted.except.includes(name);
}

/** Hosts the engine in this thread and answers calls by message. */
export async function runProjectionThread(settings: ThreadSettings, port: NonNullable<typeof parentPort>): Promise<void> {
  const send = (message: FromThread): void => port.postMessage(message);
  // The module is the caller's choice, known only at run time.
  const loaded = require(settings.module) as { readonly createProjections?: unknown };
  if (!isCreate(loaded.createProjections)) throw new Error(`${settings.module} exports no createProjections`);
  const { projections: listed, ...setup } = await loaded.createProjections(settings);
  const projections = listed.filter(({ name }) => isWanted(name, settings.wanted));
  const engine = await ProjectionEngine.start({
    ...setup,
    projections,
    folder: settings.folder,
    ...(settings.batchSize !== undefined && { batchSize: settings.batchSize }),
    ...(settings.retryMs !== undefined && { retryMs: settings.retryMs }),
    log: (level, message) => send({ kind: 'log', level, message }),
    onSwap: (swap) => send({ kind: 'swap', swap }),
  });

  const perform = async (call: Call): Promise<unknown> => {
    switch (call.method) {
      case 'status':
        return engine.status();
      case 'waitFor':
        return engine.waitFor(...call.args);
      case 'rebuild':
        return engine.rebuild(...call.args);
      case 'skip':
        return engine.skip(...call.args);
      case 'close':
        await engine.close();
        await setup.store.close?.();
        return undefined;
    }
  };

  port.on('message', (message: ToThread) => {
    if (message.kind === 'retire') {
      engine.retire(message.build);
      return;
    }
    perform(message).then(
      (value) => send({ kind: 'answer', id: message.id, value }),
      (error: unknown) => send({ kind: 'refusal', id: message.id, error: failureOf(error) }),
    );
  });
  send({ kind: 'started', names: projections.map(({ name }) => name) });
}

if (parentPort) {
  const port = parentPort;
  runProjectionThread(workerData as ThreadSettings, port).catch((error: unknown) => {
    port.postMessage({ kind: 'failed', error: failureOf(error) } satisfies FromThread);
    port.close();
  });
}
