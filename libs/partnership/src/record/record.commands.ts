import type { SealedText } from '@app/decider';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsEventId, IsText } from '../command-body';
import { defineCommand, existing } from '../term';
import { markDuplicate, type RecordState, withdrawRecord } from './record.decider';
import { duplicateMarked, recordWithdrawn, WITHDRAWAL_REASONS, type WithdrawalReason } from './record.events';

/** Any stream of the field, never one of the engine's own. */
const STREAM = /^(?!sys-)[a-z][a-z-]*-[A-Za-z0-9_.-]{1,64}$/;

export class WithdrawRecordBody extends CommandBody {
  @Matches(STREAM) stream: string;
  @IsEventId() event: string;
  @IsIn(WITHDRAWAL_REASONS) reason: WithdrawalReason;
  @IsOptional() @IsText(2_000) note?: SealedText;
}

export class MarkDuplicateBody extends CommandBody {
  @Matches(STREAM) stream: string;
  @IsEventId() event: string;
  /** The event that stays. */
  @IsEventId() duplicateOf: string;
}

const REFUSALS = ['record.unknown-event', 'record.not-the-head', 'record.already-withdrawn', 'record.others-build-on-it'];

export const recordCommands = [
  defineCommand<RecordState>()({
    name: 'withdraw-record',
    systems: ['SYS-55'],
    body: WithdrawRecordBody,
    emits: [recordWithdrawn],
    target: ({ stream }) => existing(stream),
    decide: withdrawRecord,
    refusals: REFUSALS,
  }),
  defineCommand<RecordState>()({
    name: 'mark-duplicate',
    systems: ['SYS-55'],
    body: MarkDuplicateBody,
    emits: [duplicateMarked],
    target: ({ stream }) => existing(stream),
    decide: markDuplicate,
    refusals: [...REFUSALS, 'record.duplicate-of-itself'],
  }),
];
