import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, Nested, QuantityBody } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { type AccountsState, receiveAuditOpinion, reportExpenseCategory } from './accounts.decider';
import {
  AUDIT_OPINIONS,
  type AuditOpinion,
  auditOpinionReceived,
  EXPENSE_CATEGORIES,
  type ExpenseCategory,
  expenseCategoryReported,
} from './accounts.events';

class OfYearBody extends CommandBody {
  /** The financial year, which is a calendar year. */
  @IsInt() @Min(1990) @Max(2100) year: number;
}

class ReportExpenseCategoryBody extends OfYearBody {
  @IsIn(EXPENSE_CATEGORIES) category: ExpenseCategory;
  @IsOptional() @Nested(() => QuantityBody) share?: QuantityBody;
  @IsOptional() @IsCount() amountCents?: number;
}

class ReceiveAuditOpinionBody extends OfYearBody {
  @IsIn(AUDIT_OPINIONS) opinion: AuditOpinion;
  @IsOptional() @IsOrganisationRef() auditor?: string;
}

const command = defineCommand<AccountsState>();
const ofYear = ({ year }: { readonly year: number }) => natural(String(year));
const systems = ['SYS-55'];

export const accountsCommands: readonly CommandDefinition<any, AccountsState>[] = [
  command({
    name: 'report-expense-category',
    systems,
    body: ReportExpenseCategoryBody,
    emits: [expenseCategoryReported],
    target: ofYear,
    decide: reportExpenseCategory,
    refusals: ['accounts.category-reported', 'accounts.nothing-reported', 'accounts.more-than-the-whole'],
  }),
  command({
    name: 'receive-audit-opinion',
    systems,
    body: ReceiveAuditOpinionBody,
    emits: [auditOpinionReceived],
    target: ofYear,
    decide: receiveAuditOpinion,
    refusals: ['accounts.opinion-received', 'accounts.year-not-over'],
  }),
];
