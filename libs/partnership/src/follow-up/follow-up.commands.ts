import type { Sealed } from '@app/decider';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CommandBody, IsCount, IsPersonRef, IsProfessionalRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing, type Target } from '../term';
import { closeFollowUp, type FollowUpState, holdPsychologicalSession, openFollowUp, refuseFollowUp } from './follow-up.decider';
import {
  CLOSING_REASONS,
  type ClosingReason,
  FOLLOWED,
  type Followed,
  psychologicalFollowUpClosed,
  psychologicalFollowUpOpened,
  psychologicalFollowUpRefused,
  psychologicalSessionHeld,
  REFERRER_TYPES,
  type ReferrerType,
  REFUSAL_REASONS,
  type RefusalReason,
  SESSION_MODES,
  type SessionMode,
} from './follow-up.events';

export class OpenFollowUpBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('follow-up') followUp?: string;
  @IsOptional() @IsPersonRef() person?: string;
  @IsOptional() @IsProfessionalRef() psychologist?: string;
  @IsOptional() @IsIn(FOLLOWED) followed?: Sealed<Followed>;
  @IsOptional() @IsIn(REFERRER_TYPES) referrerType?: Sealed<ReferrerType>;
}

export class HoldPsychologicalSessionBody extends CommandBody {
  @IsStreamOf('follow-up') followUp: string;
  @IsOptional() @IsCount(1) number?: number;
  @IsOptional() @IsIn(SESSION_MODES) mode?: SessionMode;
  @IsOptional() @IsInt() @Min(1) @Max(1440) durationMinutes?: number;
}

export class CloseFollowUpBody extends CommandBody {
  @IsStreamOf('follow-up') followUp: string;
  @IsIn(CLOSING_REASONS) reason: ClosingReason;
}

export class RefuseFollowUpBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('follow-up') followUp?: string;
  @IsOptional() @IsPersonRef() person?: string;
  @IsIn(REFUSAL_REASONS) reason: RefusalReason;
  @IsOptional() @IsIn(REFERRER_TYPES) referrerType?: Sealed<ReferrerType>;
}

const define = defineCommand<FollowUpState>();
const ofRecordOrNew = ({ followUp }: { readonly followUp?: string }): Target => (followUp === undefined ? created() : existing(followUp));
const systems = ['SYS-15'];

export const followUpCommands = [
  define({
    name: 'open-psychological-follow-up',
    systems,
    body: OpenFollowUpBody,
    emits: [psychologicalFollowUpOpened],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: openFollowUp,
    refusals: ['follow-up.already-opened', 'follow-up.person-missing', 'follow-up.before-opening'],
  }),
  define({
    name: 'hold-psychological-session',
    systems,
    body: HoldPsychologicalSessionBody,
    emits: [psychologicalSessionHeld],
    target: ({ followUp }) => existing(followUp),
    decide: holdPsychologicalSession,
    refusals: ['follow-up.not-opened', 'follow-up.before-opening', 'follow-up.session-already-held', 'follow-up.closed'],
  }),
  define({
    name: 'close-psychological-follow-up',
    systems,
    body: CloseFollowUpBody,
    emits: [psychologicalFollowUpClosed],
    target: ({ followUp }) => existing(followUp),
    decide: closeFollowUp,
    refusals: ['follow-up.not-opened', 'follow-up.before-opening', 'follow-up.already-closed', 'follow-up.session-after-closing'],
  }),
  define({
    name: 'refuse-psychological-follow-up',
    systems,
    body: RefuseFollowUpBody,
    emits: [psychologicalFollowUpRefused],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: refuseFollowUp,
    refusals: ['follow-up.already-refused', 'follow-up.already-opened', 'follow-up.person-missing'],
  }),
];
