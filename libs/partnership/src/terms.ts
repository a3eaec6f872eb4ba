import { claimTerm } from './claim/claim.term';
import { coverageTerm } from './coverage/coverage.term';
import { planTerm } from './plan/plan.term';
import { recordTerm } from './record/record.term';
import type { Term } from './term';

/** Every term of the field. A new term is one import and one line here. */
export const terms: readonly Term[] = [
  planTerm,
  claimTerm,
  coverageTerm,
  recordTerm,
];
