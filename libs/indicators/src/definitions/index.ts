import { loadDefinitions, type IndicatorDefinition } from '../definition';
import body from './body.json';
import campaign from './campaign.json';
import convention from './convention.json';
import exchangeGroup from './exchange-group.json';
import meeting from './meeting.json';
import observation from './observation.json';
import output from './output.json';
import partner from './partner.json';
import plan from './plan.json';
import reported from './reported.json';
import session from './session.json';
import trainingCycle from './training-cycle.json';
import trainingRequest from './training-request.json';
import volunteer from './volunteer.json';

// One import and one word in the list per file, in alphabetical order; the schema is `IndicatorDefinition`.
const files = [
  body,
  campaign,
  convention,
  exchangeGroup,
  meeting,
  observation,
  output,
  partner,
  plan,
  reported,
  session,
  trainingCycle,
  trainingRequest,
  volunteer,
];

/** Every indicator of the record, by code. */
export const definitions: ReadonlyMap<string, IndicatorDefinition> = loadDefinitions(files);
