import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CommandBody, IsCode, IsCount, IsOrganisationRef, IsProfessionalRef, IsStreamOf, Nested, QuantityBody } from '../command-body';
import { created, defineCommand, existing, natural, type Target } from '../term';
import { FUNDING_MODELS, type FundingModel } from '../vocabulary';
import {
  agreeParticipationFee,
  appointFunction,
  type AppointmentState,
  endFunction,
  holdCoaching,
  holdIntervision,
  payParticipation,
} from './appointment.decider';
import {
  coachingHeld,
  END_REASONS,
  type EndReason,
  functionAppointed,
  functionEnded,
  type FunctionName,
  FUNCTIONS,
  GATHERING_MODES,
  type GatheringMode,
  intervisionHeld,
  participationFeeAgreed,
  participationPaid,
  PAYMENT_MODELS,
  type PaymentModel,
} from './appointment.events';

class SeatBody {
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/) body: string;
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/) seat: string;
}

export class AppointFunctionBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('appointment') appointment?: string;
  @IsIn(FUNCTIONS) function: FunctionName;
  @IsProfessionalRef() holder: string;
  @IsOptional() @IsOrganisationRef() hostStructure?: string;
  @IsOptional() @IsInt() @Min(1) @Max(100) fteHundredths?: number;
  @IsOptional() @IsIn(FUNDING_MODELS) fundingModel?: FundingModel;
  @IsOptional() @Nested(() => SeatBody) mandate?: SeatBody;
}

export class EndFunctionBody extends CommandBody {
  @IsStreamOf('appointment') appointment: string;
  @IsIn(END_REASONS) reason: EndReason;
}

class FunctionGatheringBody extends CommandBody {
  @IsIn(FUNCTIONS) function: FunctionName;
  @IsOptional() @IsIn(GATHERING_MODES) mode?: GatheringMode;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: QuantityBody;
}

export class HoldCoachingBody extends FunctionGatheringBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('appointment') appointment?: string;
  @IsOptional() @IsProfessionalRef() coach?: string;
}

export class HoldIntervisionBody extends FunctionGatheringBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('appointment') appointment?: string;
  @IsOptional() @IsProfessionalRef() moderator?: string;
}

export class PayParticipationBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('appointment') appointment?: string;
  @IsIn(PAYMENT_MODELS) model: PaymentModel;
  @IsCount(1) amountCents: number;
  @IsOptional() @Matches(/^(pro|org)-[A-Za-z0-9_-]{2,64}$/) payee?: string;
  @IsOptional() @IsCode() paidFor?: string;
}

export class AgreeParticipationFeeBody extends CommandBody {
  @Matches(/^(community|diapason-cycle)-[A-Za-z0-9_-]{1,48}$/) paidFor: string;
  @IsIn(PAYMENT_MODELS) model: PaymentModel;
  @IsCount() amountCents: number;
}

const define = defineCommand<AppointmentState>();
const ofRecordOrNew = ({ appointment }: { readonly appointment?: string }): Target =>
  appointment === undefined ? created() : existing(appointment);
const functions = ['SYS-03', 'SYS-04', 'SYS-06', 'SYS-07', 'SYS-13', 'SYS-22', 'SYS-23', 'SYS-24', 'SYS-37', 'SYS-52'];

export const appointmentCommands = [
  define({
    name: 'appoint-function',
    systems: functions,
    body: AppointFunctionBody,
    emits: [functionAppointed],
    target: ofRecordOrNew,
    decide: appointFunction,
    refusals: ['appointment.already-recorded', 'appointment.ends-before-it-starts'],
  }),
  define({
    name: 'end-function',
    systems: functions,
    body: EndFunctionBody,
    emits: [functionEnded],
    target: ({ appointment }) => existing(appointment),
    decide: endFunction,
    refusals: ['appointment.not-appointed', 'appointment.already-ended', 'appointment.ends-before-it-starts'],
  }),
  define({
    name: 'hold-coaching',
    systems: functions,
    body: HoldCoachingBody,
    emits: [coachingHeld],
    target: ofRecordOrNew,
    decide: holdCoaching,
    refusals: ['appointment.already-recorded'],
  }),
  define({
    name: 'hold-intervision',
    systems: [...functions, 'SYS-02'],
    body: HoldIntervisionBody,
    emits: [intervisionHeld],
    target: ofRecordOrNew,
    decide: holdIntervision,
    refusals: ['appointment.already-recorded'],
  }),
  define({
    name: 'pay-participation',
    systems: ['SYS-57'],
    body: PayParticipationBody,
    emits: [participationPaid],
    target: ofRecordOrNew,
    decide: payParticipation,
    refusals: ['appointment.already-recorded'],
  }),
  define({
    name: 'agree-participation-fee',
    systems: ['SYS-57', 'SYS-01', 'SYS-08'],
    body: AgreeParticipationFeeBody,
    emits: [participationFeeAgreed],
    target: ({ paidFor }) => natural(`fee.${paidFor}`),
    decide: agreeParticipationFee,
    refusals: ['appointment.fee-already-agreed'],
  }),
];
