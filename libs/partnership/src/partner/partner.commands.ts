import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { all, AreTerritoryCodes, CommandBody, IsDay, IsOrganisationRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { ORGANISATION_KINDS, type OrganisationKind } from '../vocabulary';
import { changePartnerProfile, joinPartner, leavePartner, mergePartners, type PartnerState, renamePartner } from './partner.decider';
import {
  LEAVE_REASONS,
  type LeaveReason,
  PARTNER_LANGUAGES,
  partnerJoined,
  type PartnerLanguage,
  partnerLeft,
  partnerProfiled,
  partnerRenamed,
  partnersMerged,
} from './partner.events';

const SYSTEMS = ['SYS-57', 'SYS-72'] as const;
const IsPartner = (): PropertyDecorator => IsStreamOf('partner');
const IsOrganisationName = (): PropertyDecorator => all(IsString(), Length(1, 200));
const IsShortList = (): PropertyDecorator => all(IsArray(), ArrayMaxSize(20), ArrayUnique());
const AreCodes = (): PropertyDecorator => Matches(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/, { each: true });

export class JoinPartnerBody extends CommandBody {
  /** Only to correct the joining of a partner; without it a new membership. */
  @IsOptional() @IsPartner() partner?: string;
  @IsOrganisationName() name: string;
  @IsIn(ORGANISATION_KINDS) kind: OrganisationKind;
  @IsOptional() @IsOrganisationRef() organisation?: string;
}

class EndingBody extends CommandBody {
  @IsPartner() partner: string;
  /** First day on which it is no longer a partner; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() leftOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
}

export class LeavePartnerBody extends EndingBody {
  @IsIn(LEAVE_REASONS) reason: LeaveReason;
}

export class RenamePartnerBody extends CommandBody {
  @IsPartner() partner: string;
  @IsOrganisationName() name: string;
}

/** `partner` goes up in `into`; a merger of several is one command for each that ends. */
export class MergePartnersBody extends EndingBody {
  @IsPartner() into: string;
}

export class ChangePartnerProfileBody extends CommandBody {
  @IsPartner() partner: string;
  @IsOptional() @IsIn(PARTNER_LANGUAGES) languages?: PartnerLanguage;
  @IsOptional() @IsShortList() @AreTerritoryCodes() zones?: string[];
  @IsOptional() @IsShortList() @AreCodes() domains?: string[];
}

const named = ({ partner }: { partner: string }) => existing(partner);
const define = defineCommand<PartnerState>();

export const partnerCommands = [
  define({
    name: 'join-partner',
    systems: SYSTEMS,
    body: JoinPartnerBody,
    emits: [partnerJoined],
    target: ({ partner }) => (partner === undefined ? created() : existing(partner)),
    decide: joinPartner,
    refusals: ['partner.already-joined'],
  }),
  define({
    name: 'leave-partner',
    systems: SYSTEMS,
    body: LeavePartnerBody,
    emits: [partnerLeft],
    target: named,
    decide: leavePartner,
    refusals: ['partner.two-ends', 'partner.not-joined', 'partner.already-left', 'partner.already-merged', 'partner.leaves-before-joining'],
  }),
  define({
    name: 'rename-partner',
    systems: SYSTEMS,
    body: RenamePartnerBody,
    emits: [partnerRenamed],
    target: named,
    decide: renamePartner,
    refusals: ['partner.not-joined', 'partner.already-left', 'partner.already-merged'],
  }),
  define({
    name: 'merge-partners',
    systems: SYSTEMS,
    body: MergePartnersBody,
    emits: [partnersMerged],
    target: named,
    decide: mergePartners,
    refusals: [
      'partner.two-ends',
      'partner.merges-into-itself',
      'partner.not-joined',
      'partner.already-left',
      'partner.already-merged',
      'partner.leaves-before-joining',
    ],
  }),
  define({
    name: 'change-partner-profile',
    systems: SYSTEMS,
    body: ChangePartnerProfileBody,
    emits: [partnerProfiled],
    target: named,
    decide: changePartnerProfile,
    refusals: ['partner.not-joined', 'partner.already-left', 'partner.already-merged', 'partner.profile-empty'],
  }),
];
