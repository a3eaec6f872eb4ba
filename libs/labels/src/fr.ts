import achievement from './fr/achievement.json';
import body from './fr/body.json';
import campaign from './fr/campaign.json';
import convention from './fr/convention.json';
import envelope from './fr/envelope.json';
import meeting from './fr/meeting.json';
import observation from './fr/observation.json';
import output from './fr/output.json';
import page from './fr/page.json';
import partner from './fr/partner.json';
import problem from './fr/problem.json';

/** One file per term; a new term is one import and one line. */
export const fr = {
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
