import { exactly, type Occurred, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type { AuditOpinionReceivedData, ExpenseCategoryReportedData } from './accounts.events';

const wholeOf = (year: number): Occurred => ({ from: `${year}-01-01`, to: `${year}-12-31`, nature: 'span', precision: 'year' });

/** Expenses belong to their year, whenever they are reported. Shares are states of a series: two years are never added. */
export const accountsFacts: FactMapping = {
  ExpenseCategoryReported: ({ data: { year, category, share, amountCents } }: RecordedEvent<string, ExpenseCategoryReportedData>) => {
    const rest = { occurred: wholeOf(year), dims: { category } };
    return [
      ...(share ? [many('expense-share', 'percentage', share, { ...rest, seriesKey: `expense.${category}` })] : []),
      ...(amountCents === undefined ? [] : [many('expense-amount', 'euro', exactly(amountCents), rest)]),
    ];
  },
  AuditOpinionReceived: ({ streamId, data: { opinion } }: RecordedEvent<string, AuditOpinionReceivedData>) => [
    one('audit-opinion', 'document', { groupKey: streamId, dims: { opinion } }),
  ],
};
