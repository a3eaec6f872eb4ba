import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsDay, IsStreamOf } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { AUTHORITIES, type Authority } from '../vocabulary';
import { grantSubsidy, receiveSubsidy, stopSubsidy, type SubsidyState } from './subsidy.decider';
import {
  STOP_REASONS,
  type StopReason,
  SUBSIDY_KINDS,
  subsidyGranted,
  type SubsidyKind,
  subsidyReceived,
  subsidyStopped,
} from './subsidy.events';

class GrantSubsidyBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('subsidy') subsidy?: string;
  @IsIn(AUTHORITIES) funder: Authority;
  @IsIn(SUBSIDY_KINDS) kind: SubsidyKind;
  @IsOptional() @IsCount() amountCents?: number;
  @IsOptional() @IsDay() firstDay?: string;
  @IsOptional() @IsDay() lastDay?: string;
}

class OfSubsidyBody extends CommandBody {
  @IsStreamOf('subsidy') subsidy: string;
}

class ReceiveSubsidyBody extends OfSubsidyBody {
  @IsBoolean() late: boolean;
  @IsOptional() @IsCount(1) amountCents?: number;
}

class StopSubsidyBody extends OfSubsidyBody {
  @IsIn(STOP_REASONS) reason: StopReason;
}

const command = defineCommand<SubsidyState>();
const ofSubsidy = ({ subsidy }: { readonly subsidy: string }) => existing(subsidy);
/** Subsidies end with a predecessor and begin with its successor. */
const systems = ['SYS-72'];

export const subsidyCommands: readonly CommandDefinition<any, SubsidyState>[] = [
  command({
    name: 'grant-subsidy',
    systems,
    body: GrantSubsidyBody,
    emits: [subsidyGranted],
    target: ({ subsidy }) => (subsidy === undefined ? created() : existing(subsidy)),
    decide: grantSubsidy,
    refusals: [
      'subsidy.already-granted',
      'subsidy.lasts-no-day',
      'subsidy.received-before-grant',
      'subsidy.stops-before-it-starts',
      'subsidy.more-than-granted',
    ],
  }),
  command({
    name: 'receive-subsidy',
    systems,
    body: ReceiveSubsidyBody,
    emits: [subsidyReceived],
    target: ofSubsidy,
    decide: receiveSubsidy,
    refusals: ['subsidy.not-granted', 'subsidy.payment-recorded', 'subsidy.received-before-grant', 'subsidy.more-than-granted'],
  }),
  command({
    name: 'stop-subsidy',
    systems,
    body: StopSubsidyBody,
    emits: [subsidyStopped],
    target: ofSubsidy,
    decide: stopSubsidy,
    refusals: ['subsidy.not-granted', 'subsidy.already-stopped', 'subsidy.stops-before-it-starts'],
  }),
];
