import accounts from './en/accounts.json';
import achievement from './en/achievement.json';
import appointment from './en/appointment.json';
import billingBatch from './en/billing-batch.json';
import body from './en/body.json';
import campaign from './en/campaign.json';
import caseQuestion from './en/case-question.json';
import claim from './en/claim.json';
import community from './en/community.json';
import concertation from './en/concertation.json';
import contradiction from './en/contradiction.json';
import convention from './en/convention.json';
import coverage from './en/coverage.json';
import crisisWatch from './en/crisis-watch.json';
import diapasonCycle from './en/diapason-cycle.json';
import employment from './en/employment.json';
import envelope from './en/envelope.json';
import evaluation from './en/evaluation.json';
import exchangeGroup from './en/exchange-group.json';
import followUp from './en/follow-up.json';
import helpdeskContact from './en/helpdesk-contact.json';
import inclusion from './en/inclusion.json';
import indicator from './en/indicator.json';
import material from './en/material.json';
import meeting from './en/meeting.json';
import milestone from './en/milestone.json';
import notice from './en/notice.json';
import observation from './en/observation.json';
import organisation from './en/organisation.json';
import output from './en/output.json';
import page from './en/page.json';
import participationCall from './en/participation-call.json';
import partner from './en/partner.json';
import personLink from './en/person-link.json';
import placement from './en/placement.json';
import plan from './en/plan.json';
import problem from './en/problem.json';
import programme from './en/programme.json';
import project from './en/project.json';
import proposal from './en/proposal.json';
import record from './en/record.json';
import referral from './en/referral.json';
import referralMember from './en/referral-member.json';
import reportingPeriod from './en/reporting-period.json';
import selfEvaluation from './en/self-evaluation.json';
import report from './en/report.json';
import reportText from './en/report-text.json';
import serviceDelivery from './en/service-delivery.json';
import serviceListing from './en/service-listing.json';
import session from './en/session.json';
import signal from './en/signal.json';
import staffing from './en/staffing.json';
import subsidy from './en/subsidy.json';
import survey from './en/survey.json';
import tender from './en/tender.json';
import territory from './en/territory.json';
import testimony from './en/testimony.json';
import trainingCycle from './en/training-cycle.json';
import trainingRequest from './en/training-request.json';
import transfer from './en/transfer.json';
import volunteer from './en/volunteer.json';

/** One file per term; a new term is one import and one line. */
export const en = {
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
