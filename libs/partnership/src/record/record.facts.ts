import { type FactMapping, noFacts } from '../facts';

/** They state nothing: projections close the rows of what they take away. */
export const recordFacts: FactMapping = { RecordWithdrawn: noFacts, DuplicateMarked: noFacts };
