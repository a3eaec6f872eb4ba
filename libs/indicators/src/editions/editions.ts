import { reportingPeriodEvolution } from '@app/partnership/reporting-period/reporting-period.decider';
import type { PeriodFrozenData, ReportingPeriod } from '@app/partnership/reporting-period/reporting-period.events';
import { reportingPeriodTerm } from '@app/partnership/reporting-period/reporting-period.term';
import type { Database } from 'better-sqlite3';
import type { Edition } from './edition.answer';
import type { Known } from '../known';
import { type SaidEvent, saidEvents } from '../said-events';

export type { Edition } from './edition.answer';

function editionsOfPeriod(said: readonly SaidEvent[]): readonly Edition[] {
  const { frozen } = said.reduce<typeof reportingPeriodEvolution.initialState>(
    (state, event) => reportingPeriodEvolution.evolve(state, event as never),
    reportingPeriodEvolution.initialState,
  );
  return said
    .filter(({ type }) => type === 'PeriodFrozen')
    .map(({ id, organisation, recordedAt, data }) => {
      const edition = data as unknown as PeriodFrozenData;
      return { id, ...edition, organisation, recordedAt, current: frozen?.edition === edition.edition };
    });
}

/** The editions that stand at K, those of one period after another, each in the order in which they were frozen. One that was withdrawn is gone. */
export function editionsAt(db: Database, known: Known): readonly Edition[] {
  const said = saidEvents(db, known, { term: reportingPeriodTerm.name });
  return [...Map.groupBy(said, ({ streamId }) => streamId).values()].flatMap(editionsOfPeriod);
}

export const editionsOf = (db: Database, known: Known, wanted: Partial<ReportingPeriod>): readonly Edition[] =>
  editionsAt(db, known).filter(
    ({ view, subject, period }) =>
      view === (wanted.view ?? view) && subject === (wanted.subject ?? subject) && period === (wanted.period ?? period),
  );
