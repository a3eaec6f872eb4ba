import type { SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { all, CommandBody, IsCount, IsStreamOf, IsText, IsWebAddress, Nested, NestedList, QuantityBody, TitleBody } from '../command-body';
import { created, defineCommand, existing } from '../term';
import {
  cancelMeeting,
  conveneMeeting,
  holdMeeting,
  type MeetingState,
  publishOnePage,
  rescheduleMeeting,
  takeDecision,
} from './meeting.decider';
import {
  ATTENDEE_CATEGORIES,
  type AttendeeCategory,
  CANCELLATION_REASONS,
  type CancellationReason,
  DECISION_BASES,
  type DecisionBasis,
  decisionTaken,
  MEETING_KINDS,
  MEETING_MODES,
  MEETING_ROLES,
  meetingCancelled,
  meetingConvened,
  meetingHeld,
  type MeetingKind,
  type MeetingMode,
  meetingRescheduled,
  type MeetingRole,
  onePagePublished,
  PAGE_LANGUAGES,
  type PageLanguage,
} from './meeting.events';

const IsMeeting = (): PropertyDecorator => IsStreamOf('meeting');
const IsBodyCode = (): PropertyDecorator => Matches(/^[a-z0-9][a-z0-9-]{0,62}$/);
const ATTENDEE = /^pro-[A-Za-z0-9_-]{2,64}$/;

export class ConveneMeetingBody extends CommandBody {
  /** Only to correct the convening of a meeting; without it a new one. */
  @IsOptional() @IsMeeting() meeting?: string;
  @IsBodyCode() body: string;
  @IsIn(MEETING_KINDS) kind: MeetingKind;
  @IsOptional() @IsIn(MEETING_MODES) mode?: MeetingMode;
  @IsOptional() @Nested(() => TitleBody) title?: TitleBody;
}

/** `occurred` is the new day. */
export class RescheduleMeetingBody extends CommandBody {
  @IsMeeting() meeting: string;
}

export class CancelMeetingBody extends CommandBody {
  @IsMeeting() meeting: string;
  @IsIn(CANCELLATION_REASONS) reason: CancellationReason;
}

export class CategoryCountBody {
  @IsIn(ATTENDEE_CATEGORIES) category: AttendeeCategory;
  @IsCount() count: number;
}

export class HoldMeetingBody extends CommandBody {
  /** The convened meeting; without it a new one. */
  @IsOptional() @IsMeeting() meeting?: string;
  @IsBodyCode() body: string;
  @IsIn(MEETING_KINDS) kind: MeetingKind;
  @IsIn(MEETING_MODES) mode: MeetingMode;
  @IsOptional() @Nested(() => TitleBody) title?: TitleBody;
  @IsOptional() @IsIn(MEETING_ROLES) role?: MeetingRole;
  @IsOptional() @IsBoolean() quorumReached?: boolean;
  @IsOptional() @Nested(() => QuantityBody) heads?: QuantityBody;
  @IsOptional() @all(IsArray(), ArrayMaxSize(500), ArrayUnique(), Matches(ATTENDEE, { each: true })) attendees?: string[];
  @IsOptional() @NestedList(() => CategoryCountBody, 20) categories?: CategoryCountBody[];
  @IsOptional() @IsText() outcome?: SealedText;
}

export class TakeDecisionBody extends CommandBody {
  @IsMeeting() meeting: string;
  @IsCount(1) number: number;
  @IsIn(DECISION_BASES) basis: DecisionBasis;
  @IsOptional() @IsText() decisionNl?: SealedText;
  @IsOptional() @IsText() decisionFr?: SealedText;
}

export class PublishOnePageBody extends CommandBody {
  @IsMeeting() meeting: string;
  @IsWebAddress() url: string;
  @all(IsArray(), ArrayMinSize(1), ArrayUnique(), IsIn(PAGE_LANGUAGES, { each: true })) languages: PageLanguage[];
}

const createdOr = ({ meeting }: { meeting?: string }) => (meeting === undefined ? created() : existing(meeting));
const named = ({ meeting }: { meeting: string }) => existing(meeting);
const define = defineCommand<MeetingState>();

export const meetingCommands = [
  define({
    name: 'convene-meeting',
    systems: ['SYS-21', 'SYS-60'],
    body: ConveneMeetingBody,
    emits: [meetingConvened],
    target: createdOr,
    decide: conveneMeeting,
    refusals: ['meeting.already-convened', 'meeting.already-held'],
  }),
  define({
    name: 'reschedule-meeting',
    systems: ['SYS-21', 'SYS-60'],
    body: RescheduleMeetingBody,
    emits: [meetingRescheduled],
    target: named,
    decide: rescheduleMeeting,
    refusals: ['meeting.not-convened', 'meeting.already-cancelled', 'meeting.already-held'],
  }),
  define({
    name: 'cancel-meeting',
    systems: ['SYS-21', 'SYS-60'],
    body: CancelMeetingBody,
    emits: [meetingCancelled],
    target: named,
    decide: cancelMeeting,
    refusals: ['meeting.already-cancelled', 'meeting.already-held', 'meeting.not-convened'],
  }),
  define({
    name: 'hold-meeting',
    systems: ['SYS-02', 'SYS-11', 'SYS-21', 'SYS-27', 'SYS-28', 'SYS-48', 'SYS-49', 'SYS-54', 'SYS-60'],
    body: HoldMeetingBody,
    emits: [meetingHeld],
    target: createdOr,
    decide: holdMeeting,
    refusals: ['meeting.already-held', 'meeting.already-cancelled', 'meeting.another-body', 'meeting.more-by-category'],
  }),
  define({
    name: 'take-decision',
    systems: ['SYS-48', 'SYS-49', 'SYS-60'],
    body: TakeDecisionBody,
    emits: [decisionTaken],
    target: named,
    decide: takeDecision,
    refusals: ['meeting.not-held', 'meeting.number-taken', 'meeting.decision-missing'],
  }),
  define({
    name: 'publish-one-page',
    systems: ['SYS-47'],
    body: PublishOnePageBody,
    emits: [onePagePublished],
    target: named,
    decide: publishOnePage,
    refusals: ['meeting.not-held', 'meeting.page-already-published'],
  }),
];
