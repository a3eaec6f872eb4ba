import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Projection } from './projection';

const BUILD = /^(.+)-v(\d+)-(\d+)\.db(?:-wal|-shm|-journal)?$/;

const syncPath = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Makes what was written without flushing durable. */
export const flushFile = syncPath;

/**
 * The folder of the read database: one file per build, and per projection a small `<name>.live` file that names the build that answers. It is
 * replaced by a rename, so a reader sees the old name or the new one. One engine at a time owns a folder.
 */
export class ProjectionFolder {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** File name of the finished build of this version, if there is one. */
  liveOf(projection: Pick<Projection, 'name' | 'version'>): string | undefined {
    const pointer = this.file(`${projection.name}.live`);
    if (!existsSync(pointer)) return undefined;
    const name = readFileSync(pointer, 'utf8').trim();
    const [, owner, version] = BUILD.exec(name) ?? [];
    if (owner !== projection.name || Number(version) !== projection.version || !existsSync(this.file(name))) return undefined;
    return name;
  }

  /** The swap. The build must be durable before. */
  pointTo(projection: Pick<Projection, 'name'>, build: string): void {
    const pointer = this.file(`${projection.name}.live`);
    const handle = openSync(`${pointer}.new`, 'w');
    try {
      writeSync(handle, `${build}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${pointer}.new`, pointer);
    syncPath(this.path);
  }

  /** A file name that was never used for this version while any of its files exists. */
  nextBuild({ name, version }: Pick<Projection, 'name' | 'version'>): string {
    const builds = readdirSync(this.path)
      .map((file) => BUILD.exec(file))
      .filter((match) => match?.[1] === name && Number(match[2]) === version)
      .map((match) => Number(match?.[3]));
    return `${name}-v${version}-${Math.max(0, ...builds) + 1}.db`;
  }

  /** Removes builds of these projections that nothing points to: unfinished ones, and old ones whose readers outlived the last engine. */
  sweep(projections: readonly Pick<Projection, 'name'>[], keep: ReadonlySet<string>): void {
    const names = new Set(projections.map(({ name }) => name));
    for (const file of readdirSync(this.path)) {
      const owner = BUILD.exec(file)?.[1];
      if (owner !== undefined && names.has(owner) && !keep.has(file.replace(/\.db.*$/, '.db'))) rmSync(this.file(file), { force: true });
    }
  }

  remove(build: string): void {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(this.file(build + suffix), { force: true });
  }
}
