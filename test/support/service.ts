import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@app/decider';
import { openRuntime, readSettings, type Runtime, type RuntimeOptions, type Settings } from '@app/runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/api/src/app';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: any;
  readonly text: string;
}

/** The whole service over a data folder of its own, reached over HTTP in this process. */
export class TestService {
  #key = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly runtime: Runtime,
    readonly settings: Settings,
    readonly folder: string,
    readonly token: string,
  ) {}

  static async start(
    options: { folder?: string; clock?: Clock; environment?: Record<string, string>; runtime?: RuntimeOptions } = {},
  ): Promise<TestService> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kroniek-test-'));
    const settings = readSettings({ DATA_DIR: folder, PORT: '0', ...options.environment });
    const runtime = await openRuntime(settings, { ...options.runtime, ...(options.clock ? { clock: options.clock } : {}) });
    const app = await createApp(runtime, settings);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestService(app, runtime, settings, folder, readFileSync(join(folder, 'admin-token'), 'utf8').trim());
  }

  /** A token of another kind of principal. */
  tokenOf(kind: 'operator' | 'import' | 'generator', name: string = kind): string {
    return this.runtime.vault.createToken({ kind, name });
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, headers);
  }

  /** Posts a command; a key of its own unless one is given. */
  async post(command: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', `/api/commands/${command}`, typeof body === 'string' ? body : JSON.stringify(body), {
      authorization: `Bearer ${this.token}`,
      'idempotency-key': `test-${this.#key++}`,
      'content-type': 'application/json',
      ...headers,
    });
  }

  async send(method: 'GET' | 'POST', url: string, payload?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    const json = /json/.test(String(response.headers['content-type']));
    return { status: response.statusCode, headers: response.headers, body: json ? response.json() : undefined, text: response.payload };
  }

  /** How many events the record holds. */
  async count(): Promise<number> {
    return (await Array.fromAsync(this.runtime.store.readAll(undefined))).length;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.runtime.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
