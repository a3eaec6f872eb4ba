import { given, onDay, recorded } from '@app/decider/spec';
import { grantSubsidy, receiveSubsidy, stopSubsidy, subsidyEvolution } from './subsidy.decider';
import { subsidyGranted, subsidyReceived, subsidyStopped } from './subsidy.events';
import { subsidyFacts } from './subsidy.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const dims = { funder: 'common-community-commission', kind: 'structural' } as const;
const grant = { ...dims, amountCents: 1_000_000, firstDay: '2021-01-01', lastDay: '2021-12-31' } as const;
const granted = [subsidyGranted, grant, on('2021-03-01')] as const;
const part = { late: true, amountCents: 800_000 } as const;
const received = [subsidyReceived, { ...dims, ...part }, on('2021-06-15')] as const;
const end = { ...dims, reason: 'passed-to-successor', stoppedOn: '2021-07-01' } as const;
const stopped = [subsidyStopped, end, on('2021-07-01')] as const;
const subsidy = (...history: Parameters<typeof given>[1]) => given(subsidyEvolution, history);

describe('grant a subsidy', () => {
  it('says who gives how much for which period, as far as it is known', () => {
    expect(subsidy().then(grantSubsidy, grant)).toEqual([['SubsidyGranted', grant]]);
    expect(subsidy().then(grantSubsidy, dims)).toEqual([['SubsidyGranted', dims]]);
  });

  it('says nothing twice, also after it was paid and stopped', () => {
    expect(subsidy(granted).then(grantSubsidy, grant, on('2021-03-01'))).toEqual([]);
    expect(subsidy(granted, received, stopped).then(grantSubsidy, grant, on('2021-03-01'))).toEqual([]);
  });

  it.each([
    ['subsidy.already-granted', [granted], grant, '2021-03-02'],
    ['subsidy.lasts-no-day', [], { ...grant, lastDay: '2020-12-31' }, '2021-03-01'],
    ['subsidy.lasts-no-day', [], { ...dims, lastDay: '2021-02-28' }, '2021-03-01'],
    ['subsidy.received-before-grant', [received], grant, '2021-06-16'],
    ['subsidy.stops-before-it-starts', [stopped], dims, '2021-07-02'],
    ['subsidy.more-than-granted', [received], { ...grant, amountCents: 799_999 }, '2021-03-01'],
  ] as const)('refuses with %s', (code, history, command, day) => {
    expect(subsidy(...history).refuses(grantSubsidy, command, on(day))).toBe(code);
  });
});

describe('receive a subsidy', () => {
  it('says how much, and whether it came late', () => {
    expect(subsidy(granted).then(receiveSubsidy, part)).toEqual([['SubsidyReceived', { ...dims, ...part }]]);
    expect(subsidy(granted, received).then(receiveSubsidy, { late: false }, on('2021-09-01'))).toEqual([
      ['SubsidyReceived', { ...dims, late: false }],
    ]);
  });

  it('says nothing twice, also after it stopped', () => {
    expect(subsidy(granted, received).then(receiveSubsidy, part)).toEqual([]);
    expect(subsidy(granted, received, stopped).then(receiveSubsidy, part)).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-00000000000a';
    const corrected = subsidy(
      granted,
      [subsidyReceived, { ...dims, ...part }, { id, ...on('2021-06-15') }],
      [subsidyReceived, { ...dims, ...part, amountCents: 1_000_000 }, { corrects: id, ...on('2021-06-15') }],
    );
    expect(corrected.refuses(receiveSubsidy, { late: false, amountCents: 1 }, on('2021-09-01'))).toBe('subsidy.more-than-granted');
  });

  it.each([
    ['subsidy.not-granted', [], part, '2021-06-15'],
    ['subsidy.payment-recorded', [granted, received], { late: false, amountCents: 1 }, '2021-06-15'],
    ['subsidy.received-before-grant', [granted], part, '2021-02-28'],
    ['subsidy.more-than-granted', [granted, received], { late: false, amountCents: 200_001 }, '2021-09-01'],
  ] as const)('refuses with %s', (code, history, command, day) => {
    expect(subsidy(...history).refuses(receiveSubsidy, command, on(day))).toBe(code);
  });
});

describe('stop a subsidy', () => {
  it('says the first day without it', () => {
    expect(subsidy(granted).then(stopSubsidy, { reason: 'passed-to-successor' }, on('2021-07-01'))).toEqual([['SubsidyStopped', end]]);
  });

  it('says nothing twice', () => {
    expect(subsidy(granted, stopped).then(stopSubsidy, { reason: 'passed-to-successor' }, on('2021-07-01'))).toEqual([]);
  });

  it.each([
    ['subsidy.not-granted', [], '2021-07-01'],
    ['subsidy.already-stopped', [granted, stopped], '2021-08-01'],
    ['subsidy.stops-before-it-starts', [granted], '2020-12-31'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(subsidy(...history).refuses(stopSubsidy, { reason: 'withdrawn' }, on(day))).toBe(code);
  });
});

describe('facts of a subsidy', () => {
  const streamId = 'subsidy-a';
  const of = (v: number) => ({ exactness: 'exact', v, lo: v, hi: v, groupKey: streamId });

  it('is granted by the decision and runs over its period', () => {
    expect(subsidyFacts['SubsidyGranted']!(recorded(subsidyGranted, grant, { streamId }))).toEqual([
      { type: 'subsidy-granted', countKind: 'other', ...of(1), dims },
      { type: 'subsidy-running', countKind: 'other', ...of(1), dims, occurred: onDay('2021-01-01'), validTo: '2022-01-01' },
      { type: 'subsidy-amount-granted', countKind: 'euro', ...of(1_000_000), dims },
    ]);
    expect(subsidyFacts['SubsidyGranted']!(recorded(subsidyGranted, dims, { streamId }))).toEqual([
      { type: 'subsidy-granted', countKind: 'other', ...of(1), dims },
      { type: 'subsidy-running', countKind: 'other', ...of(1), dims },
    ]);
  });

  it('is received payment by payment, in time or late', () => {
    const late = { ...dims, late: true };
    expect(subsidyFacts['SubsidyReceived']!(recorded(subsidyReceived, { ...dims, ...part }, { streamId }))).toEqual([
      { type: 'subsidy-received', countKind: 'other', ...of(1), dims: late },
      { type: 'subsidy-amount-received', countKind: 'euro', ...of(800_000), dims: late },
    ]);
    expect(subsidyFacts['SubsidyReceived']!(recorded(subsidyReceived, { ...dims, late: true }, { streamId }))).toHaveLength(1);
  });

  it('runs no longer once it stopped', () => {
    expect(subsidyFacts['SubsidyStopped']!(recorded(subsidyStopped, end, { streamId }))).toEqual([
      { change: ['subsidy-running'], validTo: '2021-07-01' },
      { type: 'subsidy-stopped', countKind: 'other', ...of(1), dims: { ...dims, reason: 'passed-to-successor' } },
    ]);
  });
});
