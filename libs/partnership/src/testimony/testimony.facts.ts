import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import type { TestimonyQuotedData, TestimonyReceivedData } from './testimony.events';

/** `consent-to-quote` is a stock: it lasts until it is withdrawn. A testimony is a group of its own, never a person. */
export const testimonyFacts: FactMapping = {
  TestimonyReceived: ({ streamId, data }: RecordedEvent<string, TestimonyReceivedData>) => {
    const { speaker, testimonyLanguage, consentToQuote, topic } = data;
    const dims = { speaker, testimonyLanguage };
    return [
      one('testimony-received', 'testimony', { groupKey: streamId, dims: { ...dims, consentToQuote, ...(topic ? { topic } : {}) } }),
      ...(consentToQuote ? [one('consent-to-quote', 'testimony', { groupKey: streamId, occurrenceKey: streamId, dims })] : []),
    ];
  },
  ConsentToQuoteWithdrawn: ({ streamId, occurred, data }: RecordedEvent<string, { readonly speaker: string }>) => [
    { change: ['consent-to-quote'], occurrenceKey: streamId, validTo: occurred.from },
    one('consent-to-quote-withdrawn', 'testimony', { groupKey: streamId, dims: { speaker: data.speaker } }),
  ],
  TestimonyQuoted: ({ streamId, data }: RecordedEvent<string, TestimonyQuotedData>) => [
    one('testimony-quoted', 'publication', { groupKey: streamId, dims: { speaker: data.speaker, quotedIn: data.quotedIn } }),
  ],
};
