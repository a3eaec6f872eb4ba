import type { Sealed, SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  CommandBody,
  IsCode,
  IsCount,
  IsDay,
  IsPersonRef,
  IsProfessionalRef,
  IsStreamOf,
  IsText,
  Nested,
  NestedList,
  QuantityBody,
} from '../command-body';
import { HeadsOfProfessionBody } from '../professions';
import { type Target, created, defineCommand, existing } from '../term';
import {
  assignRequest,
  completeRequest,
  type ConcertationState,
  followUpDecision,
  holdConcertation,
  recordDecision,
  refuseRequest,
  requestConcertation,
  withdrawRequest,
} from './concertation.decider';
import {
  CONCERNS,
  type Concerns,
  CONCERTATION_KINDS,
  CONCERTATION_MODES,
  concertationDecisionRecorded,
  concertationHeld,
  type ConcertationKind,
  type ConcertationMode,
  concertationRequested,
  DECISION_KINDS,
  decisionFollowedUp,
  type DecisionKind,
  FOLLOW_UP_OUTCOMES,
  type FollowUpOutcome,
  REQUEST_REFUSALS,
  requestAssigned,
  requestCompleted,
  REQUESTER_SECTORS,
  type RequesterSector,
  type RequestRefusal,
  requestRefused,
  requestWithdrawn,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './concertation.events';

export class RequestConcertationBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('concertation') concertation?: string;
  @IsIn(CONCERTATION_KINDS) kind: ConcertationKind;
  @IsIn(CONCERNS) concerns: Concerns;
  @IsOptional() @IsPersonRef() person?: string;
  /** True when left out. */
  @IsOptional() @IsBoolean() complete?: boolean;
  @IsOptional() @IsCode() kit?: string;
  @IsOptional() @IsIn(REQUESTER_SECTORS) requesterSector?: Sealed<RequesterSector>;
}

export class CompleteRequestBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
}

export class AssignRequestBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
  @IsProfessionalRef() organiser: string;
}

export class RefuseRequestBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
  @IsIn(REQUEST_REFUSALS) reason: RequestRefusal;
}

export class WithdrawRequestBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
  @IsIn(WITHDRAWAL_REASONS) reason: WithdrawalReason;
}

export class HoldConcertationBody extends CommandBody {
  /** The request that it answers; left out when nobody requested it first. */
  @IsOptional() @IsStreamOf('concertation') concertation?: string;
  @IsIn(CONCERTATION_KINDS) kind: ConcertationKind;
  @IsIn(CONCERNS) concerns: Concerns;
  @IsOptional() @IsPersonRef() person?: string;
  @IsOptional() @IsIn(CONCERTATION_MODES) mode?: ConcertationMode;
  @IsOptional() @IsCode() kit?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: QuantityBody;
  @IsOptional() @NestedList(() => HeadsOfProfessionBody, 20) byProfession?: HeadsOfProfessionBody[];
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) structures?: string[];
  @IsOptional() @IsInt() @Min(1) @Max(1440) durationMinutes?: number;
  /** ISO 639-1 codes. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @Matches(/^[a-z]{2}$/, { each: true }) languages?: string[];
  @IsOptional() @IsBoolean() personPresent?: Sealed<boolean>;
  @IsOptional() @IsBoolean() carerPresent?: Sealed<boolean>;
}

export class RecordDecisionBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
  @IsCount(1) number: number;
  @IsIn(DECISION_KINDS) decisionKind: DecisionKind;
  @IsOptional() @IsProfessionalRef() owner?: string;
  @IsOptional() @IsDay() due?: string;
  @IsOptional() @IsText() decision?: SealedText;
}

export class FollowUpDecisionBody extends CommandBody {
  @IsStreamOf('concertation') concertation: string;
  @IsCount(1) number: number;
  @IsIn(FOLLOW_UP_OUTCOMES) outcome: FollowUpOutcome;
  @IsOptional() @IsText() note?: SealedText;
}

const define = defineCommand<ConcertationState>();
const ofRecordOrNew = ({ concertation }: { readonly concertation?: string }): Target =>
  concertation === undefined ? created() : existing(concertation);
const systems = ['SYS-05', 'SYS-06', 'SYS-09', 'SYS-10', 'SYS-29'];
const named = ({ concertation }: { readonly concertation: string }): Target => existing(concertation);
const onRequest = ['concertation.no-request', 'concertation.before-request', 'concertation.request-closed'];
const onSubject = ['concertation.person-missing', 'concertation.person-unexpected', 'concertation.kit-with-person'];

export const concertationCommands = [
  define({
    name: 'request-concertation',
    systems,
    body: RequestConcertationBody,
    emits: [concertationRequested],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: requestConcertation,
    refusals: ['concertation.already-requested', 'concertation.already-held', 'concertation.before-request', ...onSubject],
  }),
  define({
    name: 'complete-request',
    systems,
    body: CompleteRequestBody,
    emits: [requestCompleted],
    target: named,
    decide: completeRequest,
    refusals: onRequest,
  }),
  define({
    name: 'assign-request',
    systems,
    body: AssignRequestBody,
    emits: [requestAssigned],
    target: named,
    decide: assignRequest,
    refusals: [...onRequest, 'concertation.request-incomplete'],
  }),
  define({
    name: 'refuse-request',
    systems,
    body: RefuseRequestBody,
    emits: [requestRefused],
    target: named,
    decide: refuseRequest,
    refusals: onRequest,
  }),
  define({
    name: 'withdraw-request',
    systems,
    body: WithdrawRequestBody,
    emits: [requestWithdrawn],
    target: named,
    decide: withdrawRequest,
    refusals: onRequest,
  }),
  define({
    name: 'hold-concertation',
    systems,
    body: HoldConcertationBody,
    emits: [concertationHeld],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: holdConcertation,
    refusals: [
      'concertation.already-held',
      'concertation.before-request',
      'concertation.request-closed',
      'concertation.request-incomplete',
      'concertation.other-kind',
      'concertation.other-subject',
      ...onSubject,
    ],
  }),
  define({
    name: 'record-decision',
    systems,
    body: RecordDecisionBody,
    emits: [concertationDecisionRecorded],
    target: named,
    decide: recordDecision,
    refusals: ['concertation.not-held', 'concertation.decision-number-taken', 'concertation.before-concertation'],
  }),
  define({
    name: 'follow-up-decision',
    systems,
    body: FollowUpDecisionBody,
    emits: [decisionFollowedUp],
    target: named,
    decide: followUpDecision,
    refusals: ['concertation.no-such-decision', 'concertation.before-decision'],
  }),
];
