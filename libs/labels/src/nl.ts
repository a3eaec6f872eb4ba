import achievement from './nl/achievement.json';
import envelope from './nl/envelope.json';
import page from './nl/page.json';
import problem from './nl/problem.json';

/** One file per term; a new term is one import and one line. */
export const nl = {
  achievement,
  envelope,
  page,
  problem,
};
