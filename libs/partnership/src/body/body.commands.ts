import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { all, CommandBody, IsDay, IsOrganisationRef, IsProfessionalRef, Nested, TitleBody } from '../command-body';
import { defineCommand, natural } from '../term';
import { type BodyState, constituteBody, coverParticipantCategory, dissolveBody, endMandate, giveMandate } from './body.decider';
import {
  BODY_LEVELS,
  BODY_TYPES,
  bodyConstituted,
  bodyDissolved,
  type BodyLevel,
  type BodyType,
  DISSOLUTION_REASONS,
  type DissolutionReason,
  MANDATE_END_REASONS,
  mandateEnded,
  type MandateEndReason,
  mandateGiven,
  ORGANISATION_KINDS,
  type OrganisationKind,
  participantCategoryCovered,
} from './body.events';

const IsBodyCode = (): PropertyDecorator => Matches(/^[a-z0-9][a-z0-9-]{0,62}$/);

class BodyOfCommand extends CommandBody {
  @IsBodyCode() body: string;
}

export class ConstituteBodyBody extends BodyOfCommand {
  @IsIn(BODY_TYPES) type: BodyType;
  @Nested(() => TitleBody) name: TitleBody;
  @IsIn(BODY_LEVELS) level: BodyLevel;
  @IsOptional() @all(IsString(), Length(1, 200)) legalBasis?: string;
}

export class DissolveBodyBody extends BodyOfCommand {
  /** First day on which it no longer exists; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() dissolvedOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(DISSOLUTION_REASONS) reason: DissolutionReason;
}

export class GiveMandateBody extends BodyOfCommand {
  @IsBodyCode() seat: string;
  @IsIn(ORGANISATION_KINDS) organisationKind: OrganisationKind;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsOptional() @IsProfessionalRef() holder?: string;
  @IsBoolean() userRepresentative: boolean;
  @IsOptional() @IsDay() from?: string;
  @IsOptional() @IsDay() lastDay?: string;
}

export class EndMandateBody extends BodyOfCommand {
  @IsBodyCode() seat: string;
  /** First day on which it no longer holds; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() leftOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(MANDATE_END_REASONS) reason: MandateEndReason;
}

export class CoverParticipantCategoryBody extends BodyOfCommand {
  @IsIn(ORGANISATION_KINDS) category: OrganisationKind;
  @IsOptional() @IsDay() lastDay?: string;
}

const ofBody = ({ body }: BodyOfCommand) => natural(body);
const define = defineCommand<BodyState>();

export const bodyCommands = [
  define({
    name: 'constitute-body',
    systems: ['SYS-48', 'SYS-49', 'SYS-60'],
    body: ConstituteBodyBody,
    emits: [bodyConstituted],
    target: ofBody,
    decide: constituteBody,
    refusals: ['body.already-constituted'],
  }),
  define({
    name: 'dissolve-body',
    systems: ['SYS-60', 'SYS-72'],
    body: DissolveBodyBody,
    emits: [bodyDissolved],
    target: ofBody,
    decide: dissolveBody,
    refusals: ['body.two-ends', 'body.already-dissolved', 'body.ends-before-it-begins'],
  }),
  define({
    name: 'give-mandate',
    systems: ['SYS-49', 'SYS-60'],
    body: GiveMandateBody,
    emits: [mandateGiven],
    target: ofBody,
    decide: giveMandate,
    refusals: ['body.ends-before-it-begins', 'body.already-dissolved', 'body.seat-taken'],
  }),
  define({
    name: 'end-mandate',
    systems: ['SYS-49', 'SYS-60'],
    body: EndMandateBody,
    emits: [mandateEnded],
    target: ofBody,
    decide: endMandate,
    refusals: ['body.two-ends', 'body.no-such-mandate', 'body.mandate-already-ended', 'body.not-in-office'],
  }),
  define({
    name: 'cover-participant-category',
    systems: ['SYS-49', 'SYS-60'],
    body: CoverParticipantCategoryBody,
    emits: [participantCategoryCovered],
    target: ofBody,
    decide: coverParticipantCategory,
    refusals: ['body.ends-before-it-begins', 'body.already-dissolved', 'body.category-covered'],
  }),
];
