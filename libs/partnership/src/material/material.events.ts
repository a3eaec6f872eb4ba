import { defineEvent, type Quantity } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

export const MATERIAL_KINDS = [
  'protective-equipment',
  'mask',
  'card-game',
  'game-case',
  'toolbox',
  'sheet',
  'brochure',
  'poster',
  'other',
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** For whom it is. People who receive masks are no care persons of the record: only pieces are counted. */
export const RECIPIENT_KINDS = [
  'general-practice',
  'home-care',
  'pharmacy',
  'hospital',
  'rest-home',
  'welfare-organisation',
  'low-threshold',
  'school',
  'youth-service',
  'local-authority',
  'vulnerable-people',
  'citizens',
  'other',
] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

export const DISTRIBUTION_CHANNELS = ['pick-up', 'delivery', 'post', 'via-partner', 'at-event', 'download', 'not-stated'] as const;
export type DistributionChannel = (typeof DISTRIBUTION_CHANNELS)[number];

export const ORDER_DECLINE_REASONS = ['out-of-stock', 'not-for-this-recipient', 'order-withdrawn', 'not-stated'] as const;
export type OrderDeclineReason = (typeof ORDER_DECLINE_REASONS)[number];

/** What it is: its kind, and the code under which the field knows it, for example `stress-cards`. */
interface Item {
  readonly kind: MaterialKind;
  readonly item: string;
}

const ITEM_FIELDS = { kind: 'core', item: 'core' } as const;

export interface MaterialOrderedData extends Item {
  readonly quantity: Quantity;
  readonly recipientKind: RecipientKind;
  /** Stable id of the organisation that orders. */
  readonly recipient?: string;
}

export const materialOrdered = defineEvent<MaterialOrderedData>()({
  type: 'MaterialOrdered',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...ITEM_FIELDS, quantity: 'core', recipientKind: 'core', recipient: 'more' },
});

export interface MaterialOrderDeclinedData extends Item {
  readonly reason: OrderDeclineReason;
}

export const materialOrderDeclined = defineEvent<MaterialOrderDeclinedData>()({
  type: 'MaterialOrderDeclined',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...ITEM_FIELDS, reason: 'core' },
});

/** Handed out, for an order or, as in a crisis, without one. */
export interface MaterialDistributedData extends Item {
  readonly quantity: Quantity;
  readonly recipientKind: RecipientKind;
  readonly recipient?: string;
  readonly channel: DistributionChannel;
}

export const materialDistributed = defineEvent<MaterialDistributedData>()({
  type: 'MaterialDistributed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...ITEM_FIELDS, quantity: 'core', recipientKind: 'core', recipient: 'more', channel: 'core' },
});

export interface MaterialUsedData extends Item {
  /** How often it was used, not by how many. */
  readonly times: Quantity;
  readonly recipientKind: RecipientKind;
}

export const materialUsed = defineEvent<MaterialUsedData>()({
  type: 'MaterialUsed',
  version: 1,
  subject: 'structure',
  tense: 'fact',
  fields: { ...ITEM_FIELDS, times: 'core', recipientKind: 'core' },
});
