import { Command } from 'commander';
import { reach, type Where, withWhere } from './service';

async function rebuild(name: string | undefined, options: Where): Promise<void> {
  const target = await reach(options);
  if (target.kind === 'local') {
    await target.runtime.projections.rebuild(name);
    await target.runtime.close();
  } else {
    const response = await target.call('POST', name === undefined ? '/api/projections/rebuild' : `/api/projections/${encodeURIComponent(name)}/rebuild`);
    if (!response.ok) throw new Error(((await response.json()) as { title: string }).title);
  }
  process.stdout.write(`${name ?? 'every projection'} rebuilt\n`);
}

export const rebuildCommand = (): Command =>
  withWhere(
    new Command('rebuild').description('fill the read models anew from the events, beside the live ones').argument('[projection]', 'all when absent'),
  ).action(rebuild);
