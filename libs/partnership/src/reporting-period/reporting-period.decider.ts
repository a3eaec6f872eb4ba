import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, sameData } from '@app/decider';
import {
  periodFrozen,
  type PeriodFrozenData,
  periodOpened,
  type PeriodOpenedData,
  periodReopened,
  type PeriodReopenedData,
} from './reporting-period.events';

/** The number of the edition is the decision's. */
export type FreezePeriod = Omit<PeriodFrozenData, 'edition'>;

export interface ReportingPeriodState {
  readonly opened: boolean;
  /** Number of the last edition; 0 before the first. */
  readonly editions: number;
  /** What the period is frozen as; absent while it is open. */
  readonly frozen?: PeriodFrozenData;
  /** Why it is open again; absent before it was ever frozen, and once it is frozen anew. */
  readonly reopened?: PeriodReopenedData;
}

type PeriodEvent = EventOf<typeof periodOpened> | EventOf<typeof periodFrozen> | EventOf<typeof periodReopened>;

export const reportingPeriodEvolution: Evolution<ReportingPeriodState> = {
  initialState: { opened: false, editions: 0 },
  evolve: (state, event: PeriodEvent) => {
    switch (event.type) {
      case 'PeriodOpened':
        return { ...state, opened: true };
      case 'PeriodFrozen':
        return { opened: state.opened, editions: Math.max(state.editions, event.data.edition), frozen: event.data };
      case 'PeriodReopened':
        return { opened: state.opened, editions: state.editions, reopened: event.data };
      default:
        return state;
    }
  },
};

/** From here on people work towards an edition. A frozen period is not opened but reopened, with a reason. */
export const openPeriod: Decide<PeriodOpenedData, ReportingPeriodState> = (command, { opened, frozen }) => {
  ensure(!frozen, 'reporting-period.frozen', { edition: frozen?.edition ?? 0 });
  return opened ? [] : [happened(periodOpened, dataOf(periodOpened, command))];
};

/** Fixes an edition. It binds nobody: whatever is recorded later about the period is recorded, and shows as a difference from the edition. */
export const freezePeriod: Decide<FreezePeriod, ReportingPeriodState> = (command, { opened, editions, frozen }) => {
  ensure(opened, 'reporting-period.not-opened');
  const rendered = new Set(command.renderings.map(({ language, mediaType }) => `${language} ${mediaType}`));
  ensure(rendered.size === command.renderings.length, 'reporting-period.rendered-twice', {}, '/renderings');
  if (frozen && sameData(frozen, dataOf(periodFrozen, { ...command, edition: frozen.edition }))) return [];
  ensure(!frozen, 'reporting-period.frozen', { edition: frozen?.edition ?? 0 });
  return [happened(periodFrozen, dataOf(periodFrozen, { ...command, edition: editions + 1 }))];
};

/** The edition stays what it is; the next freeze makes the next one. */
export const reopenPeriod: Decide<PeriodReopenedData, ReportingPeriodState> = (command, { frozen, reopened }) => {
  const data = dataOf(periodReopened, command);
  if (!frozen && sameData(reopened, data)) return [];
  ensure(frozen !== undefined, 'reporting-period.not-frozen');
  return [happened(periodReopened, data)];
};
