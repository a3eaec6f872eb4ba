import { type FactMapping, noFacts } from '../facts';

/** What is said of a contradiction counts for nothing: it stands beside what the record says. */
export const contradictionFacts: FactMapping = {
  ContradictionExplained: noFacts,
  ContradictionResolved: noFacts,
  ContradictionReopened: noFacts,
};
