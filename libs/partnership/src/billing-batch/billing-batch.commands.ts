import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsPeriod, IsStreamOf } from '../command-body';
import { created, defineCommand, existing, type Target } from '../term';
import { type Programme, PROGRAMMES } from '../vocabulary';
import { acceptBillingBatch, type BillingBatchState, rejectBillingBatch, sendBillingBatch } from './billing-batch.decider';
import {
  billingBatchAccepted,
  billingBatchRejected,
  billingBatchSent,
  REJECTION_REASONS,
  type RejectionReason,
} from './billing-batch.events';

export class SendBillingBatchBody extends CommandBody {
  /** The batch that is sent again, or the record that is corrected; left out for a new one. */
  @IsOptional() @IsStreamOf('billing-batch') batch?: string;
  @IsIn(PROGRAMMES) programme: Programme;
  @IsOrganisationRef() sicknessFund: string;
  @IsPeriod() period: string;
  /** 1 when left out. */
  @IsOptional() @IsCount(1) sending?: number;
  @IsCount(1) lines: number;
  @IsCount() amountCents: number;
}

class AnswerBody extends CommandBody {
  @IsStreamOf('billing-batch') batch: string;
  /** The sending that is answered; 1 when left out. */
  @IsOptional() @IsCount(1) sending?: number;
}

export class AcceptBillingBatchBody extends AnswerBody {
  /** All that were sent when left out. */
  @IsOptional() @IsCount(1) lines?: number;
  @IsOptional() @IsCount() amountCents?: number;
}

export class RejectBillingBatchBody extends AnswerBody {
  @IsIn(REJECTION_REASONS) reason: RejectionReason;
}

const define = defineCommand<BillingBatchState>();
const systems = ['SYS-11', 'SYS-26'];
const ofRecordOrNew = ({ batch }: { readonly batch?: string }): Target => (batch === undefined ? created() : existing(batch));
const named = ({ batch }: { readonly batch: string }): Target => existing(batch);
const onAnswer = ['billing-batch.not-sent', 'billing-batch.before-sending', 'billing-batch.already-answered', 'billing-batch.sent-again'];

export const billingBatchCommands = [
  define({
    name: 'send-billing-batch',
    systems,
    body: SendBillingBatchBody,
    emits: [billingBatchSent],
    target: ofRecordOrNew,
    decide: sendBillingBatch,
    refusals: [
      'billing-batch.already-sent',
      'billing-batch.another-batch',
      'billing-batch.not-answered',
      'billing-batch.more-than-refused',
      'billing-batch.before-answer',
      'billing-batch.before-sending',
      'billing-batch.already-answered',
    ],
  }),
  define({
    name: 'accept-billing-batch',
    systems,
    body: AcceptBillingBatchBody,
    emits: [billingBatchAccepted],
    target: named,
    decide: acceptBillingBatch,
    refusals: [...onAnswer, 'billing-batch.more-than-sent'],
  }),
  define({
    name: 'reject-billing-batch',
    systems,
    body: RejectBillingBatchBody,
    emits: [billingBatchRejected],
    target: named,
    decide: rejectBillingBatch,
    refusals: onAnswer,
  }),
];
