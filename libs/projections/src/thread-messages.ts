import type { Swap } from './live-readers';
import type { Projection } from './projection';
import type { Decode, LogReader, ProjectionLog, Projections } from './projections';

/** What the thread is given at its start; plain data, as it crosses a thread's border. */
export interface ThreadSettings {
  /** Absolute path of a module that exports `createProjections`, a `CreateProjections`. */
  readonly module: string;
  /** The event store's file, for `createProjections`. */
  readonly eventsFile: string;
  /** The read database. */
  readonly folder: string;
  /** Of the projections that the module lists, those that run here; all of them when absent. */
  readonly wanted?: { readonly only: readonly string[] } | { readonly except: readonly string[] };
  readonly batchSize?: number;
  readonly retryMs?: number;
  /** Whatever else `createProjections` needs; plain data. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

export interface ProjectionSetup {
  readonly projections: readonly Projection[];
  readonly decode: Decode;
  /** Read-only and of this thread; closed with the engine. */
  readonly store: LogReader & { close?(): Promise<void> | void };
}

/** Called inside the thread: opens the reader of the events and lists the projections. */
export type CreateProjections = (settings: ThreadSettings) => ProjectionSetup | Promise<ProjectionSetup>;

export type RemoteMethod = 'status' | 'waitFor' | 'rebuild' | 'skip' | 'close';

export type Call = {
  readonly [M in RemoteMethod]: {
    readonly kind: 'call';
    readonly id: number;
    readonly method: M;
    readonly args: Parameters<Projections[M]>;
  };
}[RemoteMethod];

export type ToThread = Call | { readonly kind: 'retire'; readonly build: string };

export interface Failure {
  readonly name: string;
  readonly message: string;
}

export type FromThread =
  | { readonly kind: 'started'; readonly names: readonly string[] }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: Failure }
  | { readonly kind: 'swap'; readonly swap: Swap }
  | { readonly kind: 'log'; readonly level: Parameters<ProjectionLog>[0]; readonly message: string };
