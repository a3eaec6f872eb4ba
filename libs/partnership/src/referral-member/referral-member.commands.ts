import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsDay } from '../command-body';
import { defineCommand, natural } from '../term';
import { type Profession, PROFESSIONS, REFERRAL_ROUTES, type ReferralRoute } from '../vocabulary';
import { onboardReferrer, onboardSupporter, recordLeaving, type ReferralMemberState } from './referral-member.decider';
import {
  LEAVING_REASONS,
  type LeavingReason,
  referralMemberLeft,
  referrerOnboarded,
  type Role,
  ROLES,
  type Sector,
  SECTORS,
  SUPPORTER_KINDS,
  type SupporterKind,
  supporterOnboarded,
} from './referral-member.events';

/** It becomes part of the stream's name, beside the route. */
const IsMember = (): PropertyDecorator => Matches(/^(pro|org)-[A-Za-z0-9_-]{2,36}$/);

export class OnboardReferrerBody extends CommandBody {
  @IsIn(REFERRAL_ROUTES) route: ReferralRoute;
  @IsMember() member: string;
  @IsIn(SECTORS) sector: Sector;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
}

export class OnboardSupporterBody extends CommandBody {
  @IsIn(REFERRAL_ROUTES) route: ReferralRoute;
  @Matches(/^org-[A-Za-z0-9_-]{2,36}$/) member: string;
  @IsIn(SUPPORTER_KINDS) kind: SupporterKind;
}

export class RecordReferralMemberLeavingBody extends CommandBody {
  @IsIn(REFERRAL_ROUTES) route: ReferralRoute;
  @IsMember() member: string;
  @IsIn(ROLES) role: Role;
  /** First day without the member; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() leftOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
  @IsIn(LEAVING_REASONS) reason: LeavingReason;
}

const define = defineCommand<ReferralMemberState>();
const systems = ['SYS-31', 'SYS-33'];
const ofMember = ({ route, member }: { readonly route: ReferralRoute; readonly member: string }) => natural(`${route}.${member}`);
const onboarding = ['referral-member.already-member', 'referral-member.leaves-before-joining'];

export const referralMemberCommands = [
  define({
    name: 'onboard-referrer',
    systems,
    body: OnboardReferrerBody,
    emits: [referrerOnboarded],
    target: ofMember,
    decide: onboardReferrer,
    refusals: onboarding,
  }),
  define({
    name: 'onboard-supporter',
    systems,
    body: OnboardSupporterBody,
    emits: [supporterOnboarded],
    target: ofMember,
    decide: onboardSupporter,
    refusals: onboarding,
  }),
  define({
    name: 'record-referral-member-leaving',
    systems,
    body: RecordReferralMemberLeavingBody,
    emits: [referralMemberLeft],
    target: ofMember,
    decide: recordLeaving,
    refusals: ['referral-member.two-ends', 'referral-member.unknown', 'referral-member.has-left', 'referral-member.leaves-before-joining'],
  }),
];
