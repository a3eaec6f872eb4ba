import type { Term } from '../term';
import { billingBatchCommands } from './billing-batch.commands';
import { billingBatchEvolution, type BillingBatchState } from './billing-batch.decider';
import { billingBatchAccepted, billingBatchRejected, billingBatchSent } from './billing-batch.events';
import { billingBatchFacts } from './billing-batch.facts';

export const billingBatchTerm: Term<BillingBatchState> = {
  name: 'billing-batch',
  events: [billingBatchSent, billingBatchAccepted, billingBatchRejected],
  evolution: billingBatchEvolution,
  commands: billingBatchCommands,
  facts: billingBatchFacts,
};
