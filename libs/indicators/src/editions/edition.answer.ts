import type { PeriodFrozenData } from '@app/partnership/reporting-period/reporting-period.events';

/** A period as it was frozen. */
export interface Edition extends PeriodFrozenData {
  /** Id of the event that froze it. */
  readonly id: string;
  readonly organisation: string;
  readonly recordedAt: string;
  /** Whether the period stands frozen as this edition; false once it was reopened. */
  readonly current: boolean;
}
