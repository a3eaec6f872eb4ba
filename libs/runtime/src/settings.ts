import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, Min, validateSync } from 'class-validator';

/** Every setting of the service, from environment variables, checked at start. */
export class Settings {
  @Transform(({ value }) => Number(value)) @IsInt() @Min(0) @Max(65535) PORT: number = 3000;

  /** Reads need no token while this is a loopback address. */
  @IsString() @IsNotEmpty() HOST: string = '127.0.0.1';

  /** Holds the event store, the vault, the editions, the read database and the token file. Back it up; see the how-to. */
  @IsString() @IsNotEmpty() DATA_DIR: string = 'var';

  @IsIn(['sqlite', 'eventstoredb']) EVENT_STORE: 'sqlite' | 'eventstoredb' = 'sqlite';

  /** `esdb://` or `esdb+discover://`; needed when EVENT_STORE is eventstoredb. */
  @IsOptional() @IsString() EVENTSTOREDB_URL?: string;

  /** Absent: `master-key` in DATA_DIR, made at first start. */
  @IsOptional() @IsString() MASTER_KEY_FILE?: string;

  /** Folder of the built web page. */
  @IsString() WEB_ROOT: string = 'dist/apps/web';
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

export const readsAreOpen = (settings: Settings): boolean => isLoopback(settings.HOST);

/** @throws Error that lists every setting that is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const known = Object.keys(new Settings()).concat('EVENTSTOREDB_URL', 'MASTER_KEY_FILE');
  const given = Object.fromEntries(known.filter((name) => environment[name] !== undefined && environment[name] !== '').map((name) => [name, environment[name]]));
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings).flatMap((error) => Object.values(error.constraints ?? {}));
  if (settings.EVENT_STORE === 'eventstoredb' && !settings.EVENTSTOREDB_URL) problems.push('EVENTSTOREDB_URL is needed when EVENT_STORE is eventstoredb');
  if (problems.length > 0) throw new Error(`the settings are not usable:\n  ${problems.join('\n  ')}`);
  return settings;
}
