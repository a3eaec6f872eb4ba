import {
  boundsOf,
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  auditOpinionReceived,
  type AuditOpinionReceivedData,
  expenseCategoryReported,
  type ExpenseCategoryReportedData,
} from './accounts.events';

export type ReportExpenseCategory = ExpenseCategoryReportedData;
export type ReceiveAuditOpinion = AuditOpinionReceivedData;

/** One stream per financial year. */
export interface AccountsState {
  readonly expenses: readonly Kept<ExpenseCategoryReportedData>[];
  readonly opinion?: Kept<AuditOpinionReceivedData>;
}

export const accountsEvolution: Evolution<AccountsState> = {
  initialState: { expenses: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case expenseCategoryReported.type:
        return { ...state, expenses: [...state.expenses, kept(event)] };
      case auditOpinionReceived.type:
        return { ...state, opinion: kept(event) };
      default:
        return state;
    }
  },
};

const WHOLE = 10_000;
const atLeast = ({ share }: ExpenseCategoryReportedData): number => (share === undefined ? 0 : (boundsOf(share).lo ?? 0));

export const reportExpenseCategory: Decide<ReportExpenseCategory, AccountsState> = (command, { expenses }, { occurred }) => {
  const data = dataOf(expenseCategoryReported, command);
  if (expenses.some((expense) => repeats(expense, data, occurred))) return [];
  ensure(!expenses.some((expense) => expense.data.category === data.category), 'accounts.category-reported', {}, '/category');
  ensure(data.share !== undefined || data.amountCents !== undefined, 'accounts.nothing-reported', {}, '/share');
  const shares = expenses.reduce((sum, expense) => sum + atLeast(expense.data), atLeast(data));
  ensure(shares <= WHOLE, 'accounts.more-than-the-whole', {}, '/share');
  return [happened(expenseCategoryReported, data)];
};

/** The accounts of a year are judged once it is over. */
export const receiveAuditOpinion: Decide<ReceiveAuditOpinion, AccountsState> = (command, { opinion }, { occurred }) => {
  const data = dataOf(auditOpinionReceived, command);
  if (repeats(opinion, data, occurred)) return [];
  ensure(opinion === undefined, 'accounts.opinion-received');
  ensure(occurred.from > `${data.year}-12-31`, 'accounts.year-not-over', { year: data.year }, '/occurred');
  return [happened(auditOpinionReceived, data)];
};
