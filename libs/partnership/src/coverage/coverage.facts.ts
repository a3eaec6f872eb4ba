import { type FactMapping, noFacts } from '../facts';

/** Coverage says for what the facts are complete; it is none itself. */
export const coverageFacts: FactMapping = { CoverageDeclared: noFacts };
