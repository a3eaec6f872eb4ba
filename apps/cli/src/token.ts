import { join, resolve } from 'node:path';
import { PooledRandom } from '@app/audit';
import { readSettings } from '@app/runtime';
import { Vault } from '@app/vault';
import { Command, Option } from 'commander';

const ROLES = ['admin', 'operator', 'import', 'generator'] as const;

function create({ role, name }: { role: (typeof ROLES)[number]; name: string }): void {
  const settings = readSettings(process.env);
  const folder = resolve(settings.DATA_DIR);
  const vault = Vault.open({
    file: join(folder, 'vault.db'),
    masterKeyFile: settings.MASTER_KEY_FILE ?? join(folder, 'master-key'),
    random: new PooledRandom(),
    now: () => Date.now(),
  });
  process.stdout.write(`${vault.createToken({ kind: role, name })}\n`);
  vault.close();
}

export const tokenCommand = (): Command =>
  new Command('token').description('tokens of the service').addCommand(
    new Command('create')
      .description('make a token; it is shown once, only its digest is kept')
      .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
      .option('--name <name>', 'what it is for', 'token')
      .action(create),
  );
