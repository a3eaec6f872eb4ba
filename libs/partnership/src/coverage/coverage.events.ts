import { defineEvent, type Territory } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Why a record counts as complete: the document prints the register in full, the team keeps it, or an opening balance lists every key. */
export const COVERAGE_BASES = ['register-printed-in-full', 'register-kept', 'opening-balance'] as const;
export type CoverageBasis = (typeof COVERAGE_BASES)[number];

/** For this fact type, these days and this scope the record is complete: what is not in it did not happen. */
export interface CoverageDeclaredData {
  readonly factType: string;
  readonly from: string;
  readonly to: string;
  readonly organisation?: string;
  readonly territory?: Territory;
  /** Complete only for the facts with these dimensions (one kind of session, one body). */
  readonly dims?: Readonly<Record<string, string>>;
  readonly basis: CoverageBasis;
}

export const coverageDeclared = defineEvent<CoverageDeclaredData>()({
  type: 'CoverageDeclared',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: {
    factType: 'core',
    from: 'core',
    to: 'core',
    organisation: 'core',
    territory: 'core',
    dims: 'core',
    basis: 'core',
  },
});
