import { dayAfter, exactly, type Occurred, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { SubsidyGrantedData, SubsidyReceivedData, SubsidyStoppedData } from './subsidy.events';

const onDay = (day: string): Occurred => ({ from: day, to: day, nature: 'point', precision: 'day' });

/** Granted on the day of the decision, running from the first to the last day of its period, received payment by payment. */
export const subsidyFacts: FactMapping = {
  SubsidyGranted: ({ streamId, data }: RecordedEvent<string, SubsidyGrantedData>) => {
    const { funder, kind, amountCents, firstDay, lastDay } = data;
    const rest = { groupKey: streamId, dims: { funder, kind } };
    return [
      one('subsidy-granted', 'other', rest),
      one('subsidy-running', 'other', {
        ...rest,
        ...(firstDay === undefined ? {} : { occurred: onDay(firstDay) }),
        ...(lastDay === undefined ? {} : { validTo: dayAfter(lastDay) }),
      }),
      ...(amountCents === undefined ? [] : [many('subsidy-amount-granted', 'euro', exactly(amountCents), rest)]),
    ];
  },
  SubsidyReceived: ({ streamId, data }: RecordedEvent<string, SubsidyReceivedData>) => {
    const { funder, kind, late, amountCents } = data;
    const rest = { groupKey: streamId, dims: { funder, kind, late } };
    return [
      one('subsidy-received', 'other', rest),
      ...(amountCents === undefined ? [] : [many('subsidy-amount-received', 'euro', exactly(amountCents), rest)]),
    ];
  },
  SubsidyStopped: ({ streamId, data: { funder, kind, reason, stoppedOn } }: RecordedEvent<string, SubsidyStoppedData>) => [
    { change: ['subsidy-running'], validTo: stoppedOn },
    one('subsidy-stopped', 'other', { groupKey: streamId, dims: { funder, kind, reason } }),
  ],
};
