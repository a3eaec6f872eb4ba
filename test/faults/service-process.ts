import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const built = (app: string): string => resolve(`dist/apps/${app}/apps/${app}/src/main.js`);

/** A port that was free a moment ago: another run may be going on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The built service in a process of its own, over a data folder of its own, to be killed and started again. */
export class ServiceProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'kroniek-kill-'));
  #process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly plant: readonly string[],
  ) {}

  /** `plant`: a file of this folder that the service loads first, with a defect. */
  static async make(plant?: string): Promise<ServiceProcess> {
    return new ServiceProcess(await freePort(), plant === undefined ? [] : ['--require', resolve('test/faults', plant)]);
  }

  get base(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#process = spawn(process.execPath, [...this.plant, built('api')], {
      env: { ...process.env, DATA_DIR: this.folder, PORT: String(this.port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let attempt = 0; attempt < 400; attempt++) {
      const alive = await fetch(`${this.base}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (alive) return;
      await pause(50);
    }
    throw new Error('the service does not start');
  }

  async kill(): Promise<void> {
    const ended = new Promise((done) => this.#process!.once('exit', done));
    this.#process!.kill('SIGKILL');
    await ended;
  }

  /** At the end of a script that failed. */
  abandon(): void {
    this.#process?.kill('SIGKILL');
  }

  /** A generator's token can only be made on a closed vault: first start, stop, make it. */
  async makeToken(): Promise<string> {
    await this.start();
    await this.kill();
    const made = spawn(process.execPath, [built('cli'), 'token', 'create', '--role', 'generator'], {
      env: { ...process.env, DATA_DIR: this.folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let token = '';
    for await (const chunk of made.stdout) token += String(chunk);
    return token.trim();
  }

  async log<E extends { readonly id: string }>(): Promise<readonly E[]> {
    const all: E[] = [];
    for (let after = ''; ;) {
      const response = await fetch(`${this.base}/api/events?limit=1000${after && `&after=${after}`}`);
      const { events, next } = (await response.json()) as { events: E[]; next: string };
      if (events.length === 0) return all;
      all.push(...events);
      after = next;
    }
  }

  /** Ends the script with the code that it answers; when it fails, the folder is left for a look. */
  static async finish(run: Promise<number>, service: () => ServiceProcess | undefined): Promise<never> {
    try {
      const code = await run;
      rmSync(service()!.folder, { recursive: true, force: true });
      process.exit(code);
    } catch (error) {
      process.stderr.write(`${String(error)}\nthe data folder is left for a look: ${service()?.folder}\n`);
      service()?.abandon();
      process.exit(1);
    }
  }
}
