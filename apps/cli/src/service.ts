import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openRuntime, readSettings, type Runtime, type Settings, StoreLocked } from '@app/runtime';

/** A running service, over HTTP. */
export interface RemoteService {
  readonly kind: 'remote';
  call(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** The data folder, opened by this process. */
export interface LocalFolder {
  readonly kind: 'local';
  readonly runtime: Runtime;
}

export interface Where {
  readonly url?: string;
  readonly tokenFile?: string;
}

function remote(settings: Settings, where: Where): RemoteService {
  const base = where.url ?? `http://${settings.HOST}:${settings.PORT}`;
  const token = readFileSync(where.tokenFile ?? join(resolve(settings.DATA_DIR), 'admin-token'), 'utf8').trim();
  return {
    kind: 'remote',
    call: (method, path, body, headers = {}) =>
      fetch(new URL(path, base), {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** The running service when one is named or holds the data folder; else the folder itself. */
export async function reach(where: Where): Promise<RemoteService | LocalFolder> {
  const settings = readSettings(process.env);
  if (where.url !== undefined) return remote(settings, where);
  try {
    return { kind: 'local', runtime: await openRuntime(settings) };
  } catch (error) {
    if (error instanceof StoreLocked) return remote(settings, where);
    throw error;
  }
}

export const withWhere = <T extends { option(flags: string, description: string): T }>(command: T): T =>
  command
    .option('--url <address>', 'address of a running service; by default the one that holds DATA_DIR, else DATA_DIR itself')
    .option('--token-file <file>', "file with the token; by default the administrator's token in DATA_DIR");
