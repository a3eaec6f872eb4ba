import { Logger } from '@nestjs/common';
import { createApp } from './app';
import { importDemo } from './demo';
import { Readiness } from './readiness';
import { openRuntime, readSettings } from '@app/runtime';

const VERSION = '0.1.0';
const SHUTDOWN_MS = 10_000;

/** sysexits: unusable configuration; temporary failure, worth a restart. */
const EXIT_CONFIGURATION = 78;
const EXIT_RESTART = 75;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function endWith(code: number, reason: string): never {
  process.stderr.write(`kroniek: ${reason}\n`);
  process.exit(code);
}

/** Starts the service; with `--demo`, imports the 2021 register through the command path once it listens. */
export async function start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const settings = readSettings(environment);
    const logger = new Logger('Projections');
    const runtime = await openRuntime(settings, {
      onFenced: (reason) => endWith(EXIT_RESTART, `the store is fenced: ${reason}; restart to go on`),
      log: (level, message) => logger[level === 'info' ? 'log' : level](message),
      onProjectionsDead: ({ message }) => logger.error(`the projection thread has died, figures stand still until a restart: ${message}`),
    });
    const app = await createApp(runtime, settings);
    const readiness = app.get(Readiness);
    const demo = args.includes('--demo');
    if (demo) readiness.importStarted();
    let closing = false;
    const shutDown = (): void => {
      if (closing) return;
      closing = true;
      setTimeout(() => endWith(EXIT_RESTART, 'shutdown took too long'), SHUTDOWN_MS).unref();
      void app
        .close()
        .then(() => runtime.close())
        .then(() => process.exit(0));
    };
    process.once('SIGTERM', shutDown).once('SIGINT', shutDown);
    await app.listen(settings.PORT, settings.HOST);
    const address = await app.getUrl();
    say(`kroniek ${VERSION} on Node ${process.version}, events in ${runtime.storePath}`);
    if (runtime.vault.madeMasterKey)
      say(
        `a master key was made: ${settings.MASTER_KEY_FILE ?? `${settings.DATA_DIR}/master-key`}. Keep a copy apart from the backups; without it every sealed part is lost.`,
      );
    if (!runtime.clock.trusted) say('the clock stands behind the last event: nothing is recorded until `kroniek clock accept`');
    if (demo) await importDemo(runtime, readiness, say);
    say(`listening on ${address}`);
    say(`administrator's token in ${runtime.tokenFile}`);
  } catch (error) {
    if (error instanceof Error) endWith(EXIT_CONFIGURATION, error.message);
    new Logger('Start').error('failed');
    throw error;
  }
}
