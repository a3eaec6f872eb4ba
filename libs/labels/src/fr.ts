import envelope from './fr/envelope.json';
import problem from './fr/problem.json';

/** One file per term; a new term is one import and one line. */
export const fr = {
  envelope,
  problem,
};
