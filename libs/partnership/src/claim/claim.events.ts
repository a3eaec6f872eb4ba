import { type CountKind, defineEvent, type Quantity, type Territory } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export interface ClaimPeriod {
  readonly from: string;
  /** Last day, included; equal to `from` for a claim about one day. */
  readonly to: string;
}

/** A figure as a document prints it. It is never added to what events count; `sourceRef` of the envelope names its line. */
export interface ClaimImportedData {
  readonly indicator: string;
  readonly period: ClaimPeriod;
  readonly plan?: string;
  readonly action?: number;
  /** The target that it answers, where an action has several of one indicator. */
  readonly target?: string;
  /** Whose figure it is, when it is narrower than the record. */
  readonly organisation?: string;
  readonly territory?: Territory;
  readonly kind: CountKind;
  /** Minor units: hundredths of a percent, cents. */
  readonly quantity: Quantity;
  readonly num?: number;
  readonly den?: number;
  /** Day on which the data were taken, when printed. */
  readonly dataOn?: string;
  /** Day on which the document states it, when printed. */
  readonly statedOn?: string;
  /** The value as printed: a few words, never a sentence. */
  readonly raw: string;
  readonly dims?: Readonly<Record<string, string | number | boolean>>;
}

export const claimImported = defineEvent<ClaimImportedData>()({
  type: 'ClaimImported',
  version: 1,
  subject: 'none',
  tense: 'plan',
  fields: {
    indicator: 'core',
    period: 'core',
    plan: 'core',
    action: 'core',
    target: 'core',
    organisation: 'core',
    territory: 'core',
    kind: 'core',
    quantity: 'core',
    num: 'core',
    den: 'core',
    dataOn: 'core',
    statedOn: 'core',
    raw: 'public-text',
    dims: 'core',
  },
});
