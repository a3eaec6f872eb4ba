import achievement from './en/achievement.json';
import body from './en/body.json';
import campaign from './en/campaign.json';
import convention from './en/convention.json';
import envelope from './en/envelope.json';
import meeting from './en/meeting.json';
import observation from './en/observation.json';
import output from './en/output.json';
import page from './en/page.json';
import partner from './en/partner.json';
import problem from './en/problem.json';

/** One file per term; a new term is one import and one line. */
export const en = {
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
