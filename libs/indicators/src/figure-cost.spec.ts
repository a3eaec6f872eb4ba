import { type CountKind, exactly } from '@app/decider';
import { many } from '@app/partnership';
import type { Database } from 'better-sqlite3';
import { Log } from '../../../test/support/fact-log';
import { definitions } from './definitions';
import type { FigureQuery } from './figure-query';
import { figures } from './figures';
import { selectionsOf } from './measures';

/** One fact of every kind that an indicator reads. */
function filled(): Database {
  const log = new Log();
  const kinds = new Map<string, CountKind>();
  for (const { measure } of definitions.values())
    for (const { factType, countKind } of selectionsOf(measure)) for (const type of factType) kinds.set(type, countKind);
  for (const [type, countKind] of kinds)
    log.state([many(type, countKind, exactly(1), { subjectKey: 'x', groupKey: 'g', seriesKey: 's' })], {
      stream: `thing-${type}`,
      on: '2021-03-04',
      territory: { code: type < 'm' ? 'N' : 'S', level: 'zone', hierarchy: '2021' },
      actions: [1],
    });
  return log.read();
}

/** What SQLite does with tables of the facts, for every statement that the questions make it prepare. */
function stepsOf(queries: readonly FigureQuery[]): readonly string[] {
  const db = filled();
  const prepare = jest.spyOn(db, 'prepare');
  for (const query of queries) figures(db, query);
  const texts = new Set(prepare.mock.calls.map(([text]) => text));
  prepare.mockRestore();
  const steps = [...texts].flatMap((text) => {
    const bound = Array.from({ length: text.split('?').length - 1 }, () => '[]');
    return db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...bound);
  });
  return steps.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH) (f|facts|fact_events|fact_rollups)\b/.test(detail));
}

const SCOPES: readonly Partial<FigureQuery>[] = [
  {},
  { organisation: 'org-spec' },
  { plan: '2021', action: 1 },
  { territory: 'N' },
  { where: [{ dim: 'kind', op: 'eq', value: ['x'] }] },
  { asOf: '2021-03-02' },
  { knownOn: '2021-01-01' },
  { period: '2021-03-02..2021-03-09' },
];

describe('a question about any indicator', () => {
  test('looks facts up in an index, never through all of them', () => {
    const queries = [...definitions.keys()].flatMap((indicator) => SCOPES.map((scope) => ({ indicator, period: '2021', ...scope })));
    const steps = stepsOf([...queries, ...[...definitions.keys()].map((indicator) => ({ indicator }))]);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });
});
