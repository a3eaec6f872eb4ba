import '@app/runtime/require-node';
import 'reflect-metadata';
import { Command } from 'commander';
import { clockCommand } from './clock';
import { generateCommand } from './generate';
import { importCommand } from './import';
import { rebuildCommand } from './rebuild';
import { tokenCommand } from './token';

const program = new Command('kroniek')
  .description('Works on the record of an integrated-care partnership: settings come from the same environment variables as the service.')
  .version('0.1.0');

for (const command of [importCommand(), rebuildCommand(), generateCommand(), tokenCommand(), clockCommand()]) program.addCommand(command);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`kroniek: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
