import { exactly } from '@app/decider';
import { one } from '@app/partnership';
import { between, defined, Log } from '../../../test/support/fact-log';
import { dashboard, type DashboardQuery } from './dashboard';
import type { PinnedExport } from './exports/export-query';
import { exportRows } from './exports/export-rows';
import { figures } from './figures';
import { provenance } from './provenance';
import { definitions as allDefinitions, indicatorGroups } from './definitions';

const definitions = defined({
  sessions: { op: 'sum', of: { factType: ['held'], countKind: 'session' } },
  webinars: {
    op: 'sum',
    of: { factType: ['held'], countKind: 'session', where: { all: [{ dim: 'kind', op: 'eq', value: ['webinar'] }] } },
  },
  inclusions: { op: 'sum', of: { factType: ['included'], countKind: 'inclusion' } },
  members: { op: 'stock', of: { factType: ['member'], countKind: 'membership' } },
  judged: { op: 'reported', countKind: 'session' },
  waiting: { op: 'delay', num: { factType: ['solved'], countKind: 'request' }, den: { factType: ['asked'], countKind: 'request' } },
  mixed: {
    op: 'compose',
    parts: [
      { indicator: 'sessions', sign: 1 },
      { indicator: 'inclusions', sign: 1 },
    ],
  },
});

const log = new Log();
log.plan([one('member', 'membership', { subjectKey: 'p' })], { stream: 'm', on: '2019-01-01' });
log.state([one('held', 'session', { dims: { kind: 'talk' } })], { stream: 's-1', on: '2021-02-03', actions: [6], organisation: 'org-a' });
log.state([one('included', 'inclusion')], { stream: 'i', on: between('2021-06-01', '2021-07-31'), at: '2021-09-01' });
log.claim(
  { indicator: 'judged', period: { from: '2021-01-01', to: '2021-12-31' }, kind: 'session', quantity: exactly(29) },
  { at: '2021-12-01' },
);
log.state([one('asked', 'request', { groupKey: 'r' })], { stream: 'r', on: '2020-05-05' });
const db = log.read();

const shown = (query: Omit<DashboardQuery, 'asOf'> & { asOf?: string }) =>
  dashboard(db, { asOf: '2021-12-31', ...query }, { definitions, today: '2022-01-31' })
    .groups.flatMap(({ figures }) => figures)
    .map(({ indicator, figure }) => `${indicator} ${figure.value ?? figure.computed?.hi ?? '-'}`)
    .sort();

test('leaves a zero that rests on coverage alone to the export', async () => {
  const covered = new Log();
  covered.state([one('held', 'session')], { stream: 's-1', on: '2021-02-03' });
  for (const factType of ['held', 'included']) covered.cover(factType, '2021-01-01', '2021-12-31', { at: '2022-01-02' });
  const facts = covered.read();
  const asked = { asOf: '2021-12-31', knownOn: '2022-01-31' };
  const kinds = ['sessions', 'inclusions', 'members'].map((code) => definitions.get(code)!);
  const pinned: PinnedExport = { ...asked, query: { indicators: 'all', period: '2021' }, definitions: kinds, periods: ['2021'] };
  const rows = await Array.fromAsync(exportRows((question) => question(facts), pinned, { definitions, today: '2022-01-31' }));
  expect(rows.map(({ definition, figure }) => [definition.code, figure.value])).toEqual([
    ['sessions', 1],
    ['inclusions', 0],
  ]);
  const { groups } = dashboard(facts, { ...asked, period: '2021' }, { definitions, today: '2022-01-31' });
  expect(groups.flatMap(({ figures }) => figures).map(({ indicator }) => indicator)).toEqual(['sessions', 'mixed']);
});

test('shows every indicator that facts or claims say something about, and no other', () => {
  expect(shown({ period: '2021' })).toEqual(['inclusions 1', 'judged 29', 'members 1', 'mixed -', 'sessions 1']);
  expect(shown({ period: '2020' })).toEqual(['members 1', 'waiting -']);
  expect(shown({ period: '2021-Q1' })).toEqual(['members 1', 'mixed -', 'sessions 1']);
});

test('shows what a month only partly knows', () => {
  const { groups } = dashboard(db, { period: '2021-07', asOf: '2021-12-31' }, { definitions });
  const inclusions = groups.flatMap(({ figures }) => figures).find(({ indicator }) => indicator === 'inclusions');
  expect(inclusions?.figure.computed).toMatchObject({ value: 0, hi: 1, partly: 1 });
});

test('is narrowed to a plan, an organisation or a territory', () => {
  expect(shown({ period: '2021', plan: '2021' })).toEqual(['judged 29', 'mixed -', 'sessions 1']);
  expect(shown({ period: '2021', organisation: 'org-a' })).toEqual(['mixed -', 'sessions 1']);
  expect(shown({ period: '2021', territory: 'nowhere' })).toEqual([]);
});

test('is that of K and A', () => {
  expect(shown({ period: '2021', knownOn: '2021-08-31' })).toEqual(['members 1', 'mixed -', 'sessions 1']);
  expect(shown({ period: '2021', asOf: '2021-01-31' })).toEqual(['members 1']);
  expect(dashboard(db, { period: '2023', asOf: '2021-12-31' }, { definitions })).toMatchObject({
    period: { from: '2023-01-01' },
    groups: [],
  });
});

test.each(['2019', '2020', '2021', '2021-Q1', '2021-Q2', '2021-06', '2021-07', '2022'])(
  'of %s leaves out no indicator that rests on anything',
  (period) => {
    const resting = [...definitions.keys()].filter((indicator) => {
      const { events, claims } = provenance(
        db,
        figures(db, { indicator, period, asOf: '2022-12-31' }, { definitions }).figures[0]?.id ?? '',
        { definitions },
      );
      return events.length > 0 || claims.length > 0;
    });
    const asked = shown({ period, asOf: '2022-12-31' }).map((line) => line.split(' ')[0]);
    expect(asked).toEqual([...resting].sort());
  },
);

test('every indicator of the files has a group: its term, or the plan that asks for it', () => {
  expect([...indicatorGroups.keys()].sort()).toEqual([...allDefinitions.keys()].sort());
  expect(indicatorGroups.get('information-sessions')).toEqual({ term: 'session' });
  expect(indicatorGroups.get('plan-2024-03-joint-projects')).toEqual({ plan: '2024' });
});

test('has what stands on one day, however long ago the last of its facts was', () => {
  const standing = new Log();
  standing.state([one('delivered', 'output', { dims: { stage: 'draft' } })], { on: '2019-03-04', at: '2019-03-05' });
  const progress = defined({
    progress: { op: 'milestone', of: { factType: ['delivered'], countKind: 'output' }, stages: ['draft', 'approved'] },
  });
  const { groups } = dashboard(standing.read(), { period: '2021', asOf: '2021-12-31' }, { definitions: progress });
  expect(groups.flatMap(({ figures: some }) => some.map(({ indicator, figure }) => [indicator, figure.lo]))).toEqual([['progress', 1]]);
});
