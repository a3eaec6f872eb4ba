import achievement from './en/achievement.json';
import envelope from './en/envelope.json';
import page from './en/page.json';
import problem from './en/problem.json';

/** One file per term; a new term is one import and one line. */
export const en = {
  achievement,
  envelope,
  page,
  problem,
};
