import { dayAfter, exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { TenderAwardedData, TenderNotAwardedData, TenderPublishedData } from './tender.events';

export const tenderFacts: FactMapping = {
  TenderPublished: ({ streamId, data: { object } }: RecordedEvent<string, TenderPublishedData>) => [
    one('tender-published', 'other', { groupKey: streamId, dims: { object } }),
  ],
  TenderAwarded: ({ streamId, data }: RecordedEvent<string, TenderAwardedData>) => {
    const { object, supplier, amountCents, lastDay } = data;
    const rest = { subjectKind: 'structure', ...(supplier ? { subjectKey: supplier } : {}), groupKey: streamId, dims: { object } } as const;
    return [
      one('tender-awarded', 'other', { ...rest, ...(lastDay === undefined ? {} : { validTo: dayAfter(lastDay) }) }),
      ...(amountCents === undefined ? [] : [many('tender-amount', 'euro', exactly(amountCents), rest)]),
    ];
  },
  TenderNotAwarded: ({ streamId, data: { object, reason } }: RecordedEvent<string, TenderNotAwardedData>) => [
    one('tender-not-awarded', 'other', { groupKey: streamId, dims: { object, reason } }),
  ],
};
