import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const LINK_BASES = ['same-file', 'confirmed-by-person', 'confirmed-by-team', 'data-comparison'] as const;
export type LinkBasis = (typeof LINK_BASES)[number];

export const UNLINK_REASONS = ['linked-by-mistake', 'wish-of-person', 'other'] as const;
export type UnlinkReason = (typeof UNLINK_REASONS)[number];

/** The two references are the event's subjects, by slot: which persons they are stands in the vault alone. */
export interface IdentitiesLinkedData {
  readonly basis: LinkBasis;
  readonly evidence?: SealedText;
}

export const identitiesLinked = defineEvent<IdentitiesLinkedData>()({
  type: 'IdentitiesLinked',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { basis: 'internal', evidence: 'text' },
});

export interface IdentitiesUnlinkedData {
  readonly reason: UnlinkReason;
}

export const identitiesUnlinked = defineEvent<IdentitiesUnlinkedData>()({
  type: 'IdentitiesUnlinked',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { reason: 'internal' },
});
