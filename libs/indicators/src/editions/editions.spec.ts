import { EDITION_VIEWS, periodFrozen, periodOpened, periodReopened } from '@app/partnership/reporting-period/reporting-period.events';
import { reportingPeriodTerm } from '@app/partnership/reporting-period/reporting-period.term';
import { createFactsProjection } from '../facts.projection';
import { knownAt } from '../known';
import { editionViews } from './edition-views';
import { editionsAt, editionsOf } from './editions';
import { Log, statingTerm } from '../../../../test/support/fact-log';

const plan = { view: 'plan', subject: '2021', period: '2021' } as const;
const all = { view: 'indicators', subject: 'record', period: '2021' } as const;
const made = { asOf: '2021-12-31', sha256: 'a', renderings: [] };

describe('editions', () => {
  const log = new Log();
  const streams = { plan: { stream: 'reporting-period-plan.2021.2021' }, all: { stream: 'reporting-period-indicators.record.2021' } };
  log.add(periodOpened, plan, { ...streams.plan, at: '2022-01-05' });
  log.add(periodOpened, all, streams.all);
  const first = log.add(periodFrozen, { ...plan, ...made, edition: 1 }, { ...streams.plan, at: '2022-02-05' });
  const figures = log.add(periodFrozen, { ...all, ...made, edition: 1 }, { ...streams.all, at: '2022-02-06' });
  log.add(periodReopened, { ...plan, reason: { nl: 'x', fr: 'x' } }, { ...streams.plan, at: '2022-03-05' });
  const second = log.add(periodFrozen, { ...plan, ...made, edition: 2 }, { ...streams.plan, at: '2022-04-05' });
  const taken = log.withdraw(figures, { ...streams.all, at: '2022-05-05' });

  const db = log.read(createFactsProjection([statingTerm, reportingPeriodTerm]));
  const known = (knownOn: string) => editionsAt(db, knownAt(db, { knownOn })).map(({ id, edition, current }) => [id, edition, current]);

  test('are there from their freeze, current until the period is reopened, gone when withdrawn', () => {
    expect(known('2022-01-31')).toEqual([]);
    expect(known('2022-02-28')).toEqual([
      [first, 1, true],
      [figures, 1, true],
    ]);
    expect(known('2022-03-31')).toContainEqual([first, 1, false]);
    expect(known('2022-04-30')).toEqual([
      [first, 1, false],
      [second, 2, true],
      [figures, 1, true],
    ]);
    expect(taken).toBeDefined();
    expect(known('2022-05-31').map(([id]) => id)).toEqual([first, second]);
  });

  test('are found by what they are of', () => {
    const found = (wanted: object) => editionsOf(db, knownAt(db, {}), wanted).map(({ id }) => id);
    expect([found({ view: 'plan' }), found({ subject: 'record' }), found({ period: '2020' })]).toEqual([[first, second], [], []]);
  });
});

test('every view that can be frozen is a kind that an edition knows', () => {
  expect([...editionViews.keys()].filter((kind) => !EDITION_VIEWS.includes(kind))).toEqual([]);
});
