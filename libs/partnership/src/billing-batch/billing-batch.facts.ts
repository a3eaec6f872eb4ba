import { exactly, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, many, one } from '../facts';
import type { BatchOf, BillingBatchAcceptedData, BillingBatchRejectedData, BillingBatchSentData } from './billing-batch.events';

const of = ({ streamId, data: { programme, sicknessFund, period, sending } }: RecordedEvent<string, BatchOf>) => ({
  subjectKind: 'structure' as const,
  subjectKey: sicknessFund,
  groupKey: streamId,
  dims: { programme, period, again: sending > 1 },
});

const content = (type: string, lines: number, cents: number, rest: Partial<FactDraft>): readonly FactDraft[] =>
  lines === 0 && cents === 0
    ? []
    : [many(`${type}-lines`, 'service', exactly(lines), rest), many(`${type}-amount`, 'euro', exactly(cents), rest)];

/** `again` tells what was sent once more from what is billed for the first time: only the two together count sendings, never amounts. */
export const billingBatchFacts: FactMapping = {
  BillingBatchSent: (event: RecordedEvent<string, BillingBatchSentData>) => [
    one('billing-batch-sent', 'message', of(event)),
    ...content('billing-sent', event.data.lines, event.data.amountCents, of(event)),
  ],
  BillingBatchAccepted: (event: RecordedEvent<string, BillingBatchAcceptedData>) => {
    const { lines, amountCents, refusedLines, refusedCents } = event.data;
    const rest = of(event);
    const inFull = refusedLines === 0 && refusedCents === 0;
    return [
      one('billing-batch-accepted', 'message', { ...rest, dims: { ...rest.dims, inFull } }),
      ...content('billing-accepted', lines, amountCents, rest),
      ...content('billing-refused', refusedLines, refusedCents, rest),
    ];
  },
  BillingBatchRejected: (event: RecordedEvent<string, BillingBatchRejectedData>) => {
    const rest = of(event);
    return [
      one('billing-batch-rejected', 'message', { ...rest, dims: { ...rest.dims, reason: event.data.reason } }),
      ...content('billing-refused', event.data.lines, event.data.amountCents, rest),
    ];
  },
};
