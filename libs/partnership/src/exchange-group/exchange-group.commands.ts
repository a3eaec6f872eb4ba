import type { Quantity, SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CommandBody, IsStreamOf, IsText, Nested, QuantityBody, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import {
  createExchangeGroup,
  endExchangeGroup,
  type ExchangeGroupState,
  holdExchangeGroupMeeting,
  renameExchangeGroup,
} from './exchange-group.decider';
import {
  exchangeGroupCreated,
  exchangeGroupEnded,
  exchangeGroupMeetingHeld,
  exchangeGroupRenamed,
  GROUP_END_REASONS,
  type GroupEndReason,
  type GroupName,
} from './exchange-group.events';

class CreateExchangeGroupBody extends CommandBody {
  /** Only to correct a creation: the group that it stands in. */
  @IsOptional() @IsStreamOf('exchange-group') group?: string;
  @Nested(() => TitleBody) name: GroupName;
  @IsOptional() @IsStreamOf('exchange-group') parent?: string;
  @IsOptional() @IsString() @MaxLength(80) territoryLabel?: string;
}

class HoldExchangeGroupMeetingBody extends CommandBody {
  @IsStreamOf('exchange-group') group: string;
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(500) @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) attendees?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: Quantity;
  @IsOptional() @IsText() remark?: SealedText;
}

class RenameExchangeGroupBody extends CommandBody {
  @IsStreamOf('exchange-group') group: string;
  @Nested(() => TitleBody) name: GroupName;
}

class EndExchangeGroupBody extends CommandBody {
  @IsStreamOf('exchange-group') group: string;
  @IsIn(GROUP_END_REASONS) reason: GroupEndReason;
  @IsOptional() @IsText() remark?: SealedText;
}

const command = defineCommand<ExchangeGroupState>();
const systems = ['SYS-16'];

export const exchangeGroupCommands: readonly CommandDefinition<any, ExchangeGroupState>[] = [
  command({
    name: 'create-exchange-group',
    systems,
    body: CreateExchangeGroupBody,
    emits: [exchangeGroupCreated],
    target: ({ group }) => (group ? existing(group) : created()),
    decide: createExchangeGroup,
    refusals: ['exchange-group.already-created', 'exchange-group.own-parent'],
  }),
  command({
    name: 'hold-exchange-group-meeting',
    systems,
    body: HoldExchangeGroupMeetingBody,
    emits: [exchangeGroupMeetingHeld],
    target: ({ group }) => existing(group),
    decide: holdExchangeGroupMeeting,
    refusals: ['exchange-group.not-created', 'exchange-group.ended', 'exchange-group.meeting-already-held'],
  }),
  command({
    name: 'rename-exchange-group',
    systems,
    body: RenameExchangeGroupBody,
    emits: [exchangeGroupRenamed],
    target: ({ group }) => existing(group),
    decide: renameExchangeGroup,
    refusals: ['exchange-group.not-created', 'exchange-group.ended', 'exchange-group.already-renamed'],
  }),
  command({
    name: 'end-exchange-group',
    systems,
    body: EndExchangeGroupBody,
    emits: [exchangeGroupEnded],
    target: ({ group }) => existing(group),
    decide: endExchangeGroup,
    refusals: ['exchange-group.not-created', 'exchange-group.ended', 'exchange-group.met-later'],
  }),
];
