import achievement from './nl/achievement.json';
import body from './nl/body.json';
import campaign from './nl/campaign.json';
import convention from './nl/convention.json';
import envelope from './nl/envelope.json';
import meeting from './nl/meeting.json';
import observation from './nl/observation.json';
import output from './nl/output.json';
import page from './nl/page.json';
import partner from './nl/partner.json';
import problem from './nl/problem.json';

/** One file per term; a new term is one import and one line. */
export const nl = {
  achievement,
  body,
  campaign,
  convention,
  envelope,
  meeting,
  observation,
  output,
  page,
  partner,
  problem,
};
