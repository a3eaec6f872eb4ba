import { Command } from 'commander';
import { reach, type Where, withWhere } from './service';

async function accept(options: Where): Promise<void> {
  const target = await reach(options);
  if (target.kind === 'local') {
    await target.runtime.close();
    throw new Error('no service is running; one that starts with a wrong clock says so and waits for this command');
  }
  const response = await target.call('POST', '/api/clock/accept');
  if (!response.ok) throw new Error(((await response.json()) as { title: string }).title);
  process.stdout.write('the clock is accepted; recording goes on\n');
}

export const clockCommand = (): Command =>
  new Command('clock')
    .description("the server's clock")
    .addCommand(withWhere(new Command('accept').description('recording goes on from what the clock says now')).action(accept));
