import accounts from './nl/accounts.json';
import achievement from './nl/achievement.json';
import appointment from './nl/appointment.json';
import billingBatch from './nl/billing-batch.json';
import body from './nl/body.json';
import campaign from './nl/campaign.json';
import caseQuestion from './nl/case-question.json';
import claim from './nl/claim.json';
import community from './nl/community.json';
import concertation from './nl/concertation.json';
import contradiction from './nl/contradiction.json';
import convention from './nl/convention.json';
import coverage from './nl/coverage.json';
import crisisWatch from './nl/crisis-watch.json';
import diapasonCycle from './nl/diapason-cycle.json';
import employment from './nl/employment.json';
import envelope from './nl/envelope.json';
import evaluation from './nl/evaluation.json';
import exchangeGroup from './nl/exchange-group.json';
import followUp from './nl/follow-up.json';
import helpdeskContact from './nl/helpdesk-contact.json';
import inclusion from './nl/inclusion.json';
import indicator from './nl/indicator.json';
import material from './nl/material.json';
import meeting from './nl/meeting.json';
import milestone from './nl/milestone.json';
import notice from './nl/notice.json';
import observation from './nl/observation.json';
import organisation from './nl/organisation.json';
import output from './nl/output.json';
import page from './nl/page.json';
import participationCall from './nl/participation-call.json';
import partner from './nl/partner.json';
import personLink from './nl/person-link.json';
import placement from './nl/placement.json';
import plan from './nl/plan.json';
import problem from './nl/problem.json';
import programme from './nl/programme.json';
import project from './nl/project.json';
import proposal from './nl/proposal.json';
import record from './nl/record.json';
import referral from './nl/referral.json';
import referralMember from './nl/referral-member.json';
import reportingPeriod from './nl/reporting-period.json';
import selfEvaluation from './nl/self-evaluation.json';
import report from './nl/report.json';
import reportText from './nl/report-text.json';
import serviceDelivery from './nl/service-delivery.json';
import serviceListing from './nl/service-listing.json';
import session from './nl/session.json';
import signal from './nl/signal.json';
import staffing from './nl/staffing.json';
import subsidy from './nl/subsidy.json';
import survey from './nl/survey.json';
import tender from './nl/tender.json';
import territory from './nl/territory.json';
import testimony from './nl/testimony.json';
import trainingCycle from './nl/training-cycle.json';
import trainingRequest from './nl/training-request.json';
import transfer from './nl/transfer.json';
import volunteer from './nl/volunteer.json';

/** One file per term; a new term is one import and one line. */
export const nl = {
  accounts,
  achievement,
  appointment,
  'billing-batch': billingBatch,
  body,
  campaign,
  'case-question': caseQuestion,
  claim,
  community,
  concertation,
  contradiction,
  convention,
  coverage,
  'crisis-watch': crisisWatch,
  'diapason-cycle': diapasonCycle,
  employment,
  envelope,
  evaluation,
  'exchange-group': exchangeGroup,
  'follow-up': followUp,
  'helpdesk-contact': helpdeskContact,
  inclusion,
  indicator,
  material,
  meeting,
  milestone,
  notice,
  observation,
  organisation,
  output,
  page,
  'participation-call': participationCall,
  partner,
  'person-link': personLink,
  placement,
  plan,
  problem,
  programme,
  project,
  proposal,
  record,
  referral,
  'referral-member': referralMember,
  'reporting-period': reportingPeriod,
  'self-evaluation': selfEvaluation,
  report,
  'report-text': reportText,
  'service-delivery': serviceDelivery,
  'service-listing': serviceListing,
  session,
  signal,
  staffing,
  subsidy,
  survey,
  tender,
  territory,
  testimony,
  'training-cycle': trainingCycle,
  'training-request': trainingRequest,
  transfer,
  volunteer,
};
