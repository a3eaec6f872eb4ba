import Database from 'better-sqlite3';
import type { ProjectionFolder } from './projection-folder';
import { NotReady, type ProjectionReader } from './projections';

/** A build took the place of another one, which may be removed once nobody reads it. */
export interface Swap {
  readonly name: string;
  readonly build: string;
  readonly retired?: string;
}

class LiveReader implements ProjectionReader {
  #open: { readonly build: string; readonly db: Database.Database } | undefined;
  /** Connections of retired builds that were in the middle of a query when the swap came. */
  #busy: { readonly build: string; readonly db: Database.Database }[] = [];

  constructor(
    readonly name: string,
    private readonly current: () => string | undefined,
    private readonly folder: ProjectionFolder,
    private readonly released: () => void,
  ) {}

  db(): Database.Database {
    const build = this.current();
    if (build === undefined) throw new NotReady(this.name);
    if (this.#open?.build !== build) {
      this.letGo();
      const db = new Database(this.folder.file(build), { readonly: true, fileMustExist: true });
      db.pragma('cache_size = -16384');
      db.pragma('mmap_size = 268435456');
      db.pragma('temp_store = MEMORY');
      db.pragma('busy_timeout = 5000');
      this.#open = { build, db };
    }
    return this.#open.db;
  }

  /** Closes what it can. */
  letGo(): void {
    const open = [...this.#busy, ...(this.#open ? [this.#open] : [])];
    this.#open = undefined;
    this.#busy = open.filter(({ db }) => {
      try {
        db.close();
        return false;
      } catch {
        return true;
      }
    });
    this.released();
  }

  reads(build: string): boolean {
    return this.#open?.build === build || this.#busy.some((open) => open.build === build);
  }
}

/** The readers of one thread. They follow swaps, and a retired build is handed back when the last of them has let go. */
export class LiveReaders {
  readonly #readers = new Map<string, LiveReader>();
  readonly #builds = new Map<string, string>();
  readonly #retired = new Map<string, string>();

  constructor(
    private readonly folder: ProjectionFolder,
    private readonly retire: (build: string) => void,
  ) {}

  reader(name: string): ProjectionReader {
    let reader = this.#readers.get(name);
    if (!reader) {
      reader = new LiveReader(
        name,
        () => this.#builds.get(name),
        this.folder,
        () => this.#handBack(),
      );
      this.#readers.set(name, reader);
    }
    return reader;
  }

  swap({ name, build, retired }: Swap): void {
    this.#builds.set(name, build);
    if (retired !== undefined) this.#retired.set(retired, name);
    this.#readers.get(name)?.letGo();
    this.#handBack();
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.letGo();
    this.#builds.clear();
  }

  #handBack(): void {
    for (const [build, name] of this.#retired) {
      if (this.#readers.get(name)?.reads(build)) continue;
      this.#retired.delete(build);
      this.retire(build);
    }
  }
}
