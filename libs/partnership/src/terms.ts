import { claimTerm } from './claim/claim.term';
import { contradictionTerm } from './contradiction/contradiction.term';
import { coverageTerm } from './coverage/coverage.term';
import { planTerm } from './plan/plan.term';
import { recordTerm } from './record/record.term';
import { sessionTerm } from './session/session.term';
import { trainingCycleTerm } from './training-cycle/training-cycle.term';
import { trainingRequestTerm } from './training-request/training-request.term';
import { volunteerTerm } from './volunteer/volunteer.term';
import { placementTerm } from './placement/placement.term';
import { exchangeGroupTerm } from './exchange-group/exchange-group.term';
import { conventionTerm } from './convention/convention.term';
import { bodyTerm } from './body/body.term';
import { meetingTerm } from './meeting/meeting.term';
import { partnerTerm } from './partner/partner.term';
import { outputTerm } from './output/output.term';
import { campaignTerm } from './campaign/campaign.term';
import { observationTerm } from './observation/observation.term';
import { inclusionTerm } from './inclusion/inclusion.term';
import { programmeTerm } from './programme/programme.term';
import { personLinkTerm } from './person-link/person-link.term';
import { serviceDeliveryTerm } from './service-delivery/service-delivery.term';
import { billingBatchTerm } from './billing-batch/billing-batch.term';
import { caseQuestionTerm } from './case-question/case-question.term';
import { concertationTerm } from './concertation/concertation.term';
import { diapasonCycleTerm } from './diapason-cycle/diapason-cycle.term';
import { communityTerm } from './community/community.term';
import { appointmentTerm } from './appointment/appointment.term';
import { employmentTerm } from './employment/employment.term';
import { staffingTerm } from './staffing/staffing.term';
import { tenderTerm } from './tender/tender.term';
import { subsidyTerm } from './subsidy/subsidy.term';
import { accountsTerm } from './accounts/accounts.term';
import { followUpTerm } from './follow-up/follow-up.term';
import { helpdeskContactTerm } from './helpdesk-contact/helpdesk-contact.term';
import { signalTerm } from './signal/signal.term';
import { projectTerm } from './project/project.term';
import { materialTerm } from './material/material.term';
import { transferTerm } from './transfer/transfer.term';
import { territoryTerm } from './territory/territory.term';
import { organisationTerm } from './organisation/organisation.term';
import { participationCallTerm } from './participation-call/participation-call.term';
import { surveyTerm } from './survey/survey.term';
import { proposalTerm } from './proposal/proposal.term';
import { testimonyTerm } from './testimony/testimony.term';
import { referralTerm } from './referral/referral.term';
import { referralMemberTerm } from './referral-member/referral-member.term';
import { milestoneTerm } from './milestone/milestone.term';
import { noticeTerm } from './notice/notice.term';
import { crisisWatchTerm } from './crisis-watch/crisis-watch.term';
import { indicatorTerm } from './indicator/indicator.term';
import { serviceListingTerm } from './service-listing/service-listing.term';
import { reportingPeriodTerm } from './reporting-period/reporting-period.term';
import { selfEvaluationTerm } from './self-evaluation/self-evaluation.term';
import { reportTerm } from './report/report.term';
import type { Term } from './term';

/** Every term of the field. A new term is one import and one line here. */
export const terms: readonly Term[] = [
  planTerm,
  claimTerm,
  contradictionTerm,
  coverageTerm,
  recordTerm,
  sessionTerm,
  trainingCycleTerm,
  trainingRequestTerm,
  volunteerTerm,
  placementTerm,
  exchangeGroupTerm,
  conventionTerm,
  bodyTerm,
  meetingTerm,
  partnerTerm,
  outputTerm,
  campaignTerm,
  observationTerm,
  inclusionTerm,
  programmeTerm,
  personLinkTerm,
  serviceDeliveryTerm,
  billingBatchTerm,
  caseQuestionTerm,
  concertationTerm,
  diapasonCycleTerm,
  communityTerm,
  appointmentTerm,
  employmentTerm,
  staffingTerm,
  tenderTerm,
  subsidyTerm,
  accountsTerm,
  followUpTerm,
  helpdeskContactTerm,
  signalTerm,
  projectTerm,
  materialTerm,
  transferTerm,
  territoryTerm,
  organisationTerm,
  participationCallTerm,
  surveyTerm,
  proposalTerm,
  testimonyTerm,
  referralTerm,
  referralMemberTerm,
  milestoneTerm,
  noticeTerm,
  crisisWatchTerm,
  serviceListingTerm,
  reportingPeriodTerm,
  selfEvaluationTerm,
  indicatorTerm,
  reportTerm,
];
