import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
  sameData,
} from '@app/decider';
import {
  type BatchOf,
  billingBatchAccepted,
  type BillingBatchAcceptedData,
  billingBatchRejected,
  type BillingBatchRejectedData,
  billingBatchSent,
  type BillingBatchSentData,
  type RejectionReason,
} from './billing-batch.events';

/** The first sending when left out. */
interface OfSending {
  readonly sending?: number;
}

export type SendBillingBatch = Omit<BillingBatchSentData, 'sending'> & OfSending;

export interface AcceptBillingBatch extends OfSending {
  readonly lines?: number;
  readonly amountCents?: number;
}

export interface RejectBillingBatch extends OfSending {
  readonly reason: RejectionReason;
}

type Sendings<Data> = Readonly<Record<number, Kept<Data>>>;

/** Per sending what was sent and what was answered, each on its own, so that a correction of one still sees the others. */
export interface BillingBatchState {
  readonly sent: Sendings<BillingBatchSentData>;
  readonly accepted: Sendings<BillingBatchAcceptedData>;
  readonly rejected: Sendings<BillingBatchRejectedData>;
}

export const billingBatchEvolution: Evolution<BillingBatchState> = {
  initialState: { sent: {}, accepted: {}, rejected: {} },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case billingBatchSent.type:
        return { ...state, sent: { ...state.sent, [event.data.sending]: kept(event) } };
      case billingBatchAccepted.type:
        return { ...state, accepted: { ...state.accepted, [event.data.sending]: kept(event) } };
      case billingBatchRejected.type:
        return { ...state, rejected: { ...state.rejected, [event.data.sending]: kept(event) } };
      default:
        return state;
    }
  },
};

interface Content {
  readonly lines: number;
  readonly amountCents: number;
}

interface Answer {
  readonly occurred: Occurred;
  readonly total: Content;
  readonly refused: Content;
}

function answerTo({ accepted, rejected }: BillingBatchState, sending: number): Answer | undefined {
  const yes = accepted[sending];
  if (yes) {
    const { lines, amountCents, refusedLines, refusedCents } = yes.data;
    return {
      occurred: yes.occurred,
      total: { lines: lines + refusedLines, amountCents: amountCents + refusedCents },
      refused: { lines: refusedLines, amountCents: refusedCents },
    };
  }
  const no = rejected[sending];
  if (!no) return undefined;
  const all = { lines: no.data.lines, amountCents: no.data.amountCents };
  return { occurred: no.occurred, total: all, refused: all };
}

const batchOf = ({ programme, sicknessFund, period }: BatchOf) => ({ programme, sicknessFund, period });

/** Sent again is only what the fund did not accept of the sending before. */
export const sendBillingBatch: Decide<SendBillingBatch, BillingBatchState> = (command, state, { occurred }) => {
  const { lines, amountCents } = command;
  const sending = command.sending ?? 1;
  const data = dataOf(billingBatchSent, { ...command, sending });
  if (repeats(state.sent[sending], data, occurred)) return [];
  ensure(!(sending in state.sent), 'billing-batch.already-sent', { sending }, '/sending');
  const same = Object.values(state.sent).every((other) => sameData(batchOf(other.data), batchOf(data)));
  ensure(same, 'billing-batch.another-batch', {}, '/sicknessFund');
  if (sending > 1) {
    const before = answerTo(state, sending - 1);
    ensure(before !== undefined, 'billing-batch.not-answered', { sending: sending - 1 }, '/sending');
    const { refused } = before;
    ensure(
      lines <= refused.lines && amountCents <= refused.amountCents,
      'billing-batch.more-than-refused',
      { lines: refused.lines },
      '/lines',
    );
    ensure(before.occurred.from <= occurred.to, 'billing-batch.before-answer', {}, '/occurred');
  }
  const answer = answerTo(state, sending);
  ensure(!answer || answer.occurred.to >= occurred.from, 'billing-batch.before-sending', {}, '/occurred');
  ensure(!answer || sameData(answer.total, { lines, amountCents }), 'billing-batch.already-answered', { sending }, '/lines');
  return [happened(billingBatchSent, data)];
};

function sentOf({ sent }: BillingBatchState, { sending = 1 }: OfSending, { to }: Occurred): BillingBatchSentData {
  const found = sent[sending];
  ensure(found !== undefined, 'billing-batch.not-sent', { sending }, '/sending');
  ensure(to >= found.occurred.from, 'billing-batch.before-sending', {}, '/occurred');
  return found.data;
}

/** What is sent again rests on what was refused before: once sent, an answer may not refuse less. */
function ensureFollowed({ sent }: BillingBatchState, sending: number, refused: Content, { from }: Occurred): void {
  const next = sent[sending + 1];
  const holds = !next || (next.data.lines <= refused.lines && next.data.amountCents <= refused.amountCents && from <= next.occurred.to);
  ensure(holds, 'billing-batch.sent-again', { sending: sending + 1 });
}

/** In full when nothing else is said. */
export const acceptBillingBatch: Decide<AcceptBillingBatch, BillingBatchState> = (command, state, { occurred }) => {
  const sent = sentOf(state, command, occurred);
  const { lines = sent.lines, amountCents = sent.amountCents } = command;
  const refused = { lines: sent.lines - lines, amountCents: sent.amountCents - amountCents };
  const data = { ...sent, lines, amountCents, refusedLines: refused.lines, refusedCents: refused.amountCents };
  if (repeats(state.accepted[sent.sending], data, occurred)) return [];
  ensure(!answerTo(state, sent.sending), 'billing-batch.already-answered', { sending: sent.sending });
  ensure(refused.lines >= 0 && refused.amountCents >= 0, 'billing-batch.more-than-sent', { lines: sent.lines }, '/lines');
  ensureFollowed(state, sent.sending, refused, occurred);
  return [happened(billingBatchAccepted, data)];
};

export const rejectBillingBatch: Decide<RejectBillingBatch, BillingBatchState> = (command, state, { occurred }) => {
  const sent = sentOf(state, command, occurred);
  const data = { ...sent, reason: command.reason };
  if (repeats(state.rejected[sent.sending], data, occurred)) return [];
  ensure(!answerTo(state, sent.sending), 'billing-batch.already-answered', { sending: sent.sending });
  ensureFollowed(state, sent.sending, sent, occurred);
  return [happened(billingBatchRejected, data)];
};
