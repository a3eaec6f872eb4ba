import type { SealedText } from '@app/decider';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsPersonRef, IsText } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { REFERRAL_ROUTES, type ReferralRoute } from '../vocabulary';
import {
  acceptReferral,
  declineReferral,
  giveFeedback,
  giveSatisfaction,
  makeReferral,
  type ReferralState,
  resolveHelpQuestion,
} from './referral.decider';
import {
  DECLINE_REASONS,
  type DeclineReason,
  FEEDBACK_OUTCOMES,
  feedbackGiven,
  type FeedbackOutcome,
  helpQuestionResolved,
  PARTIES,
  type Party,
  referralAccepted,
  referralDeclined,
  referralMade,
  satisfactionGiven,
  type Theme,
  THEMES,
} from './referral.events';

/** The stream of a referral, and not of a member: the one name begins with the other. */
const IsReferral = (): PropertyDecorator => Matches(/^referral-(?!member-)[A-Za-z0-9_.-]{1,64}$/);

/** Who refers: a professional or a practice. */
const IsReferrer = (): PropertyDecorator => Matches(/^(pro|org)-[A-Za-z0-9_-]{2,64}$/);

export class MakeReferralBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsReferral() referral?: string;
  @IsOptional() @IsPersonRef() person?: string;
  @IsIn(REFERRAL_ROUTES) route: ReferralRoute;
  @IsIn(THEMES) theme: Theme;
  @IsOptional() @IsReferrer() referrer?: string;
  @IsOptional() @IsOrganisationRef() supporter?: string;
  @IsOptional() @Matches(/^\d{5}$/) commune?: SealedText;
  @IsOptional() @IsText(2000) question?: SealedText;
}

export class OfReferralBody extends CommandBody {
  @IsReferral() referral: string;
}

export class DeclineReferralBody extends OfReferralBody {
  @IsIn(DECLINE_REASONS) reason: DeclineReason;
}

export class GiveFeedbackBody extends OfReferralBody {
  @IsIn(FEEDBACK_OUTCOMES) outcome: FeedbackOutcome;
}

export class GiveSatisfactionBody extends OfReferralBody {
  @IsIn(PARTIES) by: Party;
  @IsInt() @Min(1) @Max(5) score: number;
}

const define = defineCommand<ReferralState>();
const named = ({ referral }: OfReferralBody) => existing(referral);
const systems = ['SYS-31', 'SYS-33'];
const onReferral = ['referral.not-made', 'referral.before-referral'];

export const referralCommands = [
  define({
    name: 'make-referral',
    systems,
    body: MakeReferralBody,
    emits: [referralMade],
    target: ({ referral }) => (referral === undefined ? created() : existing(referral)),
    persons: ['person'],
    decide: makeReferral,
    refusals: ['referral.already-made', 'referral.person-missing', 'referral.territory-too-fine', 'referral.before-referral'],
  }),
  define({
    name: 'accept-referral',
    systems,
    body: OfReferralBody,
    emits: [referralAccepted],
    target: named,
    decide: acceptReferral,
    refusals: [...onReferral, 'referral.already-answered', 'referral.before-acceptance'],
  }),
  define({
    name: 'decline-referral',
    systems,
    body: DeclineReferralBody,
    emits: [referralDeclined],
    target: named,
    decide: declineReferral,
    refusals: [...onReferral, 'referral.already-answered'],
  }),
  define({
    name: 'give-referral-feedback',
    systems,
    body: GiveFeedbackBody,
    emits: [feedbackGiven],
    target: named,
    decide: giveFeedback,
    refusals: [...onReferral, 'referral.not-accepted', 'referral.before-acceptance'],
  }),
  define({
    name: 'resolve-help-question',
    systems,
    body: OfReferralBody,
    emits: [helpQuestionResolved],
    target: named,
    decide: resolveHelpQuestion,
    refusals: [...onReferral, 'referral.not-accepted', 'referral.before-acceptance', 'referral.already-resolved'],
  }),
  define({
    name: 'give-referral-satisfaction',
    systems,
    body: GiveSatisfactionBody,
    emits: [satisfactionGiven],
    target: named,
    decide: giveSatisfaction,
    refusals: [...onReferral, 'referral.satisfaction-already-given'],
  }),
];
