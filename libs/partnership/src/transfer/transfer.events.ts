import { defineEvent, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/** Reviewed text in the languages of the field: the name of an activity or of an organisation, never of one natural person. */
export interface PublicName {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export const TRANSFER_REFUSAL_REASONS = ['not-competent', 'no-means', 'not-a-priority', 'no-answer', 'withdrawn', 'not-stated'] as const;
export type TransferRefusalReason = (typeof TRANSFER_REFUSAL_REASONS)[number];

interface FromAndTo {
  readonly from: PublicName;
  readonly to: PublicName;
  /** Stable ids, where the organisations have one. */
  readonly fromOrganisation?: string;
  readonly toOrganisation?: string;
}

const FROM_AND_TO = { from: 'public-text', to: 'public-text', fromOrganisation: 'more', toOrganisation: 'more' } as const;

export interface TransferProposedData extends FromAndTo {
  readonly activity: PublicName;
}

export const transferProposed = defineEvent<TransferProposedData>()({
  type: 'TransferProposed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { activity: 'public-text', ...FROM_AND_TO },
});

export interface TransferAgreedData {
  /** Day on which it is to pass, where that was agreed. */
  readonly passesOn?: string;
}

export const transferAgreed = defineEvent<TransferAgreedData>()({
  type: 'TransferAgreed',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { passesOn: 'core' },
});

export interface TransferRefusedData {
  readonly reason: TransferRefusalReason;
}

export const transferRefused = defineEvent<TransferRefusedData>()({
  type: 'TransferRefused',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { reason: 'core' },
});

/** What passes on with an activity or an organisation. */
interface PassedOn {
  /** Codes of the tasks, for example `multidisciplinary-concertation`. */
  readonly tasks?: readonly string[];
  /** Heads of the staff that go along. */
  readonly staff?: Quantity;
}

export interface ActivityTransferredData extends FromAndTo, PassedOn {
  readonly activity: PublicName;
}

export const activityTransferred = defineEvent<ActivityTransferredData>()({
  type: 'ActivityTransferred',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { activity: 'public-text', ...FROM_AND_TO, tasks: 'core', staff: 'core' },
});

/** `from` ceases to exist by itself and goes on in `to`. */
export interface OrganisationAbsorbedData extends FromAndTo, PassedOn {}

export const organisationAbsorbed = defineEvent<OrganisationAbsorbedData>()({
  type: 'OrganisationAbsorbed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...FROM_AND_TO, tasks: 'core', staff: 'core' },
});
