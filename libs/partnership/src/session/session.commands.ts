import type { Quantity, SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import {
  CommandBody,
  IsCode,
  IsCount,
  IsProfessionalRef,
  IsStreamOf,
  IsText,
  Nested,
  NestedList,
  QuantityBody,
  TitleBody,
} from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { type Profession, PROFESSIONS } from '../vocabulary';
import {
  cancelRegistration,
  cancelSession,
  countRegistrations,
  holdSession,
  planSession,
  recordAttendance,
  recordViews,
  registerParticipant,
  rescheduleSession,
  type SessionState,
} from './session.decider';
import {
  attendanceRecorded,
  CANCELLATION_REASONS,
  type CancellationReason,
  type HeadsOfProfession,
  participantRegistered,
  registrationCancelled,
  registrationsCounted,
  SESSION_AUDIENCES,
  SESSION_KINDS,
  SESSION_MODES,
  SESSION_SLOTS,
  SESSION_THEMES,
  type SessionAudience,
  sessionCancelled,
  sessionHeld,
  type SessionKind,
  type SessionMode,
  sessionPlanned,
  sessionRescheduled,
  type SessionSlot,
  type SessionTheme,
  type SessionTitle,
  viewsRecorded,
} from './session.events';

const IsProfessionalList = (): PropertyDecorator => (target, key) => {
  for (const decorator of [IsArray(), ArrayUnique(), ArrayMaxSize(2000), Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true })])
    decorator(target, key);
};

const IsOrganisationList = (): PropertyDecorator => (target, key) => {
  for (const decorator of [IsArray(), ArrayUnique(), ArrayMaxSize(50), Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true })])
    decorator(target, key);
};

class SessionHeadsBody {
  @IsIn(PROFESSIONS) profession: Profession;
  @IsCount() heads: number;
}

class DescribeSessionBody extends CommandBody {
  @IsOptional() @IsIn(SESSION_THEMES) theme?: SessionTheme;
  @IsOptional() @IsIn(SESSION_MODES) mode?: SessionMode;
  @IsOptional() @IsIn(SESSION_AUDIENCES) audience?: SessionAudience;
  @IsOptional() @IsIn(SESSION_SLOTS) slot?: SessionSlot;
  @IsOptional() @IsCode() subGroup?: string;
  @IsOptional() @IsCount(1) sessionNumber?: number;
  @IsOptional() @IsOrganisationList() organisers?: string[];
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsOptional() @IsCount(1) speakers?: number;
}

class PlanSessionBody extends DescribeSessionBody {
  /** Only to correct a plan: the session that it stands in. */
  @IsOptional() @IsStreamOf('session') session?: string;
  @IsIn(SESSION_KINDS) kind: SessionKind;
  @Nested(() => TitleBody) title: SessionTitle;
  @IsOptional() @IsCount(1) capacity?: number;
}

class RescheduleSessionBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @IsOptional() @IsText() remark?: SealedText;
}

class CancelSessionBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @IsIn(CANCELLATION_REASONS) reason: CancellationReason;
  @IsOptional() @IsText() remark?: SealedText;
}

class HoldSessionBody extends DescribeSessionBody {
  /** A planned session; without it the command records one that was never planned. */
  @IsOptional() @IsStreamOf('session') session?: string;
  @IsOptional() @IsIn(SESSION_KINDS) kind?: SessionKind;
  @IsOptional() @Nested(() => TitleBody) title?: SessionTitle;
  @IsOptional() @Nested(() => QuantityBody) registrations?: Quantity;
  @IsOptional() @IsProfessionalList() present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: Quantity;
  @IsOptional() @NestedList(() => SessionHeadsBody, 40) byProfession?: HeadsOfProfession[];
  @IsOptional() @Nested(() => QuantityBody) views?: Quantity;
  @IsOptional() @Nested(() => QuantityBody) organisations?: Quantity;
  @IsOptional() @IsText() remark?: SealedText;
}

class RegisterParticipantBody extends CommandBody {
  @IsStreamOf('session') session: string;
  /** Absent: one anonymous head. */
  @IsOptional() @IsProfessionalRef() participant?: string;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
}

class CancelRegistrationBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @IsOptional() @IsProfessionalRef() participant?: string;
  /** The id of an anonymous registration, as its event says. */
  @IsOptional() @IsCode() registration?: string;
}

class CountRegistrationsBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @Nested(() => QuantityBody) registrations: Quantity;
}

class RecordAttendanceBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @IsOptional() @IsProfessionalList() present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: Quantity;
  @IsOptional() @NestedList(() => SessionHeadsBody, 40) byProfession?: HeadsOfProfession[];
}

class RecordViewsBody extends CommandBody {
  @IsStreamOf('session') session: string;
  @Nested(() => QuantityBody) views: Quantity;
}

/** Every kind of gathering that people come to, from an information session to a festival. */
const systems = [
  ...['SYS-20', 'SYS-21', 'SYS-23', 'SYS-34', 'SYS-35', 'SYS-36', 'SYS-38', 'SYS-39', 'SYS-40', 'SYS-50', 'SYS-54', 'SYS-58'],
  ...['SYS-61', 'SYS-63', 'SYS-66', 'SYS-70'],
];

const command = defineCommand<SessionState>();
const ofSession = ({ session }: { readonly session: string }) => existing(session);
const ofSessionOrNew = ({ session }: { readonly session?: string }) => (session ? existing(session) : created());

export const sessionCommands: readonly CommandDefinition<any, SessionState>[] = [
  command({
    name: 'plan-session',
    systems,
    body: PlanSessionBody,
    emits: [sessionPlanned],
    target: ofSessionOrNew,
    decide: planSession,
    refusals: ['session.cancelled', 'session.already-held', 'session.already-planned'],
  }),
  command({
    name: 'reschedule-session',
    systems,
    body: RescheduleSessionBody,
    emits: [sessionRescheduled],
    target: ofSession,
    decide: rescheduleSession,
    refusals: ['session.cancelled', 'session.already-held', 'session.not-planned'],
  }),
  command({
    name: 'cancel-session',
    systems,
    body: CancelSessionBody,
    emits: [sessionCancelled],
    target: ofSession,
    decide: cancelSession,
    refusals: ['session.already-held', 'session.not-planned', 'session.cancelled'],
  }),
  command({
    name: 'hold-session',
    systems,
    body: HoldSessionBody,
    emits: [sessionHeld],
    target: ofSessionOrNew,
    decide: holdSession,
    refusals: [
      'session.cancelled',
      'session.not-described',
      'session.professions-exceed-heads',
      'session.anonymous-only',
      'session.already-held',
      'session.attendance-recorded',
      'session.registrations-counted',
      'session.views-recorded',
    ],
  }),
  command({
    name: 'register-participant',
    systems,
    body: RegisterParticipantBody,
    emits: [participantRegistered],
    target: ofSession,
    decide: registerParticipant,
    refusals: ['session.cancelled', 'session.not-planned', 'session.anonymous-only', 'session.full'],
  }),
  command({
    name: 'cancel-registration',
    systems,
    body: CancelRegistrationBody,
    emits: [registrationCancelled],
    target: ofSession,
    decide: cancelRegistration,
    refusals: ['session.cancelled', 'session.not-planned', 'session.not-registered'],
  }),
  command({
    name: 'count-registrations',
    systems,
    body: CountRegistrationsBody,
    emits: [registrationsCounted],
    target: ofSession,
    decide: countRegistrations,
    refusals: ['session.cancelled', 'session.not-planned', 'session.registrations-counted'],
  }),
  command({
    name: 'record-attendance',
    systems,
    body: RecordAttendanceBody,
    emits: [attendanceRecorded],
    target: ofSession,
    decide: recordAttendance,
    refusals: [
      'session.not-held',
      'session.nobody-counted',
      'session.professions-exceed-heads',
      'session.anonymous-only',
      'session.attendance-recorded',
    ],
  }),
  command({
    name: 'record-views',
    systems: ['SYS-40'],
    body: RecordViewsBody,
    emits: [viewsRecorded],
    target: ofSession,
    decide: recordViews,
    refusals: ['session.not-held'],
  }),
];
