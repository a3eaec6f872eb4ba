import { exactly } from '@app/decider';
import { given, onDay, recorded } from '@app/decider/spec';
import { accountsEvolution, receiveAuditOpinion, reportExpenseCategory } from './accounts.decider';
import { auditOpinionReceived, expenseCategoryReported } from './accounts.events';
import { accountsFacts } from './accounts.facts';

const on = (day: string) => ({ occurred: onDay(day) });
const year = 2021;
const staff = { year, category: 'staff', share: { lo: 7_501, exactness: 'lower-bound' } } as const;
const operating = { year, category: 'operating', share: exactly(2_499), amountCents: 500_000 } as const;
const opinion = { year, opinion: 'unqualified', auditor: 'org-a1' } as const;
const reported = [expenseCategoryReported, staff, on('2022-06-01')] as const;
const received = [auditOpinionReceived, opinion, on('2022-04-20')] as const;
const accounts = (...history: Parameters<typeof given>[1]) => given(accountsEvolution, history);

describe('report a category of expenses', () => {
  it('says its part, its amount, or both', () => {
    expect(accounts().then(reportExpenseCategory, staff)).toEqual([['ExpenseCategoryReported', staff]]);
    expect(accounts(reported).then(reportExpenseCategory, operating)).toEqual([['ExpenseCategoryReported', operating]]);
    const amount = { year, category: 'other', amountCents: 1 } as const;
    expect(accounts(reported).then(reportExpenseCategory, amount)).toEqual([['ExpenseCategoryReported', amount]]);
  });

  it('says nothing twice, also after another category and the opinion', () => {
    expect(accounts(reported).then(reportExpenseCategory, staff, on('2022-06-01'))).toEqual([]);
    const later = accounts(reported, [expenseCategoryReported, operating, on('2022-06-02')], received);
    expect(later.then(reportExpenseCategory, staff, on('2022-06-01'))).toEqual([]);
  });

  it('is corrected by the same command', () => {
    const id = '00000000-0000-8000-8000-00000000000a';
    const corrected = accounts(
      [expenseCategoryReported, staff, { id, ...on('2022-06-01') }],
      [expenseCategoryReported, { ...staff, share: exactly(7_600) }, { corrects: id, ...on('2022-06-01') }],
    );
    expect(corrected.refuses(reportExpenseCategory, operating)).toBe('accounts.more-than-the-whole');
  });

  it.each([
    ['accounts.category-reported', [reported], { ...staff, share: exactly(7_600) }],
    ['accounts.nothing-reported', [], { year, category: 'staff' }],
    ['accounts.more-than-the-whole', [reported], { ...operating, share: exactly(2_500) }],
    ['accounts.more-than-the-whole', [], { ...operating, share: exactly(10_001) }],
  ] as const)('refuses with %s', (code, history, command) => {
    expect(accounts(...history).refuses(reportExpenseCategory, command)).toBe(code);
  });
});

describe('receive an opinion of the auditor', () => {
  it('is about a year that is over', () => {
    expect(accounts().then(receiveAuditOpinion, opinion, on('2022-01-01'))).toEqual([['AuditOpinionReceived', opinion]]);
  });

  it('says nothing twice', () => {
    expect(accounts(received, reported).then(receiveAuditOpinion, opinion, on('2022-04-20'))).toEqual([]);
  });

  it.each([
    ['accounts.opinion-received', [received], '2022-04-21'],
    ['accounts.year-not-over', [], '2021-12-31'],
  ] as const)('refuses with %s', (code, history, day) => {
    expect(accounts(...history).refuses(receiveAuditOpinion, opinion, on(day))).toBe(code);
  });
});

describe('facts of the accounts', () => {
  const occurred = { from: '2021-01-01', to: '2021-12-31', nature: 'span', precision: 'year' };

  it('belong to their year', () => {
    expect(accountsFacts['ExpenseCategoryReported']!(recorded(expenseCategoryReported, staff))).toEqual([
      {
        type: 'expense-share',
        countKind: 'percentage',
        exactness: 'lower-bound',
        v: null,
        lo: 7_501,
        hi: null,
        occurred,
        dims: { category: 'staff' },
        seriesKey: 'expense.staff',
      },
    ]);
    expect(accountsFacts['ExpenseCategoryReported']!(recorded(expenseCategoryReported, operating))[1]).toEqual({
      type: 'expense-amount',
      countKind: 'euro',
      exactness: 'exact',
      v: 500_000,
      lo: 500_000,
      hi: 500_000,
      occurred,
      dims: { category: 'operating' },
    });
  });

  it('count an opinion when it comes', () => {
    expect(accountsFacts['AuditOpinionReceived']!(recorded(auditOpinionReceived, opinion, { streamId: 'accounts-2021' }))).toEqual([
      {
        type: 'audit-opinion',
        countKind: 'document',
        exactness: 'exact',
        v: 1,
        lo: 1,
        hi: 1,
        groupKey: 'accounts-2021',
        dims: { opinion: 'unqualified' },
      },
    ]);
  });
});
