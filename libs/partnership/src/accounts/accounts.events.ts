import { defineEvent, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const EXPENSE_CATEGORIES = ['staff', 'operating', 'depreciation-and-investment', 'other'] as const;
export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number];

/** What the auditor says of the accounts: they are true and fair, with a reserve, not at all, or nothing can be said. */
export const AUDIT_OPINIONS = ['unqualified', 'qualified', 'adverse', 'disclaimer'] as const;
export type AuditOpinion = (typeof AUDIT_OPINIONS)[number];

export interface ExpenseCategoryReportedData {
  readonly year: number;
  readonly category: ExpenseCategory;
  /** Part of all expenses of the year, in hundredths of a percent: three quarters are 7500. */
  readonly share?: Quantity;
  readonly amountCents?: number;
}

export const expenseCategoryReported = defineEvent<ExpenseCategoryReportedData>()({
  type: 'ExpenseCategoryReported',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { year: 'core', category: 'core', share: 'core', amountCents: 'core' },
});

export interface AuditOpinionReceivedData {
  readonly year: number;
  readonly opinion: AuditOpinion;
  readonly auditor?: string;
}

export const auditOpinionReceived = defineEvent<AuditOpinionReceivedData>()({
  type: 'AuditOpinionReceived',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { year: 'core', opinion: 'core', auditor: 'more' },
});
