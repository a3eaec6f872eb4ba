import type { IndicatorGroup } from '../dashboard.answer';
import { type IndicatorDefinition, latestOf, loadVersions, type Versions } from '../definition';
import accounts from './accounts.json';
import appointment from './appointment.json';
import billingBatch from './billing-batch.json';
import body from './body.json';
import campaign from './campaign.json';
import caseQuestion from './case-question.json';
import community from './community.json';
import concertation from './concertation.json';
import convention from './convention.json';
import crisisWatch from './crisis-watch.json';
import diapasonCycle from './diapason-cycle.json';
import employment from './employment.json';
import exchangeGroup from './exchange-group.json';
import followUp from './follow-up.json';
import helpdeskContact from './helpdesk-contact.json';
import inclusion from './inclusion.json';
import material from './material.json';
import meeting from './meeting.json';
import milestone from './milestone.json';
import notice from './notice.json';
import observation from './observation.json';
import organisation from './organisation.json';
import output from './output.json';
import participationCall from './participation-call.json';
import partner from './partner.json';
import personLink from './person-link.json';
import placement from './placement.json';
import plan from './plan.json';
import plan2024Strategic1 from './plan-2024-1.json';
import plan2024Strategic2 from './plan-2024-2.json';
import plan2024Strategic3 from './plan-2024-3.json';
import plan2024Strategic4 from './plan-2024-4.json';
import plan2024Strategic5 from './plan-2024-5.json';
import printed from './printed.json';
import programme from './programme.json';
import project from './project.json';
import proposal from './proposal.json';
import referral from './referral.json';
import referralMember from './referral-member.json';
import reported from './reported.json';
import report from './report.json';
import serviceDelivery from './service-delivery.json';
import serviceListing from './service-listing.json';
import session from './session.json';
import signal from './signal.json';
import staffing from './staffing.json';
import subsidy from './subsidy.json';
import survey from './survey.json';
import tender from './tender.json';
import testimony from './testimony.json';
import trainingCycle from './training-cycle.json';
import trainingRequest from './training-request.json';
import transfer from './transfer.json';
import volunteer from './volunteer.json';

export type { IndicatorGroup } from '../dashboard.answer';

// One import and one word in the list per file, in alphabetical order; the schema is `IndicatorDefinition`.
const files = {
  accounts,
  appointment,
  billingBatch,
  body,
  campaign,
  caseQuestion,
  community,
  concertation,
  convention,
  crisisWatch,
  diapasonCycle,
  employment,
  exchangeGroup,
  followUp,
  helpdeskContact,
  inclusion,
  material,
  meeting,
  milestone,
  notice,
  observation,
  organisation,
  output,
  participationCall,
  partner,
  personLink,
  placement,
  plan,
  plan2024Strategic1,
  plan2024Strategic2,
  plan2024Strategic3,
  plan2024Strategic4,
  plan2024Strategic5,
  printed,
  programme,
  project,
  proposal,
  referral,
  referralMember,
  reported,
  report,
  serviceDelivery,
  serviceListing,
  session,
  signal,
  staffing,
  subsidy,
  survey,
  tender,
  testimony,
  trainingCycle,
  trainingRequest,
  transfer,
  volunteer,
};

/** The product's own set: every version by code. What a partnership records comes on top, see `definitionsAt`. */
export const versions: Versions = loadVersions(Object.values(files));

/** The latest version of each. */
export const definitions: ReadonlyMap<string, IndicatorDefinition> = latestOf(versions);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function groupOfFile(file: string): IndicatorGroup {
  const plan = /^plan(\d{4})/.exec(file)?.[1];
  return plan === undefined ? { term: kebab(file) } : { plan };
}

/** The group of every indicator of the files, by code. */
export const indicatorGroups: ReadonlyMap<string, IndicatorGroup> = new Map(
  Object.entries(files).flatMap(([file, entries]) => entries.map(({ code }): [string, IndicatorGroup] => [code, groupOfFile(file)])),
);
