import { openVault, readSettings } from '@app/runtime';
import { Command, Option } from 'commander';

const ROLES = ['admin', 'operator', 'import', 'generator'] as const;

function create({ role, name }: { role: (typeof ROLES)[number]; name: string }): void {
  const vault = openVault(readSettings(process.env));
  process.stdout.write(`${vault.createToken({ kind: role, name })}\n`);
  vault.close();
}

export const tokenCommand = (): Command =>
  new Command('token')
    .description('tokens of the service')
    .addCommand(
      new Command('create')
        .description('make a token; it is shown once, only its digest is kept')
        .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
        .option('--name <name>', 'what it is for', 'token')
        .action(create),
    );
