import achievement from './fr/achievement.json';
import envelope from './fr/envelope.json';
import page from './fr/page.json';
import problem from './fr/problem.json';

/** One file per term; a new term is one import and one line. */
export const fr = {
  achievement,
  envelope,
  page,
  problem,
};
