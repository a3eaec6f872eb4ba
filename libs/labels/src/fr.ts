import accounts from './fr/accounts.json';
import achievement from './fr/achievement.json';
import appointment from './fr/appointment.json';
import billingBatch from './fr/billing-batch.json';
import body from './fr/body.json';
import campaign from './fr/campaign.json';
import caseQuestion from './fr/case-question.json';
import claim from './fr/claim.json';
import community from './fr/community.json';
import concertation from './fr/concertation.json';
import contradiction from './fr/contradiction.json';
import convention from './fr/convention.json';
import coverage from './fr/coverage.json';
import crisisWatch from './fr/crisis-watch.json';
import diapasonCycle from './fr/diapason-cycle.json';
import employment from './fr/employment.json';
import envelope from './fr/envelope.json';
import evaluation from './fr/evaluation.json';
import exchangeGroup from './fr/exchange-group.json';
import followUp from './fr/follow-up.json';
import helpdeskContact from './fr/helpdesk-contact.json';
import inclusion from './fr/inclusion.json';
import indicator from './fr/indicator.json';
import material from './fr/material.json';
import meeting from './fr/meeting.json';
import milestone from './fr/milestone.json';
import notice from './fr/notice.json';
import observation from './fr/observation.json';
import organisation from './fr/organisation.json';
import output from './fr/output.json';
import page from './fr/page.json';
import participationCall from './fr/participation-call.json';
import partner from './fr/partner.json';
import personLink from './fr/person-link.json';
import placement from './fr/placement.json';
import plan from './fr/plan.json';
import problem from './fr/problem.json';
import programme from './fr/programme.json';
import project from './fr/project.json';
import proposal from './fr/proposal.json';
import record from './fr/record.json';
import referral from './fr/referral.json';
import referralMember from './fr/referral-member.json';
import reportingPeriod from './fr/reporting-period.json';
import selfEvaluation from './fr/self-evaluation.json';
import report from './fr/report.json';
import reportText from './fr/report-text.json';
import serviceDelivery from './fr/service-delivery.json';
import serviceListing from './fr/service-listing.json';
import session from './fr/session.json';
import signal from './fr/signal.json';
import staffing from './fr/staffing.json';
import subsidy from './fr/subsidy.json';
import survey from './fr/survey.json';
import tender from './fr/tender.json';
import territory from './fr/territory.json';
import testimony from './fr/testimony.json';
import trainingCycle from './fr/training-cycle.json';
import trainingRequest from './fr/training-request.json';
import transfer from './fr/transfer.json';
import volunteer from './fr/volunteer.json';

/** One file per term; a new term is one import and one line. */
export const fr = {
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
