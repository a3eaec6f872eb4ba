import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FigureQuery, figures } from '@app/indicators';
import Sqlite, { type Database } from 'better-sqlite3';
import { seedFacts } from './figure-facts';
import type { Measurement, Settings } from './measurement';
import { median } from './ratios';

const FEW = 10_000;
const INDICATORS = ['sessions-held', 'information-sessions', 'session-attendances', 'session-registrations', 'inclusions'];
const PERIODS = ['2024', '2024-05'];
const SCOPES: readonly Partial<FigureQuery>[] = [{ organisation: 'org-7' }, { territory: 'zone-2' }, { plan: '2016', action: 36 }];
const KNOWN_ON = '2025-06-30';

const asked = (indicators: readonly string[], scopes: readonly Partial<FigureQuery>[]): readonly FigureQuery[] =>
  indicators.flatMap((indicator) => PERIODS.flatMap((period) => scopes.map((scope) => ({ indicator, period, ...scope }))));

/** What a dashboard asks: sums of a year and of a month, of all and of one organisation, zone or action. Beside them what has no roll-up. */
const QUESTIONS: Readonly<Record<string, readonly FigureQuery[]>> = {
  current: [...asked(INDICATORS, [{}]), ...asked(INDICATORS, SCOPES)],
  unscoped: asked(INDICATORS, [{}]),
  scoped: asked(INDICATORS, SCOPES),
  twoTimes: asked(INDICATORS, [{ knownOn: KNOWN_ON }]),
  distinct: asked(['session-unique-attendants', 'persons-included'], [{}]),
};

/** The median time that each question takes, added up. Both databases in turn, so that a slow moment meets both. */
function timesOf(databases: readonly Database[], questions: readonly FigureQuery[], turns: number): readonly number[] {
  const totals = databases.map(() => 0);
  for (const question of questions) {
    const times = databases.map((): number[] => []);
    for (let turn = 0; turn < turns; turn++) {
      databases.forEach((db, at) => {
        const started = performance.now();
        figures(db, question);
        times[at]!.push((performance.now() - started) * 1_000);
      });
    }
    times.forEach((some, at) => (totals[at]! += median(some)));
  }
  return totals;
}

/** A database of few events and one of many over the same ten years: microseconds for each list of questions. */
export async function measureFigures({ facts, events }: Settings): Promise<Measurement> {
  const databases = [FEW, events].map((count) => new Sqlite(join(facts, `facts-${count}.db`), { readonly: true }));
  const [few] = databases.map((db) => figures(db, { indicator: 'sessions-held', period: '2024' }).figures[0]?.computed?.facts ?? 0);
  if (!few) throw new Error('not proved: the figures rest on no facts');
  const measured: Record<string, number> = {};
  for (const [name, questions] of Object.entries(QUESTIONS)) {
    const turns = name === 'twoTimes' || name === 'distinct' ? 15 : 300;
    timesOf(databases, questions, Math.ceil(turns / 10));
    const [small, large] = timesOf(databases, questions, turns) as [number, number];
    measured[`${name}FewUs`] = small;
    measured[`${name}ManyUs`] = large;
  }
  for (const db of databases) db.close();
  return measured;
}

/** Both databases, made once. */
export function seedFigures(folder: string, events: number): void {
  if (existsSync(folder)) return;
  const filling = `${folder}.filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(filling, { recursive: true });
  for (const count of [FEW, events]) seedFacts(join(filling, `facts-${count}.db`), count);
  renameSync(filling, folder);
}
