import { type FactMapping, noFacts } from '../facts';

/** A claim is never a fact: it stands beside what the facts add up to. */
export const claimFacts: FactMapping = { ClaimImported: noFacts };
