import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { all, CommandBody, IsDay, IsOrganisationRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing } from '../term';
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
  conventionDeclined,
  conventionEnded,
  type ConventionEndReason,
  conventionExtended,
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

const SYSTEMS = ['SYS-17'] as const;

const IsConvention = (): PropertyDecorator => IsStreamOf('convention');
const IsOrganisationName = (): PropertyDecorator => all(IsString(), Length(1, 200));

class InstitutionBody extends CommandBody {
  @IsOptional() @IsOrganisationRef() institution?: string;
  @IsOptional() @IsOrganisationName() institutionName?: string;
  @IsIn(INSTITUTION_TYPES) institutionType: InstitutionType;
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
    refusals: ['convention.institution-missing', 'convention.already-requested', 'convention.already-signed'],
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
      'convention.institution-missing',
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
