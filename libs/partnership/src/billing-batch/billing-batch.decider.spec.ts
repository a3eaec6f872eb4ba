import { given, onDay, recorded } from '@app/decider/spec';
import { acceptBillingBatch, billingBatchEvolution, rejectBillingBatch, sendBillingBatch } from './billing-batch.decider';
import { billingBatchAccepted, billingBatchRejected, billingBatchSent } from './billing-batch.events';
import { billingBatchFacts } from './billing-batch.facts';

const batch = { programme: 'protocol-3', sicknessFund: 'org-fund1', period: '2021-03' } as const;
const content = { lines: 40, amountCents: 180_000 };
const rest = { lines: 2, amountCents: 9_000 };
const first = { ...batch, sending: 1 };
const on = (day: string) => ({ occurred: onDay(day) });

const sent = [billingBatchSent, { ...first, ...content }, on('2021-04-05')] as const;
const partly = { ...first, lines: 38, amountCents: 171_000, refusedLines: 2, refusedCents: 9_000 };
const accepted = [billingBatchAccepted, partly, on('2021-05-01')] as const;
const rejected = [billingBatchRejected, { ...first, ...content, reason: 'data-missing' }, on('2021-05-01')] as const;
const again = [billingBatchSent, { ...batch, sending: 2, ...rest }, on('2021-05-10')] as const;
const history = (...events: Parameters<typeof given>[1]) => given(billingBatchEvolution, events);

describe('send a billing batch', () => {
  it('is the first sending unless it says otherwise', () => {
    expect(history().then(sendBillingBatch, { ...batch, ...content })).toEqual([['BillingBatchSent', { ...first, ...content }]]);
  });

  it('sends again what was not accepted', () => {
    expect(history(sent, accepted).then(sendBillingBatch, { ...batch, ...rest, sending: 2 }, on('2021-05-10'))).toEqual([
      ['BillingBatchSent', { ...batch, sending: 2, ...rest }],
    ]);
    expect(history(sent, rejected).then(sendBillingBatch, { ...batch, ...content, sending: 2 }, on('2021-05-10'))).toHaveLength(1);
  });

  it('says nothing twice, also after what came later', () => {
    for (const events of [[sent], [sent, accepted], [sent, accepted, again]])
      expect(history(...events).then(sendBillingBatch, { ...batch, ...content }, on('2021-04-05'))).toEqual([]);
  });

  it('may be moved by a correction, while it stays what was answered', () => {
    expect(history(accepted).then(sendBillingBatch, { ...batch, ...content }, on('2021-04-06'))).toHaveLength(1);
    expect(history(accepted).refuses(sendBillingBatch, { ...batch, ...content, lines: 41 }, on('2021-04-06'))).toBe(
      'billing-batch.already-answered',
    );
    expect(history(accepted).refuses(sendBillingBatch, { ...batch, ...content }, on('2021-05-02'))).toBe('billing-batch.before-sending');
  });

  it('refuses what contradicts the record', () => {
    const second = { ...batch, ...rest, sending: 2 };
    expect(history(sent).refuses(sendBillingBatch, { ...batch, ...content, lines: 41 }, on('2021-04-05'))).toBe(
      'billing-batch.already-sent',
    );
    expect(history(sent, accepted).refuses(sendBillingBatch, { ...second, period: '2021-04' }, on('2021-05-10'))).toBe(
      'billing-batch.another-batch',
    );
    expect(history(sent).refuses(sendBillingBatch, second, on('2021-05-10'))).toBe('billing-batch.not-answered');
    expect(history(sent, accepted).refuses(sendBillingBatch, { ...second, lines: 3 }, on('2021-05-10'))).toBe(
      'billing-batch.more-than-refused',
    );
    expect(history(sent, accepted).refuses(sendBillingBatch, second, on('2021-04-30'))).toBe('billing-batch.before-answer');
  });
});

describe('accept a billing batch', () => {
  const part = { lines: 38, amountCents: 171_000 };

  it('is accepted in full, or in part', () => {
    expect(history(sent).then(acceptBillingBatch, {}, on('2021-05-01'))).toEqual([
      ['BillingBatchAccepted', { ...first, ...content, refusedLines: 0, refusedCents: 0 }],
    ]);
    expect(history(sent).then(acceptBillingBatch, part, on('2021-05-01'))).toEqual([['BillingBatchAccepted', partly]]);
    expect(history(sent, accepted, again).then(acceptBillingBatch, { sending: 2 }, on('2021-06-01'))).toHaveLength(1);
  });

  it('says nothing twice, also after what came later', () => {
    for (const events of [
      [sent, accepted],
      [sent, accepted, again],
    ])
      expect(history(...events).then(acceptBillingBatch, part, on('2021-05-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(history().refuses(acceptBillingBatch, {})).toBe('billing-batch.not-sent');
    expect(history(sent).refuses(acceptBillingBatch, {}, on('2021-04-04'))).toBe('billing-batch.before-sending');
    expect(history(sent, rejected).refuses(acceptBillingBatch, {}, on('2021-05-02'))).toBe('billing-batch.already-answered');
    expect(history(sent).refuses(acceptBillingBatch, { lines: 41 }, on('2021-05-01'))).toBe('billing-batch.more-than-sent');
    expect(history(sent, again).refuses(acceptBillingBatch, {}, on('2021-05-01'))).toBe('billing-batch.sent-again');
  });
});

describe('reject a billing batch', () => {
  const command = { reason: 'data-missing' } as const;

  it('rejects all of it', () => {
    expect(history(sent).then(rejectBillingBatch, command, on('2021-05-01'))).toEqual([
      ['BillingBatchRejected', { ...first, ...content, ...command }],
    ]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const events of [
      [sent, rejected],
      [sent, rejected, again],
    ])
      expect(history(...events).then(rejectBillingBatch, command, on('2021-05-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(history(sent).refuses(rejectBillingBatch, { ...command, sending: 2 })).toBe('billing-batch.not-sent');
    expect(history(sent).refuses(rejectBillingBatch, command, on('2021-04-04'))).toBe('billing-batch.before-sending');
    expect(history(sent, accepted).refuses(rejectBillingBatch, command, on('2021-05-02'))).toBe('billing-batch.already-answered');
    expect(history(sent, again).refuses(rejectBillingBatch, command, on('2021-05-11'))).toBe('billing-batch.sent-again');
  });
});

describe('facts of billing', () => {
  const streamId = 'billing-batch-b';
  const exact = (n: number) => ({ exactness: 'exact', v: n, lo: n, hi: n });
  const of = { subjectKind: 'structure', subjectKey: 'org-fund1', groupKey: streamId };
  const dims = { programme: 'protocol-3', period: '2021-03', again: false };

  it('a sending counts once, with its lines and amount', () => {
    expect(billingBatchFacts['BillingBatchSent']!(recorded(billingBatchSent, { ...first, ...content }, { streamId }))).toEqual([
      { type: 'billing-batch-sent', countKind: 'message', ...exact(1), ...of, dims },
      { type: 'billing-sent-lines', countKind: 'service', ...exact(40), ...of, dims },
      { type: 'billing-sent-amount', countKind: 'euro', ...exact(180_000), ...of, dims },
    ]);
  });

  it('a part that was accepted leaves the other refused', () => {
    expect(billingBatchFacts['BillingBatchAccepted']!(recorded(billingBatchAccepted, partly, { streamId }))).toEqual([
      { type: 'billing-batch-accepted', countKind: 'message', ...exact(1), ...of, dims: { ...dims, inFull: false } },
      { type: 'billing-accepted-lines', countKind: 'service', ...exact(38), ...of, dims },
      { type: 'billing-accepted-amount', countKind: 'euro', ...exact(171_000), ...of, dims },
      { type: 'billing-refused-lines', countKind: 'service', ...exact(2), ...of, dims },
      { type: 'billing-refused-amount', countKind: 'euro', ...exact(9_000), ...of, dims },
    ]);
  });

  it('a rejection refuses all', () => {
    const data = { ...first, ...content, reason: 'data-missing' } as const;
    expect(billingBatchFacts['BillingBatchRejected']!(recorded(billingBatchRejected, data, { streamId }))).toEqual([
      { type: 'billing-batch-rejected', countKind: 'message', ...exact(1), ...of, dims: { ...dims, reason: 'data-missing' } },
      { type: 'billing-refused-lines', countKind: 'service', ...exact(40), ...of, dims },
      { type: 'billing-refused-amount', countKind: 'euro', ...exact(180_000), ...of, dims },
    ]);
  });
});
