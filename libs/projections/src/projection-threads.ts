import { Worker } from 'node:worker_threads';
import type { Position } from '@app/event-store';
import { LiveReaders } from './live-readers';
import { ProjectionFolder } from './projection-folder';
// Only the import makes the build emit the thread's file.
import type { runProjectionThread } from './projection-thread';
import { UnknownProjection, type ProjectionLog, type ProjectionReader, type ProjectionStatus, type Projections } from './projections';
import type { Call, Failure, FromThread, RemoteMethod, ThreadSettings, ToThread } from './thread-messages';

export type ThreadOptions = Parameters<typeof runProjectionThread>[0] & {
  readonly log?: ProjectionLog;
  /** The thread died: nothing is projected any more, so the process should end. Not called by `close`. */
  readonly onDeath?: (error: Error) => void;
};

const errorOf = ({ name, message }: Failure): Error => Object.assign(new Error(message), { name });

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

class ProjectionThread implements Projections {
  readonly started: Promise<void>;
  readonly #worker: Worker;
  readonly #readers: LiveReaders;
  readonly names = new Set<string>();
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #closing: Promise<void> | undefined;
  #death: Error | undefined;

  constructor({ log, onDeath, ...settings }: ThreadOptions) {
    this.#readers = new LiveReaders(new ProjectionFolder(settings.folder), (build) => this.#post({ kind: 'retire', build }));
    this.#worker = new Worker(require.resolve('./projection-thread'), { workerData: settings satisfies ThreadSettings });
    const start: Pending[] = [];
    this.started = new Promise<void>((resolve, reject) => start.push({ resolve, reject }));
    const die = (error: Error): void => {
      if (this.#death) return;
      this.#death = error;
      for (const { reject } of start) reject(error);
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    };
    let running = false;
    this.#worker.on('message', (message: FromThread) => {
      switch (message.kind) {
        case 'started':
          running = true;
          for (const name of message.names) this.names.add(name);
          for (const { resolve } of start) resolve(undefined as never);
          return;
        case 'failed':
          return die(errorOf(message.error));
        case 'swap':
          return this.#readers.swap(message.swap);
        case 'log':
          return log?.(message.level, message.message);
        case 'answer':
          return this.#take(message.id)?.resolve(message.value as never);
        case 'refusal':
          return this.#take(message.id)?.reject(errorOf(message.error));
      }
    });
    this.#worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => {
      die(new Error(`the projection thread ended with code ${code}`));
      if (running && !this.#closing && this.#death) onDeath?.(this.#death);
    });
  }

  status(): Promise<readonly ProjectionStatus[]> {
    return this.#call('status', []);
  }

  waitFor(position: Position, timeoutMs: number, names?: readonly string[]): Promise<boolean> {
    return this.#call('waitFor', names ? [position, timeoutMs, names] : [position, timeoutMs]);
  }

  rebuild(name?: string): Promise<void> {
    return this.#call('rebuild', name === undefined ? [] : [name]);
  }

  skip(name: string, eventId: string, decidedBy: string): Promise<void> {
    return this.#call('skip', [name, eventId, decidedBy]);
  }

  reader(name: string): ProjectionReader {
    if (!this.names.has(name)) throw new UnknownProjection(name);
    return this.#readers.reader(name);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#readers.close();
    if (!this.#death) await this.#call('close', []).catch(() => undefined);
    await this.#worker.terminate();
  }

  #call<M extends RemoteMethod>(method: M, args: Parameters<Projections[M]>): ReturnType<Projections[M]> {
    const answer = new Promise<never>((resolve, reject) => {
      if (this.#death) return reject(this.#death);
      const id = (this.#calls += 1);
      this.#pending.set(id, { resolve, reject });
      this.#post({ kind: 'call', id, method, args } as Call);
    });
    return answer as ReturnType<Projections[M]>;
  }

  #post(message: ToThread): void {
    if (!this.#death) this.#worker.postMessage(message);
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }
}

/** Several threads as one: each call goes to the thread of the projection that it names, or to all. */
class ProjectionThreads implements Projections {
  constructor(private readonly threads: readonly ProjectionThread[]) {}

  async status(): Promise<readonly ProjectionStatus[]> {
    return (await Promise.all(this.threads.map((thread) => thread.status()))).flat();
  }

  async waitFor(position: Position, timeoutMs: number, names?: readonly string[]): Promise<boolean> {
    const asked = names ? new Set(names.map((name) => this.#of(name))) : this.threads;
    const there = [...asked].map((thread) =>
      thread.waitFor(
        position,
        timeoutMs,
        names?.filter((name) => thread.names.has(name)),
      ),
    );
    return (await Promise.all(there)).every(Boolean);
  }

  async rebuild(name?: string): Promise<void> {
    await Promise.all((name === undefined ? this.threads : [this.#of(name)]).map((thread) => thread.rebuild(name)));
  }

  async skip(name: string, eventId: string, decidedBy: string): Promise<void> {
    return this.#of(name).skip(name, eventId, decidedBy);
  }

  reader(name: string): ProjectionReader {
    return this.#of(name).reader(name);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  #of(name: string): ProjectionThread {
    const thread = this.threads.find(({ names }) => names.has(name));
    if (!thread) throw new UnknownProjection(name);
    return thread;
  }
}

/**
 * Runs the engine in a thread of its own, so that applying events does not slow this one; readers are connections of this thread. Projections named
 * `apart` run in a second thread, which reads and decodes the log for itself: together they are filled in the time of the slower.
 * @throws whatever kept a thread from starting
 */
export async function startProjectionThreads(options: ThreadOptions, apart: readonly string[] = []): Promise<Projections> {
  const wanted =
    apart.length === 0
      ? [options]
      : [
          { ...options, wanted: { except: apart } },
          { ...options, wanted: { only: apart } },
        ];
  const threads = wanted.map((own) => new ProjectionThread(own));
  try {
    await Promise.all(threads.map(({ started }) => started));
  } catch (error) {
    await Promise.all(threads.map((thread) => thread.close()));
    throw error;
  }
  return new ProjectionThreads(threads);
}
