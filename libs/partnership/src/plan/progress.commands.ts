import type { SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { all, IsText, Nested } from '../command-body';
import { type CommandDefinition, defineCommand } from '../term';
import {
  assessActionStatus,
  blockAction,
  closeAction,
  openActionTransfer,
  postponeAction,
  removeAction,
  reportProgress,
  resumeAction,
  startAction,
  startActionTest,
  suspendAction,
  unblockAction,
} from './lifecycle.decider';
import { ActionBody, inPlan, IsActionNumber, PlanPeriodBody } from './plan.commands';
import { ACTION_REASONS, type ActionReason } from './plan.events';
import {
  type Achievement,
  ACHIEVEMENTS,
  actionBlocked,
  actionClosed,
  actionPostponed,
  actionRemoved,
  actionResumed,
  actionStarted,
  actionStatusAssessed,
  actionSuspended,
  actionTestStarted,
  actionTransferOpened,
  actionUnblocked,
  ASSESSED_STATUSES,
  type AssessedStatus,
  ASSESSMENT_BASES,
  type AssessmentBasis,
  progressReported,
} from './progress.events';
import type { PlanState } from './state.decider';

const SYSTEMS = ['SYS-55'];
const UNKNOWN = ['plan.not-adopted', 'plan.unknown-action'];
const MOVES = [...UNKNOWN, 'plan.action-ended', 'plan.not-from-here'];

const AreMatches = (pattern: RegExp): PropertyDecorator =>
  all(IsArray(), ArrayMinSize(1), ArrayMaxSize(50), ArrayUnique(), Matches(pattern, { each: true }));

class ActionReasonBody extends ActionBody {
  @IsIn(ACTION_REASONS) reason: ActionReason;
}

class ReportProgressBody extends ActionBody {
  @IsOptional() @IsText() textNl?: SealedText;
  @IsOptional() @IsText() textFr?: SealedText;
  @IsOptional() @AreMatches(/^output-[A-Za-z0-9_.-]{1,64}$/) outputs?: string[];
  /** Ids of figures, as their answers say them. */
  @IsOptional() @AreMatches(/^[A-Za-z0-9_-]{20,2000}$/) figures?: string[];
}

class PostponeActionBody extends ActionReasonBody {
  @IsOptional() @Nested(() => PlanPeriodBody) toPeriod?: PlanPeriodBody;
}

class BlockActionBody extends ActionBody {
  @IsActionNumber() by: number;
}

class AssessActionStatusBody extends ActionBody {
  @IsIn(ASSESSED_STATUSES) status: AssessedStatus;
  @IsOptional() @IsIn(ACHIEVEMENTS) achievement?: Achievement;
  @IsOptional() @IsIn(ACTION_REASONS) reason?: ActionReason;
  @IsIn(ASSESSMENT_BASES) basis: AssessmentBasis;
}

const command = <Body extends ActionBody>(
  name: string,
  body: new () => Body,
  emitted: CommandDefinition['emits'][number],
  decide: CommandDefinition<Body, PlanState>['decide'],
  refusals: readonly string[],
) => defineCommand<PlanState>()({ name, systems: SYSTEMS, body, emits: [emitted], target: inPlan, decide, refusals });

export const progressCommands: readonly CommandDefinition<any, PlanState>[] = [
  command('start-action', ActionBody, actionStarted, startAction, MOVES),
  command('start-action-test', ActionBody, actionTestStarted, startActionTest, MOVES),
  command('report-progress', ReportProgressBody, progressReported, reportProgress, [...UNKNOWN, 'plan.nothing-reported']),
  command('suspend-action', ActionReasonBody, actionSuspended, suspendAction, MOVES),
  command('resume-action', ActionBody, actionResumed, resumeAction, MOVES),
  command('postpone-action', PostponeActionBody, actionPostponed, postponeAction, [
    ...UNKNOWN,
    'plan.action-ended',
    'plan.period-backwards',
  ]),
  command('open-action-transfer', ActionReasonBody, actionTransferOpened, openActionTransfer, MOVES),
  command('close-action', ActionReasonBody, actionClosed, closeAction, [...UNKNOWN, 'plan.action-ended']),
  command('remove-action', ActionReasonBody, actionRemoved, removeAction, [...UNKNOWN, 'plan.action-ended']),
  command('block-action', BlockActionBody, actionBlocked, blockAction, [...UNKNOWN, 'plan.action-ended', 'plan.blocked-in-a-circle']),
  command('unblock-action', BlockActionBody, actionUnblocked, unblockAction, UNKNOWN),
  command('assess-action-status', AssessActionStatusBody, actionStatusAssessed, assessActionStatus, UNKNOWN),
];
