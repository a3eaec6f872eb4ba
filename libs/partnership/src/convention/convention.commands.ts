import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { all, CommandBody, IsDay, IsOrganisationRef, IsProfessionalRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { type Profession, type Programme, PROFESSIONS, PROGRAMMES } from '../vocabulary';
import {
  type ConventionState,
  declineConvention,
  endConvention,
  extendConvention,
  renewConvention,
  requestConvention,
  signConvention,
} from './convention.decider';
import {
  CONVENTION_END_REASONS,
  CONVENTION_KINDS,
  conventionDeclined,
  conventionEnded,
  type ConventionEndReason,
  conventionExtended,
  type ConventionKind,
  conventionRenewed,
  conventionRequested,
  conventionSigned,
  DECLINE_REASONS,
  type DeclineReason,
  INSTITUTION_TYPES,
  type InstitutionType,
  SIGNATORY_ROLES,
  type SignatoryRole,
} from './convention.events';

const SYSTEMS = ['SYS-11', 'SYS-17', 'SYS-25'] as const;

const IsConvention = (): PropertyDecorator => IsStreamOf('convention');
const IsOrganisationName = (): PropertyDecorator => all(IsString(), Length(1, 200));

class InstitutionBody extends CommandBody {
  /** `palliative-culture` when left out. */
  @IsOptional() @IsIn(CONVENTION_KINDS) kind?: ConventionKind;
  @IsOptional() @IsOrganisationRef() institution?: string;
  @IsOptional() @IsOrganisationName() institutionName?: string;
  @IsOptional() @IsIn(INSTITUTION_TYPES) institutionType?: InstitutionType;
  @IsOptional() @IsProfessionalRef() provider?: string;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  @IsOptional() @IsIn(PROGRAMMES) programme?: Programme;
}

export class RequestConventionBody extends InstitutionBody {
  @IsOptional() @IsConvention() convention?: string;
}

export class DeclineConventionBody extends CommandBody {
  @IsConvention() convention: string;
  @IsIn(DECLINE_REASONS) reason: DeclineReason;
}

export class SignConventionBody extends InstitutionBody {
  /** The requested convention; without it a new one. */
  @IsOptional() @IsConvention() convention?: string;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(SIGNATORY_ROLES) signatoryRole: SignatoryRole;
}

export class RenewConventionBody extends CommandBody {
  @IsConvention() convention: string;
  @IsDay() lastDay: string;
}

export class ExtendConventionBody extends CommandBody {
  @IsConvention() convention: string;
  @IsDay() lastDay: string;
}

export class EndConventionBody extends CommandBody {
  @IsConvention() convention: string;
  /** First day on which it no longer holds; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() endedOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(CONVENTION_END_REASONS) reason: ConventionEndReason;
}

const onPartner = [
  'convention.institution-missing',
  'convention.institution-type-missing',
  'convention.provider-missing',
  'convention.profession-missing',
  'convention.provider-unexpected',
];
const createdOr = ({ convention }: { convention?: string }) => (convention === undefined ? created() : existing(convention));
const named = ({ convention }: { convention: string }) => existing(convention);
const define = defineCommand<ConventionState>();

export const conventionCommands = [
  define({
    name: 'request-convention',
    systems: SYSTEMS,
    body: RequestConventionBody,
    emits: [conventionRequested],
    target: createdOr,
    decide: requestConvention,
    refusals: [...onPartner, 'convention.already-requested', 'convention.already-signed'],
  }),
  define({
    name: 'decline-convention',
    systems: SYSTEMS,
    body: DeclineConventionBody,
    emits: [conventionDeclined],
    target: named,
    decide: declineConvention,
    refusals: ['convention.already-declined', 'convention.already-signed', 'convention.not-requested'],
  }),
  define({
    name: 'sign-convention',
    systems: SYSTEMS,
    body: SignConventionBody,
    emits: [conventionSigned],
    target: createdOr,
    decide: signConvention,
    refusals: [
      ...onPartner,
      'convention.already-signed',
      'convention.already-declined',
      'convention.another-institution',
      'convention.ends-before-it-begins',
    ],
  }),
  define({
    name: 'renew-convention',
    systems: SYSTEMS,
    body: RenewConventionBody,
    emits: [conventionRenewed],
    target: named,
    decide: renewConvention,
    refusals: ['convention.not-signed', 'convention.already-ended', 'convention.without-term', 'convention.not-longer'],
  }),
  define({
    name: 'extend-convention',
    systems: SYSTEMS,
    body: ExtendConventionBody,
    emits: [conventionExtended],
    target: named,
    decide: extendConvention,
    refusals: ['convention.not-signed', 'convention.already-ended', 'convention.without-term', 'convention.not-longer'],
  }),
  define({
    name: 'end-convention',
    systems: SYSTEMS,
    body: EndConventionBody,
    emits: [conventionEnded],
    target: named,
    decide: endConvention,
    refusals: ['convention.not-signed', 'convention.two-ends', 'convention.already-ended', 'convention.ends-before-it-begins'],
  }),
];
