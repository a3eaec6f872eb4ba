import { defineEvent, type Quantity, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const GROUP_END_REASONS = ['done', 'merged', 'no-interest', 'no-means', 'other'] as const;
export type GroupEndReason = (typeof GROUP_END_REASONS)[number];

/** Reviewed text in the languages of the field. */
export interface GroupName {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface ExchangeGroupCreatedData {
  readonly name: GroupName;
  /** The group that this one is a part of. */
  readonly parent?: string;
  /** The area as the group itself calls it. It is never a care zone, whatever it is called. */
  readonly territoryLabel?: string;
}

export const exchangeGroupCreated = defineEvent<ExchangeGroupCreatedData>()({
  type: 'ExchangeGroupCreated',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { name: 'public-text', parent: 'core', territoryLabel: 'public-text' },
});

export interface ExchangeGroupMeetingHeldData {
  /** Id of this meeting, for the heads of one gathering. */
  readonly meeting: string;
  readonly parent?: string;
  readonly attendees?: readonly string[];
  readonly heads?: Quantity;
  readonly remark?: SealedText;
}

export const exchangeGroupMeetingHeld = defineEvent<ExchangeGroupMeetingHeldData>()({
  type: 'ExchangeGroupMeetingHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { meeting: 'core', parent: 'core', attendees: 'more', heads: 'core', remark: 'text' },
});

export interface ExchangeGroupRenamedData {
  readonly name: GroupName;
}

export const exchangeGroupRenamed = defineEvent<ExchangeGroupRenamedData>()({
  type: 'ExchangeGroupRenamed',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { name: 'public-text' },
});

export interface ExchangeGroupEndedData {
  readonly reason: GroupEndReason;
  /** Last day of the group. */
  readonly lastDay: string;
  readonly remark?: SealedText;
}

export const exchangeGroupEnded = defineEvent<ExchangeGroupEndedData>()({
  type: 'ExchangeGroupEnded',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { reason: 'core', lastDay: 'core', remark: 'text' },
});
