import { once } from 'node:events';
import { generateActivity } from '@app/partnership';
import { Command, InvalidArgumentError } from 'commander';

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1');
  return value;
};

const day = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('a day, YYYY-MM-DD');
  return text;
};

async function generate(options: { seed: number; teams: number; days: number; from: string }): Promise<void> {
  for (const line of generateActivity(options)) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}

/** Writes synthetic commands; `kroniek import --synthetic` takes them, so that they never enter a figure of the record. */
export const generateCommand = (): Command =>
  new Command('generate')
    .description('write synthetic activity as commands, the same for the same seed')
    .option('--seed <number>', 'seed', whole, 1)
    .option('--teams <number>', 'teams', whole, 7)
    .option('--days <number>', 'days of activity', whole, 30)
    .option('--from <day>', 'first day', day, '2021-01-01')
    .action(generate);
