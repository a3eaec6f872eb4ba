import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats } from '@app/decider';
import {
  consentToQuoteWithdrawn,
  type QuotedIn,
  testimonyQuoted,
  type TestimonyQuotedData,
  testimonyReceived,
  type TestimonyReceivedData,
} from './testimony.events';

export type ReceiveTestimony = TestimonyReceivedData;
export interface QuoteTestimony {
  readonly quotedIn: QuotedIn;
  readonly output?: string;
}

export interface TestimonyState {
  readonly received?: Kept<TestimonyReceivedData>;
  /** First day on which it may be quoted no longer. */
  readonly withdrawnOn?: string;
  readonly quotes: readonly Kept<TestimonyQuotedData>[];
}

type TestimonyEvent = EventOf<typeof testimonyReceived> | EventOf<typeof consentToQuoteWithdrawn> | EventOf<typeof testimonyQuoted>;

const evolve = (state: TestimonyState, event: TestimonyEvent): TestimonyState => {
  switch (event.type) {
    case 'TestimonyReceived':
      return { ...state, received: kept(event) };
    case 'ConsentToQuoteWithdrawn':
      return { ...state, withdrawnOn: event.occurred.from };
    case 'TestimonyQuoted':
      return { ...state, quotes: [...state.quotes, kept(event)] };
    default:
      return state;
  }
};

export const testimonyEvolution: Evolution<TestimonyState> = { initialState: { quotes: [] }, evolve };

export const receiveTestimony: Decide<ReceiveTestimony, TestimonyState> = (command, state, { occurred }) => {
  const data = dataOf(testimonyReceived, command);
  if (repeats(state.received, data, occurred)) return [];
  ensure(!state.received, 'testimony.already-received');
  ensure(
    data.organisation === undefined || data.speaker === 'partner-organisation',
    'testimony.organisation-of-a-person',
    {},
    '/organisation',
  );
  return [happened(testimonyReceived, data)];
};

/** Always possible and never questioned. Where no consent stands there is nothing to withdraw, and nothing is recorded. */
export const withdrawConsentToQuote: Decide<object, TestimonyState> = (_command, { received, withdrawnOn }) => {
  if (!received?.data.consentToQuote || withdrawnOn !== undefined) return [];
  return [happened(consentToQuoteWithdrawn, { speaker: received.data.speaker })];
};

/** A quote of before the withdrawal may be recorded afterwards: it stood on a consent. */
export const quoteTestimony: Decide<QuoteTestimony, TestimonyState> = (command, { received, withdrawnOn, quotes }, { occurred }) => {
  ensure(received !== undefined, 'testimony.not-received');
  const { speaker, consentToQuote } = received.data;
  const data = dataOf(testimonyQuoted, { ...command, speaker });
  if (quotes.some((quote) => repeats(quote, data, occurred))) return [];
  ensure(consentToQuote, 'testimony.no-consent');
  ensure(withdrawnOn === undefined || occurred.to < withdrawnOn, 'testimony.consent-withdrawn', { day: withdrawnOn ?? '' });
  return [happened(testimonyQuoted, data)];
};
