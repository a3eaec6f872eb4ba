import type { Measurement } from './measurement';

export interface Ratio {
  readonly name: string;
  readonly part: string;
  readonly of: readonly [name: string, figure: string];
  /** Absent: the figure itself. */
  readonly to?: readonly [name: string, figure: string];
  readonly bar: { readonly least: number } | { readonly most: number };
  readonly aim?: number;
}

const rate = (name: string): readonly [string, string] => [name, 'perSecond'];

/** What the project holds itself to; a ratio takes both figures from the same round. */
export const RATIOS: readonly Ratio[] = [
  {
    part: 'a',
    name: 'command, warm / class-validator no-op',
    of: rate('http-warm'),
    to: rate('http-validated'),
    bar: { least: 0.5 },
    aim: 0.75,
  },
  {
    part: 'a',
    name: 'command, cold cache / class-validator no-op',
    of: rate('http-cold'),
    to: rate('http-validated'),
    bar: { least: 0.45 },
    aim: 0.75,
  },
  { part: 'a', name: 'command, warm / bare no-op', of: rate('http-warm'), to: rate('http-bare'), bar: { least: 0.24 }, aim: 0.35 },
  { part: 'a', name: 'p99, warm / bare no-op', of: ['http-warm', 'p99Ms'], to: ['http-bare', 'p99Ms'], bar: { most: 5 } },
  {
    part: 'a',
    name: 'command with one sealed text / class-validator no-op',
    of: rate('http-sealed'),
    to: rate('http-validated'),
    bar: { least: 0.25 },
    aim: 0.4,
  },
  {
    part: 'a',
    name: 'whole service, projections following / class-validator no-op',
    of: rate('http-service'),
    to: rate('http-validated'),
    bar: { least: 0 },
  },
  { part: 'b', name: 'group commit / batch size 1, over HTTP', of: rate('http-warm'), to: rate('http-batch-1'), bar: { least: 1.8 } },
  { part: 'b', name: 'group commit / batch size 1, at the port', of: rate('port-32'), to: rate('port-32-batch-1'), bar: { least: 3 } },
  {
    part: 'c',
    name: 'rebuild of all projections / read and parse',
    of: rate('rebuild'),
    to: rate('read-and-parse'),
    bar: { least: 0.3 },
    aim: 0.8,
  },
  { part: 'd', name: 'commit function / raw SQLite', of: rate('commit-function'), to: rate('raw-sqlite'), bar: { least: 0.85 } },
  { part: 'd', name: 'port, 1 caller / raw SQLite', of: rate('port-1'), to: rate('raw-sqlite'), bar: { least: 0.4 } },
  { part: 'd', name: 'port, 32 callers / raw SQLite', of: rate('port-32'), to: rate('raw-sqlite'), bar: { least: 4 } },
  { part: 'e', name: 'memory growth, MiB', of: ['overload', 'growthMiB'], bar: { most: 64 } },
  { part: 'f', name: 'spawn to ready, s', of: ['start', 'seconds'], bar: { most: 3 } },
  { part: 'f', name: 'spawn to ready after kill -9, s', of: ['start-after-kill', 'seconds'], bar: { most: 3 } },
  {
    part: 'g',
    name: 'define an indicator to its answer for five years / scan of the events',
    of: ['define-after-five-years', 'seconds'],
    to: ['scan-five-years', 'seconds'],
    bar: { most: 0.25 },
  },
  {
    part: 'h',
    name: 'current figures, 1,000,000 events / 10,000',
    of: ['figures', 'currentManyUs'],
    to: ['figures', 'currentFewUs'],
    bar: { most: 1.2 },
  },
  {
    part: 'h',
    name: 'figures of two times, 1,000,000 events / 10,000',
    of: ['figures', 'twoTimesManyUs'],
    to: ['figures', 'twoTimesFewUs'],
    bar: { least: 0 },
  },
  {
    part: 'h',
    name: 'distinct counts, 1,000,000 events / 10,000',
    of: ['figures', 'distinctManyUs'],
    to: ['figures', 'distinctFewUs'],
    bar: { least: 0 },
  },
];

/** What one round measured, by case. Just before: `idle`, the share of the processors that nobody used, and `probeMs`, a fixed piece of work. */
export type Round = Readonly<Record<string, { readonly idle: number; readonly probeMs: number; readonly figures: Measurement }>>;

export interface RatioResult extends Ratio {
  readonly rounds: readonly number[];
  readonly median: number;
  /** The round that is furthest on the wrong side. */
  readonly worst: number;
  readonly met: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const figureOf = (round: Round, [name, figure]: readonly [string, string]): number | undefined => round[name]?.figures[figure];

/** Every ratio whose cases were run. */
export function ratiosOf(rounds: readonly Round[]): readonly RatioResult[] {
  return RATIOS.flatMap((ratio) => {
    const values = rounds.flatMap((round) => {
      const of = figureOf(round, ratio.of);
      const to = ratio.to ? figureOf(round, ratio.to) : 1;
      return of === undefined || to === undefined ? [] : [of / to];
    });
    if (values.length === 0) return [];
    const middle = median(values);
    const met = 'least' in ratio.bar ? middle >= ratio.bar.least : middle <= ratio.bar.most;
    const worst = 'least' in ratio.bar ? Math.min(...values) : Math.max(...values);
    return [{ ...ratio, rounds: values, median: middle, worst, met }];
  });
}
